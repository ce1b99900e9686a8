using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.StandIn;
using Xunit;

namespace ExchangeNamespace.Proof.Binding;

/// <summary>Runs all lines of a plan, each in a stand-in of its own version, and compares what is there afterwards with the plan.</summary>
internal sealed class BindingProof(Func<ExchangeVersion, string> standInOf)
{
    public int Plans { get; private set; }

    public int Lines { get; private set; }

    public int OutlookProviders { get; private set; }

    public void Prove(Scenario scenario)
    {
        NamespacePlan plan = scenario.Plan();
        Plans++;
        OutlookProviders += plan.OutlookProvider is null ? 0 : 1;
        Assert.All(plan.Servers, server => Assert.Equal(PlannedLine.ServicesOf(server.Version), server.Services.Select(s => s.Service)));
        LineProof.Prove(plan);
        foreach (ExchangeVersion version in plan.Servers.Select(s => s.Version).Distinct())
        {
            try
            {
                ProveVersion(plan, version);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                throw new InvalidOperationException(scenario + ", on " + standInOf(version), exception);
            }
        }
    }

    /// <summary>A stand-in of one version with the plan's servers of that version, Outlook Anywhere enabled where the plan was told so.</summary>
    public static StandInExchange Organization(NamespacePlan plan, ExchangeVersion version, string standIn)
    {
        PlannedServer[] servers = [.. plan.Servers.Where(s => s.Version.Equals(version))];
        StandInExchange exchange = StandInExchange.Create(standIn, [.. servers.Select(s => (s.Fqdn?.Value ?? s.Name) + "@" + (s.Site.Length == 0 ? "Default-First-Site-Name" : s.Site))]);
        foreach (PlannedServer server in servers.Where(s => s.OutlookAnywhereEnabled == true && s.Version.Product <= ExchangeProduct.Exchange2010))
        {
            string method = standIn == "2007RTM" ? "ExternalAuthenticationMethod" : "ClientAuthenticationMethod";
            StandInResult enabled = exchange.Invoke("Enable-OutlookAnywhere -Server " + server.Name + " -ExternalHostname old.contoso.com -" + method + " Ntlm -SSLOffloading $true");
            Assert.True(enabled.Succeeded, enabled.ToString());
        }

        return exchange;
    }

    private void ProveVersion(NamespacePlan plan, ExchangeVersion version)
    {
        ExchangeCommand[] commands = Commands(plan, version, rehearse: false);
        using StandInExchange exchange = Organization(plan, version, standInOf(version));
        SortedDictionary<string, string> expected = ExpectedState.Of(exchange);

        ExchangeCommand[] rehearsal = Commands(plan, version, rehearse: true);
        Assert.Equal(version.Build < new Version(8, 1) ? 0 : commands.Length, rehearsal.Length);
        foreach (ExchangeCommand command in rehearsal)
        {
            Assert.EndsWith(" -WhatIf", LineProof.Typed(command), StringComparison.Ordinal);
            Run(exchange, command);
        }

        AssertSame(expected, exchange);
        foreach (ExchangeCommand command in commands)
        {
            Run(exchange, command);
        }

        ExpectedState.Apply(plan, version, expected);
        AssertSame(expected, exchange);
        ProveScript(plan, version, commands, expected);
    }

    /// <summary>The script file, run as a whole, does what its lines do.</summary>
    private void ProveScript(NamespacePlan plan, ExchangeVersion version, ExchangeCommand[] commands, SortedDictionary<string, string> expected)
    {
        using StandInExchange exchange = Organization(plan, version, standInOf(version));
        StandInResult result = exchange.Invoke(string.Join("\r\n", ScriptRenderer.Render(plan, ShellGenerations.Of(version), commands)));
        Assert.True(result.Succeeded, result.ToString());
        foreach (ExchangeCommand command in commands.Where(c => c.IsByHand))
        {
            Run(exchange, command);
        }

        AssertSame(expected, exchange);
    }

    private static ExchangeCommand[] Commands(NamespacePlan plan, ExchangeVersion version, bool rehearse) =>
    [
        .. CommandBuilder.Build(plan, new CommandSelection { Generation = ShellGenerations.Of(version), Rehearse = rehearse }).Where(c => c.Version.Equals(version)),
    ];

    private void Run(StandInExchange exchange, ExchangeCommand command)
    {
        StandInResult result = exchange.Invoke(LineProof.Typed(command));
        Lines++;
        Assert.True(result.Succeeded, result.ToString());
        StandInCall call = Assert.Single(result.Calls);
        Assert.Equal(command.Name, call.Cmdlet, ignoreCase: true);
        Assert.NotEmpty(call.ParameterSet);
        Assert.Equal(
            command.Parameters.Select(p => p.Name).Where(n => n != "WhatIf").Order(StringComparer.OrdinalIgnoreCase),
            call.Parameters.Keys.Where(n => n != "WhatIf").Order(StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase);
    }

    private static void AssertSame(SortedDictionary<string, string> expected, StandInExchange exchange)
    {
        SortedDictionary<string, string> actual = ExpectedState.Of(exchange);
        string[] wrong = [.. expected.Where(e => !actual.TryGetValue(e.Key, out string? value) || !Same(e.Key, value, e.Value)).Select(e => $"{e.Key}: {e.Value} expected, {actual.GetValueOrDefault(e.Key, "nothing")} found")];
        string[] extra = [.. actual.Keys.Where(k => !expected.ContainsKey(k)).Select(k => k + " was written and not planned: " + actual[k])];
        Assert.True(wrong.Length + extra.Length == 0, string.Join("\n", wrong.Concat(extra)));
    }

    /// <summary>Exchange reads the names of methods without regard to case and shows them in its own.</summary>
    private static bool Same(string key, string actual, string expected) =>
        string.Equals(actual, expected, key.Contains("AuthenticationMethod", StringComparison.OrdinalIgnoreCase) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
