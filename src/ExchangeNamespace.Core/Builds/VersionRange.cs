using System;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Builds;

/// <summary>A half-open range of builds: from the first, below the last.</summary>
/// <param name="From">The first build that belongs to it.</param>
/// <param name="Below">The first build that does not; null for no end.</param>
internal sealed record VersionRange(Version From, Version? Below)
{
    /// <summary>Whether the build of a version belongs to it.</summary>
    public bool Contains(ExchangeVersion version) => version.Build >= From && (Below is null || version.Build < Below);

    /// <summary>Whether every build that a version may stand for belongs to it.</summary>
    /// <param name="version">A version; a bare product name stands for its updates too.</param>
    /// <param name="end">The first build after the product; null for the newest.</param>
    public bool ContainsAll(ExchangeVersion version, Version? end) =>
        Contains(version) && (!version.IsProductOnly || Below is null || (end is not null && end <= Below));
}
