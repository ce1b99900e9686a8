using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Catalog;

/// <summary>A parameter of a catalogued cmdlet, over all versions.</summary>
internal sealed class CmdletParameter
{
    private readonly IReadOnlyList<(VersionRanges Versions, string Type)> _otherTypes;
    private readonly IReadOnlyList<(VersionRanges Versions, IReadOnlyList<string> Values)> _otherValues;

    /// <summary>Reads a <c>P</c> row.</summary>
    public CmdletParameter(string[] row)
    {
        Name = row[1];
        Type = row[2];
        Versions = VersionRanges.Parse(row[3]);
        var sets = new List<ParameterMembership>();
        foreach (string cell in CatalogResource.List(CatalogResource.Cell(row, 4), '|'))
        {
            sets.Add(ParameterMembership.Parse(cell, Versions));
        }

        Sets = sets;
        Pipeline = CatalogResource.Cell(row, 5).Length > 0;
        Aliases = CatalogResource.List(CatalogResource.Cell(row, 6), ',');
        Values = CatalogResource.List(CatalogResource.Cell(row, 7), ',');
        _otherValues = ReadOtherValues(CatalogResource.Cell(row, 8));
        _otherTypes = ReadOtherTypes(CatalogResource.Cell(row, 9));
        InferredVersions = VersionRanges.Parse(CatalogResource.Cell(row, 10));
    }

    /// <summary>Name in Microsoft's casing, without the dash.</summary>
    public string Name { get; }

    /// <summary>Short type name in most versions, for example <c>Uri</c>; see <see cref="TypeFor"/>.</summary>
    public string Type { get; }

    /// <summary>The versions that have the parameter.</summary>
    public VersionRanges Versions { get; }

    /// <summary>Memberships in parameter sets, over all versions.</summary>
    public IReadOnlyList<ParameterMembership> Sets { get; }

    /// <summary>True when the parameter is documented to take pipeline input.</summary>
    public bool Pipeline { get; }

    /// <summary>Documented aliases.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>Documented values of an enumeration; empty for other types. See <see cref="ValuesFor"/>.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The versions listed without confirmation from the cmdlet's own help topic.</summary>
    public VersionRanges InferredVersions { get; }

    /// <summary>True when that version has the parameter.</summary>
    public bool ExistsIn(ExchangeVersion version) => Versions.Contains(version);

    /// <summary>Memberships in one version.</summary>
    public IReadOnlyList<ParameterMembership> MembershipsFor(ExchangeVersion version) => [.. Sets.Where(m => m.Versions.Contains(version))];

    /// <summary>Type name in one version.</summary>
    public string TypeFor(ExchangeVersion version) => _otherTypes.FirstOrDefault(o => o.Versions.Contains(version)).Type ?? Type;

    /// <summary>Values in one version; empty when none are documented.</summary>
    public IReadOnlyList<string> ValuesFor(ExchangeVersion version) =>
        _otherValues.FirstOrDefault(o => o.Versions.Contains(version)).Values ?? Values;

    private static (VersionRanges Versions, IReadOnlyList<string> Values)[] ReadOtherValues(string cell) =>
        [.. CatalogResource.List(cell, '|').Select(part => CatalogResource.Cut(part, '='))
            .Select(part => (VersionRanges.Parse(part.Head), CatalogResource.List(part.Tail ?? string.Empty, ',')))];

    private static (VersionRanges Versions, string Type)[] ReadOtherTypes(string cell) =>
        [.. CatalogResource.List(cell, '|').Select(part => CatalogResource.Cut(part, '@'))
            .Select(part => (VersionRanges.Parse(part.Tail ?? string.Empty), part.Head))];
}
