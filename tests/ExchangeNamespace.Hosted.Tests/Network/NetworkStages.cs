using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Network;

/// <summary>Shells for cases that mostly wait: several run at a time, each on a thread of its own.</summary>
public sealed class NetworkStages : IDisposable
{
    private const int Threads = 6;
    /// <summary>Less than a call waits for one answer where it waits long.</summary>
    private static readonly TimeSpan Hung = TimeSpan.FromSeconds(55);
    private readonly ConcurrentBag<NetworkStage> _free = [];

    /// <summary>Runs each case, and says of all that failed. One that does not end is stopped, and has failed.</summary>
    internal void RunAll<T>(IEnumerable<T> cases, Action<NetworkStage, T> run)
    {
        ConcurrentQueue<T> left = new(cases);
        ConcurrentQueue<string> failures = [];
        Thread[] threads = [.. Enumerable.Range(0, Math.Min(Threads, left.Count)).Select(_ => new Thread(() => Work(left, run, failures)))];
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
    }

    public void Dispose()
    {
        while (_free.TryTake(out NetworkStage? stage))
        {
            stage.Dispose();
        }
    }

    private void Work<T>(ConcurrentQueue<T> left, Action<NetworkStage, T> run, ConcurrentQueue<string> failures)
    {
        NetworkStage stage = _free.TryTake(out NetworkStage? free) ? free : new NetworkStage();
        while (left.TryDequeue(out T? one))
        {
            bool isHung = false;
            using Timer guard = new(_ =>
            {
                isHung = true;
                stage.Stop();
            }, state: null, Hung, Timeout.InfiniteTimeSpan);
            try
            {
                run(stage, one);
                if (isHung)
                {
                    failures.Enqueue($"{one} did not end.");
                }
            }
            catch (Exception e)
            {
                failures.Enqueue($"{one}: {e.Message}");
            }
        }

        _free.Add(stage);
    }
}
