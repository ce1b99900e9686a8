using System;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>What an entry of a time line is about.</summary>
public enum TimeLineKind
{
    /// <summary>The life of a certificate.</summary>
    Certificate,

    /// <summary>Support of a version.</summary>
    Support,

    /// <summary>A step of a migration.</summary>
    Step,

    /// <summary>A rule that begins or ends, such as a shorter life of certificates.</summary>
    Rule,
}

/// <summary>One day or span of a time line.</summary>
public sealed class TimeLineEntry
{
    /// <summary>What it is about.</summary>
    public required TimeLineKind Kind { get; init; }

    /// <summary>What happens, in a few words.</summary>
    public required string Label { get; init => field = ShownText.Of(value); }

    /// <summary>The day, or the first day of the span; null for a span whose beginning is not known.</summary>
    public DateTime? Start { get; init; }

    /// <summary>The last day of the span; null for a single day.</summary>
    public DateTime? End { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Label;
}
