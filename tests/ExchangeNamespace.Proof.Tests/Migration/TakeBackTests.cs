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
using Xunit;

namespace ExchangeNamespace.Proof.Migration;

/// <summary>
/// The lines of a migration run in a stand-in of the old version and one of the new: what takes a step back leaves the state of before it, and
/// the last step leaves what the lines of the target plan leave.
/// </summary>
public sealed class TakeBackTests
{
    public static TheoryData<string, string> Pairs => MigrationBindingTests.Pairs;

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Each_step_is_taken_back_to_the_state_before_it_and_the_last_leaves_the_target(string old, string next)
    {
        CrossedCase one = new(old, next, "Split", "None", 1, "one host", "server") { OutlookAnywhere = true };
        NamespacePlan present = one.Side("OLD", old, 10);
        NamespacePlan target = one.Side("NEW", next, 20);
        using StandInExchange before = As(present);
        using StandInExchange after = Installed(target);
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
                Assert.True(state == Text(exchange), $"{step.Id}:\n{Difference(state, Text(exchange))}");
                Run(exchange, Lines(step.Actions));
                Assert.Equal(changed, Text(exchange));
                done.Push((step, exchange));
                taken++;
            }
        }

        Assert.True(taken > 0);
        using (StandInExchange planned = As(target))
        {
            Assert.True(Text(planned) == Text(after), Difference(Text(planned), Text(after)));
        }

        foreach ((MigrationStep step, StandInExchange exchange) in done)
        {
            Run(exchange, Lines(step.TakeBack));
        }

        Assert.True(captured == Text(before), Difference(captured, Text(before)));
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

    /// <summary>The lines that give a server or the organisation a setting by which clients find it.</summary>
    private static IEnumerable<string> Lines(IEnumerable<MigrationAction> actions) => actions.OfType<ExchangeLine>()
        .Where(l => l.Command.Service is not null).Select(l => l.Command.Line);

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

    private static string Difference(string expected, string found)
    {
        string[] one = expected.Split('\n');
        string[] other = found.Split('\n');
        return string.Join("\n", one.Except(other).Select(l => "- " + l).Concat(other.Except(one).Select(l => "+ " + l)).Take(12));
    }
}
