using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.StandIn;
using Xunit;
using static ExchangeNamespace.Tests.Support.Plans;

namespace ExchangeNamespace.Proof.Binding;

/// <summary>The dialects differ where the catalogue says so: a line of one version fails in the other.</summary>
public class DialectTests
{
    private const string NoCommand = "CommandNotFoundException";
    private const string NoParameter = "NamedParameterNotFound";

    [Theory]
    [InlineData("2007SP1", ClientService.UM, "2010", NoCommand)]
    [InlineData("2007SP3", ClientService.UM, "2013", NoCommand)]
    [InlineData("2007SP3", ClientService.UM, "SE", NoCommand)]
    [InlineData("2007RTM", ClientService.OutlookAnywhere, "2007SP1", NoParameter)]
    [InlineData("2007SP1", ClientService.OutlookAnywhere, "2007RTM", NoParameter)]
    [InlineData("2007SP1", ClientService.OutlookAnywhere, "2013", NoCommand)]
    [InlineData("2010", ClientService.OutlookAnywhere, "2007RTM", NoParameter)]
    [InlineData("2010", ClientService.OutlookAnywhere, "2013RTM", NoCommand)]
    [InlineData("2010", ClientService.OutlookAnywhere, "2013", NoCommand)]
    [InlineData("2010", ClientService.OutlookAnywhere, "2016CU22", NoCommand)]
    [InlineData("2010", ClientService.OutlookAnywhere, "SE", NoCommand)]
    [InlineData("2013", ClientService.OutlookAnywhere, "2010", NoParameter)]
    [InlineData("2013", ClientService.OutlookAnywhere, "2007SP1", NoParameter)]
    [InlineData("2016", ClientService.Autodiscover, "2013", NoCommand)]
    [InlineData("2016", ClientService.Autodiscover, "2010", NoCommand)]
    [InlineData("SE", ClientService.Autodiscover, "2007SP3", NoCommand)]
    [InlineData("2010", ClientService.ECP, "2007RTM", NoCommand)]
    [InlineData("2016", ClientService.ECP, "2007SP3", NoCommand)]
    [InlineData("2013SP1", ClientService.MAPI, "2013RTM", NoCommand)]
    [InlineData("2013", ClientService.MAPI, "2010", NoCommand)]
    [InlineData("SE", ClientService.MAPI, "2007SP1", NoCommand)]
    [InlineData("2010", ClientService.PowerShell, "2007SP3", NoCommand)]
    public void A_line_fails_where_its_command_or_parameter_is_missing(string written, ClientService service, string run, string error)
    {
        string line = Assert.Single(LinesOf(written, service));
        AssertBinds(written, line);
        AssertRefused(run, line, error);
    }

    [Fact]
    public void Without_WhatIf_a_rehearsal_would_fail_in_2007_RTM_so_it_has_no_lines()
    {
        AssertRefused("2007RTM", Assert.Single(LinesOf("2007SP1", ClientService.EWS, rehearse: true)), NoParameter);
        Assert.Empty(LinesOf("2007RTM", ClientService.EWS, rehearse: true));
    }

    [Theory]
    [InlineData("2007RTM")]
    [InlineData("2007SP1")]
    [InlineData("2007SP3")]
    [InlineData("2010")]
    public void Outlook_Anywhere_is_enabled_where_it_is_not_and_set_where_it_is(string version)
    {
        string enable = Assert.Single(LinesOf(version, ClientService.OutlookAnywhere));
        string set = Assert.Single(LinesOf(version, ClientService.OutlookAnywhere, enabled: true));
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01");

        AssertError(exchange.Invoke(set), "ObjectNotFound");
        Assert.True(exchange.Invoke(enable).Succeeded);
        AssertError(exchange.Invoke(enable), "ObjectExists");
        Assert.True(exchange.Invoke(set).Succeeded);
    }

    [Fact]
    public void A_line_for_a_server_that_is_not_there_fails()
    {
        foreach (string version in new[] { "2007SP1", "2010", "2013", "2016", "SE" })
        {
            using StandInExchange exchange = StandInExchange.Create(version, "OTHER");
            IReadOnlyList<string> before = exchange.State.Snapshot();
            foreach (string line in Enum.GetValues<ClientService>().SelectMany(s => LinesOf(version, s)))
            {
                Assert.False(exchange.Invoke(line).Succeeded, line);
            }

            Assert.Equal(before, exchange.State.Snapshot());
        }
    }

    private static string[] LinesOf(string version, ClientService service, bool? enabled = null, bool rehearse = false) => Lines(
        Make(
            new object[] { Members(("Name", "CAS01"), ("ExchangeVersion", version), ("OutlookAnywhereEnabled", enabled)) },
            ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ServiceHost", Members(("PowerShell", "mail.contoso.com")))),
        new CommandSelection { Services = new HashSet<ClientService> { service }, Rehearse = rehearse });

    private static void AssertBinds(string version, string line)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01");
        StandInResult result = exchange.Invoke(line);
        Assert.True(result.Succeeded, version + ": " + result);
    }

    private static void AssertRefused(string version, string line, string error)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01");
        IReadOnlyList<string> before = exchange.State.Snapshot();
        StandInResult result = exchange.Invoke(line);
        AssertError(result, error);
        Assert.Empty(result.Calls);
        Assert.Equal(before, exchange.State.Snapshot());
    }

    private static void AssertError(StandInResult result, string error) =>
        Assert.True(result.Errors.Count == 1 && result.Errors[0].FullyQualifiedErrorId.StartsWith(error, StringComparison.Ordinal), error + " expected: " + result);
}
