using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ExchangeNamespace.Tests.Support;
using Xunit;
using static ExchangeNamespace.Integration.Tests.VerdictFault;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>
/// Test-Namespace over a whole organisation on the loopback: nothing where all is well, exactly what one fault breaks, and of two faults
/// both. The faults are those of the single commands.
/// </summary>
public sealed class NamespaceVerdictTests(VerdictOrganisation organisation) : IClassFixture<VerdictOrganisation>
{
    private static readonly VerdictFault[] All =
    [
        Inside("a record is missing in the inside copy", "www A 192.0.2.80\n", "", "SplitDns|contoso.com (zone)|Warning|EXN138"),
        Inside("the mail exchanger is missing inside", "@ MX 10 smtp\n", "", "SplitDns|contoso.com (zone)|Failed|EXN139 EXN138"),
        Inside("a planned record is missing inside", "autodiscover A 10.0.0.10\n", "", "SplitDns|autodiscover.contoso.com|Failed|EXN124"),
        Inside("a stale address inside", "mail A 10.0.0.10", "mail A 10.0.0.9", "SplitDns|mail.contoso.com|Failed|EXN127 EXN141"),
        Inside("the public address inside", "mail A 10.0.0.10", "mail A 192.0.2.10", "SplitDns|mail.contoso.com|Failed|EXN127 EXN141"),
        Inside("aliases in a circle inside", "mail A 10.0.0.10", "mail CNAME a\na CNAME mail", "SplitDns|mail.contoso.com|Failed|EXN132"),
        Inside("another mail exchanger inside", "@ MX 10 smtp\n", "@ MX 10 www\n", "SplitDns|contoso.com (zone)|Failed|EXN139"),
        Outside("a planned record is missing outside", "autodiscover A 192.0.2.10\n", "", "SplitDns|autodiscover.contoso.com|Failed|EXN125"),
        Outside("a stale address beside the right one outside", "mail A 192.0.2.10", "mail A 192.0.2.10\nmail A 192.0.2.11", "SplitDns|mail.contoso.com|Failed|EXN127 EXN141"),
        Outside("a private address outside", "mail A 192.0.2.10", "mail A 10.0.0.10", "SplitDns|mail.contoso.com|Failed|EXN129 EXN141"),
        Outside("a wildcard outside", "www A", "* A 192.0.2.200\nwww A", "SplitDns|contoso.com (zone)|Warning|EXN135"),
        Outside("a service record to another port outside", "www A", "_autodiscover._tcp SRV 0 0 8443 mail\nwww A", "SplitDns|contoso.com (zone)|Warning|EXN136 EXN138"),
        Outside("another mail exchanger outside", "@ MX 10 smtp\n", "@ MX 10 www\n", "SplitDns|contoso.com (zone)|Failed|EXN139"),
        Known("no mail exchanger", "@ MX 10 smtp\n", "", "MailIdentity|contoso.com MailExchanger contoso.com|Failed|EXN260", "MailIdentity|contoso.com SenderPolicy 127.0.0.1|Failed|EXN302 EXN316"),
        Known("a mail exchanger that is an alias", "@ MX 10 smtp\n", "@ MX 10 mx\n", "MailIdentity|contoso.com ExchangerAddress mx.contoso.com|Failed|EXN262"),
        Known("a mail exchanger that is an address", "@ MX 10 smtp\n", "@ MX 10 127.0.0.1\n",
            "MailIdentity|contoso.com MailExchanger contoso.com|Failed|EXN265",
            "MailIdentity|contoso.com ExchangerAddress 127.0.0.1.contoso.com|Failed|EXN263",
            "MailIdentity|contoso.com SenderPolicy 127.0.0.1|Failed|EXN302"),
        Known("null MX", "@ MX 10 smtp\n", "@ MX 0 .\n", "MailIdentity|contoso.com MailExchanger contoso.com|Failed|EXN264", "MailIdentity|contoso.com SenderPolicy 127.0.0.1|Failed|EXN302"),
        Known("a mail exchanger without an address", "@ MX 10 smtp\n", "@ MX 10 smtp\n@ MX 20 nowhere\n",
            "MailIdentity|contoso.com MailExchanger contoso.com|Failed|EXN265",
            "MailIdentity|contoso.com ExchangerAddress nowhere.contoso.com|Failed|EXN263"),
        Known("two SPF records", "@ TXT \"v=spf1 mx -all\"\n", "@ TXT \"v=spf1 mx -all\"\n@ TXT \"v=spf1 a -all\"\n", "MailIdentity|contoso.com SenderPolicy 127.0.0.1|Failed|EXN311"),
        Known("an SPF record without the address", "v=spf1 mx -all", "v=spf1 ip4:192.0.2.1 -all", "MailIdentity|contoso.com SenderPolicy 127.0.0.1|Failed|EXN302"),
        Known("no SPF record", "@ TXT \"v=spf1 mx -all\"\n", "", "MailIdentity|contoso.com SenderPolicy 127.0.0.1|Failed|EXN310"),
        Known("an SPF record of the EHLO name that fails", "smtp TXT \"v=spf1 a -all\"", "smtp TXT \"v=spf1 -all\"", "MailIdentity|contoso.com HelloPolicy 127.0.0.1|Failed|EXN303"),
        Known("no host for Autodiscover", "autodiscover A 127.0.8.1\n", "", "Endpoint|autodiscover.contoso.com:port as autodiscover.contoso.com|Unknown|EXN181", "Service|(services)|Unknown|EXN860"),
        Known("a web host that has no address", "mail A 127.0.8.1\n", "", "Endpoint|mail.contoso.com:port as mail.contoso.com|Unknown|EXN181", "Service|(services)|Unknown|EXN860"),
        Reverse("no PTR record", "1 PTR smtp.contoso.com.\n", "",
            "MailIdentity|contoso.com PointerRequired 127.0.0.1|Failed|EXN270",
            "MailIdentity|contoso.com PointerForwardConfirmed 127.0.0.1|Unknown|",
            "MailIdentity|contoso.com PointerMatchesBanner 127.0.0.1|Unknown|"),
        Reverse("a PTR record to another name", "PTR smtp.contoso.com.", "PTR other.contoso.com.",
            "MailIdentity|contoso.com PointerForwardConfirmed 127.0.0.1|Failed|EXN271",
            "MailIdentity|contoso.com PointerMatchesBanner 127.0.0.1|Warning|EXN272"),
        Reverse("a PTR record to another name that leads back", "PTR smtp.contoso.com.", "PTR alias.contoso.com.", "MailIdentity|contoso.com PointerMatchesBanner 127.0.0.1|Warning|EXN272"),
        Reverse("two PTR records", "1 PTR smtp.contoso.com.\n", "1 PTR smtp.contoso.com.\n1 PTR alias.contoso.com.\n", "MailIdentity|contoso.com PointerRequired 127.0.0.1|Warning|EXN273"),
        new("a certificate of the web without a name", p => p.WebNames = ["mail.contoso.com", "smtp.contoso.com"],
            "Endpoint|mail.contoso.com:port as mail.contoso.com|Failed|EXN150",
            "Endpoint|autodiscover.contoso.com:port as autodiscover.contoso.com|Failed|EXN150"),
        new("a certificate of the web that is over", p => p.WebDays = -3,
            "Endpoint|mail.contoso.com:port as mail.contoso.com|Failed|EXN154",
            "Endpoint|autodiscover.contoso.com:port as autodiscover.contoso.com|Failed|EXN154",
            "LiveAutodiscover|contoso.com Internal|Failed|EXN472 EXN466"),
        new("a certificate of the web that is nearly over", p => p.WebDays = 5,
            "Endpoint|mail.contoso.com:port as mail.contoso.com|Warning|EXN156",
            "Endpoint|autodiscover.contoso.com:port as autodiscover.contoso.com|Warning|EXN156"),
        new("a page where Autodiscover is to answer", p => p.WebAnswer = "page", "LiveAutodiscover|contoso.com Internal|Unknown|", "Service|(services)|Failed|EXN870"),
        new("no Autodiscover on the web server", p => p.WebAnswer = "gone", "LiveAutodiscover|contoso.com Internal|Unknown|", "Service|(services)|Failed|EXN863"),
        new("a redirect to http", p => p.WebAnswer = "elsewhere", "LiveAutodiscover|contoso.com Internal|Unknown|EXN468", "Service|(services)|Failed|EXN868"),
        new("another banner", p => p.Banner = "ex01.corp.local",
            "MailIdentity|contoso.com Banner 127.0.0.1:port|Failed|EXN289",
            "MailIdentity|contoso.com PointerMatchesBanner 127.0.0.1|Warning|EXN272"),
        new("no STARTTLS", p => p.MailTls = false,
            "MailIdentity|contoso.com StartTls 127.0.0.1:port|Failed|EXN292",
            "MailIdentity|contoso.com TlsVersion 127.0.0.1:port|Unknown|",
            "MailIdentity|contoso.com Certificate 127.0.0.1:port|Unknown|"),
        new("a certificate of mail for another name", p => p.MailNames = ["mail.contoso.com"], "MailIdentity|contoso.com Certificate 127.0.0.1:port|Failed|EXN295"),
        new("a certificate of mail that is over", p => p.MailDays = -3, "MailIdentity|contoso.com Certificate 127.0.0.1:port|Failed|EXN296"),
        Capture("another internal URL", "Get-OwaVirtualDirectory", "\"InternalUrl\">https://mail.contoso.com/owa", "\"InternalUrl\">https://ex01.contoso.com/owa",
            "Comparison|EX01 OWA InternalUrl|Failed|",
            "Comparison|EX01 Certificate UncoveredHosts|Failed|EXN365",
            "AutodiscoverRoute|contoso.com Internal|Failed|EXN477"),
        Capture("no external URL", "Get-EcpVirtualDirectory", "<URI N=\"ExternalUrl\">https://mail.contoso.com/ecp</URI>", "<Nil N=\"ExternalUrl\" />", "Comparison|EX01 ECP ExternalUrl|Failed|"),
        Capture("a typing error in a URL", "Get-WebServicesVirtualDirectory", "\"ExternalUrl\">https://mail.contoso.com/", "\"ExternalUrl\">https://mial.contoso.com/",
            "Comparison|EX01 EWS ExternalUrl|Failed|",
            "Comparison|EX01 Certificate UncoveredHosts|Failed|EXN365"),
        Capture("another service connection point", "Get-ClientAccessService", "https://mail.contoso.com/", "https://ex01.contoso.com/",
            "Comparison|EX01 SCP AutoDiscoverServiceInternalUri|Failed|",
            "Comparison|EX01 Certificate UncoveredHosts|Failed|EXN365",
            "AutodiscoverRoute|contoso.com Internal|Failed|EXN472"),
        Capture("a captured certificate that is over", "Get-ExchangeCertificate", OrganisationParts.Day(150), OrganisationParts.Day(-3),
            "CertificateLifetime|EX01: 1111111111111111111111111111111111111111|Failed|EXN154",
            "StartTls|EX01\\Default Frontend EX01|Warning|EXN201"),
        Capture("a captured certificate that is nearly over", "Get-ExchangeCertificate", OrganisationParts.Day(150), OrganisationParts.Day(9),
            "CertificateLifetime|EX01: 1111111111111111111111111111111111111111|Warning|EXN157"),
        Capture("a captured certificate without a name", "Get-ExchangeCertificate", "<S>autodiscover.contoso.com</S>", "",
            "Comparison|EX01 Certificate Names|Failed|EXN371",
            "Certificate|EX01: 1111111111111111111111111111111111111111|Failed|EXN150"),
        Capture("a captured certificate without its key", "Get-ExchangeCertificate", "<B N=\"HasPrivateKey\">true", "<B N=\"HasPrivateKey\">false",
            "Certificate|EX01: 1111111111111111111111111111111111111111|Failed|EXN179",
            "StartTls|EX01\\Default Frontend EX01|Failed|EXN200"),
        Capture("a certificate that IIS does not use", "Get-ExchangeCertificate", "IIS, SMTP", "SMTP",
            "Comparison|EX01 Certificate Names|Failed|EXN371",
            "Comparison|EX01 Certificate UncoveredHosts|Failed|EXN365",
            "AutodiscoverRoute|contoso.com Internal|Unknown|"),
        Capture("a receive connector with another name", "Get-ReceiveConnector", "smtp.contoso.com", "ex01.corp.local",
            "Comparison|(organisation) ReceiveConnector EX01\\Default Frontend EX01|Failed|EXN369",
            "StartTls|EX01\\Default Frontend EX01|Failed|EXN200"),
        Capture("a send connector with another name", "Get-SendConnector", "smtp.contoso.com", "ex01.corp.local", "Comparison|(organisation) SendConnector To Internet|Failed|EXN369"),
        Capture("a product that is out of support", "Get-ExchangeServer", "Build 2562.17", "Build 1118.7", "BuildSupport|EX01|Warning|"),
    ];

    private static readonly string[] Paired =
    [
        "a record is missing in the inside copy",
        "a planned record is missing inside",
        "aliases in a circle inside",
        "a stale address beside the right one outside",
        "a wildcard outside",
        "another mail exchanger outside",
        "a mail exchanger that is an alias",
        "two SPF records",
        "an SPF record of the EHLO name that fails",
        "two PTR records",
        "a certificate of the web without a name",
        "a certificate of the web that is nearly over",
        "a redirect to http",
        "another banner",
        "a certificate of mail for another name",
        "another internal URL",
        "no external URL",
        "a captured certificate that is nearly over",
        "a receive connector with another name",
        "a product that is out of support",
    ];

    public static TheoryData<string> Faults => [.. All.Select(f => f.Name)];

    public static TheoryData<string, string> Pairs =>
        [.. AllPairs.Where((_, i) => i % RandomCases.Of(usual: 3, full: 1) == 0).Select(p => new TheoryDataRow<string, string>(p.One, p.Other))];

    private static IEnumerable<(string One, string Other)> AllPairs =>
        Paired.SelectMany((one, i) => Paired.Skip(i + 1).Select(other => (one, other)));

    [Fact]
    public async Task A_healthy_organisation_has_nothing_to_say() => Assert.Empty(await organisation.JudgeAsync());

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task One_fault_is_found_with_what_follows_from_it_and_nothing_else(string fault) =>
        Assert.Equal(Named(fault).Expected, await organisation.JudgeAsync(Named(fault)));

    /// <summary>Each fault has a result that the other one alone does not have, and nothing is reported that neither has.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Of_two_faults_both_are_found(string one, string other)
    {
        VerdictFault first = Named(one);
        VerdictFault second = Named(other);

        string[] found = await organisation.JudgeAsync(first, second);

        Assert.Contains(first.Expected.Except(second.Expected), e => found.Any(f => Says(f, e)));
        Assert.Contains(second.Expected.Except(first.Expected), e => found.Any(f => Says(f, e)));
        Assert.All(found, f => Assert.Contains(first.Expected.Concat(second.Expected), e => Place(e) == Place(f)));
    }

    [Fact]
    public void Faults_are_many_enough()
    {
        Assert.True(All.Length >= 40);
        Assert.Equal(190, AllPairs.Count());
        Assert.Equal(Paired, Paired.Where(p => Pairs.Any(row => row.Data.Item1 == p || row.Data.Item2 == p)));
        Assert.Equal(All.Length, All.Select(f => f.Name).Distinct().Count());
    }

    private static VerdictFault Named(string name) => All.Single(f => f.Name == name);

    /// <summary>Whether a result has the place and all codes of another; two faults of one place share a result.</summary>
    private static bool Says(string found, string expected) =>
        Place(found) == Place(expected) && Codes(expected).All(Codes(found).Contains);

    private static string Place(string line) => string.Join('|', line.Split('|').Take(2));

    private static string[] Codes(string line) => line.Split('|')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
