using System;
using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.State;

namespace ExchangeNamespace.StandIn.State;

/// <summary>An object that the cmdlets read and change: its identity and its properties.</summary>
public class StandInObject
{
    private readonly Dictionary<string, object?> _properties = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes an object without properties.</summary>
    public StandInObject(string kind, string server, string identity, string name, string key)
    {
        Kind = kind;
        Server = server;
        Identity = identity;
        Name = name;
        Key = key;
    }

    /// <summary>What it is, named like the noun of its cmdlets.</summary>
    public string Kind { get; }

    /// <summary>Its server; empty for an object of the organisation.</summary>
    public string Server { get; }

    /// <summary>What <c>-Identity</c> names it by.</summary>
    public string Identity { get; }

    /// <summary>Its own name, without the server.</summary>
    public string Name { get; }

    /// <summary>Its key in the state of its server: the identity; for the server's own roles the kind; in the organisation <c>kind\name</c>.</summary>
    public string Key { get; }

    /// <summary>The stored properties; a cleared one is null.</summary>
    public IReadOnlyDictionary<string, object?> Properties => _properties;

    /// <summary>A stored property; null when it was never set.</summary>
    public object? this[string property]
    {
        get => _properties.TryGetValue(property, out object? value) ? value : null;
        internal set => _properties[property] = value;
    }

    /// <summary>A copy for the pipeline that later changes do not reach, with its properties visible to scripts.</summary>
    internal PSObject ToOutput()
    {
        StandInObject copy = CopyAs(Identity, Name, Key);
        var output = new PSObject(copy);
        if (StateKinds.Default.FindByCmdlet("Get-" + Kind) is { } known)
        {
            output.TypeNames.Insert(0, "Microsoft.Exchange.StandIn." + known.TypeNames[0]);
        }

        foreach (KeyValuePair<string, object?> property in copy._properties)
        {
            if (output.Properties[property.Key] is null)
            {
                output.Properties.Add(new PSNoteProperty(property.Key, property.Value));
            }
        }

        return output;
    }

    /// <summary>A copy under another identity.</summary>
    internal StandInObject CopyAs(string identity, string name, string key)
    {
        StandInObject copy = Create(identity, name, key);
        foreach (KeyValuePair<string, object?> property in _properties)
        {
            copy._properties[property.Key] = property.Value;
        }

        return copy;
    }

    /// <summary>An empty object of the same class.</summary>
    protected virtual StandInObject Create(string identity, string name, string key) => new(Kind, Server, identity, name, key);
}
