using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Tests.Architecture;

/// <summary>Which file uses a type of which other file, read from the text, so that constants count too.</summary>
internal sealed class SourceGraph
{
    private readonly Dictionary<string, HashSet<string>> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _rooms = new(StringComparer.Ordinal);

    public SourceGraph(IReadOnlyList<SourceFile> files)
    {
        ILookup<string, SourceFile> homes = files.SelectMany(f => f.Defined.Select(d => (Name: d, File: f))).ToLookup(d => d.Name, d => d.File);
        foreach (SourceFile file in files)
        {
            foreach (SourceFile other in file.Names.Where(n => !file.Defined.Contains(n)).SelectMany(n => homes[n]).Where(o => file.Sees(o.Room)))
            {
                Add(_files, Unit(file, homes), Unit(other, homes));
                Add(_rooms, file.Room, other.Room);
            }
        }
    }

    /// <summary>Each namespace with those that it uses.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Rooms => _rooms;

    public IEnumerable<string> CirclesOfFiles() => Circles(_files);

    public IEnumerable<string> CirclesOfRooms() => Circles(_rooms);

    /// <summary>The first file of those that hold parts of one type.</summary>
    private static string Unit(SourceFile file, ILookup<string, SourceFile> homes) => file.Partial
        .SelectMany(p => homes[p].Where(o => o.Room == file.Room && o.Partial.Contains(p)))
        .Append(file)
        .Select(f => f.Path)
        .Min(StringComparer.Ordinal)!;

    private static void Add(Dictionary<string, HashSet<string>> edges, string from, string to)
    {
        if (from != to)
        {
            (edges.TryGetValue(from, out HashSet<string>? known) ? known : edges[from] = []).Add(to);
        }
    }

    /// <summary>What reaches itself, one text for each circle.</summary>
    private static IEnumerable<string> Circles(Dictionary<string, HashSet<string>> edges)
    {
        Dictionary<string, HashSet<string>> reached = edges.Keys.ToDictionary(k => k, k => Reach(edges, k), StringComparer.Ordinal);
        return edges.Keys
            .Where(k => reached[k].Contains(k))
            .Select(k => string.Join(" <-> ", reached[k].Where(o => reached.TryGetValue(o, out HashSet<string>? back) && back.Contains(k)).Order(StringComparer.Ordinal)))
            .Distinct();
    }

    private static HashSet<string> Reach(Dictionary<string, HashSet<string>> edges, string start)
    {
        HashSet<string> reached = [];
        Stack<string> open = new([start]);
        while (open.TryPop(out string? next))
        {
            foreach (string to in edges.TryGetValue(next, out HashSet<string>? known) ? known : [])
            {
                if (reached.Add(to))
                {
                    open.Push(to);
                }
            }
        }

        return reached;
    }
}
