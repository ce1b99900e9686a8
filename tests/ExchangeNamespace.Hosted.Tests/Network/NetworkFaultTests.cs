using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using ExchangeNamespace.Tests.Support.Network;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Network;

/// <summary>
/// Each command that talks to the network, with each fault of each server that it talks to: it ends, what it could not know is unknown or
/// an error with an id, and it leaves no connection behind.
/// </summary>
public sealed class NetworkFaultTests(NetworkStages stages, ITestOutputHelper output) : IClassFixture<NetworkStages>
{
    private const double Brief = 0.15;
    private const double Long = 30;

    private static readonly int Seed = Environment.TickCount;

    public static TheoryData<string> Commands => [.. NetworkCommand.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_fault_is_unknown_or_one_clear_error(string name)
    {
        NetworkCommand command = NetworkCommand.All.Single(c => c.Name == name);
        NetworkStage.OrSkip(command);
        output.WriteLine($"seed {Seed}");
        IReadOnlyList<(string Outcome, string Text)> healthy = [];
        stages.RunAll([NetworkFaults.None], (stage, fault) => healthy = Call(stage, command, fault));
        Assert.All(command.Needs, n => Assert.True(
            command.Needing(n.Place)!.ToString() == NetworkCommand.Nothing || healthy.Any(r => IsGood(r) && command.Needing(n.Place)!.IsMatch(r.Text)),
            $"Where no server has a fault, no result needs {n.Place}: {string.Join("; ", healthy)}"));

        stages.RunAll(NetworkFaults.All.Where(f => IsTried(command, f)), (stage, fault) =>
        {
            IReadOnlyList<(string Outcome, string Text)> results = Call(stage, command, fault);
            if (fault.IsHarmless)
            {
                Assert.Equal(healthy, results);
            }
            else if (!fault.IsAnswer)
            {
                Assert.DoesNotContain(results, r => IsGood(r) && command.Needing(fault.Place)!.IsMatch(r.Text));
            }
        });
    }

    [Fact]
    public void A_directory_that_breaks_off_after_the_sign_in_is_not_called_untrusted()
    {
        NetworkCommand command = NetworkCommand.All.Single(c => c.Needing(FaultPlace.Directory) is not null);
        NetworkStage.OrSkip(command);
        stages.RunAll(NetworkFaults.All.Where(f => f is { Place: FaultPlace.Directory, Name: "half an entry", End: FaultEnd.Close or FaultEnd.Reset }), (stage, fault) =>
        {
            using NetworkWorld world = new(fault);

            Assert.Contains("took the sign-in and then gave no whole answer", Assert.Single(stage.Call(command, world, Long).Errors).ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_command_with_a_parameter_of_the_network_is_here()
    {
        using ModuleHost host = ModuleHost.Open();
        HostRun run = host.Run(
            """
            foreach ($command in Get-Command -Module ExchangeNamespace) {
                if ('Timeout', 'ThrottleLimit', 'DnsServer', 'ExternalServer', 'Endpoint', 'Directory', 'Live', 'Probe' | Where-Object { $_ -in $command.Parameters.Keys }) {
                    $command.Name
                }
            }
            """);

        Assert.Equal(run.Output.Select(o => (string)o!).Order(StringComparer.Ordinal), NetworkCommand.All.Select(c => c.Command).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>In every run each fault meets one of the commands that it concerns, in a full run all of them.</summary>
    private static bool IsTried(NetworkCommand command, NetworkFault fault)
    {
        NetworkCommand[] concerned = [.. NetworkCommand.All.Where(c => c.Needing(fault.Place) is not null)];
        return concerned.Contains(command)
            && (RandomCases.AreAll || concerned[new Random(HashCode.Combine(Seed, fault.ToString().GetHashCode(StringComparison.Ordinal))).Next(concerned.Length)] == command);
    }

    private static bool IsGood((string Outcome, string Text) result) => result.Outcome is "Passed" or "Warning";

    private static IReadOnlyList<(string Outcome, string Text)> Call(NetworkStage stage, NetworkCommand command, NetworkFault fault)
    {
        using NetworkWorld world = new(fault);
        HostRun run = stage.Call(command, world, fault.IsHarmless ? Long : Brief);

        Assert.Null(run.TerminatingError);
        Assert.All(run.Errors, e => Assert.Matches(@"\A[A-Z]\w+,ExchangeNamespace\.Cmdlets\.\w+\z", e.FullyQualifiedErrorId));
        IReadOnlyList<(string Outcome, string Text)> results = NetworkStage.Results(run, world);
        Assert.True(run.Errors.Count > 0 || results.Count > 0, "Nothing was said.");
        NetworkStage.AssertClosed(world, fault);
        return results;
    }
}
