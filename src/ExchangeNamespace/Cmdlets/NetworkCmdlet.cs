using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Network;
using ExchangeNamespace.Verification;

namespace ExchangeNamespace.Cmdlets;

/// <summary>What the commands that ask the network do alike: bounded parallel checks, results on the pipeline thread in the order of the input, an end at once.</summary>
public abstract class NetworkCmdlet : NamespaceCmdlet, IDisposable
{
    private const int ProgressMilliseconds = 200;

    private readonly CancellationTokenSource _cancel = new();
    private readonly Stopwatch _sinceProgress = Stopwatch.StartNew();

    /// <summary>How many checks run at a time.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 32;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _cancel.Cancel();

    /// <summary>Ends the checks that still run.</summary>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cancel.Cancel();
            _cancel.Dispose();
        }
    }

    /// <summary>The DNS servers that a parameter names, each once; null where one of them was refused, which is then an error.</summary>
    private protected IReadOnlyList<DnsServerAddress>? ReadServers(IEnumerable<string> texts, string parameter)
    {
        List<InputFault> faults = [];
        IReadOnlyList<DnsServerAddress> servers = DnsServerAddress.ReadAll(texts, parameter, faults);
        WriteFaults(faults);
        return faults.Count > 0 ? null : servers;
    }

    /// <summary>The DNS servers that were named, else those of this machine; null where there is none, which is then an error.</summary>
    /// <exception cref="DependencyLoadException">The DNS library cannot be loaded.</exception>
    private protected IReadOnlyList<DnsServerAddress>? OrOwn(IReadOnlyList<DnsServerAddress> named, string parameter)
    {
        IReadOnlyList<DnsServerAddress> servers = named.Count > 0 ? named : DnsFactory.OwnServers();
        if (servers.Count > 0)
        {
            return servers;
        }

        WriteFaults([new InputFault(FaultIds.MemberMissing, parameter, null, $"This machine has no DNS server of its own. Give -{parameter}.")]);
        return null;
    }

    /// <summary>The label of a name that nobody has: none of a plan, and none that anybody would make by hand.</summary>
    private protected static string UnknownLabel() => "exn-" + Guid.NewGuid().ToString("N").Substring(0, 16);

    /// <summary>Runs a check for each item. The collection holds what has been started, so it bounds both the work and the memory.</summary>
    private protected IEnumerable<TResult> RunChecks<TItem, TResult>(
        IReadOnlyCollection<TItem> items, Func<TItem, CancellationToken, Task<TResult>> check, string activity)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(_cancel.Token);
        CancellationToken token = ended.Token;
        using BlockingCollection<Task<TResult>> started = new(ThrottleLimit);
        Task producer = Task.Run(() => Start(items, check, started, token), CancellationToken.None);
        int done = 0;
        try
        {
            foreach (Task<TResult> task in started.GetConsumingEnumerable(token))
            {
                Task.WaitAny([task], token);
                ShowProgress(activity, ++done, items.Count);
                yield return task.GetAwaiter().GetResult();
            }
        }
        finally
        {
            // Also where the pipeline ends early: nobody is to go on asking.
            ended.Cancel();
            producer.Wait(CancellationToken.None);
        }
    }

    private static void Start<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, CancellationToken, Task<TResult>> check, BlockingCollection<Task<TResult>> started, CancellationToken token)
    {
        try
        {
            foreach (TItem item in items)
            {
                // On a thread of the pool: making and sending a question is work too, and one thread must not do it for all.
                started.Add(Task.Run(() => check(item, token), token), token);
            }
        }
        catch (OperationCanceledException)
        {
            // The pipeline has ended; there is nobody to tell.
        }
        finally
        {
            started.CompleteAdding();
        }
    }

    private void ShowProgress(string activity, int done, int all)
    {
        if (done == all || _sinceProgress.ElapsedMilliseconds > ProgressMilliseconds)
        {
            _sinceProgress.Restart();
            WriteProgress(new ProgressRecord(0, activity, string.Format(CultureInfo.InvariantCulture, "{0} of {1}", done, all))
            {
                PercentComplete = done * 100 / all,
                RecordType = done == all ? ProgressRecordType.Completed : ProgressRecordType.Processing,
            });
        }
    }
}
