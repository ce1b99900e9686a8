using System;
using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.State;

/// <summary>What is known of a captured value.</summary>
public enum CaptureStatus
{
    /// <summary>The capture does not carry the property: nothing is known, and nothing is concluded.</summary>
    Absent,

    /// <summary>The capture carries it, and it has no value.</summary>
    Null,

    /// <summary>The capture carries a value, which may be an empty text or an empty list.</summary>
    Known,
}

/// <summary>One captured value: known, null or absent. The three are never mixed up, because only what is known can be put back.</summary>
/// <typeparam name="T">The type of a known value.</typeparam>
public readonly struct Captured<T> : IEquatable<Captured<T>>
{
    private readonly T? _value;

    internal Captured(CaptureStatus status, T? value)
    {
        Status = status;
        _value = value;
    }

    /// <summary>Known, null or absent.</summary>
    public CaptureStatus Status { get; }

    /// <summary>The value; the default of its type unless it is known.</summary>
    public T? Value => _value;

    /// <summary>Whether there is a value.</summary>
    public bool IsKnown => Status == CaptureStatus.Known;

    /// <summary>Whether the capture has an answer; an empty value is one too.</summary>
    public bool IsCaptured => Status != CaptureStatus.Absent;

    /// <summary>Whether two values are equal in status and value; lists element by element.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(Captured<T> left, Captured<T> right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Captured<T> left, Captured<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Captured<T> other)
    {
        if (Status != other.Status)
        {
            return false;
        }

        if (_value is IReadOnlyList<string> mine && other._value is IReadOnlyList<string> theirs)
        {
            for (int i = 0; i < mine.Count && i < theirs.Count; i++)
            {
                if (!string.Equals(mine[i], theirs[i], StringComparison.Ordinal))
                {
                    return false;
                }
            }

            return mine.Count == theirs.Count;
        }

        return EqualityComparer<T?>.Default.Equals(_value, other._value);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Captured<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _value is null or IReadOnlyList<string> ? (int)Status : EqualityComparer<T?>.Default.GetHashCode(_value);

    /// <summary>
    /// The value as text for people, hidden characters as their code points; <c>(null)</c> and <c>(not captured)</c> without a value.
    /// </summary>
    /// <returns>The text.</returns>
    public override string ToString() => Status switch
    {
        CaptureStatus.Absent => "(not captured)",
        CaptureStatus.Null => "(null)",
        CaptureStatus.Known => ShownText.Of(_value switch
        {
            IReadOnlyList<string> list => string.Join(", ", list),
            DateTime moment => moment.ToString("u", CultureInfo.InvariantCulture),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            var value => value?.ToString() ?? string.Empty,
        }),
        _ => throw ClosedSet.Outside(Status),
    };
}

/// <summary>Makes captured values.</summary>
public static class Captured
{
    /// <summary>A known value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The captured value.</returns>
    public static Captured<T> Known<T>(T value) => new(CaptureStatus.Known, value);

    /// <summary>A property that was captured and has no value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The captured value.</returns>
    public static Captured<T> Null<T>() => new(CaptureStatus.Null, default);

    /// <summary>A property that was not captured.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The captured value.</returns>
    public static Captured<T> Absent<T>() => default;
}
