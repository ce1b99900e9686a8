using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;
using static ExchangeNamespace.Migration.Planning.ForestFunctionalLevel;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>The lowest forest level that a version takes. A new version is a new row; the newest row that a build reaches counts.</summary>
/// <param name="From">The first release that wants it.</param>
/// <param name="Level">The level.</param>
/// <param name="Source">The document that says it.</param>
internal sealed record ForestRequirement(KnownRelease From, ForestFunctionalLevel Level, string Source)
{
    private static readonly IReadOnlyList<ForestRequirement> All =
    [
        new(new("2013", "RTM"), Windows2003Forest, VersionSources.Requirements2013),
        new(new("2016", "RTM"), Windows2003Forest, VersionSources.SystemRequirements),
        new(new("2016", "CU3"), Windows2008Forest, VersionSources.SystemRequirements),
        new(new("2016", "CU7"), Windows2008R2Forest, VersionSources.SystemRequirements),
        new(new("2019", "RTM"), Windows2012R2Forest, VersionSources.SystemRequirements),
        new(new("SE", "RTM"), Windows2012R2Forest, MigrationSources.Roadmap),
    ];

    /// <summary>The row of a version; null where none was read. A bare product stands for its newest update.</summary>
    public static ForestRequirement? Of(ExchangeVersion version) => All.LastOrDefault(
        r => r.From.Version.Product == version.Product && (version.IsProductOnly || version.Build >= r.From.Build));
}
