using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace ExchangeNamespace.Shell.Hosting;

/// <summary>Gathers all streams of one run in the order of writing.</summary>
/// <param name="onRecord">Called at the moment of writing.</param>
internal sealed class RecordCollector(Action<HostRecord>? onRecord)
{
    private readonly List<HostRecord> _records = [];

    public IReadOnlyList<HostRecord> Records => _records;

    public bool HasError { get; private set; }

    /// <summary>Listens to every stream of a shell that is about to run.</summary>
    /// <returns>The collection that is to receive the shell's objects.</returns>
    public PSDataCollection<PSObject> Attach(PowerShell shell)
    {
        PSDataCollection<PSObject> output = [];
        output.DataAdded += (_, added) => Add(HostStream.Output, Unwrap(output[added.Index]));
        Listen(shell.Streams.Error, HostStream.Error);
        Listen(shell.Streams.Warning, HostStream.Warning);
        Listen(shell.Streams.Verbose, HostStream.Verbose);
        Listen(shell.Streams.Debug, HostStream.Debug);
        Listen(shell.Streams.Information, HostStream.Information);
        Listen(shell.Streams.Progress, HostStream.Progress);
        return output;
    }

    public void Add(HostStream stream, object? value)
    {
        HasError |= stream == HostStream.Error;
        HostRecord record = new(stream, value);
        _records.Add(record);
        onRecord?.Invoke(record);
    }

    private static object? Unwrap(PSObject? value) => value?.BaseObject is PSCustomObject ? value : value?.BaseObject;

    private void Listen<T>(PSDataCollection<T> stream, HostStream kind) =>
        stream.DataAdded += (_, added) => Add(kind, stream[added.Index]);
}
