using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>Objects of the module go into its commands again, and a file in the wrong place gives one error that names the right command.</summary>
public sealed class OwnObjectTests : CommandTest, IDisposable
{
    private const string Plan =
        """
        param($Folder, $Examples)
        $bare.InformationAction = 'Ignore'
        $plan = @{ Name = 'EX1'; Site = 'A'; Version = '2019CU14'; IPAddress = '10.0.0.1' }, @{ Name = 'EX2'; Site = 'B'; InternetFacing = $false } |
            Get-NamespacePlan @given
        $file = "$Folder/plan.json"
        $plan | Export-NamespacePlan $file
        $design = "$Examples/three-sites.json"
        $capture = "$Examples/capture/Get-ExchangeServer.xml"
        $state = Import-ExchangeState "$Examples/capture" -WarningAction SilentlyContinue

        """;

    private readonly TemporaryFolder _folder = new();

    void IDisposable.Dispose()
    {
        Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Servers_of_a_plan_keep_version_site_addresses_and_where_they_face()
    {
        HostRun run = In("$plan | Show-Server; $plan.Servers | Get-NamespacePlan @bare | Show-Server");

        Assert.Empty(run.Errors);
        Assert.Equal(4, run.Output.Count);
        Assert.Equal(run.Output.Take(2), run.Output.Skip(2));
        Assert.Equal("EX1  2019CU14 A True  10.0.0.1", run.Output[0]);
    }

    [Fact]
    public void A_state_gives_its_servers_and_the_mail_domains()
    {
        HostRun run = In("$state | Get-NamespacePlan -ExternalHost mail.example.net 3>$null | % { $_ | Show-Server; \"$($_.SmtpDomains)\" }");

        Assert.Empty(run.Errors);
        Assert.Equal(["EX01 ex01.contoso.com 2019CU12 Paris True True ", "EX02 ex02.contoso.com 2019CU12 Paris True True ", "contoso.com"], run.Output);
    }

    [Fact]
    public void Mail_domains_that_are_stated_count_more_than_those_of_a_state() => Assert.Equal(
        ["fabrikam.com"],
        In("$state | Get-NamespacePlan -ExternalHost mail.example.net -SmtpDomain fabrikam.com 3>$null | % { \"$($_.SmtpDomains)\" }").Output);

    [Fact]
    public void Accepted_domains_that_are_no_mail_domains_are_left_out_and_told()
    {
        HostRun run = In(
            """
            $server = [pscustomobject]@{ CapturedBy = 'Get-ExchangeServer'; Name = 'EX1'; AdminDisplayVersion = 'Version 15.2 (Build 1118.7)' }
            $domains = foreach ($d in 'contoso.local', 'partner.com', '*.contoso.com', 'contoso.com') {
                $type = ('Authoritative', 'ExternalRelay')[$d -eq 'partner.com']
                [pscustomobject]@{ CapturedBy = 'Get-AcceptedDomain'; Name = $d; DomainName = $d; DomainType = $type }
            }
            @($server) + $domains | Import-ExchangeState | Get-NamespacePlan -ExternalHost mail.contoso.com -Verbose 3>$null |
                % { "$($_.SmtpDomains)" }
            """);

        Assert.Equal(["contoso.com"], run.Output);
        Assert.Equal(3, run.Verbose.Count(v => v.EndsWith("so it is no mail domain of the plan.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Import-NamespacePlan $design", "ImportNamespacePlanCommand", "FileOfOtherKind", "Get-NamespacePlan -Path")]
    [InlineData("Get-NamespacePlan -Path $file", "GetNamespacePlanCommand", "FileOfOtherKind", "Import-NamespacePlan")]
    [InlineData("Get-NamespacePlan -Path $capture", "GetNamespacePlanCommand", "FileOfOtherKind", "Import-ExchangeState")]
    [InlineData("Import-NamespacePlan $capture", "ImportNamespacePlanCommand", "FileOfOtherKind", "Import-ExchangeState")]
    [InlineData("Get-NamespacePlan $file mail.contoso.com", "GetNamespacePlanCommand", "ServerNotRecognised", "Get-NamespacePlan -Path")]
    [InlineData("[System.IO.FileInfo]::new($file) | Get-NamespacePlan @given", "GetNamespacePlanCommand", "ServerNotRecognised", "Get-NamespacePlan -Path")]
    [InlineData("$plan | Get-NamespacePlan @given", "GetNamespacePlanCommand", "ServerNotRecognised", "$plan.Servers")]
    public void A_wrong_input_gives_one_error_that_names_the_right_command(string script, string command, string id, string named)
    {
        HostRun run = In(script);

        ErrorRecord error = Fault(run, command, id, ErrorCategory.InvalidType);
        Assert.Contains(named, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("Export-VirtualDirectoryScript $file", "Import-NamespacePlan")]
    [InlineData("$file | Export-VirtualDirectoryScript", "Import-NamespacePlan")]
    [InlineData("Export-DnsScript $file -View External -Format Bind", "Import-NamespacePlan")]
    [InlineData("New-SanCertificateRequest $file", "Import-NamespacePlan")]
    [InlineData("Export-NamespacePlan x.json $file", "Import-NamespacePlan")]
    [InlineData("Compare-NamespacePlan $file $state", "Import-NamespacePlan")]
    [InlineData("Compare-NamespacePlan $plan $capture", "Import-ExchangeState")]
    [InlineData("$plan | Export-MailFlowScript -State $capture", "Import-ExchangeState")]
    [InlineData("Get-ClientAccessRoute $file", "Import-NamespacePlan")]
    [InlineData("Import-ExchangeState $file", "Import-NamespacePlan")]
    [InlineData("'Get-OwaVirtualDirectory' | Test-ExchangeScript -Plan $file", "Import-NamespacePlan")]
    [InlineData("Test-NamespaceCertificate -HostName mail.contoso.com -Certificate $capture", "-Path")]
    public void A_path_where_an_object_is_wanted_gives_one_error_that_names_the_reader(string script, string named)
    {
        HostRun run = In(script);

        Assert.Contains(named, Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    private HostRun In(string script) => Run(
        Plan + script, _folder.Path, Path.Combine(SharedData.RepositoryRoot(), "docs", "examples"));
}
