using System;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Builds;

/// <summary>A level of the build catalogue, or an update of one.</summary>
/// <param name="Product">The product, such as <c>2010</c>.</param>
/// <param name="Level">The level, such as <c>SP3</c>.</param>
/// <param name="Update">The update of the level, such as <c>Update Rollup 11</c>; null for the level itself.</param>
internal sealed record KnownRelease(string Product, string Level, string? Update = null)
{
    /// <summary>The build.</summary>
    public Version Build => ExchangeReleases.All
        .First(r => r.Product == Product && string.Equals(r.Level, Level, StringComparison.Ordinal) && r.Update == Update).Build;

    /// <summary>The version.</summary>
    public ExchangeVersion Version => ExchangeVersionReader.TryParse(Build.ToString(), nameof(Version), out ExchangeVersion? version,
        out InputFault? fault) ? version : throw new InvalidOperationException(fault.Message);

    /// <summary>Whether a server has it for certain, lacks it for certain, or null where its text does not tell.</summary>
    /// <remarks>Rollups of 2007 and 2010 do not show in AdminDisplayVersion, and a bare product names no update.</remarks>
    public bool? IsReached(ExchangeVersion version) =>
        version.IsProductOnly ? null
        : version.Build >= Build ? true
        : Update is not null && version.Level == Level ? null
        : false;

    /// <inheritdoc/>
    public override string ToString() => Product + Level + (Update is null ? string.Empty : " " + Update);
}
