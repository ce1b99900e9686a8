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
using Xunit;

namespace ExchangeNamespace.Tests.MailChecks;

/// <summary>TLSA records against what the exchanger shows (RFC 6698 2.1, RFC 7671 5, RFC 7672 2.2 and 3.1).</summary>
public class TlsaRulesTests
{
    private const string Owner = "_25._tcp.smtp.contoso.com";

    private static readonly DateTime Now = new(2026, 6, 1, 12, 0, 0, DateTimeKind.Utc);

    private static readonly byte[] Leaf = [1];
    private static readonly byte[] Authority = [2];
    private static readonly byte[] LeafKey = [11, 12];
    private static readonly byte[] AuthorityKey = [21, 22];

    /// <summary>What a word of a row stands for.</summary>
    private static readonly Dictionary<string, string> Words = new()
    {
        ["leafkey"] = PublicKeyDigest.Sha256(LeafKey),
        ["leafkey512"] = "775475EF0632EDC7AB382F98EE46CD57AE642FD9427BD119C741955331DBE919"
            + "2D840C46D8E960A9D21C34804C7A80E8B5BFAEDF9CB31C3FB48DBCFA5DA60B15",
        ["leafkeywhole"] = Hex(LeafKey),
        ["leaf"] = PublicKeyDigest.Sha256(Leaf),
        ["leaf512"] = "7B54B66836C1FBDD13D2441D9E1434DC62CA677FB68F5FE66A464BAADECDBD00"
            + "576F8D6B5AC3BCC80844B7D50B1CC6603444BBE7CFCF8FC0AA1EE3C636D9E339",
        ["leafwhole"] = Hex(Leaf),
        ["authoritykey"] = PublicKeyDigest.Sha256(AuthorityKey),
        ["authority"] = PublicKeyDigest.Sha256(Authority),
        ["other"] = new string('A', 64),
    };

    [Theory]
    [InlineData("3 1 1 leafkey", "Passed ")]
    [InlineData("3 1 2 leafkey512", "Passed ")]
    [InlineData("3 1 0 leafkeywhole", "Passed ")]
    [InlineData("3 0 1 leaf", "Passed ")]
    [InlineData("3 0 2 leaf512", "Passed ")]
    [InlineData("3 0 0 leafwhole", "Passed ")]
    [InlineData("2 1 1 authoritykey", "Passed ")]
    [InlineData("2 0 1 authority", "Passed ")]
    [InlineData("3 1 1 other|3 1 1 leafkey", "Passed ")]
    [InlineData("3 1 1 other|2 1 1 authoritykey", "Passed ")]
    [InlineData("3 1 1 other", "Failed EXN347")]
    [InlineData("3 1 1 authoritykey", "Failed EXN347")]
    [InlineData("2 1 1 leafkey", "Failed EXN347")]
    [InlineData("3 0 1 leafkey", "Failed EXN347")]
    [InlineData("1 1 1 leafkey", "Warning EXN348")]
    [InlineData("0 1 1 authoritykey", "Warning EXN348")]
    [InlineData("3 7 1 leafkey", "Warning EXN348")]
    [InlineData("3 1 9 leafkey", "Warning EXN348")]
    [InlineData("1 1 1 leafkey|3 1 1 leafkey", "Warning EXN348")]
    [InlineData("1 1 1 leafkey|3 1 1 other", "Failed EXN348 EXN347")]
    [InlineData("nonsense", "Warning EXN348")]
    public async Task Each_record_fits_what_its_fields_say(string records, string expected) => Assert.Equal(expected, Show(await Judge(records)));

    [Theory]
    [InlineData("3 1 1 leafkey", "mail.contoso.com", "Passed ")]
    [InlineData("2 1 1 authoritykey", "mail.contoso.com", "Failed EXN347")]
    public async Task The_name_counts_with_the_key_of_an_authority_alone(string records, string name, string expected) =>
        Assert.Equal(expected, Show(await Judge(records, name: name)));

    /// <summary>Unknown stays unknown: without a named resolver that proves everything on the way, nothing is judged.</summary>
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public async Task Without_a_resolver_that_was_named_and_validates_nothing_is_concluded(bool isNamed, bool isAuthenticated) =>
        Assert.Equal("Inconclusive EXN349", Show(await Judge("3 1 1 other", isNamed, isAuthenticated)));

    [Fact]
    public async Task Without_records_there_is_no_link() => Assert.Null(await Judge(string.Empty));

    [Fact]
    public async Task What_DNS_does_not_tell_is_open() => Assert.Equal("Inconclusive EXN269", Show(await Judge("silent")));

    [Fact]
    public async Task A_server_without_STARTTLS_is_not_delivered_to() => Assert.Equal("Failed EXN347",
        Show(await Judge("3 1 1 leafkey", change: o => o with { StartTls = StartTlsStatus.NotOffered, Tls = null })));

    [Fact]
    public async Task A_server_that_did_not_answer_leaves_the_link_open() => Assert.Equal("Inconclusive ",
        Show(await Judge("3 1 1 leafkey", change: o => new SmtpObservation { Target = o.Target, Status = SmtpStatus.Timeout, Stage = SmtpStage.Connect })));

    [Fact]
    public async Task The_record_that_would_fit_is_among_the_values() => Assert.Equal(["3 1 1 " + Words["leafkey"]],
        (await Judge("3 1 1 other"))!.Findings.Single().Values);

    /// <summary>RFC 7671 8.4: two times to live before the next key.</summary>
    [Theory]
    [InlineData("3 1 1 leafkey", "2026-08-20 11:50")]
    [InlineData("3 1 1 leafkey|3 1 1 other", null)]
    [InlineData("3 1 1 leafkey|2 1 1 authoritykey", null)]
    [InlineData("2 1 1 authoritykey", null)]
    [InlineData("3 1 1 other", null)]
    public async Task The_roll_over_is_worked_out_where_one_key_stands_alone(string records, string? day)
    {
        Finding? finding = (await Judge(records))!.Findings.SingleOrDefault(f => f.Code == MailIdentityFindingCodes.TlsaRollOver);

        Assert.Equal(day is not null, finding is not null);
        Assert.Contains(day ?? string.Empty, finding?.Message ?? string.Empty, StringComparison.Ordinal);
    }

    private static string Show(MailIdentityLink? link) =>
        $"{link!.Status} {string.Join(' ', link.Findings.Where(f => f.Severity != FindingSeverity.Information).Select(f => f.Code))}";

    private static async Task<MailIdentityLink?> Judge(string records, bool isNamed = true, bool isAuthenticated = true,
        string name = "smtp.contoso.com", Func<SmtpObservation, SmtpObservation>? change = null)
    {
        ZoneDns dns = new ZoneDns { IsAuthenticated = isAuthenticated }.Add("contoso.com", DnsRecordType.MX, "smtp.contoso.com", 10)
            .Add("smtp.contoso.com", DnsRecordType.A, "192.0.2.25");
        if (records == "silent")
        {
            dns.Silence(Owner, DnsRecordType.TLSA);
        }
        else
        {
            foreach (string record in records.Split('|').Where(r => r.Length > 0))
            {
                string[] parts = record.Split(' ');
                dns.Add(Owner, DnsRecordType.TLSA, string.Join(' ', parts.Select(p => Words.TryGetValue(p, out string? word) ? word : p)));
            }
        }

        FakeSmtp smtp = new FakeSmtp().With("192.0.2.25", "smtp.contoso.com", o =>
            (change ?? (x => x))(o with { Tls = o.Tls! with { Chain = [Leaf, Authority] } }));
        MailObserver observer = new(new MailDns(dns, [ZoneDns.Server]), smtp, (der, _) => Read(der, name),
            new MailObserverOptions(25, "client.example", TimeSpan.FromSeconds(1), 0) { IsResolverNamed = isNamed }, new SemaphoreSlim(4));
        MailObservation seen = await observer.ObserveAsync(new MailCheck { Domain = Fqdn.Parse("contoso.com") }, TestContext.Current.CancellationToken);
        return MailRules.Judge(seen, Now).SingleOrDefault(l => l.Link == MailLink.Tlsa);
    }

    private static CertificateReading Read(byte[] der, string name)
    {
        bool isLeaf = der[0] == Leaf[0];
        return new(new CertificateBundle
        {
            Certificates =
            [
                new CertificateFacts
                {
                    Subject = "CN=x", CommonNames = ["x"], Issuer = "CN=CA", AlternativeNames = [new AlternativeName(AlternativeNameKind.Dns, isLeaf ? name : "ca")],
                    NotBefore = Now.AddDays(-10), NotAfter = Now.AddDays(80), PublicKeyInfo = isLeaf ? LeafKey : AuthorityKey,
                },
            ],
            SignedBy = [null],
            IsOrdered = true,
        }, null);
    }

    private static string Hex(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", string.Empty, StringComparison.Ordinal);
}
