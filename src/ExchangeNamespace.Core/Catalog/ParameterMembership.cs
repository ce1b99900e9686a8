using System.Globalization;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Catalog;

/// <summary>A parameter's place in one parameter set.</summary>
internal sealed class ParameterMembership
{
    private ParameterMembership(string set, bool mandatory, int? position, VersionRanges versions)
    {
        Set = set;
        Mandatory = mandatory;
        Position = position;
        Versions = versions;
    }

    /// <summary>Name of the set; <c>__All</c> is every set of the cmdlet.</summary>
    public string Set { get; }

    /// <summary>True when the set demands the parameter.</summary>
    public bool Mandatory { get; }

    /// <summary>Position counted from 1; null when the parameter is named or its position is not documented.</summary>
    public int? Position { get; }

    /// <summary>The versions in which this membership is documented.</summary>
    public VersionRanges Versions { get; }

    /// <summary>Reads <c>Identity=m1@2010..SE</c>; flags and versions are optional, versions default to the parameter's.</summary>
    public static ParameterMembership Parse(string cell, VersionRanges parameterVersions)
    {
        (string head, string? versions) = CatalogResource.Cut(cell, '@');
        (string set, string? flags) = CatalogResource.Cut(head, '=');
        bool mandatory = flags is { Length: > 0 } && flags[0] == 'm';
        string digits = flags is null ? string.Empty : flags.Substring(mandatory ? 1 : 0);
        return new ParameterMembership(
            set,
            mandatory,
            digits.Length == 0 ? null : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture),
            versions is null ? parameterVersions : VersionRanges.Parse(versions));
    }
}
