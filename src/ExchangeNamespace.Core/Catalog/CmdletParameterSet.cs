using ExchangeNamespace.Builds;

namespace ExchangeNamespace.Catalog;

/// <summary>A parameter set of a cmdlet and the versions that document it.</summary>
internal sealed class CmdletParameterSet
{
    /// <summary>Reads an <c>S</c> row.</summary>
    public CmdletParameterSet(string[] row)
    {
        Name = row[1];
        Versions = VersionRanges.Parse(row[2]);
    }

    /// <summary>Name of the set; <c>__All</c> where the cmdlet has one unnamed set.</summary>
    public string Name { get; }

    /// <summary>The versions that have the set.</summary>
    public VersionRanges Versions { get; }
}
