using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Catalog;

/// <summary>A cmdlet of the Exchange Management Shell, over all versions.</summary>
internal sealed class CmdletEntry
{
    private readonly List<CmdletParameterSet> _sets = [];
    private readonly List<CmdletParameter> _parameters = [];

    /// <summary>Reads a <c>C</c> row; the rows of its sets and parameters follow.</summary>
    public CmdletEntry(string[] row)
    {
        Name = row[1];
        Versions = VersionKeys.Parse(row[2]);
        Confidence = row[3];
        InferredVersions = VersionKeys.Parse(CatalogResource.Cell(row, 4));
        VersionNotes = VersionNote.ParseAll(CatalogResource.Cell(row, 5));
        Partial = CatalogResource.Cell(row, 6).Length > 0;
        Coverage = CatalogResource.Cell(row, 7);
        Sources = CatalogResource.List(CatalogResource.Cell(row, 8), '|');
    }

    /// <summary>Name in Microsoft's casing.</summary>
    public string Name { get; }

    /// <summary>The versions that have the cmdlet.</summary>
    public IReadOnlyList<string> Versions { get; }

    /// <summary><c>documented</c>, or <c>inferred</c> when at least one version is inferred.</summary>
    public string Confidence { get; }

    /// <summary>The versions listed without confirmation from the cmdlet's own help topic.</summary>
    public IReadOnlyList<string> InferredVersions { get; }

    /// <summary>Presence that depends on the build inside a version.</summary>
    public IReadOnlyList<VersionNote> VersionNotes { get; }

    /// <summary>True when only the parameters of interest are listed: an unlisted one may exist.</summary>
    public bool Partial { get; }

    /// <summary>What was not read, as text; empty when everything was. A version it names may have the cmdlet without being listed.</summary>
    public string Coverage { get; }

    /// <summary>Where the facts come from.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Parameter sets over all versions.</summary>
    public IReadOnlyList<CmdletParameterSet> ParameterSets => _sets;

    /// <summary>Parameters over all versions.</summary>
    public IReadOnlyList<CmdletParameter> Parameters => _parameters;

    /// <summary>True when that version has the cmdlet at that cumulative update (null: the newest, RTM: 0).</summary>
    /// <exception cref="ArgumentException">The version is not one of the nine keys.</exception>
    public bool ExistsIn(string version, int? cumulativeUpdate = null) =>
        VersionNote.Admits(Versions, VersionNotes, version, cumulativeUpdate);

    /// <summary>A parameter by name or alias in any casing; null when no version has it.</summary>
    public CmdletParameter? FindParameter(string name) =>
        _parameters.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase)
            || p.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The parameters of one version at one cumulative update (null: the newest, RTM: 0).</summary>
    public IReadOnlyList<CmdletParameter> ParametersFor(string version, int? cumulativeUpdate = null) =>
        [.. _parameters.Where(p => p.ExistsIn(version, cumulativeUpdate))];

    /// <summary>The parameter sets of one version at one cumulative update.</summary>
    public IReadOnlyList<CmdletParameterSet> ParameterSetsFor(string version, int? cumulativeUpdate = null)
    {
        Dictionary<string, string> borrowed = BorrowedSets(version, cumulativeUpdate);
        return [.. _sets.Where(s => VersionKeys.Contains(s.Versions, version) || borrowed.ContainsKey(s.Name))];
    }

    /// <summary>Memberships of one parameter in one version at one cumulative update.</summary>
    public IReadOnlyList<ParameterMembership> MembershipsFor(CmdletParameter parameter, string version, int? cumulativeUpdate = null)
    {
        Dictionary<string, string> borrowed = BorrowedSets(version, cumulativeUpdate);
        string own = VersionKeys.Contains(parameter.Versions, version) || !parameter.ExistsIn(version, cumulativeUpdate)
            ? version
            : parameter.Versions[parameter.Versions.Count - 1];
        return [.. parameter.Sets.Where(m =>
            VersionKeys.Contains(m.Versions, borrowed.TryGetValue(m.Set, out string? from) ? from : own))];
    }

    /// <summary>Adds a set while the table is read.</summary>
    internal void Add(CmdletParameterSet set) => _sets.Add(set);

    /// <summary>Adds a parameter while the table is read.</summary>
    internal void Add(CmdletParameter parameter) => _parameters.Add(parameter);

    // A parameter that an early build of a version still has is documented with its sets for the version before only.
    private Dictionary<string, string> BorrowedSets(string version, int? cumulativeUpdate)
    {
        var borrowed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (CmdletParameter parameter in _parameters)
        {
            if (parameter.VersionNotes.Count == 0
                || VersionKeys.Contains(parameter.Versions, version)
                || !parameter.ExistsIn(version, cumulativeUpdate))
            {
                continue;
            }

            string last = parameter.Versions[parameter.Versions.Count - 1];
            foreach (ParameterMembership membership in parameter.Sets)
            {
                CmdletParameterSet? set = _sets.FirstOrDefault(s => s.Name == membership.Set);
                if (set is not null && !VersionKeys.Contains(set.Versions, version))
                {
                    borrowed[membership.Set] = last;
                }
            }
        }

        return borrowed;
    }
}
