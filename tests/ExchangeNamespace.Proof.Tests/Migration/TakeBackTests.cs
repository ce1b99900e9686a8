using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Planning;
using ExchangeNamespace.Model;
using ExchangeNamespace.Proof.Comparison;
using ExchangeNamespace.Proof.Design;
using ExchangeNamespace.StandIn;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Migration;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Migration;

/// <summary>
/// The lines of a migration run in a stand-in of the old version and one of the new: what takes a step back leaves the state of before it, and
/// the last step leaves what the lines of the target plan leave: URLs, connection points and send connectors, in one site and in three, for every
/// model of DNS and every strategy of the proxy.
/// </summary>
public sealed class TakeBackTests(ITestOutputHelper output)
{
    private const string Connector = "SendConnector";

    public static TheoryData<string, string> Pairs => MigrationBindingTests.Pairs;

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Each_step_is_taken_back_to_the_state_before_it_and_the_last_leaves_the_target(string old, string next)
    {
        const int All = 24;
        int every = RandomCases.Of(All, 1);
        int first = 7 * Array.IndexOf(Crossed.Pairs, (old, next)) % every;
        CrossedCase[] cases = [.. Crossed.All().Where(c => (c.Old, c.New, c.Addresses) == (old, next, "server") && (c.Sites, c.Layout) is (1, _) or (3, "own hosts"))];
        CrossedCase[] some = [.. cases.Where((_, i) => i % every == first)];
        Assert.Equal(All, cases.Length);
        int taken = some.Sum(c => Prove(c with { OutlookAnywhere = true, FullNames = true }));
        output.WriteLine($"{some.Length} of {cases.Length} migrations, {taken} steps taken back");
        Assert.True(taken >= 2 * some.Length);
    }

    private static int Prove(CrossedCase one)
    {
        NamespacePlan present = one.Side("OLD", one.Old, 10);
        NamespacePlan target = one.Side("NEW", one.New, 20);
        using StandInExchange before = As(present);
        using StandInExchange after = Installed(target);
        string sending = $"New-SendConnector -Name Internet -AddressSpaces 'SMTP:*;1' -SourceTransportServers {string.Join(",", present.Servers.Select(s => s.Name))}";
        Run(before, [sending]);

        // The provider belongs to the organisation, which new servers find as it is.
        Run(after, [sending, .. CommandBuilder.Build(present, new CommandSelection()).Where(c => c.Name == "Set-OutlookProvider").Select(c => c.ToString())]);
        NamespaceMigration migration = Migrations.Make(new MigrationInput
        {
            Present = present, Plans = [target], State = Captured(before), TimeToLive = TimeSpan.FromHours(1),
        });
        string captured = Text(before);
        Stack<(MigrationStep Step, StandInExchange Exchange)> done = new();
        int taken = 0;
        foreach (MigrationStep step in migration.Steps.Where(s => Lines(s.Actions).Any()))
        {
            StandInExchange exchange = step.ShellVersion!.Product == present.Servers[0].Version.Product ? before : after;
            string state = Text(exchange);
            Run(exchange, Lines(step.Actions));
            if (Lines(step.TakeBack).Any() && !Uninstalls(step.TakeBack))
            {
                string changed = Text(exchange);
                Run(exchange, Lines(step.TakeBack));
                Assert.True(Same(state, Text(exchange)), $"{one}, {step.Id}:\n{Difference(state, Text(exchange))}");
                Run(exchange, Lines(step.Actions));
                Assert.True(Same(changed, Text(exchange)), Difference(changed, Text(exchange)));
                done.Push((step, exchange));
                taken++;
            }
        }

        using (StandInExchange planned = As(target))
        {
            Run(planned, [sending.Replace("OLD", "NEW", StringComparison.Ordinal)]);
            Assert.True(Same(Text(planned), Text(after)), one + "\n" + Difference(Text(planned), Text(after)));
        }

        foreach ((MigrationStep step, StandInExchange exchange) in done)
        {
            Run(exchange, Lines(step.TakeBack));
        }

        Assert.True(Same(captured, Text(before)), one + "\n" + Difference(captured, Text(before)));
        Assert.Contains(done, d => d.Step.Actions.OfType<ExchangeLine>().Any(l => l.Command.Name == "Set-" + Connector));
        return taken;
    }

    private static StandInExchange Installed(NamespacePlan plan) =>
        StandInExchange.Create(plan.Servers[0].Version.ToString(), [.. plan.Servers.Select(s => Organisation.Name(plan, s))]);

    /// <summary>An organisation that is as a plan says.</summary>
    private static StandInExchange As(NamespacePlan plan)
    {
        StandInExchange exchange = Installed(plan);
        Run(exchange, Organisation.Enabling(plan).Concat(CommandBuilder.Build(plan, new CommandSelection()).Select(c => c.ToString())));
        return exchange;
    }

    private static ExchangeState Captured(StandInExchange exchange)
    {
        using CaptureShell shell = new(exchange);
        return CaptureShell.Read(shell.Capture(CaptureScript.Render(exchange.Version.Exchange)));
    }

    /// <summary>The lines that give a server or the organisation a setting by which clients find it, or a connector its servers.</summary>
    private static IEnumerable<string> Lines(IEnumerable<MigrationAction> actions) => actions.OfType<ExchangeLine>()
        .Where(l => l.Command.Service is not null || l.Command.Name == "Set-" + Connector).Select(l => l.Command.Line);

    private static bool Uninstalls(IEnumerable<MigrationAction> actions) =>
        actions.OfType<ServerChange>().Any(c => c.Stage == ServerStage.Uninstall);

    private static void Run(StandInExchange exchange, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            StandInResult result = exchange.Invoke(line);
            Assert.True(result.Succeeded, result.ToString());
        }
    }

    private static string Text(StandInExchange exchange) =>
        string.Join("\n", exchange.State.Snapshot().Where(l => !l.StartsWith("file|", StringComparison.Ordinal)));

    /// <summary>Host names know no letter case, and a capture reads URLs.</summary>
    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Difference(string expected, string found)
    {
        string[] one = expected.Split('\n');
        string[] other = found.Split('\n');
        return string.Join("\n", one.Except(other, StringComparer.OrdinalIgnoreCase).Select(l => "- " + l).Concat(other.Except(one, StringComparer.OrdinalIgnoreCase).Select(l => "+ " + l)).Take(12));
    }
}
