using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Mail.Policies;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Dns;

/// <summary>The records for inbound mail in each format: MTA-STS (RFC 8461), TLS-RPT (RFC 8460), DMARC, TLSA (RFC 6698, 7672).</summary>
public class MailRecordTests
{
    private static readonly byte[] Key = [1, 2];
    private static readonly string Digest = PublicKeyDigest.Sha256(Key);
    private static readonly byte[] OtherKey = [3, 4];
    private static readonly string Other = PublicKeyDigest.Sha256(OtherKey);

    private static readonly CertificateFacts Server = Facts(Key, isAuthority: false);
    private static readonly CertificateFacts Authority = Facts(OtherKey, isAuthority: true);

    private static readonly NamespacePlan Plan = Make();

    private static readonly MailRecordInput Everything = new()
    {
        GivenAs = "MtaStsMode",
        MtaStsMode = MtaStsMode.Testing,
        TlsReportAddresses = ["tls@contoso.com", "https://reports.contoso.com/tls"],
        DmarcPolicy = DmarcPolicy.None,
        DmarcReportAddresses = ["mailto:dmarc@contoso.com"],
        TlsaCertificates = [("a.pem", [Server, Authority])],
        TlsaUsages = [TlsaUsage.EndEntity, TlsaUsage.Authority],
    };

    [Fact]
    public void Zone_text_has_every_record() => Assert.Equal(
        [
            "_mta-sts IN TXT \"v=STSv1; id=ID;\"",
            "mta-sts IN A 192.0.2.80",
            "_smtp._tls IN TXT \"v=TLSRPTv1; rua=mailto:tls@contoso.com,https://reports.contoso.com/tls;\"",
            "_dmarc IN TXT \"v=DMARC1; p=none; rua=mailto:dmarc@contoso.com\"",
            $"_25._tcp.smtp IN TLSA 3 1 1 {Digest}",
            $"_25._tcp.smtp IN TLSA 2 1 1 {Other}",
        ],
        Lines(DnsScriptFormat.Bind, Everything));

    [Fact]
    public void Cmdlets_have_every_record() => Assert.Equal(
        [
            "Add-DnsServerResourceRecord -Txt -ZoneName contoso.com -Name \"_mta-sts\" -DescriptiveText 'v=STSv1; id=ID;'",
            "Add-DnsServerResourceRecordA -ZoneName contoso.com -Name mta-sts -IPv4Address \"192.0.2.80\"",
            "Add-DnsServerResourceRecord -Txt -ZoneName contoso.com -Name \"_smtp._tls\" -DescriptiveText "
                + "'v=TLSRPTv1; rua=mailto:tls@contoso.com,https://reports.contoso.com/tls;'",
            "Add-DnsServerResourceRecord -Txt -ZoneName contoso.com -Name \"_dmarc\" -DescriptiveText 'v=DMARC1; p=none; rua=mailto:dmarc@contoso.com'",
            "Add-DnsServerResourceRecord -Tlsa -ZoneName contoso.com -Name \"_25._tcp.smtp\" -CertificateUsage DomainIssuedCertificate -Selector "
                + $"SubjectPublicKeyInfo -MatchingType Sha256Hash -CertificateAssociationData '{Digest}'",
            "Add-DnsServerResourceRecord -Tlsa -ZoneName contoso.com -Name \"_25._tcp.smtp\" -CertificateUsage TrustAnchorAssertion -Selector "
                + $"SubjectPublicKeyInfo -MatchingType Sha256Hash -CertificateAssociationData '{Other}'",
        ],
        Lines(DnsScriptFormat.DnsServer, Everything));

    [Fact]
    public void Lines_of_dnscmd_have_all_but_TLSA_which_is_a_comment_and_a_warning()
    {
        DnsScript script = Script(DnsScriptFormat.Dnscmd, Everything);

        Assert.Equal(
            [
                "dnscmd /recordadd contoso.com \"_mta-sts\" TXT \"v=STSv1; id=ID;\"",
                "dnscmd /recordadd contoso.com mta-sts A 192.0.2.80",
                "dnscmd /recordadd contoso.com \"_smtp._tls\" TXT \"v=TLSRPTv1; rua=mailto:tls@contoso.com,https://reports.contoso.com/tls;\"",
                "dnscmd /recordadd contoso.com \"_dmarc\" TXT \"v=DMARC1; p=none; rua=mailto:dmarc@contoso.com\"",
            ],
            Lines(DnsScriptFormat.Dnscmd, Everything).Select(l => l.Replace(" _", " \"_").Replace("_mta-sts TXT", "_mta-sts\" TXT")
                .Replace("_tls TXT", "_tls\" TXT").Replace("_dmarc TXT", "_dmarc\" TXT")));
        Assert.Equal(2, script.Findings.Count(f => f.Code == DnsFindingCodes.TlsaNotOnCommandLine));
        Assert.Equal(2, script.Parts.SelectMany(p => p.Lines).Count(l => l.StartsWith("REM", StringComparison.Ordinal) && l.Contains("TLSA")));
    }

    [Fact]
    public void The_policy_names_the_exchangers_of_the_plan_and_none_on_the_way_back()
    {
        Assert.Equal(["version: STSv1", "mode: testing", "mx: smtp.contoso.com", "max_age: 604800"], Script(DnsScriptFormat.Bind, Everything).PolicyLines);
        Assert.Equal(["version: STSv1", "mode: enforce", "mx: in.filter.example", "mx: in2.filter.example", "max_age: 86400"],
            Script(DnsScriptFormat.Bind, new MailRecordInput { GivenAs = "MtaStsMode", MtaStsMode = MtaStsMode.Enforce, MtaStsMaxAge = TimeSpan.FromDays(1) },
                Make(("HygieneHost", new[] { "in.filter.example", "in2.filter.example" }))).PolicyLines);
        Assert.Equal(["version: STSv1", "mode: none", "max_age: 604800"],
            Script(DnsScriptFormat.Bind, new MailRecordInput { GivenAs = "MtaStsMode", MtaStsMode = MtaStsMode.None }).PolicyLines);
    }

    [Fact]
    public void A_key_that_two_certificates_share_is_one_record_and_the_next_key_stands_beside_it()
    {
        MailRecordInput two = new()
        {
            GivenAs = "TlsaCertificate",
            TlsaCertificates = [("now.pem", [Server]), ("same.pem", [Server]), ("next.csr", [Facts(OtherKey, isAuthority: false)])],
        };

        Assert.Equal([$"_25._tcp.smtp IN TLSA 3 1 1 {Digest}", $"_25._tcp.smtp IN TLSA 3 1 1 {Other}"], Lines(DnsScriptFormat.Bind, two));
    }

    [Fact]
    public void Child_domains_have_records_of_their_own_but_for_DMARC_which_covers_them()
    {
        string[] lines = Lines(DnsScriptFormat.Bind, new MailRecordInput
        {
            GivenAs = "DmarcPolicy", MtaStsMode = MtaStsMode.Testing, TlsReportAddresses = ["tls@contoso.com"], DmarcPolicy = DmarcPolicy.Reject,
        }, Make(("MailChildDomain", "lists.contoso.com")));

        Assert.Equal(["_mta-sts", "mta-sts", "_smtp._tls", "_dmarc", "_mta-sts.lists", "_smtp._tls.lists"], lines.Select(l => l.Split(' ')[0]));
    }

    [Fact]
    public void The_address_of_the_policy_host_is_asked_for_where_it_is_not_stated()
    {
        List<InputFault> faults = [];
        DnsScript script = DnsScript.Build(Plan, new DnsScriptInput { View = DnsView.External, Format = DnsScriptFormat.Bind,
            Mail = new MailRecordInput { GivenAs = "MtaStsMode", MtaStsMode = MtaStsMode.Testing } }, faults)!;

        Assert.Contains(script.Findings, f => f.Code == DnsFindingCodes.AddressNotStated && f.Subject == "mta-sts.contoso.com");
        Assert.DoesNotContain(script.Parts.SelectMany(p => p.Lines), l => l.StartsWith("mta-sts IN", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("EXN115 EXN117")]
    public void What_the_records_need_beside_them_is_said(string codes) => Assert.Equal(codes.Split(' '),
        Script(DnsScriptFormat.Bind, Everything).Findings.Select(f => f.Code).Where(c => string.CompareOrdinal(c, "EXN115") >= 0).Order());

    [Fact]
    public void A_policy_that_is_enforced_and_reports_to_others_are_said()
    {
        DnsScript script = Script(DnsScriptFormat.Bind, new MailRecordInput
        {
            GivenAs = "MtaStsMode", MtaStsMode = MtaStsMode.Enforce, DmarcPolicy = DmarcPolicy.None, DmarcReportAddresses = ["a@reports.example"],
        });

        Assert.Contains(script.Findings, f => f.Code == DnsFindingCodes.PolicyEnforced && f.Severity == FindingSeverity.Warning);
        Assert.Equal(["contoso.com._report._dmarc.reports.example TXT \"v=DMARC1;\""],
            script.Findings.Single(f => f.Code == DnsFindingCodes.ReportsElsewhere).Values);
    }

    public static TheoryData<string, MailRecordInput, string> Refused => new()
    {
        { "no mail host", new MailRecordInput { GivenAs = "MtaStsMode", MtaStsMode = MtaStsMode.Testing }, FaultIds.MailNotPlanned },
        { "", new MailRecordInput { GivenAs = "MtaStsMaxAge", MtaStsMaxAge = TimeSpan.FromDays(1) }, FaultIds.InputContradiction },
        { "", new MailRecordInput { GivenAs = "MtaStsMode", MtaStsMode = MtaStsMode.Testing, MtaStsMaxAge = TimeSpan.FromDays(400) }, FaultIds.ValueOutOfRange },
        { "", new MailRecordInput { GivenAs = "MtaStsMode", MtaStsMode = MtaStsMode.Testing, MtaStsMaxAge = TimeSpan.FromTicks(7) }, FaultIds.ValueOutOfRange },
        { "", new MailRecordInput { GivenAs = "DmarcReportAddress", DmarcReportAddresses = ["a@contoso.com"] }, FaultIds.InputContradiction },
        { "", new MailRecordInput { GivenAs = "TlsaCertificate", TlsaCertificates = [("x", [Server])], TlsaUsages = [TlsaUsage.Authority] }, FaultIds.CertificateMissing },
        { "", new MailRecordInput { GivenAs = "TlsaCertificate", TlsaCertificates = [("x", [Facts([], false)])] }, FaultIds.CertificateMissing },
        { "hygiene", new MailRecordInput { GivenAs = "TlsaCertificate", TlsaCertificates = [("x", [Server])] }, FaultIds.InputContradiction },
        { "", new MailRecordInput { GivenAs = "DmarcPolicy", DmarcPolicy = DmarcPolicy.None, DmarcReportAddresses = ["https://x.example/"] }, FaultIds.ValueNotListed },
        { "", new MailRecordInput { GivenAs = "TlsReportAddress", TlsReportAddresses = ["a@contoso.com; v=x"] }, FaultIds.ValueNotListed },
        { "", new MailRecordInput { GivenAs = "TlsReportAddress", TlsReportAddresses = ["http://contoso.com/"] }, FaultIds.ValueNotListed },
        { "", new MailRecordInput { GivenAs = "TlsReportAddress", TlsReportAddresses = ["https://u:p@contoso.com/"] }, FaultIds.ValueNotListed },
        { "", new MailRecordInput { GivenAs = "TlsReportAddress", TlsReportAddresses = ["a@contoso.com\nx"] }, FaultIds.ValueNotListed },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_honoured_is_refused(string plan, MailRecordInput mail, string id)
    {
        List<InputFault> faults = [];
        NamespacePlan made = plan switch
        {
            "no mail host" => Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "SE")),
            "hygiene" => Make(("HygieneHost", "in.filter.example")),
            _ => Plan,
        };

        Assert.Null(DnsScript.Build(made, new DnsScriptInput { View = DnsView.External, Format = DnsScriptFormat.Bind, Mail = mail }, faults));
        Assert.Equal(id, Assert.Single(faults).Id);
    }

    [Fact]
    public void The_inside_view_alone_is_refused()
    {
        List<InputFault> faults = [];
        DnsScriptSet.Build(Plan, [DnsView.Internal], v => new DnsScriptInput { View = v, Format = DnsScriptFormat.Bind, Mail = Everything }, null, faults);

        Assert.Equal(FaultIds.InputContradiction, Assert.Single(faults).Id);
    }

    /// <summary>Whatever is given as an address: it is refused, or it ends no tag and no list of the record.</summary>
    [Fact]
    public void No_address_that_is_taken_changes_the_record_around_it()
    {
        Random random = new(8460);
        string[] pieces = ["a", "@", "contoso.com", ",", ";", "!", "\"", "'", "\\", " ", "\n", "\u2019", "v=x", "https://", "mailto:", "/", "%", "?", "#", "..", "é"];
        int taken = 0;
        for (int i = 0; i < RandomCases.Of(usual: 3_000, full: 50_000); i++)
        {
            string text = (random.Next(2) == 0 ? "a@contoso.com" : string.Empty)
                + string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (ReportAddress.TryParse(text, "x", mayBeWeb: true, out ReportAddress? address, out _))
            {
                taken++;
                Assert.Matches(@"^(mailto:[^@,;!""'\\\s]+@[a-z0-9.-]+|(?i:https)://[^,;!""'\\\s]+)$", address.Text);
            }
        }

        Assert.True(taken > 50);
    }

    private static NamespacePlan Make(params (string Name, object? Value)[] more) => Plans.Make("EX01",
        [("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "SE"), ("MailHost", "smtp.contoso.com"),
            ("ExternalIPAddress", "192.0.2.10"), .. more]);

    internal static CertificateFacts Facts(byte[] digest, bool isAuthority) => new()
    {
        Subject = "CN=x", CommonNames = ["x"], Issuer = "CN=y", AlternativeNames = [], IsAuthority = isAuthority, PublicKeyInfo = digest,
    };

    private static DnsScript Script(DnsScriptFormat format, MailRecordInput mail, NamespacePlan? plan = null)
    {
        List<InputFault> faults = [];
        DnsScript? script = DnsScript.Build(plan ?? Plan, new DnsScriptInput
        {
            View = DnsView.External,
            Format = format,
            Mail = mail,
            Addresses = mail.MtaStsMode is null ? null : new Dictionary<string, object?> { ["mta-sts.contoso.com"] = "192.0.2.80" },
        }, faults);
        Assert.Empty(faults);
        return script!;
    }

    /// <summary>The lines of these records, with a word for the identifier.</summary>
    private static string[] Lines(DnsScriptFormat format, MailRecordInput mail, NamespacePlan? plan = null) =>
    [
        .. Script(format, mail, plan).Parts.SelectMany(p => p.Lines)
            .Where(l => !l.StartsWith("REM", StringComparison.Ordinal) && l[0] is not ('#' or ';')
                && (l.Contains("mta-sts", StringComparison.Ordinal) || l.Contains("_smtp", StringComparison.Ordinal)
                    || l.Contains("_dmarc", StringComparison.Ordinal) || l.Contains("_25", StringComparison.Ordinal)))
            .Select(l => System.Text.RegularExpressions.Regex.Replace(l, "id=[0-9a-f]{16}", "id=ID")),
    ];
}
