using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Planning.Rules;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>Every finding code is raised by a plan that deserves it, is silent on one that does not, and is on the page of findings.</summary>
public partial class FindingCodeTests
{
    private static readonly (string, object?)[] Quiet =
        [("ExternalHost", "mail.contoso.com"), ("DnsModel", "Pinpoint"), ("ADDomain", "ad.contoso.com"), ("ExchangeVersion", "SERTM"), ("CertificateAuthority", "Internal"), ("ExternalIPAddress", "192.0.2.1")];

    private static readonly object[] OneServer = [Plans.Members(("Name", "EX01"), ("IPAddress", "10.0.0.1"))];

    /// <summary>The servers and members that raise each code, on top of a plan that raises none but advice.</summary>
    private static readonly IReadOnlyDictionary<string, Func<IReadOnlyList<Finding>>> Raised = new Dictionary<string, Func<IReadOnlyList<Finding>>>
    {
        [FindingCodes.DnsModelAssumed] = () => Findings(OneServer, ("DnsModel", null), ("ADDomain", null)),
        [FindingCodes.BareProductVersion] = () => Findings(OneServer, ("ExchangeVersion", "2013")),
        [FindingCodes.ExternalUrlCleared] = () => Findings([Plans.Members(("Name", "EX01"), ("InternetFacing", false))]),
        [FindingCodes.AdditionalParameterOverwrites] = () => Findings(OneServer),
        [FindingCodes.OutlookAnywhereStateUnknown] = () => Findings(OneServer, ("ExchangeVersion", "2010")),
        [FindingCodes.ServiceNotInVersion] = () => Findings(OneServer, ("ExchangeVersion", "2013RTM")),
        [FindingCodes.InternalNameOnPublicCertificate] = () => Findings(OneServer, ("CertificateAuthority", "Public"), ("InternalHost", "mail.corp.local")),
        [FindingCodes.PublicCertificateLifetime] = () => Findings(OneServer, ("CertificateAuthority", "Public")),
        [FindingCodes.CommonNameTooLong] = () => Findings(OneServer, ("ExternalHost", new string('m', 60) + ".contoso.com")),
        [FindingCodes.WildcardTooBroad] = () => Findings(OneServer, ("CertificateName", "*.com")),
        [FindingCodes.ServerNameVisible] = () => Findings(OneServer, ("CertificateAuthority", "Public"), ("ServerNameOnCertificate", "Fqdn")),
        [FindingCodes.OabNeedsTrustedCertificate] = () => Findings(OneServer),
        [FindingCodes.SplitZoneNeedsAllRecords] = () => Findings(OneServer, ("DnsModel", "Split")),
        [FindingCodes.AutodiscoverNotPlanned] = () => Findings(OneServer, ("SmtpDomain", Array.Empty<string>())),
        [FindingCodes.ExternalHostNotPublic] = () => Findings(OneServer, ("ExternalHost", "mail.contoso.local")),
        [FindingCodes.ProxyWithExtendedProtection] = () => Findings(OneServer, ("ReverseProxy", "SeparateCertificate")),
        [FindingCodes.CertificateOnSeveralMachines] = () => Findings(["EX01", "EX02"], ("CertificateAuthority", "Public")),
        [FindingCodes.PrivateKeyExport] = () => Findings(["EX01", "EX02"]),
        [FindingCodes.TrustInternalRoot] = () => Findings(OneServer, ("ReverseProxy", "SeparateCertificate")),
        [FindingCodes.LegacyHostMissing] = () => Findings([Plans.Members(("Name", "OLD"), ("Version", "2007SP3")), Plans.Members(("Name", "NEW"), ("Version", "2010"))]),
        [FindingCodes.LegacyHostTemporary] = () => Findings(OneServer, ("LegacyHost", "legacy.contoso.com")),
        [FindingCodes.CoexistenceUnsupported] = () => Findings([Plans.Members(("Name", "OLD"), ("Version", "2010")), "NEW"]),
        [FindingCodes.SiteScopeMissing] = () => Findings(TwoSites, Sites(("InternalHost", "mail-b.contoso.com"))),
        [FindingCodes.SiteWithoutServers] = () => Findings([Plans.Members(("Name", "A1"), ("Site", "A"))], Sites()),
        [FindingCodes.InternalHostShared] = () => Findings(TwoSites, ("ExchangeVersion", "2010"), Sites(("InternetFacing", false))),
        [FindingCodes.OwaEcpHostsDiffer] = () => Findings(OneServer, ("ServiceHost", Plans.Members(("ECP", "ecp.contoso.com")))),
        [FindingCodes.DownloadHost] = () => Findings(OneServer, ("DownloadHost", "dl.contoso.com")),
        [FindingCodes.DownloadHostNotInVersion] = () => Findings(OneServer, ("DownloadHost", "dl.contoso.com"), ("ExchangeVersion", "2016")),
        [FindingCodes.PopImapCertificateName] = () => Findings(OneServer),
        [FindingCodes.HybridServicePrincipalNames] = () => Findings(OneServer),
        [FindingCodes.SendingAddressNotConfirmed] = () => Findings(OneServer, ("MailHost", "smtp.contoso.com"), ("SendingIPAddress", "192.0.2.9")),
        [FindingCodes.SendingAddressUnknown] = () => Findings(OneServer, ("ExternalIPAddress", null), ("MailHost", "smtp.contoso.com")),
        [FindingCodes.MailAddressPrivate] = () => Findings(OneServer, ("MailHost", "smtp.contoso.com"), ("MailIPAddress", "10.1.1.1")),
        [FindingCodes.HygieneServiceInFront] = () => Findings(OneServer, ("MailHost", "smtp.contoso.com"), ("HygieneHost", "mx.hygiene.example")),
        [FindingCodes.NameIsPublicSuffix] = () => Findings(OneServer, ("ExternalHost", "co.uk")),
        [FindingCodes.ExternalHostIsServer] = () => Findings(OneServer, ("ExternalHost", "ex01.contoso.com")),
        [FindingCodes.ExternalHostIsMailDomain] = () => Findings(OneServer, ("ExternalHost", "contoso.com"), ("SmtpDomain", new[] { "contoso.com" })),
        [FindingCodes.ExternalAddressPrivate] = () => Findings(OneServer, ("ExternalIPAddress", "10.0.0.9")),
        [FindingCodes.ServerAndHostExchanged] = () => Findings(["mail.contoso.com"], ("ExternalHost", "ex01.contoso.com")),
        [FindingCodes.MapiHttpEnabled] = () => Findings(OneServer),
        [FindingCodes.ApplicationPoolRecycle] = () => Findings(OneServer),
        [FindingCodes.PublicFolderDistribution] = () => Findings(OneServer, ("ExchangeVersion", "2010"), ("Client", "Outlook2003")),
        [FindingCodes.OutlookProviderDiffers] = () => Findings(TwoSites, Sites(("ExternalHost", "mail-b.contoso.com"), ("ServiceHost", Plans.Members(("OutlookAnywhere", "oa-b.contoso.com"))))),
        [FindingCodes.OutlookProviderSet] = () => Findings(OneServer, ("ServiceHost", Plans.Members(("OutlookAnywhere", "oa.contoso.com")))),
        [FindingCodes.ServerFqdnUnknown] = () => Findings(OneServer, ("ADDomain", null), ("ServerNameOnCertificate", "Fqdn")),
        [FindingCodes.ManyCertificateNames] = () => Findings(OneServer, ("SmtpDomain", Enumerable.Range(0, 100).Select(i => $"d{i}.com").ToArray())),
        [FindingCodes.MethodNotInVersion] = () => Findings(OneServer, ("Authentication", Plans.Members(("OAB", "Forms")))),
        [FindingCodes.AddressUnknown] = () => Findings(["EX01"]),
        [FindingCodes.InsideDomainUnknown] = () => Findings(OneServer, ("ADDomain", null), ("DnsModel", "Separate")),
        [FindingCodes.NegotiateWithOldServers] = () => Findings([Plans.Members(("Name", "OLD"), ("Version", "2010")), Plans.Members(("Name", "NEW"), ("Version", "2013"))]),
        [FindingCodes.InternetFacingAssumed] = () => Findings(["EX01", Plans.Members(("Name", "EX02"), ("InternetFacing", false))]),
        [FindingCodes.SiteServersDiffer] = () => Findings(["EX01", Plans.Members(("Name", "EX02"), ("InternetFacing", false))]),
        [FindingCodes.SiteVersionsDiffer] = () => Findings(["EX01", Plans.Members(("Name", "EX02"), ("Version", "2019"))]),
        [FindingCodes.OffloadingPreventsExtendedProtection] = () =>
            Findings(OneServer, ("ExchangeVersion", "2016"), ("SslOffloading", true)),
        [FindingCodes.ExtendedProtectionDiffers] = () => Findings(["EX01", Plans.Members(("Name", "EX02"), ("Version", "2019CU13"))]),
        [FindingCodes.ExternalHostShared] = () => Findings(TwoSites, Sites()),
        [FindingCodes.FailoverCertificatesDiffer] = () => Findings(TwoSites, Sites(("InternalHost", "mail-b.contoso.com"))),
        [FindingCodes.ConnectionPointCleared] = () => Findings(OneServer, ("AutodiscoverHost", null)),
        [FindingCodes.ClientAccessArray] = () => Findings(TwoSites, ("ExchangeVersion", "2010"), Sites(("ClientAccessArray", "rpc.contoso.com"))),
        [FindingCodes.ClientAccessArrayAmbiguous] = () => Findings(TwoSites, ("ExchangeVersion", "2010"), Sites(("ClientAccessArray", "mail.contoso.com"))),
        [FindingCodes.SiteResilienceNotInVersion] = () => Findings(TwoSites, Sites(("ClientAccessArray", "rpc.contoso.com"))),
        [FindingCodes.SiteResilience] = () => Findings(TwoSites, ("ExchangeVersion", "2010"), Sites(("FailbackHost", "back.contoso.com"))),
        [FindingCodes.HybridPublicNames] = () => Findings(OneServer, ("Hybrid", "Coexistence")),
        [FindingCodes.ModernAuthenticationInCloud] = () => Findings(OneServer, ("Hybrid", "ModernAuthentication")),
        [FindingCodes.ModernAuthenticationNotInVersion] = () => Findings(OneServer, ("Hybrid", "ModernAuthentication"), ("ExchangeVersion", "2010")),
        [FindingCodes.DefaultHostNotCovered] = () => Findings(OneServer, ("KeepInternalUrl", true)),
    };

    /// <summary>What every plan says, because it is about what comes after the lines.</summary>
    private static readonly string[] Advice =
    [
        FindingCodes.AdditionalParameterOverwrites, FindingCodes.ServiceNotInVersion, FindingCodes.OabNeedsTrustedCertificate, FindingCodes.PopImapCertificateName,
        FindingCodes.HybridServicePrincipalNames, FindingCodes.MapiHttpEnabled, FindingCodes.ApplicationPoolRecycle,
    ];

    /// <summary>Plans had EXN001 to EXN059 for themselves, and go on at EXN080.</summary>
    private const int FirstRange = 59;

    private const int SecondRange = 80;

    private static object[] TwoSites => [Plans.Members(("Name", "A1"), ("Site", "A")), Plans.Members(("Name", "B1"), ("Site", "B"))];

    public static TheoryData<string> Codes => [.. AllCodes()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_is_raised_by_a_plan_that_deserves_it(string code)
    {
        Assert.True(Raised.ContainsKey(code), "No plan raises " + code + ".");
        Finding finding = Raised[code]().First(f => f.Code == code);

        Assert.NotEmpty(finding.Subject);
        Assert.Matches("[.?]$", finding.Message);
        Assert.Matches("^(S[0-9]+|1E)$", finding.Rule);
        Assert.All(finding.Subject + finding.Message + finding.Remedy + string.Concat(finding.Values), c => Assert.InRange(c, ' ', '~'));
        Assert.True(finding.Severity == FindingSeverity.Information || finding.Remedy.Length > 0, code + " has no remedy");
    }

    [Fact]
    public void A_plan_without_faults_has_advice_only() => Assert.Equal(Advice.Order(), Findings(OneServer).Select(f => f.Code).Distinct().Order());

    [Fact]
    public void A_public_suffix_that_is_a_mail_domain_too_is_no_domain_to_go_below()
    {
        IReadOnlyList<Finding> found = Findings(OneServer, ("ExternalHost", "co.uk"), ("SmtpDomain", new[] { "co.uk" }));

        Assert.Contains(found, f => f.Code == FindingCodes.NameIsPublicSuffix);
        Assert.DoesNotContain(found, f => f.Code == FindingCodes.ExternalHostIsMailDomain);
    }

    [Fact]
    public void Codes_are_numbered_without_a_gap_and_never_twice()
    {
        string last = AllCodes().Max()!;
        string[] used = [.. AllCodes(), .. Withdrawn().Where(c => string.CompareOrdinal(c, last) < 0)];

        Assert.Equal(Enumerable.Range(1, FirstRange).Concat(Enumerable.Range(SecondRange, used.Length - FirstRange))
            .Select(i => "EXN" + i.ToString("000", CultureInfo.InvariantCulture)), used.Order());
        Assert.Empty(EveryCode().Intersect(Withdrawn()));
    }

    [Fact]
    public void The_page_of_findings_lists_each_code_once_with_the_severities_it_can_have()
    {
        Dictionary<string, string[]> rows = Row().Matches(Page()).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Split(", "));

        Assert.Equal(EveryCode().Order(), rows.Keys.Order());
        Assert.All(Raised, r => Assert.Empty(r.Value().Where(f => f.Code == r.Key).Select(f => f.Severity.ToString()).Except(rows[r.Key])));
        Assert.All(rows.Values.SelectMany(s => s), s => Assert.True(Enum.TryParse(s, out FindingSeverity _), s));
    }

    private static string[] Withdrawn() => [.. WithdrawnCode().Matches(Page()).Select(m => m.Groups[1].Value)];

    private static string Page() => File.ReadAllText(Path.Combine(SharedData.RepositoryRoot(), "docs", "findings.md"));

    /// <summary>The codes of all subjects: each lists its own in a class of that ending.</summary>
    private static IEnumerable<string> EveryCode() => typeof(FindingCodes).Assembly.GetExportedTypes()
        .Where(t => t.Name.EndsWith("FindingCodes", StringComparison.Ordinal))
        .SelectMany(CodesOf);

    private static string[] AllCodes() => CodesOf(typeof(FindingCodes));

    private static string[] CodesOf(Type list) => [.. list.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    private static IReadOnlyList<Finding> Findings(object[] servers, params (string Name, object? Value)[] members)
    {
        NamespacePlan plan = Plans.Make(servers, [.. Quiet.Where(q => !members.Any(m => m.Name == q.Item1)), .. members]);
        return [.. plan.Findings, .. plan.Notes];
    }

    private static (string, object?) Sites(params (string Name, object? Value)[] second) =>
        ("Site", new object[] { Plans.Members(("Name", "A")), Plans.Members([("Name", "B"), .. second]) });

    [GeneratedRegex(@"^\| (EXN[0-9]{3}) \| ([A-Za-z, ]+) \| [^|]+ \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^- (EXN[0-9]{3}): ", RegexOptions.Multiline)]
    private static partial Regex WithdrawnCode();
}
