using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Binding;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.Services;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// What the commands that ask the network do alike: bounded parallel checks, results on the pipeline thread in the order of the input, an
/// end at once.
/// </summary>
public abstract class NetworkCmdlet : NamespaceCmdlet
{
    private const int ProgressMilliseconds = 200;

    private readonly Stopwatch _sinceProgress = Stopwatch.StartNew();

    /// <summary>How many checks run at a time.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int ThrottleLimit { get; set; } = 32;

    /// <summary>The DNS servers that a parameter names, each once; null where one of them was refused, which is then an error.</summary>
    private protected IReadOnlyList<DnsServerAddress>? ReadServers(IEnumerable<string> texts, string parameter)
    {
        List<InputFault> faults = [];
        IReadOnlyList<DnsServerAddress> servers = DnsServerAddress.ReadAll(texts, parameter, faults);
        WriteFaults(faults);
        return faults.Count > 0 ? null : servers;
    }

    /// <summary>The DNS servers that were named, else those of this machine; null without one, which is then an error.</summary>
    /// <exception cref="DependencyLoadException">The DNS library cannot be loaded.</exception>
    private protected IReadOnlyList<DnsServerAddress>? OrOwn(IReadOnlyList<DnsServerAddress> named, string parameter)
    {
        IReadOnlyList<DnsServerAddress> servers = named.Count > 0 ? named : DnsFactory.OwnServers();
        if (servers.Count > 0)
        {
            if (named.Count == 0)
            {
                WriteVerbose($"DNS servers: {string.Join(", ", servers)}, those of this machine, because -{parameter} was not given.");
            }

            return servers;
        }

        WriteFaults([
            new InputFault(FaultIds.MemberMissing, parameter, null, $"This machine has no DNS server of its own. Give -{parameter}.")]);
        return null;
    }

    /// <summary>The label of a name without a record: not part of a plan, and not likely to be made by hand.</summary>
    private protected static string UnknownLabel() => "exn-" + Guid.NewGuid().ToString("N").Substring(0, 16);

    /// <summary>Runs a check for each item and shows how far it has come.</summary>
    private protected IEnumerable<TResult> RunChecks<TItem, TResult>(
        IReadOnlyCollection<TItem> items, Func<TItem, CancellationToken, Task<TResult>> check, string activity)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(Stopped);
        int done = 0;
        try
        {
            foreach (TResult result in OrderedParallel.Run(items, check, ThrottleLimit, ended.Token))
            {
                ShowProgress(activity, ++done, items.Count);
                yield return result;
            }
        }
        finally
        {
            // Also where the pipeline ends early: no question may go on.
            ended.Cancel();
        }
    }

    /// <summary>Asks services stage by stage, and judges what was seen.</summary>
    /// <exception cref="DependencyLoadException">The library for certificates cannot be loaded.</exception>
    private protected IReadOnlyList<NamespaceServiceCheck> Judge(ServiceRound round, TimeSpan limit, DateTime now)
    {
        foreach (IReadOnlyCollection<Func<CancellationToken, Task>> stage in round.Stages())
        {
            foreach (bool _ in RunChecks(stage, async (part, cancel) =>
            {
                await part(cancel).ConfigureAwait(false);
                return true;
            }, "Asking services"))
            {
                // The round keeps what was seen.
            }
        }

        List<InputFault> faults = [];
        ICertificateReader reader = CertificateFactory.Create();
        IReadOnlyList<NamespaceServiceCheck> checks = Interruptible(stopped => round.Judge(reader, limit, now, faults, stopped));
        WriteFaults(faults);
        return checks;
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
