using System.Collections.Generic;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>What a box stands for; the style sheet gives each kind its colours.</summary>
public enum BoxKind
{
    /// <summary>The half of the picture for the Internet.</summary>
    Outside,

    /// <summary>The half of the picture for the own network.</summary>
    Inside,

    /// <summary>Clients of one half.</summary>
    Clients,

    /// <summary>Names that a view of DNS answers.</summary>
    Names,

    /// <summary>A reverse proxy or a load balancer.</summary>
    FrontDoor,

    /// <summary>The firewall between both halves.</summary>
    Firewall,

    /// <summary>An Active Directory site.</summary>
    Site,

    /// <summary>Servers of a site that do the same.</summary>
    Servers,

    /// <summary>A certificate with its names.</summary>
    Certificate,

    /// <summary>The letter by which a certificate is named elsewhere in the picture.</summary>
    Badge,

    /// <summary>A strip with what lines and marks mean.</summary>
    Key,

    /// <summary>A span of a time line.</summary>
    Span,

    /// <summary>A day of a time line.</summary>
    Day,

    /// <summary>The text beside a span or a day.</summary>
    Entry,
}

/// <summary>One box of a picture.</summary>
public sealed class PictureBox
{
    /// <summary>Its number in the picture, from 0.</summary>
    public required int Id { get; init; }

    /// <summary>What it stands for.</summary>
    public required BoxKind Kind { get; init; }

    /// <summary>Where it is.</summary>
    public required PictureRect Bounds { get; init; }

    /// <summary>The number of the box that it lies in; null for a box of the whole picture.</summary>
    public int? Parent { get; init; }

    /// <summary>What it says, in full and top down.</summary>
    public IReadOnlyList<string> Lines { get; init => field = Indexable.Of(ShownText.Each(value)); } = [];

    /// <summary>A variant of the kind for the style sheet, such as the state of an entry; null for none.</summary>
    public TimeLineKind? Variant { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {string.Join(" | ", Lines)}";
}
