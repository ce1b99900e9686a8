using System;
using System.Collections.Generic;

namespace ExchangeNamespace.StandIn.State;

/// <summary>The objects of one server, or of the organisation.</summary>
public sealed class StandInContainer
{
    private readonly SortedDictionary<string, StandInObject> _objects = new(StringComparer.OrdinalIgnoreCase);

    internal StandInContainer(string name, string fqdn, string site)
    {
        Name = name;
        Fqdn = fqdn;
        Site = site;
    }

    /// <summary>Server name; empty for the organisation.</summary>
    public string Name { get; }

    /// <summary>Fully qualified name of the server; the name itself where no domain was given.</summary>
    public string Fqdn { get; }

    /// <summary>Active Directory site of the server.</summary>
    public string Site { get; }

    /// <summary>The objects, ordered by key.</summary>
    public IReadOnlyCollection<StandInObject> Objects => _objects.Values;

    /// <summary>An object by its key, see <see cref="StandInObject.Key"/>.</summary>
    /// <exception cref="KeyNotFoundException">It is missing.</exception>
    public StandInObject this[string key] => _objects.TryGetValue(key, out StandInObject? found)
        ? found
        : throw new KeyNotFoundException("'" + Name + "' has no object '" + key + "'. It has: " + string.Join("; ", _objects.Keys) + ".");

    /// <summary>True when the container holds the key.</summary>
    public bool Contains(string key) => _objects.ContainsKey(key);

    internal StandInObject Add(StandInObject item)
    {
        _objects[item.Key] = item;
        return item;
    }

    internal void Remove(StandInObject item) => _objects.Remove(item.Key);
}
