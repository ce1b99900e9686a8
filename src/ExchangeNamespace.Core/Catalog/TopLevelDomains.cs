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
}
