using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Design;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;
using ExchangeNamespace.SplitDns;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Asks both views of DNS, where they are named, how the public zones of a design are served inside.</summary>
public abstract class DesignViewsCmdlet : DnsQuestionCmdlet
{
    /// <summary>The DNS servers of the outside view; without them the DNS model is a guess from names.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] ExternalServer { get; set; } = [];

    /// <summary>The DNS servers of the inside view; those of this machine by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] InternalServer { get; set; } = [];

    /// <summary>Sees the model of each public zone of a design; null where no DNS server is named.</summary>
    /// <returns>Whether the servers that were named could be taken; what could not is an error.</returns>
    private protected bool TryObserve(NamespaceDesign design, out IReadOnlyList<(Fqdn Zone, DnsModel? Model)>? models)
    {
        models = null;
        if (ExternalServer.Length == 0)
        {
            WriteFaults(InternalServer.Length == 0 ? [] : [new InputFault(FaultIds.InputContradiction, nameof(InternalServer),
                InternalServer[0], "The model is seen where both views are asked. Give -ExternalServer too.")]);
            return InternalServer.Length == 0;
        }

        IReadOnlyList<DnsServerAddress>? outside = ReadServers(ExternalServer, nameof(ExternalServer));
        IReadOnlyList<DnsServerAddress>? inside = ReadServers(InternalServer, nameof(InternalServer));
        SplitDnsChecks checks = new();
        checks.Add(DesignNames.Public(design).Select(n => n.Value), hairpin: false, _ => null);
        try
        {
            if (outside is null || inside is null || OrOwn(inside, nameof(InternalServer)) is not { } asked)
            {
                return false;
            }

            models = Judge(checks, new SplitDnsObserver(DnsFactory.Create(Timeout, Retry), asked, outside));
            return true;
        }
        catch (DependencyLoadException e)
        {
            ThrowTerminatingError(ErrorRecords.DependencyLoadFailed(e));
            throw;
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    private IReadOnlyList<(Fqdn Zone, DnsModel? Model)> Judge(SplitDnsChecks checks, SplitDnsObserver observer)
    {
        SplitDnsJudge judge = new(checks);
        foreach ((NameCheck check, NameObservation seen) in RunChecks(checks.Names,
            async (c, cancel) => (c, await observer.ObserveNameAsync(c.Name, cancel).ConfigureAwait(false)), "Asking both views for names"))
        {
            judge.Judge(check, seen);
        }

        string unknownLabel = UnknownLabel();
        foreach (ZoneObservation seen in RunChecks(judge.Zones,
            (z, cancel) => observer.ObserveZoneAsync(z, unknownLabel, [], cancel), "Asking both views for zones"))
        {
            judge.Judge(seen);
        }

        return judge.Models;
    }
}
