using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>-Verbose says of everything that was not stated how the plan came to it.</summary>
public sealed class VerboseTests : CommandTest
{
    [Theory]
    [InlineData("EX01.corp.contoso.com, EX02.corp.contoso.com mail.contoso.com -ExchangeVersion 2016", "DNS model of contoso.com: Pinpoint, because the Active Directory domain is corp.contoso.com, a server is of 2013 or later")]
    [InlineData("EX01.corp.contoso.com, EX02.corp.contoso.com mail.contoso.com -ExchangeVersion 2016", "Active Directory domain: corp.contoso.com, which the full names of the servers have in common (ex01.corp.contoso.com, ex02.corp.contoso.com).")]
    [InlineData("EX01.a.local, EX02.b.test mail.contoso.com -ExchangeVersion 2016", "Active Directory domain: unknown, because the full names of the servers have none in common")]
    [InlineData("EX01 mail.contoso.com -ExchangeVersion 2010 -ADDomain contoso.local", "DNS model of contoso.com: Separate, because the Active Directory domain is contoso.local, and every server is of 2007 or 2010")]
    [InlineData("EX01 mail.contoso.com -ExchangeVersion 2010 -ADDomain contoso.local", "Internal host of the site: mail.contoso.local, the first label of the external host in the Active Directory domain")]
    [InlineData("EX01 mail.contoso.com -ExchangeVersion 2016", "DNS model of contoso.com: Split, because the Active Directory domain is unknown; Test-SplitDns tells")]
    [InlineData("EX01 mail.contoso.com -ExchangeVersion 2016 -ADDomain contoso.com", "DNS model of contoso.com: Split, because it is the Active Directory domain")]
    [InlineData("EX01 mail.contoso.com -ExchangeVersion 2016", "External zone: contoso.com, because mail.contoso.com is in no mail domain that was stated")]
    [InlineData("EX01 mail.eu.contoso.com -ExchangeVersion 2016 -SmtpDomain contoso.com", "External zone: contoso.com, the longest mail domain that mail.eu.contoso.com ends in.")]
    [InlineData("EX01 mail.eu.contoso.com -ExchangeVersion 2016 -DnsModel @{ 'contoso.com' = 'Split' }", "External zone: contoso.com, the longest zone of -DnsModel that mail.eu.contoso.com ends in.")]
    [InlineData("EX01 mail.contoso.com -ExchangeVersion 2016", "Mail domains: contoso.com alone, the external zone, because -SmtpDomain was not stated.")]
    [InlineData("EX01 mail.contoso.com -ExchangeVersion 2016", "Version of EX01: 2016, from -ExchangeVersion, because they state none.")]
    [InlineData("EX01 mail.contoso.com -ExchangeVersion 2016", "Service connection point of the site: mail.contoso.com, its internal host, because -AutodiscoverHost was not stated.")]
    [InlineData("EX01 mail.contoso.com -ExchangeVersion 2016 -KeepInternalUrl", "Service connection point of the site: left as it is, because the internal URLs stay at the server name.")]
    [InlineData("EX01 mail.contoso.com -ExchangeVersion 2016 -ReverseProxy SeparateCertificate", "Server names on the certificate: Both, because of the reverse proxy strategy SeparateCertificate.")]
    [InlineData("EX01 mail.contoso.com -ExchangeVersion 2016", "Internet-facing: EX01 of the site, because neither they nor their site say otherwise.")]
    [InlineData("EX01 mail.contoso.com -ExchangeVersion 2016 -AsOf 2026-06-01", "Certificate rules: those of 2026-06-01.")]
    public void Each_assumption_is_explained(string given, string said) => Assert.Contains(Said(given), l => l.StartsWith(said, StringComparison.Ordinal));

    [Fact]
    public void What_was_stated_is_not_called_an_assumption()
    {
        IReadOnlyList<string> said = Said(
            "@{ Name = 'EX01'; Version = '2016'; InternetFacing = $true } mail.contoso.com -InternalHost mail.contoso.com -ADDomain contoso.com -SmtpDomain contoso.com "
                + "-DnsModel Split -AutodiscoverHost autodiscover.contoso.com -MailHost smtp.contoso.com -ServerNameOnCertificate None -AsOf 2026-06-01");

        Assert.Equal(["External zone: contoso.com, the longest mail domain that mail.contoso.com ends in.", "Certificate rules: those of 2026-06-01."], said);
    }

    [Theory]
    [InlineData("Get-ClientAccessRoute -Protocol OWA", "Server: EX01, the newest that clients of the External view reach")]
    [InlineData("Get-ClientAccessRoute -Protocol OWA -Server EX01", "Site of the mailbox: A, the only one.")]
    public void A_route_says_what_it_took(string command, string said) => Assert.Contains(
        Lines("@{ Name = 'EX01'; Site = 'A' } | Get-NamespacePlan @given | " + command + " -Verbose 4>&1 | ForEach-Object { \"$_\" }"),
        l => l.StartsWith(said, StringComparison.Ordinal));

    [Theory]
    [InlineData("New-SanCertificateRequest", "Services of mail.contoso.com: IIS alone, because the plan has no mail host, and -Service was not stated.")]
    [InlineData("Get-AutodiscoverRoute a@contoso.com", "View: External, because neither -View nor -DomainJoined was given.")]
    [InlineData("Get-AutodiscoverRoute a@contoso.com -DomainJoined", "View: Internal, because of -DomainJoined, and -View was not given.")]
    [InlineData("Get-AutodiscoverRoute a@contoso.com", "Site of the mailbox: A, that of the first server, because neither -MailboxSite nor -Site was given.")]
    [InlineData("Get-AutodiscoverRoute a@contoso.com -Site b", "Site of the mailbox: B, that of the client, because -MailboxSite was not given.")]
    [InlineData("Get-AutodiscoverRoute a@contoso.com -Site C", "Site of the mailbox: A, that of the first server, because -MailboxSite was not given and no server is in the site C.")]
    public void A_command_says_what_it_assumed(string command, string said) => Assert.Contains(said, Assumed(command));

    [Theory]
    [InlineData("New-SanCertificateRequest -Service IIS")]
    [InlineData("Get-AutodiscoverRoute a@contoso.com -View External -MailboxSite A")]
    public void A_command_is_silent_on_what_was_stated(string command) => Assert.Empty(Assumed(command));

    private IReadOnlyList<string> Assumed(string command) => Lines(
        "@{ Name = 'EX01'; Site = 'A' }, @{ Name = 'EX02'; Site = 'B' } | Get-NamespacePlan -CertificatePerSite:$false @given | " + command
            + " -Verbose 3>$null 6>$null 4>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.VerboseRecord] -and \"$_\" -notlike 'Write the lines*') { \"$_\" } }");

    private IReadOnlyList<string> Said(string given) => [.. Lines(
        $"Get-NamespacePlan {given} -Verbose -WarningAction Ignore -InformationAction Ignore 4>&1 | ForEach-Object {{ if ($_ -is [System.Management.Automation.VerboseRecord]) {{ \"$_\" }} }}")
        .Where(l => !l.StartsWith("Performing", StringComparison.Ordinal))];
}
