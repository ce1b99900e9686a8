using System.Collections.Generic;

namespace ExchangeNamespace.Catalog;

/// <summary>A parameter of a catalogued cmdlet, over all versions.</summary>
internal sealed class CmdletParameter
{
    private readonly IReadOnlyDictionary<string, string> _otherTypes;

    /// <summary>Reads a <c>P</c> row.</summary>
    public CmdletParameter(string[] row)
    {
        Name = row[1];
        Type = row[2];
        Versions = VersionKeys.Parse(row[3]);
        var sets = new List<ParameterMembership>();
        foreach (string cell in CatalogResource.List(CatalogResource.Cell(row, 4), '|'))
        {
            sets.Add(ParameterMembership.Parse(cell, Versions));
        }

        Sets = sets;
        Pipeline = CatalogResource.Cell(row, 5).Length > 0;
        Aliases = CatalogResource.List(CatalogResource.Cell(row, 6), ',');
        Values = CatalogResource.List(CatalogResource.Cell(row, 7), ',');
        ValuesByVersion = ReadValuesByVersion(CatalogResource.Cell(row, 8));
        _otherTypes = ReadOtherTypes(CatalogResource.Cell(row, 9));
        InferredVersions = VersionKeys.Parse(CatalogResource.Cell(row, 10));
        VersionNotes = VersionNote.ParseAll(CatalogResource.Cell(row, 11));
    }

    /// <summary>Name in Microsoft's casing, without the dash.</summary>
    public string Name { get; }

    /// <summary>Short type name in most versions, for example <c>Uri</c>; see <see cref="TypeFor"/>.</summary>
    public string Type { get; }

    /// <summary>The versions that have the parameter.</summary>
    public IReadOnlyList<string> Versions { get; }

    /// <summary>Memberships in parameter sets, over all versions.</summary>
    public IReadOnlyList<ParameterMembership> Sets { get; }

    /// <summary>True when the parameter is documented to take pipeline input.</summary>
    public bool Pipeline { get; }

    /// <summary>Documented aliases.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>Documented values of an enumeration; empty for other types. See <see cref="ValuesFor"/>.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Version key to values, where a version is documented separately.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ValuesByVersion { get; }

    /// <summary>Version key to type, where a version differs from <see cref="Type"/>.</summary>
    public IReadOnlyDictionary<string, string> OtherTypes => _otherTypes;

    /// <summary>The versions listed without confirmation from the cmdlet's own help topic.</summary>
    public IReadOnlyList<string> InferredVersions { get; }

    /// <summary>Presence that depends on the build inside a version.</summary>
    public IReadOnlyList<VersionNote> VersionNotes { get; }

    /// <summary>True when that version has the parameter at that cumulative update (null: the newest).</summary>
    public bool ExistsIn(string version, int? cumulativeUpdate = null) =>
        VersionNote.Admits(Versions, VersionNotes, version, cumulativeUpdate);

    /// <summary>Type name in one version.</summary>
    public string TypeFor(string version) => _otherTypes.TryGetValue(version, out string? other) ? other : Type;

    /// <summary>Values in one version; empty when none are documented.</summary>
    public IReadOnlyList<string> ValuesFor(string version) =>
        ValuesByVersion.TryGetValue(version, out IReadOnlyList<string>? values) ? values : Values;

    private static Dictionary<string, IReadOnlyList<string>> ReadValuesByVersion(string cell)
    {
        var result = new Dictionary<string, IReadOnlyList<string>>(System.StringComparer.OrdinalIgnoreCase);
        foreach (string part in CatalogResource.List(cell, '|'))
        {
            (string versions, string? values) = CatalogResource.Cut(part, '=');
            foreach (string version in VersionKeys.Parse(versions))
            {
                result.Add(version, CatalogResource.List(values ?? string.Empty, ','));
            }
        }

        return result;
    }

    private static Dictionary<string, string> ReadOtherTypes(string cell)
    {
        var result = new Dictionary<string, string>(System.StringComparer.OrdinalIgnoreCase);
        foreach (string part in CatalogResource.List(cell, '|'))
        {
            (string type, string? versions) = CatalogResource.Cut(part, '@');
            foreach (string version in VersionKeys.Parse(versions ?? string.Empty))
            {
                result.Add(version, type);
            }
        }

        return result;
    }
}
