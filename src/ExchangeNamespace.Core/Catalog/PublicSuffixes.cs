using System;
using System.Collections.Generic;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Catalog;

/// <summary>
/// The names under which registries register domains, such as <c>co.uk</c>: facts of the registry section of the public suffix list, as
/// A-labels. No organisation owns such a name, so it is neither a zone nor a mail domain nor what a wildcard may stand on (Baseline
/// Requirements 3.2.2.6).
/// </summary>
internal static class PublicSuffixes
{
    private const char Exception = '!';
    private const string AnyLabel = "*";

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Rules = new(Read);

    /// <summary>Whether registries register domains directly below the name. A top-level domain always counts, delegated or not.</summary>
    /// <param name="name">A name in lower case, without a final dot.</param>
    public static bool Contains(string name)
    {
        int last = name.LastIndexOf('.');
        if (last < 0)
        {
            return true;
        }

        if (!Rules.Value.TryGetValue(name.Substring(last + 1), out HashSet<string>? rules))
        {
            return false;
        }

        string rest = name.Substring(0, last);
        int dot = rest.IndexOf('.');
        string any = dot < 0 ? AnyLabel : AnyLabel + rest.Substring(dot);
        return !rules.Contains(Exception + rest) && (rules.Contains(rest) || rules.Contains(any));
    }

    /// <summary>The zone that a name lies in where none is known: its parent, or the name itself below a public suffix.</summary>
    /// <param name="name">A name.</param>
    public static Fqdn ZoneOf(Fqdn name) => name.Parent is { } parent && !Contains(parent.Value) ? parent : name;

    /// <summary>The domain that is registered: what lies directly below a public suffix, or the name itself.</summary>
    /// <param name="name">A name.</param>
    public static Fqdn DomainOf(Fqdn name)
    {
        while (name.Parent is { } parent && !Contains(parent.Value))
        {
            name = parent;
        }

        return name;
    }

    private static Dictionary<string, HashSet<string>> Read()
    {
        Dictionary<string, HashSet<string>> rules = new(StringComparer.Ordinal);
        foreach (string[] row in CatalogResource.Rows("public-suffixes.tsv"))
        {
            rules.Add(row[0], new HashSet<string>(CatalogResource.List(row[1], ','), StringComparer.Ordinal));
        }

        return rules;
    }
}
