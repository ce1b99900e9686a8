using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public sealed class CompletionTests : CommandTest
{
    [Theory]
    [InlineData("Get-NamespacePlan -ExchangeVersion 2007", "2007RTM 2007SP1 2007SP2 2007SP3")]
    [InlineData("Get-NamespacePlan -ExchangeVersion s", "SE")]
    [InlineData("Export-VirtualDirectoryScript -ExchangeVersion 2016", "2016 2016CU23")]
    [InlineData("Export-VirtualDirectoryScript -Service o", "OAB OutlookAnywhere OWA")]
    [InlineData("Export-VirtualDirectoryScript -Service OWA, e", "EWS ECP")]
    [InlineData("Export-VirtualDirectoryScript -Service 'ow", "OWA")]
    [InlineData("Get-NamespacePlan -DnsModel ", "Auto Split Separate Pinpoint")]
    [InlineData("Get-NamespacePlan -DnsModel p", "Pinpoint")]
    [InlineData("Get-NamespacePlan -ReverseProxy s", "SeparateCertificate SharedCertificate SharedCertificateWithServerNames")]
    [InlineData("Get-NamespacePlan -CertificateAuthority ", "Internal Public SelfSigned")]
    [InlineData("Get-NamespacePlan -ServerNameOnCertificate ", "Both Fqdn NetBios None")]
    [InlineData("Get-NamespacePlan -AliasRecord ", "Both External Internal None")]
    [InlineData("Get-NamespacePlan -Client Outlook201", "Outlook2010 Outlook2013 Outlook2016")]
    [InlineData("Get-NamespacePlan -Ext", "-ExternalHost -ExternalIPAddress")]
    public void Values_are_offered_while_typing(string typed, string expected)
    {
        IReadOnlyList<string> offered = Lines("param($Text) [System.Management.Automation.CommandCompletion]::CompleteInput($Text, $Text.Length, $null).CompletionMatches | % { $_.CompletionText }", typed);

        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), offered.Select(o => o.Trim('\'')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Versions_are_offered_oldest_first() => Assert.Equal(
        ["2007RTM", "SE"],
        Lines("$all = @([System.Management.Automation.CommandCompletion]::CompleteInput('Get-NamespacePlan -ExchangeVersion ', 35, $null).CompletionMatches | % { $_.CompletionText }); $all[0]; $all[-1]"));

    [Fact]
    public void Each_offered_version_is_accepted() => Assert.All(
        Lines("[System.Management.Automation.CommandCompletion]::CompleteInput('Get-NamespacePlan -ExchangeVersion ', 35, $null).CompletionMatches | % { $_.CompletionText }"),
        version => Assert.Equal([version], Lines($"(Get-NamespacePlan EX1 mail.contoso.com -DnsModel Split -WarningAction SilentlyContinue -ExchangeVersion {version}).Servers[0].Version.ToString()")));
}
