using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace System;

/// <summary>A position in a list, counted from its start or, written with <c>^</c>, from its end.</summary>
[Embedded]
[SuppressMessage("Performance", "CA1815", Justification = "The compiler takes it apart; it is never compared.")]
internal readonly struct Index
{
    private readonly int _value;
    private readonly bool _isFromEnd;

    /// <summary>Takes the count and the end from which it is counted.</summary>
    public Index(int value, bool fromEnd = false) => (_value, _isFromEnd) = (value, fromEnd);

    /// <summary>A count from the start.</summary>
    public static implicit operator Index(int value) => new(value);

    /// <summary>The position in a list of so many items.</summary>
    public int GetOffset(int length) => _isFromEnd ? length - _value : _value;
}

/// <summary>What lies between two positions, written with <c>..</c>.</summary>
[Embedded]
[SuppressMessage("Performance", "CA1815", Justification = "The compiler takes it apart; it is never compared.")]
internal readonly struct Range
{
    /// <summary>Takes the first position, and the one after the last.</summary>
    public Range(Index start, Index end) => (Start, End) = (start, end);

    /// <summary>The first position.</summary>
    public Index Start { get; }

    /// <summary>The position after the last.</summary>
    public Index End { get; }

    /// <summary>From a position to the end.</summary>
    public static Range StartAt(Index start) => new(start, new(0, fromEnd: true));

    /// <summary>From the start to a position.</summary>
    public static Range EndAt(Index end) => new(0, end);
}
