using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Mail.Policies;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Planning;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Dns;

/// <summary>Whole DNS scripts of every format and view with their findings, and every refusal, compared letter by letter.</summary>
public class DnsGoldenTests
{
    private const string Spf = "v=spf1 ip4:203.0.113.26 -all";

    private static readonly string s_longHost = string.Concat(Enumerable.Repeat(new string('m', 59) + ".", 4)) + "contoso";
    private static readonly CertificateFacts Server = MailRecordTests.Facts([1], isAuthority: false);
    private static readonly CertificateFacts Authority = MailRecordTests.Facts([2], isAuthority: true);

    public static TheoryData<string> Scripts => [
        "aliases", "everything", "bare", "two-providers", "reverse", "cut-over", "held-back", "targets-held-back", "pinpoint", "nothing",
        "long-host",
    ];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void The_scripts_equal_their_golden_file(string name)
    {
        (NamespacePlan plan, DnsScriptInput input) = Case(name);
        List<string> lines = [];
        foreach (DnsView view in new[] { DnsView.External, DnsView.Internal })
        {
            foreach (DnsScriptFormat format in new[] { DnsScriptFormat.Bind, DnsScriptFormat.Dnscmd, DnsScriptFormat.DnsServer })
            {
                lines.AddRange(Text(plan, Of(input, view, format)));
            }
        }

        GoldenText.Hold($"Dns/Golden/{name}.golden.txt", lines);
    }

    [Theory]
    [InlineData(DnsCutOverStep.LowerTimeToLive, null)]
    [InlineData(DnsCutOverStep.RaiseTimeToLive, 3600)]
    public void A_step_of_the_cut_over_equals_its_golden_file(DnsCutOverStep step, int? seconds)
    {
        NamespacePlan plan = Plan("separate-2010");
        GoldenText.Hold($"Dns/Golden/{step}.golden.txt",
            new[] { DnsScriptFormat.Bind, DnsScriptFormat.Dnscmd, DnsScriptFormat.DnsServer }.SelectMany(f => Text(plan, new DnsScriptInput
            {
                View = DnsView.External,
                Format = f,
                CutOverStep = step,
                TimeToLive = seconds is { } time ? TimeSpan.FromSeconds(time) : null,
                Addresses = Plans.Members(("unknown.contoso.com", "192.0.2.1")),
            })));
    }

    [Theory]
    [InlineData(DnsCutOverStep.LowerTimeToLive, 300)]
    [InlineData(DnsCutOverStep.RaiseTimeToLive, 301)]
    public void A_step_inside_without_addresses_equals_its_golden_file(DnsCutOverStep step, int seconds)
    {
        NamespacePlan plan = DnsScripts.Pinpoint(address: null);
        plan = DnsScripts.Copy(plan, [.. plan.DnsRecords, .. new[] { "www.exoip.com", "mail.exoip.com" }.Select(n => DnsScripts.Alias(n, "exoip.com", DnsView.Internal))]);
        GoldenText.Hold(
            $"Dns/Golden/{step}-inside.golden.txt",
            new[] { DnsScriptFormat.Bind, DnsScriptFormat.Dnscmd, DnsScriptFormat.DnsServer }.SelectMany(f => Text(
                plan, new DnsScriptInput { View = DnsView.Internal, Format = f, CutOverStep = step, TimeToLive = TimeSpan.FromSeconds(seconds) })));
    }

    [Fact]
    public void Records_show_what_they_hold()
    {
        (NamespacePlan plan, DnsScriptInput input) = Case("everything");
        DnsScript[] scripts = [DnsScripts.Make(plan, input), DnsScripts.Make(DnsScripts.Pinpoint(address: null), Input() with { View = DnsView.Internal })];
        GoldenText.Hold(
            "Dns/Golden/records.golden.txt",
            scripts.SelectMany(s => s.Zones).SelectMany(z => z.Records).Select(r => $"{r.Zone} {r.Node}: {r} {r.Withheld}".TrimEnd()));
    }

    [Fact]
    public void Files_and_refusals_of_both_views_equal_their_golden_file()
    {
        NamespacePlan plan = Plan("mail");
        List<string> lines = [];
        foreach (DnsScriptFormat format in new[] { DnsScriptFormat.Bind, DnsScriptFormat.Dnscmd })
        {
            DnsScriptSet set = DnsScriptSet.Build(plan, [DnsView.External, DnsView.Internal, DnsView.External], v => Input(format) with
            {
                View = v,
                Mail = v == DnsView.External ? new MailRecordInput { GivenAs = "MtaStsMode", MtaStsMode = MtaStsMode.Testing } : null,
            }, null, []);
            lines.AddRange(set.Files.Select(f => $"{string.Join('.', f.NameParts)}: {f.Action}, {f.Lines("1.0", new DateTime(2026, 11, 30)).Count()} lines, {(f.NewLine == "\n" ? "Unix" : "Windows")}"));
            lines.Add($"{set.IsForSeveralServers}, {set.Lines.Count()} lines, {set.Records.Count()} records, {set.Findings.Count()} findings, policy: {string.Join(" | ", set.PolicyLines)}");
        }

        List<InputFault> faults = [];
        DnsScriptSet none = DnsScriptSet.Build(plan, [DnsView.External, DnsView.Internal], v => Input() with { View = v }, "10.0.0.1", faults);
        DnsScriptSet.Build(plan, [DnsView.Internal], v => Mail(new MailRecordInput { GivenAs = "DmarcPolicy", DmarcPolicy = DmarcPolicy.Reject }) with { View = v }, "10.0.0.1", faults);
        Assert.Empty(none.PolicyLines);
        GoldenText.Hold("Dns/Golden/both-views.golden.txt", lines.Concat(faults.Select(GoldenText.Line)));
    }

    [Fact]
    public void What_lies_on_a_limit_is_taken() => Assert.All(
        new DnsScriptInput[]
        {
            Input() with { TimeToLive = TimeSpan.Zero },
            Input() with { TimeToLive = TimeSpan.FromSeconds(int.MaxValue) },
            Input() with { NameServers = ["ns1.contoso.com"], Serial = 0 },
            Input() with { NameServers = ["ns1.contoso.com"], Serial = uint.MaxValue },
            Input() with { NameServers = ["ns1.contoso.com"], HostMaster = new string('a', 63) + "@contoso.com" },
            Input() with { NameServers = ["ns1.contoso.com"], HostMaster = "~@contoso.com" },
            Input() with { SpfRecord = "v=spf1 ~all" },
            Input() with { CutOverStep = DnsCutOverStep.LowerTimeToLive, TimeToLive = TimeSpan.FromSeconds(300) },
            Mail(new MailRecordInput { GivenAs = "MtaStsMode", MtaStsMode = MtaStsMode.Testing, MtaStsMaxAge = TimeSpan.Zero }),
            Mail(new MailRecordInput { GivenAs = "MtaStsMode", MtaStsMode = MtaStsMode.Testing, MtaStsMaxAge = TimeSpan.FromSeconds(MtaStsPolicy.LongestAge) }),
        },
        input => DnsScripts.Make(Plan("mail"), input));

    [Fact]
    public void Every_refusal_equals_the_golden_file()
    {
        NamespacePlan mail = Plan("mail");
        NamespacePlan hygiene = Plan("hygiene");
        NamespacePlan silent = Plan("cleared");
        NamespacePlan mapped = Plans.Make("EX01", ("ExternalHost", "post.m\u00fcller.example"), ("ExchangeVersion", "SE"), ("DnsModel", "Split"), ("SmtpDomain", "m\u00fcller.example"));
        (string What, NamespacePlan Plan, DnsScriptInput Input)[] cases =
        [
            ("what zone text alone has", mail, Input(DnsScriptFormat.Dnscmd) with { Serial = 1, NameServers = ["ns1.contoso.com"], HostMaster = "a@contoso.com" }),
            ("what Windows alone has", mail, Input() with { Storage = DnsZoneStorage.Forest }),
            ("addresses", mail, Input() with { Addresses = Plans.Members(("mail", "10.0.0.1"), ("a.contoso.com", "10.1"), ("b.contoso.com", null), ("c.contoso.com", new List<object?>()), ("d.contoso.com", 5L)) }),
            ("one host twice", mail, Input() with { Addresses = Plans.Members(("post.m\u00fcller.example", "10.0.0.1"), ("post.xn--mller-kva.example", "10.0.0.2")) }),
            ("one SPF record twice", mapped, Input() with { SpfRecord = Plans.Members(("m\u00fcller.example", Spf), ("xn--mller-kva.example", Spf)) }),
            ("a host master of 64 letters", mail, Input() with { HostMaster = new string('a', 64) + "@contoso.com" }),
            ("a key without bytes", mail, Mail(new MailRecordInput { GivenAs = "TlsaCertificate", TlsaCertificates = [("now.pem", [MailRecordTests.Facts([], isAuthority: true)])], TlsaUsages = [TlsaUsage.EndEntity, TlsaUsage.Authority] })),
            ("a chain without bytes", mail, Mail(new MailRecordInput { GivenAs = "TlsaCertificate", TlsaCertificates = [("now.pem", [Server, MailRecordTests.Facts([], isAuthority: true)])], TlsaUsages = [TlsaUsage.EndEntity, TlsaUsage.Authority] })),
            ("senders", mail, Input() with { SendingAddresses = ["192.0.2.1/24", null, "192.0.2.1"], ReverseZones = ["192.0.3.0/24"] }),
            ("senders without a mail host", silent, Input() with { SendingAddresses = ["192.0.2.1"] }),
            ("reverse zones", mail, Input() with { ReverseZones = ["192.0.2.0/25", null, "contoso.com"] }),
            ("an SPF record", mail, Input() with { SpfRecord = "v=spf10 -all" }),
            ("an SPF record with a line break", mail, Input() with { SpfRecord = "v=spf1 -all\n" }),
            ("SPF records", mail, Input() with { SpfRecord = Plans.Members(("other.com", Spf), ("a b", Spf), ("contoso.com", 5L), ("fabrikam.com", "v=spf1")) }),
            ("an SPF record of another type", mail, Input() with { SpfRecord = 5L }),
            ("a time to live", mail, Input() with { TimeToLive = TimeSpan.FromSeconds(-1) }),
            ("a serial number", mail, Input() with { Serial = 4294967296, NameServers = ["ns1"], HostMaster = "a b@contoso.com" }),
            ("a host master", mail, Input() with { HostMaster = "a@contoso" }),
            ("a step that is lowered to a long time", mail, Input() with { CutOverStep = DnsCutOverStep.LowerTimeToLive, TimeToLive = TimeSpan.FromSeconds(301) }),
            ("a step that is raised to a short time", mail, Input() with { CutOverStep = DnsCutOverStep.RaiseTimeToLive, TimeToLive = TimeSpan.FromSeconds(300) }),
            ("a step that is raised to no time", mail, Input() with { CutOverStep = DnsCutOverStep.RaiseTimeToLive }),
            ("a step with records", mail, Input(DnsScriptFormat.DnsServer) with
            {
                CutOverStep = DnsCutOverStep.LowerTimeToLive,
                SendingAddresses = ["192.0.2.1"],
                SpfRecord = Spf,
                IncludeSrv = true,
                Storage = DnsZoneStorage.File,
                Mail = new MailRecordInput { GivenAs = "DmarcPolicy", DmarcPolicy = DmarcPolicy.Reject },
            }),
            ("records for mail without mail", silent, Mail(new MailRecordInput { GivenAs = "MtaStsMode", MtaStsMode = MtaStsMode.Enforce })),
            ("keys of a service", hygiene, Mail(new MailRecordInput { GivenAs = "TlsaCertificate", TlsaCertificates = [("now.pem", [Server])] })),
            ("an age and a report address alone", mail, Mail(new MailRecordInput { GivenAs = "MtaStsMaxAge", MtaStsMaxAge = TimeSpan.FromDays(1), DmarcReportAddresses = ["a@contoso.com"] })),
            ("an age that is too long", mail, Mail(new MailRecordInput { GivenAs = "MtaStsMode", MtaStsMode = MtaStsMode.Testing, MtaStsMaxAge = TimeSpan.FromDays(366) })),
            ("an age with a part of a second", mail, Mail(new MailRecordInput { GivenAs = "MtaStsMode", MtaStsMode = MtaStsMode.Testing, MtaStsMaxAge = TimeSpan.FromMilliseconds(1500) })),
            ("report addresses", mail, Mail(new MailRecordInput { GivenAs = "TlsReportAddress", TlsReportAddresses = ["contoso.com", "http://contoso.com/", null], DmarcPolicy = DmarcPolicy.None, DmarcReportAddresses = ["https://contoso.com/"] })),
            ("a key of no authority", mail, Mail(new MailRecordInput { GivenAs = "TlsaCertificate", TlsaCertificates = [("now.pem", [Server])], TlsaUsages = [TlsaUsage.Authority] })),
        ];

        GoldenText.Hold("Dns/Golden/refusals.golden.txt", cases.SelectMany(c => Refused(c.Plan, c.Input).Prepend(c.What)));
    }

    private static IEnumerable<string> Text(NamespacePlan plan, DnsScriptInput input)
    {
        DnsScript script = DnsScripts.Make(plan, input);
        return script.Parts.SelectMany(p => p.Lines)
            .Concat(script.PolicyLines.Select(l => "policy: " + l))
            .Concat(script.Findings.SelectMany(GoldenText.Lines))
            .Prepend($"=== {script.View} {script.Format}");
    }

    private static (NamespacePlan Plan, DnsScriptInput Input) Case(string name) => name switch
    {
        "aliases" => (Plan("separate-2010"), Input() with { IncludeSrv = true, TimeToLive = TimeSpan.FromSeconds(300) }),
        "everything" => (Plan("mail"), Input() with
        {
            IncludeSrv = true,
            TimeToLive = TimeSpan.FromSeconds(301),
            SpfRecord = Plans.Members(("contoso.com", Spf), ("fabrikam.com", "v=spf1 exists:%{i}.\"x\" " + new string('a', 300) + " -all"), ("out.fabrikam.com", "v=spf1 a -all")),
            NameServers = ["ns1.contoso.com", "ns2.example.net"],
            HostMaster = "dns.team@contoso.com",
            Serial = 7,
            Addresses = Plans.Members(("ns1.contoso.com", new List<object?> { "192.0.2.53", "2001:db8::53" }), ("unused.contoso.com", "192.0.2.9")),
            Mail = new MailRecordInput
            {
                GivenAs = "MtaStsMode",
                MtaStsMode = MtaStsMode.Enforce,
                MtaStsMaxAge = TimeSpan.FromDays(1),
                TlsReportAddresses = ["tls@contoso.com", "https://reports.example.net/tls"],
                DmarcPolicy = DmarcPolicy.Quarantine,
                DmarcReportAddresses = ["dmarc@reports.example.net"],
                TlsaCertificates = [("now.pem", [Server, Authority])],
                TlsaUsages = [TlsaUsage.EndEntity, TlsaUsage.Authority],
            },
        }),
        "bare" => (Plan("no-common-domain"), Input() with { IncludeSrv = true }),
        "two-providers" => (Plan("hygiene"), Input() with
        {
            PlannedSpf = new Dictionary<Fqdn, string> { [Fqdn.Parse("contoso.com")] = Spf, [Fqdn.Parse("fabrikam.com")] = Spf },
            Mail = new MailRecordInput { GivenAs = "MtaStsMode", MtaStsMode = MtaStsMode.Testing },
        }),
        "reverse" => (Plan("hygiene-ranges"), Input() with { SendingAddresses = ["203.0.113.30", "2001:db8::30"], ReverseZones = ["203.0.0.0/16", "203.0.113.0/24", "2001:db8::/32"], Addresses = Plans.Members(("mail.contoso.com", "203.0.113.10")) }),
        "cut-over" => (Plan("self-signed"), Input() with { TimeToLive = TimeSpan.FromHours(2) }),
        "held-back" => (DnsScripts.With(DnsScripts.Alias("mail.exoip.com", "exoip.com"), DnsScripts.Alias("exoip.com", "exoip.com")), Input()),
        "targets-held-back" => (
            DnsScripts.Copy(DnsScripts.With(), [.. DnsScripts.With().DnsRecords.Where(r => r.Name.Value != "mail.exoip.com"), DnsScripts.Alias("mail.exoip.com", "exoip.com")]),
            Input() with { IncludeSrv = true }),
        "pinpoint" => (DnsScripts.Pinpoint(address: null), Input() with { IncludeSrv = true, Mail = new MailRecordInput { GivenAs = "DmarcPolicy", DmarcPolicy = DmarcPolicy.Reject } }),
        "nothing" => (DnsScripts.Copy(DnsScripts.Article(), []), Input()),
        "long-host" => (
            Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), ("DnsModel", "Split"), ("MailHost", s_longHost)),
            Input() with { Mail = new MailRecordInput { GivenAs = "TlsaCertificate", TlsaCertificates = [("now.pem", [Server])] } }),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static NamespacePlan Plan(string sample) => PlanSamples.Of(sample).Plan!;

    /// <summary>The input as a format takes it.</summary>
    private static DnsScriptInput Of(DnsScriptInput input, DnsView view, DnsScriptFormat format) => format == DnsScriptFormat.Bind
        ? input with { View = view }
        : input with { View = view, Format = format, NameServers = null, HostMaster = null, Serial = null, Storage = view == DnsView.Internal ? DnsZoneStorage.Forest : null };

    private static DnsScriptInput Input(DnsScriptFormat format = DnsScriptFormat.Bind) => DnsScripts.Input(DnsView.External, format);

    private static DnsScriptInput Mail(MailRecordInput mail) => Input() with { Mail = mail };

    private static IEnumerable<string> Refused(NamespacePlan plan, DnsScriptInput input)
    {
        List<InputFault> faults = [];
        Assert.Null(DnsScript.Build(plan, input, faults));
        return faults.Select(f => "  " + GoldenText.Line(f));
    }
}
