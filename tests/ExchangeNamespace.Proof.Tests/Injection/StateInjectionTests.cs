using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.Routing;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Injection;

/// <summary>Whatever a captured value is, it is refused, or stays a value of the lines forward and back, of the comparison and of the routes.</summary>
public class StateInjectionTests(ITestOutputHelper output)
{
    private static readonly int RandomValues = RandomCases.Of(usual: 500, full: 1_500);

    private static readonly IReadOnlyList<(string Name, string[] Good)> Positions =
    [
        ("Identity", ["EX16\\owa (Default Web Site)", "EX16\\Zürich"]),
        ("Server", ["EX16"]),
        ("InternalUrl", ["https://old.contoso.com/owa"]),
        ("ExternalUrl", ["https://old.contoso.com/owa", ""]),
        ("ExternalAuthenticationMethods", ["Basic", "Fba"]),
        ("ExternalDownloadHostName", ["dl.contoso.com", ""]),
        ("AutoDiscoverServiceInternalUri", ["https://old.contoso.com/Autodiscover/Autodiscover.xml"]),
        ("AutoDiscoverSiteScope", ["Paris", "Zürich"]),
        ("server Name", ["EX16"]),
        ("Site", ["contoso.com/Configuration/Sites/Paris", "Zürich"]),
    ];

    private readonly NamespacePlan _plan = Plans.Make(
        new object[] { Plans.Members(("Name", "EX16"), ("Version", "2016CU23")) }, ("ExternalHost", "mail.contoso.com"), ("DownloadHost", "download.contoso.com"));

    [Fact]
    public void Every_captured_text_is_refused_or_stays_a_value()
    {
        HashSet<string> shapes = ["variable null", "variable true", "variable false"];
        foreach ((string name, string[] good) in Positions)
        {
            Assert.True(Read(name, good[0], line => shapes.UnionWith(CommandShape.Of(line))), name);
        }

        int accepted = 0;
        int refused = 0;
        void Prove(string name, string value)
        {
            bool read = Read(name, value, line => Assert.Empty(CommandShape.Of(line).Where(s => !shapes.Contains(s)).Select(s => s + ": " + line)));
            _ = read ? accepted++ : refused++;
        }

        foreach ((string name, string[] good) in Positions)
        {
            foreach (string value in HostileText.Vectors.Concat(HostileText.Pieces).Concat(HostileText.Pieces.Select(p => good[0] + p)))
            {
                Prove(name, value);
            }
        }

        Gen.Int[0, Positions.Count - 1]
            .SelectMany(i => HostileText.Near(Positions[i].Good).Select(value => (Positions[i].Name, value)))
            .Sample(x => Prove(x.Name, x.value), iter: RandomValues, threads: 1, print: x => x.Name + ": " + HostileText.Show(x.value));
        Assert.Contains("command Set-OwaVirtualDirectory", shapes);
        output.WriteLine($"{accepted} taken, {refused} refused");
    }

    private bool Read(string name, string value, Action<string> prove)
    {
        StateReader reader = new();
        foreach (Dictionary<string, object?> item in Capture(name, value))
        {
            reader.Read([], item);
        }

        if (reader.Finish() is not { } state)
        {
            Assert.NotEmpty(reader.Faults);
            Assert.All(reader.Faults, f => LineProof.AssertPrintable(f.Message));
            return false;
        }

        ChangePlanner changes = new(state, new CommandSelection());
        foreach (ExchangeCommand command in changes.Build(_plan).Concat(changes.BuildUndo(_plan)).ToList())
        {
            prove(command.ToString());
        }

        foreach ((IEnumerable<ExchangeCommand> commands, ScriptBasis basis) in new[] { (changes.Build(_plan), ScriptBasis.CurrentState), (changes.BuildUndo(_plan), ScriptBasis.Undo) })
        {
            foreach (string line in ScriptRenderer.Render(_plan, ShellGenerations.Of(_plan.Servers[0].Version), [.. commands], basis))
            {
                prove(line);
            }
        }

        foreach (Finding finding in state.Findings.Concat(changes.Findings).Concat(PlanComparer.Compare(_plan, state).Select(r => r.Finding).OfType<Finding>()))
        {
            LineProof.AssertPrintable(finding.Subject + finding.Message + finding.Remedy);
        }

        RouteTopology topology = RouteTopologyReader.Read(state);
        foreach (RouteQuestion question in RouteQuestionReader.Matrix(topology, new RouteInput()).Take(2))
        {
            Assert.All(RouteGraph.Of(new RouteSimulator(topology).Trace(question)).Split('\n'), l => LineProof.AssertPrintable(l.TrimEnd('\r')));
        }

        return true;
    }

    private static IEnumerable<Dictionary<string, object?>> Capture(string name, string value)
    {
        Dictionary<string, object?> server = Of("Get-ExchangeServer", ("Name", "EX16"), ("Fqdn", "EX16.contoso.com"), ("AdminDisplayVersion", "Version 15.1 (Build 2507.6)"), ("ServerRole", "Mailbox"), ("Site", "Paris"));
        Dictionary<string, object?> directory = Of(
            "Get-OwaVirtualDirectory", ("Server", "EX16"), ("Name", "owa (Default Web Site)"), ("Identity", "EX16\\owa (Default Web Site)"), ("InternalUrl", "https://a.contoso.com/owa"), ("ExternalUrl", "https://b.contoso.com/owa"),
            ("ExternalAuthenticationMethods", "Fba"), ("ExternalDownloadHostName", "dl.contoso.com"), ("InternalDownloadHostName", null));
        Dictionary<string, object?> access = Of(
            "Get-ClientAccessService", ("Name", "EX16"), ("Identity", "EX16"), ("AutoDiscoverServiceInternalUri", "https://a.contoso.com/Autodiscover/Autodiscover.xml"), ("AutoDiscoverSiteScope", "Paris"));
        Dictionary<string, object?> changed = name is "server Name" or "Site" ? server : name.StartsWith("AutoDiscover", StringComparison.Ordinal) ? access : directory;
        changed[name == "server Name" ? "Name" : name] = value;
        return [server, directory, access];
    }

    private static Dictionary<string, object?> Of(string cmdlet, params (string Name, object? Value)[] members)
    {
        Dictionary<string, object?> all = members.ToDictionary(m => m.Name, m => m.Value, StringComparer.OrdinalIgnoreCase);
        all[CaptureMarks.CapturedBy] = cmdlet;
        return all;
    }
}
