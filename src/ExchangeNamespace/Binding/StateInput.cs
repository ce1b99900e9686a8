using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Binding;

/// <summary>
/// Reads objects of Exchange, live or deserialized, into the typed state. Commands that take a state, connectors or certificates in that
/// form declare them as objects and read them here, so that each refusal keeps its own id: the binder has one for all.
/// </summary>
internal sealed class StateInput
{
    private readonly StateReader _reader = new();

    /// <summary>The state as it is, or that of one or more objects; null where one was refused.</summary>
    public static ExchangeState? Read(object? input, string parameter, ICollection<InputFault> faults)
    {
        object? bare = input is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : input;
        if (bare is ExchangeState known)
        {
            return known;
        }

        StateInput reader = new();
        try
        {
            foreach (object? item in (bare is IEnumerable list and not (string or IDictionary) ? list.Cast<object?>() : [input])
                .TakeWhile(_ => !reader._reader.IsFull))
            {
                reader.Add(item);
            }
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            // The list itself failed, so what it still held is unknown.
            reader._reader.RefuseObject(input);
        }

        ExchangeState? state = reader.Finish(out IReadOnlyList<InputFault> refused);
        foreach (InputFault fault in refused)
        {
            faults.Add(fault with { Parameter = fault.Parameter is "InputObject" or "Path" ? parameter : fault.Parameter,
                Value = fault.Value ?? input });
        }

        return state;
    }

    /// <summary>Reads one object.</summary>
    public void Add(object? input)
    {
        object? bare = Bare.Of(input);
        if (bare is null or string or IDictionary)
        {
            _reader.RefuseObject(bare is string ? bare : input);
            return;
        }

        PSObject source = PSObject.AsPSObject(input);
        Dictionary<string, object?> properties = PlainObjectConverter.Properties(source, StateKinds.Default.AllProperties);
        if (bare is X509Certificate2 { HasPrivateKey: false })
        {
            // PowerShell makes such an object of the bytes of a file, and the key stays on its server: that it is not here says nothing.
            properties.Remove(nameof(X509Certificate2.HasPrivateKey));
        }

        if (!_reader.Read([.. source.TypeNames], properties))
        {
            _reader.RefuseObject(input);
        }
    }

    /// <summary>Reads one file of Export-Clixml.</summary>
    public void AddFile(Stream stream, string file, bool inFolder, CancellationToken cancel) =>
        _reader.ReadFile(stream, file, inFolder, cancel);

    /// <summary>The state of all that was read; null where something was refused.</summary>
    public ExchangeState? Finish(out IReadOnlyList<InputFault> faults)
    {
        ExchangeState? state = _reader.Finish();
        faults = _reader.Faults;
        return state;
    }
}
