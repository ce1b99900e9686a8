using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public sealed class AutodiscoverRouteCommandTests : CommandTest
{
    private const string Plan = "$plan = Get-NamespacePlan EX01 @given; ";
    private const string Command = "GetAutodiscoverRouteCommand";

    [Fact]
    public void A_plan_comes_from_the_pipeline_and_gives_one_walk_for_each_address_and_client()
    {
        IReadOnlyList<string> lines = Lines(Plan + "$plan | Get-AutodiscoverRoute a@contoso.com, b@contoso.com -Client Outlook2010, ActiveSync | ForEach-Object { \"$($_.EmailAddress) $($_.Client) $($_.Domain) $($_.View) $($_.Verdict) $($_.IsLive)\" }");

        Assert.Equal(
            ["a@contoso.com Outlook2010 contoso.com External Hit False", "a@contoso.com ActiveSync contoso.com External Hit False", "b@contoso.com Outlook2010 contoso.com External Hit False", "b@contoso.com ActiveSync contoso.com External Hit False"],
            lines);
    }

    [Fact]
    public void A_member_of_the_domain_is_inside_unless_it_is_said_otherwise()
    {
        IReadOnlyList<string> lines = Lines(Plan + "$plan | Get-AutodiscoverRoute a@contoso.com -DomainJoined | ForEach-Object { \"$($_.View) $($_.Steps[4])\" }; $plan | Get-AutodiscoverRoute a@contoso.com -DomainJoined -View External | ForEach-Object { \"$($_.View) $($_.Steps[4])\" }");

        Assert.Equal(["Internal 5 ServiceConnectionPoint Hit https://mail.contoso.com/Autodiscover/Autodiscover.xml", "External 5 ServiceConnectionPoint Skipped"], lines);
    }

    [Fact]
    public void Every_step_says_how_sure_its_place_is_and_where_that_is_stated()
    {
        IReadOnlyList<string> lines = Lines(Plan + "($plan | Get-AutodiscoverRoute a@contoso.com -Client Outlook2007).Steps | ForEach-Object { \"$($_.Rank) $($_.Method) $($_.Certainty) $($_.Source.Length -gt 0)\" }");

        Assert.Equal(
            ["1 ServiceConnectionPoint Documented True", "2 RootDomain Documented True", "3 AutodiscoverHost Documented True", "4 HttpRedirect Disputed True", "4 ServiceRecord Disputed True", "5 LocalXml Reported True"],
            lines);
    }

    [Fact]
    public void What_is_known_beside_the_plan_counts()
    {
        IReadOnlyList<string> lines = Lines(Plan + "($plan | Get-AutodiscoverRoute a@contoso.com -Client ActiveSync -Known @{ 'contoso.com' = 'OtherPage'; 'autodiscover.contoso.com' = 'NoName'; '_autodiscover._tcp.contoso.com' = 'mail.contoso.com:443' }).Steps | ForEach-Object ToString");

        Assert.Equal(
            ["1 RootDomain NotAutodiscover", "2 AutodiscoverHost NoName", "3 HttpRedirect NoName", "3 ServiceRecord Hit https://mail.contoso.com/autodiscover/autodiscover.xml"],
            lines);
    }

    [Fact]
    public void A_captured_state_is_walked_and_a_stray_connection_point_is_an_error()
    {
        string capture = Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "capture");

        HostRun run = Run("param($Path) Import-ExchangeState $Path | Get-AutodiscoverRoute a@contoso.com -Client Outlook2010 -DomainJoined -Site Paris | ForEach-Object { $_.Steps | ForEach-Object ToString; \"endpoint: $($_.Endpoint)\" }", capture);

        Assert.Equal(
            [
                "1 ServiceConnectionPoint Hit https://mail.contoso.com/Autodiscover/Autodiscover.xml", "1 ServiceConnectionPoint WrongCertificate", "2 RootDomain NotReached",
                "3 AutodiscoverHost NotReached", "4 LocalXml NotReached", "4 HttpRedirect NotReached", "4 ServiceRecord NotReached", "5 LastKnownGood NotReached", "endpoint: ",
            ],
            run.Output);
        ErrorRecord error = Fault(run, Command, "EXN472", ErrorCategory.InvalidResult);
        Assert.Equal("https://ex02.contoso.com/Autodiscover/Autodiscover.xml", error.TargetObject);
    }

    [Fact]
    public void A_graph_is_one_text()
    {
        string graph = Assert.Single(Lines(Plan + "$plan | Get-AutodiscoverRoute a@contoso.com -Client ActiveSync -AsGraph"));

        Assert.StartsWith("flowchart TD\n", graph, StringComparison.Ordinal);
        Assert.Contains("a#64;contoso.com", graph, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nodomain", "EmailAddressInvalid")]
    [InlineData("", "EmailAddressInvalid")]
    [InlineData("@contoso.com", "EmailAddressInvalid")]
    [InlineData("a b@contoso.com", "EmailAddressInvalid")]
    [InlineData("a@contoso", "NameSingleLabel")]
    [InlineData("a@10.0.0.1", "IpAddressWhereHostExpected")]
    public void A_bad_address_is_an_error_and_the_others_are_walked(string address, string id)
    {
        HostRun run = Run("param($Bad)" + Plan + "$plan | Get-AutodiscoverRoute $Bad, b@contoso.com | ForEach-Object EmailAddress", address);

        ErrorRecord error = Fault(run, Command, id, ErrorCategory.InvalidArgument);
        Assert.Equal(["b@contoso.com"], run.Output);
        Assert.Contains("EmailAddress", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Known @{ 'contoso.com' = 'Perhaps' }", "KnownAnswerInvalid", "contoso.com")]
    [InlineData("-Known @{ 'contoso.com/x' = 'Silent' }", "KnownAnswerInvalid", "contoso.com/x")]
    [InlineData("-Known @{ 'contoso.com' = 5 }", "KnownAnswerInvalid", "contoso.com")]
    [InlineData("-Known @{ '_autodiscover._tcp.contoso.com' = 'mail:99999' }", "KnownAnswerInvalid", "_autodiscover._tcp.contoso.com")]
    [InlineData("-MailboxSite Nowhere", "MailboxSiteUnknown", "Nowhere")]
    [InlineData("-Site 'a;b'", "SiteNameInvalid", "a;b")]
    public void What_cannot_be_read_stops_the_walk(string arguments, string id, string target)
    {
        HostRun run = Run(Plan + "$plan | Get-AutodiscoverRoute a@contoso.com " + arguments);

        Assert.Equal(target, Fault(run, Command, id, ErrorCategory.InvalidArgument).TargetObject);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("dns.contoso.com", "AddressInvalid")]
    [InlineData("127.0.0.1:0", "ValueOutOfRange")]
    public void A_bad_server_is_an_error_and_nothing_is_asked(string server, string id)
    {
        HostRun run = Run("param($Server) Get-AutodiscoverRoute a@contoso.com -Live -DnsServer $Server", server);

        Assert.Equal(server, Fault(run, Command, id, ErrorCategory.InvalidArgument).TargetObject);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_silent_DNS_server_leaves_every_step_open_within_its_time()
    {
        using FakeDnsServer silent = new(_ => null);

        HostRun run = Run($"Get-AutodiscoverRoute a@contoso.com -Live -Timeout 0.15 -DnsServer 127.0.0.1:{silent.Port} -Client ActiveSync | ForEach-Object {{ $_.Steps | ForEach-Object ToString; \"$($_.Verdict)\" }}");

        Assert.Equal(["1 RootDomain Inconclusive", "2 AutodiscoverHost Inconclusive", "3 HttpRedirect Inconclusive", "3 ServiceRecord Inconclusive", "Inconclusive"], run.Output);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public void A_walk_that_leads_nowhere_is_an_error_record_with_its_code()
    {
        HostRun run = Run(Plan + "$plan | Get-AutodiscoverRoute a@contoso.com -Client ActiveSync -Known @{ 'contoso.com' = 'NoName'; 'autodiscover.contoso.com' = 'NoName'; '_autodiscover._tcp.contoso.com' = 'NoName' } | ForEach-Object { \"$($_.Verdict)\" }");

        Assert.Equal("contoso.com", Fault(run, Command, "EXN470", ErrorCategory.InvalidResult).TargetObject);
        Assert.Equal(["NoName"], run.Output);
    }
}
