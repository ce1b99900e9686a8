using System;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>Servers of a plan are chosen by name, full name or wildcards, and a name that is not there leads to a near one.</summary>
public sealed class ServerSelectionTests : CommandTest
{
    private const string Plan =
        "$plan = 'EX01.corp.contoso.com', 'EX02.corp.contoso.com', 'NYC01' | Get-NamespacePlan @given -MailHost smtp.contoso.com -MailIPAddress 192.0.2.25; ";

    [Theory]
    [InlineData("EX*", "EX01 EX02")]
    [InlineData("ex0?", "EX01 EX02")]
    [InlineData("*.corp.contoso.com", "EX01 EX02")]
    [InlineData("ex02.corp.contoso.com", "EX02")]
    [InlineData("[MN]*, EX01, EX0[1]", "EX01 NYC01")]
    [InlineData("*", "EX01 EX02 NYC01")]
    public void Wildcards_choose_servers(string given, string expected)
    {
        string quoted = "'" + given.Replace(", ", "', '", StringComparison.Ordinal) + "'";

        Assert.Equal(expected.Split(' '), Lines(Plan + $"$plan | Export-VirtualDirectoryScript -AsCommand -Service OWA -Server {quoted} | ForEach-Object {{ $_.Target }}"));
        Assert.Equal(expected.Split(' '), Lines(Plan + $"$plan | Export-MailFlowScript -AsCommand -Server {quoted} | Where-Object Name -Like New-Rec* | ForEach-Object {{ $_.Target }}").Distinct());
    }

    [Fact]
    public void A_route_is_followed_from_each_server_that_a_pattern_means() => Assert.Equal(
        ["EX01", "EX02"],
        Lines(Plan + "$plan | Get-ClientAccessRoute -Server EX* -MailboxServer NYC* -Protocol OWA | ForEach-Object { $_.Server }"));

    [Theory]
    [InlineData("Export-VirtualDirectoryScript -Server EX0", "ExportVirtualDirectoryScriptCommand", "ServerNotInPlan", "Near it: EX01, EX02.")]
    [InlineData("Export-VirtualDirectoryScript -Server NYC10", "ExportVirtualDirectoryScriptCommand", "ServerNotInPlan", "Near it: NYC01.")]
    [InlineData("Export-VirtualDirectoryScript -Server Z*", "ExportVirtualDirectoryScriptCommand", "ServerNotInPlan", "Its servers are EX01, EX02, NYC01.")]
    [InlineData("Export-VirtualDirectoryScript -Server 'EX['", "ExportVirtualDirectoryScriptCommand", "ServerNotInPlan", "Its servers are EX01, EX02, NYC01.")]
    [InlineData("Export-MailFlowScript -Server EX03", "ExportMailFlowScriptCommand", "ServerNotInPlan", "Near it: EX01, EX02.")]
    [InlineData("Get-ClientAccessRoute -Server EX03", "GetClientAccessRouteCommand", "RouteServerUnknown", "Near it: EX01, EX02.")]
    [InlineData("Get-ClientAccessRoute -Server Z*", "GetClientAccessRouteCommand", "RouteServerUnknown", "The servers are EX01, EX02, NYC01.")]
    [InlineData("Test-NamespaceCertificate -Path none.pem -InstalledOn EX03", "TestNamespaceCertificateCommand", "MachineNotInPlan", "Near it: EX01, EX02.")]
    public void A_server_that_is_not_there_leads_to_near_ones(string command, string type, string id, string near)
    {
        HostRun run = Run(Plan + (command.StartsWith("Test", StringComparison.Ordinal) ? command + " -Plan $plan" : "$plan | " + command));

        Assert.EndsWith(near, Fault(run, type, id, ErrorCategory.ObjectNotFound).ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Exchanged_server_and_host_are_noticed()
    {
        ErrorRecord error = Fault(
            Run("Get-NamespacePlan -Server mail.contoso.com -ExternalHost ex01 -ExchangeVersion 2016"), "GetNamespacePlanCommand", "NameSingleLabel", ErrorCategory.InvalidArgument);

        Assert.Contains("give -Server ex01 -ExternalHost mail.contoso.com", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("ex01", error.TargetObject);
        Assert.DoesNotContain(
            "exchanged",
            Fault(Run("Get-NamespacePlan -Server ex01 -ExternalHost mail -ExchangeVersion 2016"), "GetNamespacePlanCommand", "NameSingleLabel", ErrorCategory.InvalidArgument).ToString(),
            StringComparison.Ordinal);
    }
}
