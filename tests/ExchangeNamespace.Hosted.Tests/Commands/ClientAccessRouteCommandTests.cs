using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public sealed class ClientAccessRouteCommandTests : CommandTest
{
    private const string Command = "GetClientAccessRouteCommand";

    private const string Plan =
        """
        $plan = Get-NamespacePlan @{ Name = 'CAS1'; Site = 'Berlin' }, @{ Name = 'CAS2'; Site = 'Oslo' } mail.contoso.com -ADDomain corp.contoso.com -ExchangeVersion 2010SP3 -WarningAction SilentlyContinue -Site @{ Name = 'Berlin' }, @{ Name = 'Oslo'; InternetFacing = $false; InternalHost = 'oslo.corp.contoso.com' }

        """;

    [Fact]
    public void A_plan_comes_from_the_pipeline_and_gives_one_route_for_each_protocol()
    {
        IReadOnlyList<string> lines = Lines(Plan + "$plan | Get-ClientAccessRoute -Protocol OWA, IMAP, OAB -MailboxSite oslo | ForEach-Object { \"$($_.Protocol) $($_.Server) $($_.Path) $($_.Rules) $($_.Outcome) $($_.Certainty) $($_.Hops[0].Url)\" }");

        Assert.Equal(
            [
                "OWA CAS1 Proxy, Local 2010-web-proxy, 2010-local Local Documented https://oslo.corp.contoso.com/owa",
                "IMAP CAS1 Proxy, Local 2010-mail, 2010-local Local Documented cas2.corp.contoso.com:993",
                "OAB CAS1 Local 2010-OAB Local Unverified ",
            ],
            lines);
    }

    [Fact]
    public void Every_hop_says_what_must_be_true_and_where_that_is_stated()
    {
        IReadOnlyList<string> lines = Lines(Plan + "($plan | Get-ClientAccessRoute -Protocol OWA -MailboxSite Oslo).Hops | ForEach-Object { \"$($_.Order) $($_.CertificateName) $($_.CertificateCovers) $($_.Authentication.Length -gt 0) $($_.Rule) $($_.Certainty) $($_.Source.Length -gt 0)\" }");

        Assert.Equal(["1 oslo.corp.contoso.com True True S30 Documented True", "2   False S30 Documented True"], lines);
    }

    [Fact]
    public void A_graph_is_one_text_for_each_route()
    {
        IReadOnlyList<string> lines = Lines(Plan + "$plan | Get-ClientAccessRoute -Protocol OWA, EWS -MailboxSite Oslo -AsGraph");

        Assert.Equal(2, lines.Count);
        Assert.All(lines, l => Assert.StartsWith("flowchart TD\n", l, System.StringComparison.Ordinal));
    }

    [Fact]
    public void All_gives_every_pair_and_a_finding_comes_once()
    {
        string design = Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "three-sites.json");

        HostRun run = Run("param($path) (Get-NamespacePlan -Path $path -WarningAction SilentlyContinue | Get-ClientAccessRoute -All).Count", design);

        Assert.Equal(10 * 2 * 3, Assert.Single(run.Output));
        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.Equal(2, run.Warnings.Count(w => w.StartsWith("EXN436", System.StringComparison.Ordinal)));
    }

    [Fact]
    public void A_captured_state_is_followed()
    {
        string capture = Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "capture");

        HostRun run = Run("param($path) Import-ExchangeState $path -WarningAction SilentlyContinue | Get-ClientAccessRoute -Protocol MAPI -MailboxServer EX02 -Server EX01 -View Internal | ForEach-Object { \"$_ $($_.MailboxSite)\" }", capture);

        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.Equal(["MAPI EX01: Local Paris"], run.Output);
    }

    [Theory]
    [InlineData("-MailboxSite Rome", "RouteSiteUnknown", "Rome")]
    [InlineData("-MailboxSite Oslo -Server CAS9", "RouteServerUnknown", "CAS9")]
    public void What_is_not_there_is_an_error(string arguments, string id, string target)
    {
        HostRun run = Run(Plan + "$plan | Get-ClientAccessRoute " + arguments);

        Assert.Equal(target, Fault(run, Command, id, ErrorCategory.ObjectNotFound).TargetObject);
        Assert.Empty(run.Output);
    }
}
