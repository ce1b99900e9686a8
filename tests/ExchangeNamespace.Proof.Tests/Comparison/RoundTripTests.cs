using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Proof.Binding;
using ExchangeNamespace.State;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.StandIn;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Comparison;

/// <summary>Capture, compare, change and undo in a stand-in of each version, all by emitted text.</summary>
public class RoundTripTests(ITestOutputHelper output)
{
    /// <summary>The versions that the stand-in tells apart.</summary>
    public static TheoryData<string> StandIns => ["2007RTM", "2007SP1", "2007SP2", "2007SP3", "2010", "2013RTM", "2013SP1", "2016CU22", "2016", "2019CU11", "2019", "SE"];

    [Theory]
    [MemberData(nameof(StandIns))]
    public void Captured_changed_and_undone_a_state_is_as_it_was(string version)
    {
        int lines = 0;
        int seed = 0;
        foreach (Scenario scenario in Scenarios.Choices(version).Where((_, i) => i % RandomCases.Of(usual: 28, full: 14) == 0))
        {
            NamespacePlan plan = scenario.Plan();
            using StandInExchange exchange = BindingProof.Organization(plan, plan.Servers[0].Version, version);
            Random random = new(++seed);
            Disturb(exchange, plan, random);
            IReadOnlyList<string> before = exchange.State.Snapshot();
            ExchangeState state;
            using (CaptureShell shell = new(exchange))
            {
                state = CaptureShell.Read(shell.Capture(CaptureScript.Render(plan.Servers[0].Version)));
            }

            Assert.Equal(before, exchange.State.Snapshot());
            ExchangeCommand[] forward = [.. new ChangePlanner(state, new CommandSelection()).Build(plan)];
            Assert.Equal(forward.Length > 0, !PlanComparer.IsAsPlanned(PlanComparer.Compare(plan, state).Where(IsSetting)));
            Run(exchange, forward);
            lines += forward.Length;

            using (CaptureShell shell = new(exchange))
            {
                ExchangeState after = CaptureShell.Read(shell.Capture(CaptureScript.Render(plan.Servers[0].Version)));
                Assert.Equal([], PlanComparer.Compare(plan, after).Where(r => IsSetting(r) && r.Verdict != SettingVerdict.Equal).Select(r => r + " " + r.Planned + " / " + r.Current));
                Assert.Empty(new ChangePlanner(after, new CommandSelection()).Build(plan));
            }

            Run(exchange, new ChangePlanner(state, new CommandSelection()).BuildUndo(plan));
            Assert.Equal(before, exchange.State.Snapshot(), MethodsWithoutCase);
        }

        output.WriteLine($"{version}: {seed} plans, {lines} changes");
        Assert.True(lines > 10);
    }

    [Theory]
    [MemberData(nameof(StandIns))]
    public void The_capture_script_reads_only_and_knows_no_newer_syntax(string version)
    {
        ExchangeVersion exchange = Versions.Read(version);
        string[] lines = [.. CaptureScript.Render(exchange)];
        Assert.All(lines, l => Assert.All(l, c => Assert.InRange(c, ' ', '~')));
        ScriptBlockAst script = Parser.ParseInput(string.Join("\r\n", lines), out _, out ParseError[] errors);
        Assert.Empty(errors);

        string[] commands = [.. script.FindAll(a => a is CommandAst, true).Cast<CommandAst>().Select(c => c.GetCommandName()).Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] utilities = ["Get-Command", "Get-Date", "New-Item", "Out-Null", "Where-Object", "Select-Object", "Add-Member", "Select-Captured", "Export-Clixml", "Join-Path", "ForEach-Object", "Out-File", "Write-Host"];
        Assert.Equal(CaptureScript.Readers(exchange).Order(), commands.Except(utilities).Order());
        Assert.All(CaptureScript.Readers(exchange), c => Assert.True(Catalog.CmdletCatalog.Default.Exists(c, exchange), c));

        // What PowerShell 1.0 does not have.
        Assert.DoesNotContain(script.FindAll(a => a is TryStatementAst or UsingStatementAst or AttributeAst or ParamBlockAst { Attributes.Count: > 0 } or TypeExpressionAst or TernaryExpressionAst, true), _ => true);
        Assert.DoesNotContain(script.FindAll(a => a is VariableExpressionAst { Splatted: true }, true), _ => true);
        TokenKind[] newer = [TokenKind.Join, TokenKind.Isplit, TokenKind.In, TokenKind.Inotin, TokenKind.AndAnd, TokenKind.QuestionDot];
        Assert.DoesNotContain(script.FindAll(a => a is BinaryExpressionAst b && newer.Contains(b.Operator), true), _ => true);
    }

    /// <summary>Exchange reads the names of methods without regard to case and shows them in its own.</summary>
    private static bool MethodsWithoutCase(string before, string after) =>
        string.Equals(before, WithoutNullList(after), before.Contains("AuthenticationMethod", StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>A list of Exchange that is set to null is empty; the stand-in keeps the null.</summary>
    private static string WithoutNullList(string line) =>
        line.Contains("|IISAuthenticationMethods=", StringComparison.Ordinal) || line.Contains("|AutoDiscoverSiteScope=", StringComparison.Ordinal) ? line.Replace("<null>", string.Empty, StringComparison.Ordinal) : line;

    private static bool IsSetting(SettingComparison row) => !row.Server.StartsWith('(') && row.Service is not ("Certificate" or "Server" or "AutodiscoverDirectory")
        // The methods are judged where modern authentication is on, and the stand-in has none.
        && row.Setting is not ("Scheme" or "InternalNLBBypassUrl" or "InternalAuthenticationMethods" or "ExternalAuthenticationMethods")
        || row.Service is "OutlookProvider" or "Organization";

    private static void Run(StandInExchange exchange, IEnumerable<ExchangeCommand> commands)
    {
        foreach (ExchangeCommand command in commands)
        {
            StandInResult result = exchange.Invoke(LineProof.Typed(command));
            Assert.True(result.Succeeded, result.ToString());
        }
    }

    /// <summary>Gives every property that the plan sets a value of some kind, as a real server has one.</summary>
    private static void Disturb(StandInExchange exchange, NamespacePlan plan, Random random)
    {
        World world = RandomWorld.Around(plan, random);
        foreach ((string key, SortedDictionary<string, string[]?> properties) in world.Objects)
        {
            string identity = key.Split('|')[1];
            StandIn.State.StandInObject? target = exchange.State.Servers.Append(exchange.State.Organization).SelectMany(s => s.Objects)
                .FirstOrDefault(o => string.Equals(o.Identity, identity, StringComparison.OrdinalIgnoreCase) && key.StartsWith("Get-" + o.Kind + "|", StringComparison.OrdinalIgnoreCase));
            foreach ((string name, string[]? value) in properties.Where(_ => target is not null))
            {
                target![name] = value is [var text] && bool.TryParse(text, out bool flag) ? flag
                    : name is "AutoDiscoverSiteScope" or "IISAuthenticationMethods" ? value
                    : value is null ? null
                    : name.Contains("Ur", StringComparison.Ordinal) ? new Uri(new Uri(value[0]).ToString())
                    : value[0];
            }
        }
    }
}
