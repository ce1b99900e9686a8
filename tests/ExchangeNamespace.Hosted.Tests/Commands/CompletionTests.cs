using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Shell.Hosting;
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

    [Theory]
    [InlineData("$plan | Export-VirtualDirectoryScript -Server ", "EX01|EX02|NYC01")]
    [InlineData("$plan | Export-VirtualDirectoryScript -Server n", "NYC01")]
    [InlineData("$plan | Export-VirtualDirectoryScript -Server EX01, ", "EX01|EX02|NYC01")]
    [InlineData("$plan | Export-VirtualDirectoryScript -Path x.ps1 -Server ex", "EX01|EX02")]
    [InlineData("Export-VirtualDirectoryScript -Plan $plan -Server n", "NYC01")]
    [InlineData("Export-VirtualDirectoryScript $plan -Server n", "NYC01")]
    [InlineData("Export-MailFlowScript -pl $plan -Server n", "NYC01")]
    [InlineData("$plan | Get-ClientAccessRoute -Server n", "NYC01")]
    [InlineData("$plan | Get-ClientAccessRoute -MailboxServer n", "NYC01")]
    [InlineData("$plan | Get-ClientAccessRoute -Site ", "\"New York\"|Zurich")]
    [InlineData("Get-ClientAccessRoute -State $state -MailboxSite ", "Paris")]
    [InlineData("$plan | Get-AutodiscoverRoute a@contoso.com -MailboxSite z", "Zurich")]
    [InlineData("$state | Export-CertificateRenewalScript -OldThumbprint ", "\"1111111111111111111111111111111111111111\"")]
    [InlineData("Test-NamespaceCertificate -Path x -Plan $plan -InstalledOn ex", "EX01|EX02")]
    [InlineData("Get-NamespacePlan -Authentication ", "@{ EWS = '' }")]
    [InlineData("Get-NamespacePlan -ServiceHost ", "@{ OWA = '' }")]
    [InlineData("Get-NamespacePlan -Site ", "@{ Name = ''; ExternalHost = '' }")]
    [InlineData("$plan | Get-AutodiscoverRoute a@contoso.com -Known ", "@{ '_autodiscover._tcp.contoso.com' = '' }")]
    [InlineData("$plan | Export-MailFlowScript -Binding ", "@{ 'NYC01' = '' }")]
    [InlineData("$plan | Export-DnsScript -Address ", "@{ 'mail.contoso.com' = '' }")]
    [InlineData("Export-AdminTunnelScript -Listener ", "@{ 443 = '' }")]
    public void What_a_variable_holds_is_offered(string typed, string expected)
    {
        IReadOnlyList<string> offered = Offered(typed);

        Assert.Equal(expected.Split('|'), expected[0] == '@' ? offered.Where(o => o == expected) : offered);
    }

    [Theory]
    [InlineData("(throw 'run') | Export-VirtualDirectoryScript -Server ")]
    [InlineData("$(throw 'run') | Export-VirtualDirectoryScript -Server ")]
    [InlineData("Export-VirtualDirectoryScript -Plan (throw 'run') -Server ")]
    [InlineData("Export-VirtualDirectoryScript -Plan $none -Server ")]
    [InlineData("Export-VirtualDirectoryScript -Plan $plan.Servers -Server ")]
    [InlineData("Export-VirtualDirectoryScript -Plan @plan -Server ")]
    [InlineData("Export-VirtualDirectoryScript -Plan $env:PATH -Server ")]
    public void Nothing_of_the_line_is_run(string typed) => Assert.Equal([" "], Offered(typed));

    /// <summary>PowerShell offers the files of the folder where a parameter has no answer of its own.</summary>
    [Fact]
    public void Files_are_offered_only_where_files_are_wanted()
    {
        IReadOnlyList<string> found = Lines(
            """
            foreach ($command in (Get-Module ExchangeNamespace).ExportedCmdlets.Values) {
                foreach ($parameter in $command.Parameters.Values) {
                    if ($parameter.SwitchParameter -or [System.Management.Automation.Cmdlet]::CommonParameters -contains $parameter.Name) { continue }
                    if ('WhatIf', 'Confirm' -contains $parameter.Name) { continue }
                    $text = "$($command.Name) -$($parameter.Name) "
                    $kinds = [System.Management.Automation.CommandCompletion]::CompleteInput($text, $text.Length, $null).CompletionMatches | % { "$($_.ResultType)" }
                    if ($kinds -contains 'ProviderItem' -or $kinds -contains 'ProviderContainer' -or -not $kinds) { $parameter.Name }
                }
            }
            """);

        Assert.NotEmpty(found);
        Assert.Empty(found.Distinct().Except(["Path", "LiteralPath", "Destination", "RequestPath", "CertificatePath", "IdentityFile", "ShareFolder", "InputObject", "OutPath", "Baseline", "RedactionMapPath", "Folder"]));
    }

    [Fact]
    public void Versions_are_offered_oldest_first() => Assert.Equal(
        ["2007RTM", "SE"],
        Lines("$all = @([System.Management.Automation.CommandCompletion]::CompleteInput('Get-NamespacePlan -ExchangeVersion ', 35, $null).CompletionMatches | % { $_.CompletionText }); $all[0]; $all[-1]"));

    [Fact]
    public void Each_offered_version_is_accepted() => Assert.All(
        Lines("[System.Management.Automation.CommandCompletion]::CompleteInput('Get-NamespacePlan -ExchangeVersion ', 35, $null).CompletionMatches | % { $_.CompletionText }"),
        version => Assert.Equal([version], Lines($"(Get-NamespacePlan EX1 mail.contoso.com -DnsModel Split -WarningAction SilentlyContinue -ExchangeVersion {version}).Servers[0].Version.ToString()")));

    private IReadOnlyList<string> Offered(string typed)
    {
        string capture = Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "capture");
        return Lines(
            """
            param($Text, $Capture)
            $global:plan = @{ Name = 'EX01'; Site = 'Zurich' }, @{ Name = 'EX02'; Site = 'Zurich' }, @{ Name = 'NYC01'; Site = 'New York' } |
                Get-NamespacePlan -CertificatePerSite:$false @given
            $global:state = Import-ExchangeState $Capture -WarningAction Ignore
            [System.Management.Automation.CommandCompletion]::CompleteInput($Text, $Text.Length, $null).CompletionMatches | % { $_.CompletionText }
            """,
            typed,
            capture);
    }
}
