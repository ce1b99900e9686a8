using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace ExchangeNamespace.Binding;

/// <summary>Names that may be patterns.</summary>
internal static class NamePatterns
{
    /// <summary>The names that a pattern stands for; what has no wildcard, or fits none of them, stays for the reader to judge.</summary>
    public static IReadOnlyList<string?> Expand(string? name, IReadOnlyCollection<string> names)
    {
        if (name is null || !WildcardPattern.ContainsWildcardCharacters(name))
        {
            return [name];
        }

        string[] found = [.. new NamePatterns<string>(names, n => [n]).Select(name)];
        return found.Length > 0 ? found : [name];
    }
}

/// <summary>Items with names, of which some are chosen: by name, or with wildcards.</summary>
/// <param name="items">The items.</param>
/// <param name="names">The names of an item.</param>
internal sealed class NamePatterns<T>(IReadOnlyCollection<T> items, Func<T, IEnumerable<string>> names)
{
    private readonly Lazy<ILookup<string, T>> _byName = new(() => items
        .SelectMany(i => names(i).Distinct(StringComparer.OrdinalIgnoreCase).Select(n => (Name: n, Item: i)))
        .ToLookup(p => p.Name, p => p.Item, StringComparer.OrdinalIgnoreCase));

    /// <summary>The items whose name is meant; none for a name or pattern that fits none.</summary>
    public IEnumerable<T> Select(string pattern)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(pattern))
        {
            return _byName.Value[pattern];
        }

        WildcardPattern wanted = WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        return items.Where(i => names(i).Any(n => IsMatch(wanted, n)));
    }

    /// <summary>A pattern that is not finished, such as <c>EX[</c>, fits nothing.</summary>
    private static bool IsMatch(WildcardPattern wanted, string name)
    {
        try
        {
            return wanted.IsMatch(name);
        }
        catch (WildcardPatternException)
        {
            return false;
        }
    }
}
