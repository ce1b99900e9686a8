using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;
using ExchangeNamespace.SplitDns;

namespace ExchangeNamespace.Cmdlets;

/// <summary>The DNS servers of both views. Rows that name the same servers are checked together.</summary>
public abstract class BothViewsCmdlet : DnsQuestionCmdlet
{
    private (string[] External, string[] Internal)? _servers;

    /// <summary>The DNS servers of the outside view.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] ExternalServer { get; set; } = [];

    /// <summary>The DNS servers of the inside view; those of this machine by default.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] InternalServer { get; set; } = [];

    /// <summary>What the rows so far ask of the same servers.</summary>
    private protected SplitDnsChecks Checks { get; private set; } = new();

    /// <summary>Begins a row. Where it names servers of its own, what came before is checked first.</summary>
    private protected void BeginRow()
    {
        if (_servers is { } before
            && !(before.External.SequenceEqual(ExternalServer) && before.Internal.SequenceEqual(InternalServer)))
        {
            EndRows();
            Checks = new SplitDnsChecks();
        }

        _servers = (ExternalServer, InternalServer);
    }

    /// <summary>Checks what the rows since the last change of servers asked for.</summary>
    private protected void EndRows()
    {
        if (_servers is { } last)
        {
            Check(last.External, last.Internal);
        }
    }

    /// <summary>Asks the servers and judges their answers.</summary>
    private protected abstract void Run(SplitDnsObserver observer);

    private void Check(string[] external, string[] own)
    {
        IReadOnlyList<DnsServerAddress>? outside = ReadServers(external, nameof(ExternalServer));
        IReadOnlyList<DnsServerAddress>? inside = ReadServers(own, nameof(InternalServer));
        if (outside is null || inside is null || Checks.Names.Count == 0)
        {
            return;
        }

        try
        {
            if (OrOwn(inside, nameof(InternalServer)) is { } asked)
            {
                Run(new SplitDnsObserver(DnsFactory.Create(Timeout, Retry), asked, outside));
            }
        }
        catch (DependencyLoadException e)
        {
            ThrowTerminatingError(ErrorRecords.DependencyLoadFailed(e));
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }
}
