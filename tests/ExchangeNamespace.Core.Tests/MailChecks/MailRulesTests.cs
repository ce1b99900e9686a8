using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Identity;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Tests.Spf;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.MailChecks;

/// <summary>The verdicts of every link, from written-down answers (S41 to S51).</summary>
public class MailRulesTests
{
    private static readonly DateTime Now = new(2026, 6, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task What_is_right_passes_link_by_link()
    {
        MailIdentityLink[] links = await Judge(Planned(), Dns(), Smtp());

        Assert.Equal(Enum.GetNames<MailLink>().Except([nameof(MailLink.MtaStsPolicy), nameof(MailLink.Tlsa)]), links.Select(l => l.Link.ToString()));
        Assert.All(links, l => Assert.True(l.Status == MailLinkStatus.Passed, l + " " + string.Join(';', l.Findings)));
        Assert.All(links, l => Assert.Equal("contoso.com", l.Domain.Value));
    }

    [Fact]
    public async Task A_hygiene_service_receives_and_only_outbound_mail_is_compared_with_the_plan()
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), ("MailHost", "smtp.contoso.com"), ("MailIPAddress", "192.0.2.25"), ("HygieneHost", new[] { "a.hygiene.example", "b.hygiene.example" }));
        ZoneDns dns = Dns("contoso.com MX").Add("contoso.com", DnsRecordType.MX, "a.hygiene.example", 10).Add("contoso.com", DnsRecordType.MX, "b.hygiene.example", 20)
            .Add("a.hygiene.example", DnsRecordType.A, "198.51.100.1").Add("b.hygiene.example", DnsRecordType.A, "198.51.100.2");
        FakeSmtp smtp = new FakeSmtp().With("198.51.100.1", "a.hygiene.example").With("198.51.100.2", "inbound.hygiene.example");

        MailIdentityLink[] links = await Judge(MailCheck.Of(plan).Single(), dns, smtp, "a.hygiene.example", "b.hygiene.example");

        Assert.Equal(["Banner 198.51.100.2:25 Failed EXN289"], Faults(links));
        Assert.Equal(["198.51.100.1", "198.51.100.2"], smtp.Asked.Select(t => t.Address).Order());
        Assert.Contains(links, l => l is { Link: MailLink.PointerMatchesBanner, Subject: "192.0.2.25", Status: MailLinkStatus.Passed });
    }

    [Fact]
    public async Task Without_a_plan_the_exchanger_sends_and_the_banner_is_compared_with_its_name()
    {
        MailIdentityLink[] links = await Judge(new MailCheck { Domain = Fqdn.Parse("contoso.com") }, Dns(), new FakeSmtp().With("192.0.2.25", "ex01.corp.local"));

        Assert.Equal(["Banner 192.0.2.25:25 Warning EXN289", "PointerMatchesBanner 192.0.2.25 Warning EXN272", "HelloPolicy 192.0.2.25 Information "], Faults(links));
        Assert.Contains(links.Single(l => l.Link == MailLink.PointerRequired).Findings, f => f.Code == MailIdentityFindingCodes.SendersAssumed);
    }

    [Fact]
    public async Task A_domain_without_exchanger_is_reached_at_its_own_address()
    {
        ZoneDns dns = Dns("contoso.com MX").Add("contoso.com", DnsRecordType.A, "192.0.2.25");

        MailIdentityLink[] links = await Judge(new MailCheck { Domain = Fqdn.Parse("contoso.com") }, dns, new FakeSmtp().With("192.0.2.25", "contoso.com"), "contoso.com");

        Assert.Equal("MailExchanger contoso.com Warning EXN260", Faults(links)[0]);
        Assert.Contains(links, l => l is { Link: MailLink.Certificate, Status: MailLinkStatus.Passed });
    }

    [Theory]
    [InlineData("127.0.0.1", 25, true)]
    [InlineData("10.0.0.25", 25, true)]
    [InlineData("fd00::25", 25, true)]
    [InlineData("192.0.2.25", 25, false)]
    [InlineData("127.0.0.1", 2525, false)]
    public async Task An_address_that_the_Internet_does_not_reach_is_an_error_except_in_a_laboratory(string address, int port, bool isError)
    {
        ZoneDns dns = Dns("smtp.contoso.com A").Add("smtp.contoso.com", address.Contains(':', StringComparison.Ordinal) ? DnsRecordType.AAAA : DnsRecordType.A, address);
        MailObserver observer = new(new MailDns(dns, [ZoneDns.Server]), new FakeSmtp(), (_, _) => Reading(null), new MailObserverOptions(port, "client.example", TimeSpan.FromSeconds(1), 0), new SemaphoreSlim(4));

        MailObservation seen = await observer.ObserveAsync(new MailCheck { Domain = Fqdn.Parse("contoso.com") }, TestContext.Current.CancellationToken);

        Assert.Equal(isError, MailRules.Judge(seen, Now).Any(l => l.Findings.Any(f => f.Code == MailIdentityFindingCodes.ExchangerPrivate)));
    }

    [Fact]
    public async Task A_domain_that_accepts_no_mail_says_so()
    {
        MailIdentityLink[] links = await Judge(new MailCheck { Domain = Fqdn.Parse("contoso.com") }, Dns("contoso.com MX").Add("contoso.com", DnsRecordType.MX, "."), Smtp());

        Assert.Equal("MailExchanger contoso.com Information EXN264", Faults(links)[0]);
        Assert.DoesNotContain(links, l => l.Link is MailLink.Connection or MailLink.PointerRequired);
    }

    /// <summary>What a server does, and the links that then do not pass.</summary>
    public static TheoryData<string, string[]> Servers => new()
    {
        { "Refused Connect", ["Connection Inconclusive EXN280"] },
        { "Timeout Connect", ["Connection Inconclusive EXN281"] },
        { "Timeout Banner", ["Connection Inconclusive EXN282"] },
        { "Timeout Hello", ["Connection Inconclusive EXN282"] },
        { "Unreachable Connect", ["Connection Inconclusive EXN283"] },
        { "Closed Banner", ["Connection Inconclusive EXN284"] },
        { "NotSmtp Banner", ["Connection Failed EXN287"] },
        { "TooMuch Hello", ["Connection Failed EXN288"] },
        { "Rejected Hello", ["Connection Failed EXN286"] },
    };

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_conversation_that_does_not_come_about_leaves_the_links_behind_it_open(string status, string[] expected)
    {
        string[] words = status.Split(' ');
        FakeSmtp smtp = new FakeSmtp().With("192.0.2.25", "smtp.contoso.com", o => new SmtpObservation
        {
            Target = o.Target, Status = Enum.Parse<SmtpStatus>(words[0]), Stage = Enum.Parse<SmtpStage>(words[1]),
        });

        string[] faults = [.. Faults(await Judge(Planned(), Dns(), smtp)).Select(f => string.Join(' ', f.Split(' ').Where((_, i) => i != 1)).Trim())];

        Assert.Equal([.. expected, "Banner Inconclusive", "HelloName Inconclusive", "StartTls Inconclusive", "TlsVersion Inconclusive", "Certificate Inconclusive"], faults);
    }

    [Theory]
    [InlineData(nameof(SmtpStatus.Refused), 25, "EXN280: this network may connect to port 25 outside.")]
    [InlineData(nameof(SmtpStatus.Refused), 2525, "EXN280: this network may connect to port 2525 outside.")]
    [InlineData(nameof(SmtpStatus.Timeout), 25, "EXN281: many networks block connections to port 25 outside.")]
    [InlineData(nameof(SmtpStatus.Timeout), 2525, "EXN281: No connection in time to port 2525.")]
    public async Task A_connection_that_does_not_come_about_names_the_port_that_was_asked(string status, int port, string expected)
    {
        FakeSmtp smtp = new FakeSmtp().With("192.0.2.25", "smtp.contoso.com", o => new SmtpObservation
        {
            Target = o.Target, Status = Enum.Parse<SmtpStatus>(status), Stage = SmtpStage.Connect,
        });
        MailObserver observer = new(
            new MailDns(Dns(), [ZoneDns.Server]), smtp, (_, _) => Reading(null),
            new MailObserverOptions(port, "client.example", TimeSpan.FromSeconds(1), 0), new SemaphoreSlim(4));

        MailObservation seen = await observer.ObserveAsync(Planned(), TestContext.Current.CancellationToken);

        Finding finding = MailRules.Judge(seen, Now).Single(l => l.Link == MailLink.Connection).Findings.Single();
        Assert.StartsWith(finding.Code + ": ", expected, StringComparison.Ordinal);
        Assert.Contains(expected[8..], finding.Message + " " + finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TlsStatus.Timeout, "Inconclusive", "EXN282")]
    [InlineData(TlsStatus.Closed, "Failed", "EXN293")]
    [InlineData(TlsStatus.NotAgreed, "Inconclusive", "EXN199")]
    [InlineData(TlsStatus.Rejected, "Failed", "EXN293")]
    [InlineData(TlsStatus.Malformed, "Failed", "EXN293")]
    public async Task A_handshake_that_does_not_come_about_is_told_apart(TlsStatus status, string verdict, string code)
    {
        FakeSmtp smtp = new FakeSmtp().With("192.0.2.25", "smtp.contoso.com", o => o with { Tls = new TlsObservation { Target = o.Target, Status = status } });

        MailIdentityLink link = (await Judge(Planned(), Dns(), smtp)).Single(l => l.Link == MailLink.StartTls);

        Assert.Equal((verdict, code), (link.Status.ToString(), link.Findings.Single().Code));
    }

    [Theory]
    [InlineData("TLS 1.0", MailLinkStatus.Warning)]
    [InlineData("TLS 1.1", MailLinkStatus.Warning)]
    [InlineData("TLS 1.2", MailLinkStatus.Passed)]
    [InlineData("TLS 1.3", MailLinkStatus.Passed)]
    public async Task Old_versions_of_TLS_are_named(string version, MailLinkStatus status)
    {
        FakeSmtp smtp = new FakeSmtp().With("192.0.2.25", "smtp.contoso.com", o => o with { Tls = o.Tls! with { Protocol = version } });

        Assert.Equal(status, (await Judge(Planned(), Dns(), smtp)).Single(l => l.Link == MailLink.TlsVersion).Status);
    }

    [Theory]
    [InlineData("*.contoso.com", 90, false, "")]
    [InlineData("smtp.contoso.com", -1, false, "EXN296")]
    [InlineData("smtp.contoso.com", 400, false, "EXN297")]
    [InlineData("mail.contoso.com", 90, false, "EXN295")]
    [InlineData("smtp.contoso.com", 90, true, "EXN298")]
    [InlineData("ex01", -5, true, "EXN296 EXN295 EXN298")]
    public async Task The_certificate_is_held_against_the_exchanger(string name, int daysLeft, bool selfSigned, string codes)
    {
        CertificateFacts certificate = new()
        {
            Subject = "CN=x",
            CommonNames = ["smtp.contoso.com"],
            Issuer = "CN=CA",
            AlternativeNames = [new AlternativeName(AlternativeNameKind.Dns, name)],
            NotBefore = Now.AddDays(daysLeft - 365),
            NotAfter = Now.AddDays(daysLeft),
            IsSelfSigned = selfSigned,
        };

        MailIdentityLink link = (await Judge(Planned(), Dns(), Smtp(), _ => certificate)).Single(l => l.Link == MailLink.Certificate);

        Assert.Equal(codes, string.Join(' ', link.Findings.Select(f => f.Code)));
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_is_an_error() =>
        Assert.Equal(["EXN300"], (await Judge(Planned(), Dns(), Smtp(), _ => null)).Single(l => l.Link == MailLink.Certificate).Findings.Select(f => f.Code));

    /// <summary>What DNS does not answer, and the links that are then open.</summary>
    public static TheoryData<string, DnsRecordType, string[]> Silences => new()
    {
        { "contoso.com", DnsRecordType.MX, ["MailExchanger"] },
        { "smtp.contoso.com", DnsRecordType.A, ["ExchangerAddress", "PointerForwardConfirmed"] },
        { "25.2.0.192.in-addr.arpa", DnsRecordType.PTR, ["PointerRequired", "PointerForwardConfirmed", "PointerMatchesBanner"] },
        { "contoso.com", DnsRecordType.TXT, ["SenderPolicy"] },
        { "smtp.contoso.com", DnsRecordType.TXT, ["HelloPolicy"] },
        { "_dmarc.contoso.com", DnsRecordType.TXT, ["Dmarc"] },
        { "_mta-sts.contoso.com", DnsRecordType.TXT, ["MtaSts"] },
        { "_smtp._tls.contoso.com", DnsRecordType.TXT, ["TlsReport"] },
    };

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task What_DNS_does_not_tell_is_open_and_never_failed(string name, DnsRecordType kind, string[] open)
    {
        ZoneDns dns = Dns();
        dns.Silence(name, kind);

        MailIdentityLink[] links = await Judge(Planned(), dns, Smtp());

        Assert.DoesNotContain(links, l => l.Status is MailLinkStatus.Failed or MailLinkStatus.Warning);
        Assert.Equal(open, links.Where(l => l.Status == MailLinkStatus.Inconclusive).Select(l => l.Link.ToString()));
    }

    [Theory]
    [InlineData("_dmarc", "v=DMARC1; p=none", "")]
    [InlineData("_dmarc", "v=DMARC1;p=quarantine;sp=reject;rua=mailto:a@b.c,mailto:d@e.f!10m", "")]
    [InlineData("_dmarc", "v=DMARC1", "EXN305")]
    [InlineData("_dmarc", "v=DMARC1; rua=mailto:a@b.c; p=none", "")]
    [InlineData("_dmarc", "v=DMARC1; rua=mailto:a@b.c", "")]
    [InlineData("_dmarc", "v=DMARC1; p=reject; np=none; t=y; psd=n", "")]
    [InlineData("_dmarc", "v=DMARC1; p=none; np=all", "EXN305")]
    [InlineData("_dmarc", "v=DMARC1; p=block", "EXN305")]
    [InlineData("_dmarc", "v=DMARC1; p=none; sp=all", "EXN305")]
    [InlineData("_dmarc", "v=DMARC1; p=none; ruf=a@b.c", "EXN305")]
    [InlineData("_dmarc", "v=DMARC2; p=none", "EXN304")]
    [InlineData("_mta-sts", "v=STSv1; id=2026", "")]
    [InlineData("_mta-sts", "v=STSv1;", "EXN307")]
    [InlineData("_mta-sts", "v=STSv1; id=123456789012345678901234567890123", "EXN307")]
    [InlineData("_mta-sts", "STSv1", "EXN306")]
    [InlineData("_smtp._tls", "v=TLSRPTv1; rua=https://r.example/x,mailto:a@b.c", "")]
    [InlineData("_smtp._tls", "v=TLSRPTv1; rua=ftp://r.example", "EXN309")]
    [InlineData("_smtp._tls", "v=TLSRPTv1;", "EXN309")]
    [InlineData("_smtp._tls", "v=spf1 -all", "EXN308")]
    public async Task What_else_is_published_is_information_only(string label, string record, string code)
    {
        ZoneDns dns = Dns(label + ".contoso.com TXT").Add(label + ".contoso.com", DnsRecordType.TXT, record);

        MailIdentityLink link = (await Judge(Planned(), dns, Smtp())).Single(l => l.Subject == label + ".contoso.com");

        Assert.Equal(code, string.Join(' ', link.Findings.Select(f => f.Code)));
        Assert.Equal(code.Length == 0 ? MailLinkStatus.Passed : MailLinkStatus.Information, link.Status);
    }

    [Fact]
    public async Task Text_of_others_is_shown_in_visible_form()
    {
        const string Escape = "\u001b[2Jx";
        ZoneDns dns = Dns("25.2.0.192.in-addr.arpa PTR").Add("25.2.0.192.in-addr.arpa", DnsRecordType.PTR, Escape + ".contoso.com").Add("_dmarc.contoso.com", DnsRecordType.TXT, "v=DMARC1; " + Escape)
            .Add("contoso.com", DnsRecordType.MX, Escape, 20);

        MailIdentityLink[] links = await Judge(Planned(), dns, Smtp());

        Assert.Contains(links, l => l.Findings.Any(f => f.Code == MailIdentityFindingCodes.ExchangerNameInvalid));
        Assert.All(
            links.SelectMany(l => l.Findings.SelectMany(f => f.Values.Append(f.Message).Append(f.Subject)).Append(l.Subject).Append(l.Found ?? "").Append(l.Expected ?? "")),
            t => Assert.DoesNotContain(t, c => c is < ' ' or > '~'));
    }

    [Fact]
    public async Task A_flood_of_exchangers_is_bounded()
    {
        ZoneDns dns = Dns("contoso.com MX");
        FakeSmtp smtp = new();
        for (int i = 0; i < 60; i++)
        {
            dns.Add("contoso.com", DnsRecordType.MX, $"mx{i}.example.net", i).Add($"mx{i}.example.net", DnsRecordType.A, "192.0.2." + i);
        }

        MailIdentityLink[] links = await Judge(new MailCheck { Domain = Fqdn.Parse("contoso.com") }, dns, smtp);

        Assert.Equal(20, smtp.Asked.Count);
        Assert.Contains(links[0].Findings, f => f.Code == MailIdentityFindingCodes.ManyExchangers);
    }

    [Fact]
    public async Task One_server_is_spoken_to_once_for_all_domains()
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("SmtpDomain", new[] { "contoso.com", "fabrikam.com" }), ("ExchangeVersion", "SE"), ("MailHost", "smtp.contoso.com"), ("MailIPAddress", "192.0.2.25"), ("MailChildDomain", "sales.contoso.com"));
        FakeSmtp smtp = Smtp();
        ZoneDns dns = Dns().Add("fabrikam.com", DnsRecordType.MX, "smtp.contoso.com", 10).Add("sales.contoso.com", DnsRecordType.MX, "smtp.contoso.com", 10);
        MailObserver observer = Observer(dns, smtp, _ => Certificate("smtp.contoso.com"));

        MailCheck[] checks = [.. MailCheck.Of(plan)];
        await Task.WhenAll(checks.Select(c => observer.ObserveAsync(c, TestContext.Current.CancellationToken)));

        Assert.Equal(["contoso.com", "fabrikam.com", "sales.contoso.com"], checks.Select(c => c.Domain.Value));
        Assert.Single(smtp.Asked);
    }

    [Fact]
    public async Task A_certificate_that_takes_longer_to_judge_than_the_server_had_to_answer_is_open()
    {
        using SemaphoreSlim connections = new(4);
        MailObserver observer = new(
            new MailDns(Dns(), [ZoneDns.Server]), Smtp(), (_, end) => WaitForEnd(end), new MailObserverOptions(25, "client.example", TimeSpan.FromMilliseconds(20), 0), connections);

        MailObservation seen = await observer.ObserveAsync(Planned(), TestContext.Current.CancellationToken);

        Assert.Equal(
            "Certificate 192.0.2.25:25 Inconclusive EXN189",
            Assert.Single(Faults(MailRules.Judge(seen, Now)), f => f.StartsWith("Certificate", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_stop_ends_the_judging_of_a_certificate()
    {
        using SemaphoreSlim connections = new(4);
        using CancellationTokenSource stop = new();
        MailObserver observer = new(
            new MailDns(Dns(), [ZoneDns.Server]), Smtp(), Read, new MailObserverOptions(25, "client.example", TimeSpan.FromMinutes(10), 0), connections);

        await Assert.ThrowsAsync<OperationCanceledException>(() => observer.ObserveAsync(Planned(), stop.Token));

        CertificateReading Read(byte[] certificate, CancellationToken end)
        {
            stop.Cancel();
            return WaitForEnd(end);
        }
    }

    private static CertificateReading WaitForEnd(CancellationToken end)
    {
        end.WaitHandle.WaitOne();
        end.ThrowIfCancellationRequested();
        return Reading(null);
    }

    private static MailCheck Planned() => MailCheck.Of(Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), ("MailHost", "smtp.contoso.com"), ("MailIPAddress", "192.0.2.25"))).Single();

    private static FakeSmtp Smtp() => new FakeSmtp().With("192.0.2.25", "smtp.contoso.com");

    /// <summary>The records of a plan that is kept, without some.</summary>
    private static ZoneDns Dns(params string[] without)
    {
        ZoneDns dns = new();
        (string Owner, DnsRecordType Kind, string Value)[] records =
        [
            ("contoso.com", DnsRecordType.MX, "smtp.contoso.com"), ("smtp.contoso.com", DnsRecordType.A, "192.0.2.25"), ("25.2.0.192.in-addr.arpa", DnsRecordType.PTR, "smtp.contoso.com"),
            ("contoso.com", DnsRecordType.TXT, "v=spf1 ip4:192.0.2.25 -all"), ("smtp.contoso.com", DnsRecordType.TXT, "v=spf1 ip4:192.0.2.25 -all"), ("_dmarc.contoso.com", DnsRecordType.TXT, "v=DMARC1; p=reject"),
            ("_mta-sts.contoso.com", DnsRecordType.TXT, "v=STSv1; id=1"), ("_smtp._tls.contoso.com", DnsRecordType.TXT, "v=TLSRPTv1; rua=mailto:a@contoso.com"),
        ];
        foreach ((string owner, DnsRecordType kind, string value) in records.Where(r => !without.Contains(r.Owner + " " + r.Kind)))
        {
            dns.Add(owner, kind, value, kind == DnsRecordType.MX ? 10 : 0);
        }

        return dns;
    }

    private static Task<MailIdentityLink[]> Judge(MailCheck check, ZoneDns dns, FakeSmtp smtp, params string[] names) =>
        Judge(check, dns, smtp, _ => Certificate([.. names.DefaultIfEmpty("smtp.contoso.com")]));

    private static async Task<MailIdentityLink[]> Judge(MailCheck check, ZoneDns dns, FakeSmtp smtp, Func<byte[], CertificateFacts?> certificate) =>
        [.. MailRules.Judge(await Observer(dns, smtp, certificate).ObserveAsync(check, TestContext.Current.CancellationToken), Now)];

    private static CertificateReading Reading(CertificateFacts? facts) => facts is null
        ? new CertificateReading(null, new CertificateFault(FaultIds.CertificateUnreadable, "damaged"))
        : new CertificateReading(new CertificateBundle { Certificates = [facts], SignedBy = [null], IsOrdered = true }, null);

    private static MailObserver Observer(ZoneDns dns, FakeSmtp smtp, Func<byte[], CertificateFacts?> certificate) => new(
        new MailDns(dns, [ZoneDns.Server]), smtp, (der, _) => Reading(certificate(der)), new MailObserverOptions(25, "client.example", TimeSpan.FromSeconds(1), 0), new SemaphoreSlim(4));

    private static CertificateFacts Certificate(params string[] names) => new()
    {
        Subject = "CN=" + names[0],
        CommonNames = [names[0]],
        Issuer = "CN=CA",
        AlternativeNames = [.. names.Select(n => new AlternativeName(AlternativeNameKind.Dns, n))],
        NotBefore = Now.AddDays(-10),
        NotAfter = Now.AddDays(80),
    };

    private static string[] Faults(IEnumerable<MailIdentityLink> links) =>
        [.. links.Where(l => l.Status != MailLinkStatus.Passed).Select(l => $"{l.Link} {l.Subject} {l.Status} {string.Join(' ', l.Findings.Select(f => f.Code))}")];
}
