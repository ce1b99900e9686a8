using ExchangeNamespace.Model;

namespace ExchangeNamespace.Builds;

/// <summary>
/// Whether an older and a newer version may stand in one organisation, and from which update on. A new version is a new row.
/// </summary>
/// <param name="Old">The older product.</param>
/// <param name="New">The newer product.</param>
/// <param name="Source">The document that says it.</param>
internal sealed record VersionPair(ExchangeProduct Old, ExchangeProduct New, string Source)
{
    /// <summary>The supported way, where the pair itself is not supported; null for a pair that is allowed.</summary>
    public string? Way { get; init; }

    /// <summary>The oldest update of the older version beside which setup of the newer one runs.</summary>
    public KnownRelease? MinimumOld { get; init; }

    /// <summary>The oldest update of the newer version that knows the older one.</summary>
    public KnownRelease? MinimumNew { get; init; }

    /// <summary>The first update of the newer version whose setup refuses the older one.</summary>
    public KnownRelease? RefusedFrom { get; init; }

    /// <summary>What follows from <see cref="RefusedFrom"/>.</summary>
    public string? RefusedWay { get; init; }

    /// <summary>An update of the newer version that is announced to refuse the older one; null for no such announcement.</summary>
    public string? AnnouncedRefusal { get; init; }
}
