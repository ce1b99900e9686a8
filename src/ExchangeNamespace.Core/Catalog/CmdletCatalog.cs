using System;
using System.Collections.Generic;
using System.IO;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Catalog;

/// <summary>
/// Which cmdlet, parameter set and parameter exist in which Exchange version, read from the embedded table
/// <c>exchange-cmdlets.tsv</c>. Common parameters are not listed.
/// </summary>
internal sealed class CmdletCatalog
{
    private static readonly Lazy<CmdletCatalog> Instance = new(() => new CmdletCatalog(CatalogResource.Rows("exchange-cmdlets.tsv")));

    private readonly List<CmdletEntry> _cmdlets = [];
    private readonly Dictionary<string, CmdletEntry> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads rows in the layout of <c>docs/catalogue.md</c>.</summary>
    /// <exception cref="InvalidDataException">A row of unknown kind, or a set or parameter before the first cmdlet.</exception>
    public CmdletCatalog(IEnumerable<string[]> rows)
    {
        CmdletEntry? current = null;
        foreach (string[] row in rows)
        {
            switch (row[0])
            {
                case "C":
                    current = new CmdletEntry(row);
                    _cmdlets.Add(current);
                    _byName.Add(current.Name, current);
                    break;
                case "S" when current is not null:
                    current.Add(new CmdletParameterSet(row));
                    break;
                case "P" when current is not null:
                    current.Add(new CmdletParameter(row));
                    break;
                default:
                    throw new InvalidDataException("Unexpected catalogue row '" + string.Join(" ", row) + "'.");
            }
        }
    }

    /// <summary>The embedded catalogue; nothing is read before the first use.</summary>
    public static CmdletCatalog Default => Instance.Value;

    /// <summary>All cmdlets, in the order of the table.</summary>
    public IReadOnlyList<CmdletEntry> Cmdlets => _cmdlets;

    /// <summary>A cmdlet by name in any casing; null when the catalogue does not hold it.</summary>
    public CmdletEntry? Find(string name) => _byName.TryGetValue(name, out CmdletEntry? entry) ? entry : null;

    /// <summary>True when the catalogue has the cmdlet in that version.</summary>
    public bool Exists(string cmdletName, ExchangeVersion version) => Find(cmdletName)?.ExistsIn(version) ?? false;
}
