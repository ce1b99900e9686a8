using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Design.Questions;

/// <summary>The members of a design file while answers fill them. A copy can be filled and thrown away.</summary>
internal sealed class DesignDocument
{
    public const string ServerMember = "Server";
    public const string SiteMember = "Site";

    private const string Name = "Name";

    private readonly Dictionary<string, object?> _root;

    public DesignDocument(IReadOnlyDictionary<string, object?> members)
    {
        _root = Copy(members);
        Servers = Nodes(ServerMember);
        Sites = Nodes(SiteMember);
        _root.Remove(ServerMember);
        _root.Remove(SiteMember);
    }

    /// <summary>The servers, each with its name and what else is known.</summary>
    public List<Dictionary<string, object?>> Servers { get; private set; }

    /// <summary>The sites of which something is stated.</summary>
    public List<Dictionary<string, object?>> Sites { get; private set; }

    /// <summary>The names of the sites that servers name, in their order.</summary>
    public IReadOnlyList<string> SiteNames =>
        [.. Servers.Select(s => Text(s, SiteMember)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>A member of the whole design; to set nothing removes it.</summary>
    public object? this[string member]
    {
        get => _root.TryGetValue(member, out object? value) ? value : null;
        set => Set(_root, member, value);
    }

    /// <summary>Whether a member is stated without a value, which says that none is wanted.</summary>
    public bool IsNull(string member) => _root.TryGetValue(member, out object? value) && value is null;

    /// <summary>States a member without a value.</summary>
    public void StateNull(string member) => _root[member] = null;

    public static string? Text(IReadOnlyDictionary<string, object?> node, string member) =>
        node.TryGetValue(member, out object? value) ? value as string : null;

    public static string NameOf(IReadOnlyDictionary<string, object?> node) => Text(node, Name) ?? string.Empty;

    public static void Set(Dictionary<string, object?> node, string member, object? value)
    {
        if (value is null)
        {
            node.Remove(member);
        }
        else
        {
            node[member] = value;
        }
    }

    public DesignDocument Copy() => new(ToMembers());

    /// <summary>Takes the servers of these names, with what is known of them. A full name finds the short one.</summary>
    public void NameServers(IEnumerable<string> names)
    {
        List<Dictionary<string, object?>> named = [];
        foreach (string name in names)
        {
            Dictionary<string, object?>? known = Find(Servers, name) ?? Find(Servers, ShortName(name));
            if (known is not null && name != ShortName(name))
            {
                known["Fqdn"] = name;
            }

            named.Add(known ?? New(name));
        }

        Servers = named;
    }

    /// <summary>Takes the sites of these names, with what is known of them.</summary>
    public void NameSites(IEnumerable<string> names) => Sites = [.. names.Select(n => Find(Sites, n) ?? New(n))];

    public static string ShortName(string name) => name.IndexOf('.') is > 0 and int dot ? name.Substring(0, dot) : name;

    /// <summary>The members in the order of the documentation.</summary>
    public IReadOnlyDictionary<string, object?> ToMembers()
    {
        Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, object?> member in _root.OrderBy(m => MemberOrder.Rank(m.Key)))
        {
            members[member.Key] = member.Value;
        }

        if (Sites.Count > 0)
        {
            members[SiteMember] = Ordered(Sites);
        }

        if (Servers.Count > 0)
        {
            members[ServerMember] = Ordered(Servers);
        }

        return members;
    }

    private static Dictionary<string, object?>? Find(IEnumerable<Dictionary<string, object?>> nodes, string name) =>
        nodes.FirstOrDefault(n => string.Equals(NameOf(n), name, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, object?> New(string name) => new(StringComparer.OrdinalIgnoreCase) { [Name] = name };

    private static List<object?> Ordered(IEnumerable<Dictionary<string, object?>> nodes) =>
        [.. nodes.Select(n => Copy(n.OrderBy(m => MemberOrder.Rank(m.Key))))];

    private static Dictionary<string, object?> Copy(IEnumerable<KeyValuePair<string, object?>> members)
    {
        Dictionary<string, object?> copy = new(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, object?> member in members)
        {
            copy[member.Key] = member.Value;
        }

        return copy;
    }

    private List<Dictionary<string, object?>> Nodes(string member) =>
        [.. (this[member] as IEnumerable<object?> ?? []).OfType<IReadOnlyDictionary<string, object?>>().Select(n => Copy(n))];
}
