using System;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Catalog;

/// <summary>A half-open range of builds: from the first, below the last.</summary>
/// <param name="From">The first build that belongs to it.</param>
/// <param name="Below">The first build that does not; null for no end.</param>
internal sealed record VersionRange(Version From, Version? Below)
{
    public bool Contains(ExchangeVersion version) => version.Build >= From && (Below is null || version.Build < Below);
}
