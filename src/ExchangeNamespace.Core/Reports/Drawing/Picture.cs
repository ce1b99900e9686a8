using System.Collections.Generic;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>
/// A picture as pure data: boxes, lines and texts with the room that each takes. What makes text of it decides nothing more.
/// </summary>
public sealed class Picture
{
    /// <summary>The width in pixels at its own size.</summary>
    public required int Width { get; init; }

    /// <summary>The height in pixels at its own size.</summary>
    public required int Height { get; init; }

    /// <summary>What the picture shows, in a few words.</summary>
    public required string Title { get; init => field = ShownText.Of(value); }

    /// <summary>What the picture says, in sentences, for people who do not see it.</summary>
    public required string Description { get; init => field = ShownText.Of(value); }

    /// <summary>The boxes, outer before inner; a box has the number of its place.</summary>
    public required IReadOnlyList<PictureBox> Boxes { get; init => field = Indexable.Of(value); }

    /// <summary>The lines.</summary>
    public required IReadOnlyList<PictureLink> Links { get; init => field = Indexable.Of(value); }

    /// <summary>The texts.</summary>
    public required IReadOnlyList<PictureLabel> Labels { get; init => field = Indexable.Of(value); }

    /// <summary>The form for screens that are too narrow for this one; null without one.</summary>
    public Picture? Narrow { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Title}, {Width} x {Height}";
}
