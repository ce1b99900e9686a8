using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Catalog;

/// <summary>
/// The delegated top-level domains of the embedded list; a name under any other is internal in the sense of the CA/Browser Forum (Baseline
/// Requirements 1.6.1).
/// </summary>
internal static class TopLevelDomains
{
    private static readonly Lazy<HashSet<string>> Delegated = new(
        () => new HashSet<string>(CatalogResource.Rows("top-level-domains.tsv").Select(row => row[0]), StringComparer.OrdinalIgnoreCase));

    public static bool IsDelegated(string label) => Delegated.Value.Contains(label);

    /// <summary>Whether a name is below no delegated top-level domain, so that no public authority can issue it.</summary>
    /// <param name="name">A host or wildcard name.</param>
    public static bool IsInternal(string name)
    {
        int dot = name.LastIndexOf('.');
        return dot < 0 || !IsDelegated(name.Substring(dot + 1));
    }
}
