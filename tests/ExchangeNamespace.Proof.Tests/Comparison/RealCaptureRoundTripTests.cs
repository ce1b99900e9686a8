using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.StandIn;
using ExchangeNamespace.StandIn.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Comparison;

/// <summary>The real captures against a plan for their own server, run in a stand-in that holds what was captured.</summary>
public class RealCaptureRoundTripTests
{
    [Theory]
    [InlineData("GetOwaVirtualDirectory.xml")]
    [InlineData("GetOwaVirtualDirectory1.xml")]
    public void The_smallest_script_and_its_undo_bind_and_leave_the_captured_state(string owa)
    {
        ExchangeState state = Read("GetExchangeServer.xml", owa, "GetWebServicesVirtualDirectory.xml");
        CapturedServer server = Assert.Single(state.Servers);
        NamespacePlan plan = Plans.Make(
            new object[] { Plans.Members(("Name", server.Name), ("Fqdn", server.Fqdn.Value), ("Site", server.Site.Value), ("AdminDisplayVersion", server.AdminDisplayVersion.Value)) },
            ("ExternalHost", "mail.solo.com"), ("ADDomain", "solo.com"));
        CommandSelection captured = new() { Services = new HashSet<ClientService> { ClientService.OWA, ClientService.EWS } };

        SettingComparison[] rows = [.. PlanComparer.Compare(plan, state).Where(r => r.Service is "OWA" or "EWS")];
        Assert.Equal(
            ["EWS InternalUrl Differs", "EWS ExternalUrl Missing", "OWA InternalUrl Differs", "OWA ExternalUrl Missing"],
            rows.Select(r => $"{r.Service} {r.Setting} {r.Verdict}"));
        Assert.All(PlanComparer.Compare(plan, state).Where(r => r.Service is "MAPI" or "SCP" or "OAB"), r => Assert.Equal(SettingVerdict.Unknown, r.Verdict));

        using StandInExchange exchange = StandInExchange.Create("2019", server.Fqdn.Value + "@" + server.Site.Value);
        Install(exchange, state);
        IReadOnlyList<string> before = exchange.State.Snapshot();
        ExchangeCommand[] forward = [.. new ChangePlanner(state, captured).Build(plan)];
        Assert.Equal(
            ["Set-WebServicesVirtualDirectory -Identity \"SOLO-E19A\\EWS (Default Web Site)\" -InternalUrl https://mail.solo.com/EWS/Exchange.asmx -ExternalUrl https://mail.solo.com/EWS/Exchange.asmx",
             "Set-OwaVirtualDirectory -Identity \"SOLO-E19A\\owa (Default Web Site)\" -InternalUrl https://mail.solo.com/owa -ExternalUrl https://mail.solo.com/owa"],
            forward.Select(c => c.ToString()));
        Run(exchange, forward);
        Assert.NotEqual(before, exchange.State.Snapshot());

        ExchangeCommand[] undo = [.. new ChangePlanner(state, captured).BuildUndo(plan)];
        Assert.Equal("Set-OwaVirtualDirectory -Identity \"SOLO-E19A\\owa (Default Web Site)\" -InternalUrl https://solo-e19a.solo.com/owa -ExternalUrl $null", undo[0].ToString());
        Run(exchange, undo);
        Assert.Equal(before, exchange.State.Snapshot());
    }

    /// <summary>Puts the captured values into the stand-in.</summary>
    private static void Install(StandInExchange exchange, ExchangeState state)
    {
        foreach (CapturedService service in state.Services)
        {
            StandInObject target = exchange.State[service.Server].Objects.Single(o => string.Equals(o.Identity, service.Identity, StringComparison.OrdinalIgnoreCase));
            target["InternalUrl"] = service.Internal.Value is { } inner ? new Uri(inner) : null;
            target["ExternalUrl"] = service.External.Value is { } outer ? new Uri(outer) : null;
        }
    }

    private static void Run(StandInExchange exchange, IEnumerable<ExchangeCommand> commands)
    {
        foreach (ExchangeCommand command in commands)
        {
            StandInResult result = exchange.Invoke(command.ToString());
            Assert.True(result.Succeeded, result.ToString());
        }
    }

    private static ExchangeState Read(params string[] names)
    {
        string folder = Path.Combine(SharedData.RepositoryRoot(), "..", "shared", "data", "third-party", "exchange-captures");
        Assert.SkipUnless(Directory.Exists(folder), "../shared/data/third-party/exchange-captures is not beside this repository.");
        StateReader reader = new();
        foreach (string name in names)
        {
            using FileStream stream = File.OpenRead(Path.Combine(folder, name));
            reader.ReadFile(stream, name, inFolder: false);
        }

        return reader.Finish() ?? throw new InvalidOperationException(reader.Faults[0].Message);
    }
}
