using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using ExchangeNamespace.Tests.Support.Network;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Network;

/// <summary>
/// Ctrl+C after a random number of bytes, or where a server falls silent: the call ends then and not after its time limit, says nothing
/// that it does not say by itself, and leaves no connection behind.
/// </summary>
public sealed class NetworkStopTests(NetworkStages stages, ITestOutputHelper output) : IClassFixture<NetworkStages>
{
    /// <summary>Longer than the time after which a call counts as hung.</summary>
    private const double Long = 60;

    public static TheoryData<string> Commands => [.. NetworkCommand.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Stopping_ends_a_call_at_any_moment(string name)
    {
        NetworkCommand command = NetworkCommand.All.Single(c => c.Name == name);
        NetworkStage.OrSkip(command);
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        Random random = new(seed);
        (int bytes, string[] errors) = Whole(command);
        NetworkFault[] silent = [.. NetworkFaults.All.Where(f => f.End == FaultEnd.Silence && command.Needing(f.Place) is not null)];
        IEnumerable<StopCase> cases = Enumerable.Range(0, RandomCases.Of(usual: 2, full: 100)).SelectMany(i => new StopCase[]
        {
            new(NetworkFaults.None, random.Next(1, bytes + 1)),

            // The first is that of a server which never says anything.
            new(silent[i == 0 ? 0 : random.Next(silent.Length)], random.Next(1, bytes + 1)),
        });

        stages.RunAll(cases.ToArray(), (stage, one) => Stop(stage, command, one, errors));
    }

    private (int Bytes, string[] Errors) Whole(NetworkCommand command)
    {
        (int Bytes, string[] Errors) whole = default;
        stages.RunAll([NetworkFaults.None], (stage, fault) =>
        {
            using NetworkWorld world = new(fault);
            HostRun run = stage.Call(command, world, Long);
            whole = (world.Heard, [.. run.Errors.Select(e => e.FullyQualifiedErrorId)]);
        });
        return whole;
    }

    private static void Stop(NetworkStage stage, NetworkCommand command, StopCase one, string[] errors)
    {
        int isStopped = 0;
        using NetworkWorld world = new(one.Fault, heard =>
        {
            if (heard >= one.Bytes && Interlocked.Exchange(ref isStopped, 1) == 0)
            {
                stage.Stop();
            }
        });

        HostRun run = stage.Call(command, world, Long);

        // A healthy call may end before it is stopped, or before its last bytes have been heard.
        Assert.True(run.WasStopped || one.Fault.IsHarmless, "It was not stopped.");
        Assert.Empty(run.Errors.Select(e => e.FullyQualifiedErrorId).Except(errors));
        NetworkStage.AssertClosed(world, one.Fault);
    }

    private sealed record StopCase(NetworkFault Fault, int Bytes)
    {
        public override string ToString() => $"{Fault}, stopped after {Bytes} bytes";
    }
}
