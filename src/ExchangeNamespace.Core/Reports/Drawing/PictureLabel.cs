using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>How a text of a picture looks.</summary>
public enum LabelStyle
{
    /// <summary>The title of one half.</summary>
    Half,

    /// <summary>What a box is about.</summary>
    Strong,

    /// <summary>Ordinary text.</summary>
    Plain,

    /// <summary>What is added to the line above.</summary>
    Quiet,

    /// <summary>The letter in a badge.</summary>
    Badge,
}

/// <summary>One line of text in a box.</summary>
public sealed class PictureLabel
{
    /// <summary>The text as it is drawn: possibly a part of a longer one.</summary>
    public required string Text { get; init => field = ShownText.Of(value); }

    /// <summary>The whole text where a part of it is drawn; null where all of it is.</summary>
    public string? FullText { get; init => field = value is null ? null : ShownText.Of(value); }

    /// <summary>How it looks.</summary>
    public required LabelStyle Style { get; init; }

    /// <summary>The number of the box that it lies in.</summary>
    public required int Box { get; init; }

    /// <summary>The room that it takes in every common sans-serif font; it begins at the left edge unless it is centred.</summary>
    public required PictureRect Bounds { get; init; }

    /// <summary>Whether the text stands in the middle of its room.</summary>
    public bool Centred { get; init; }

    /// <summary>Whether its width was guessed, because the table of glyph widths lacks one of its characters.</summary>
    public bool IsGuessed { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
