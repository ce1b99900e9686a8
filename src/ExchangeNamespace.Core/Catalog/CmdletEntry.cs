using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

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
        Versions = VersionRanges.Parse(row[2]);
        Confidence = row[3];
        InferredVersions = VersionRanges.Parse(CatalogResource.Cell(row, 4));
        Partial = CatalogResource.Cell(row, 5).Length > 0;
        Coverage = CatalogResource.Cell(row, 6);
        Sources = CatalogResource.List(CatalogResource.Cell(row, 7), '|');
    }

    /// <summary>Name in Microsoft's casing.</summary>
    public string Name { get; }

    /// <summary>The versions that have the cmdlet.</summary>
    public VersionRanges Versions { get; }

    /// <summary><c>documented</c>, or <c>inferred</c> when at least one version is inferred.</summary>
    public string Confidence { get; }

    /// <summary>The versions listed without confirmation from the cmdlet's own help topic.</summary>
    public VersionRanges InferredVersions { get; }

    /// <summary>True when only the parameters of interest are listed: an unlisted one may exist.</summary>
    public bool Partial { get; }

    /// <summary>
    /// What was not read, as text; empty when everything was. A version it names may have the cmdlet without being listed.
    /// </summary>
    public string Coverage { get; }

    /// <summary>Where the facts come from.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Parameter sets over all versions.</summary>
    public IReadOnlyList<CmdletParameterSet> ParameterSets => _sets;

    /// <summary>Parameters over all versions.</summary>
    public IReadOnlyList<CmdletParameter> Parameters => _parameters;

    /// <summary>True when that version has the cmdlet.</summary>
    public bool ExistsIn(ExchangeVersion version) => Versions.Contains(version);

    /// <summary>A parameter by name or alias in any casing; null when no version has it.</summary>
    public CmdletParameter? FindParameter(string name) =>
        _parameters.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase)
            || p.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The parameters of one version.</summary>
    public IReadOnlyList<CmdletParameter> ParametersFor(ExchangeVersion version) => [.. _parameters.Where(p => p.ExistsIn(version))];

    /// <summary>The parameter sets of one version.</summary>
    public IReadOnlyList<CmdletParameterSet> ParameterSetsFor(ExchangeVersion version) =>
        [.. _sets.Where(s => s.Versions.Contains(version))];

    /// <summary>Adds a set while the table is read.</summary>
    internal void Add(CmdletParameterSet set) => _sets.Add(set);

    /// <summary>Adds a parameter while the table is read.</summary>
    internal void Add(CmdletParameter parameter) => _parameters.Add(parameter);
}
