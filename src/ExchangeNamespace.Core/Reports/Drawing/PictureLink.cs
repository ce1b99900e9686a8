using System.Collections.Generic;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>What flows along a link.</summary>
public enum LinkKind
{
    /// <summary>Requests of clients outside.</summary>
    Outside,

    /// <summary>Requests of clients inside.</summary>
    Inside,

    /// <summary>Requests that Exchange passes on to another site or an older version.</summary>
    Proxied,

    /// <summary>Requests that Exchange answers with the address of another site.</summary>
    Redirected,

    /// <summary>The firewall between both halves.</summary>
    Wall,

    /// <summary>The day of the report on a time line.</summary>
    Today,

    /// <summary>The beginning of a year or a month on a time line.</summary>
    Tick,

    /// <summary>That a span of a time line ends behind the last year shown.</summary>
    Later,
}

/// <summary>One line of a picture; it ends in an arrow where it leads to a box.</summary>
public sealed class PictureLink
{
    /// <summary>What flows along it.</summary>
    public required LinkKind Kind { get; init; }

    /// <summary>The number of the box that it begins at; null where it begins at none.</summary>
    public int? From { get; init; }

    /// <summary>The number of the box that it leads to; null where it leads to none.</summary>
    public int? To { get; init; }

    /// <summary>Its corners, at least two; each part is horizontal or vertical.</summary>
    public required IReadOnlyList<PicturePoint> Points { get; init => field = Indexable.Of(value); }

    /// <summary>What it means, in one sentence; empty for nothing.</summary>
    public string Meaning { get; init => field = ShownText.Of(value); } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {From} {To}";
}
