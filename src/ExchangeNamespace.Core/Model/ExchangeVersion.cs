using System;
using System.ComponentModel;

namespace ExchangeNamespace.Model;

/// <summary>
/// An Exchange version. Reads <c>2007SP1</c>, <c>Exchange2010SP3</c>, <c>2013CU23</c>, <c>2016</c>, <c>SE</c>,
/// <c>Version 15.2 (Build 1118.7)</c>, the raw directory form with 30000 added, and plain builds; compares by build.
/// </summary>
[TypeConverter(typeof(Builds.ExchangeVersionConverter))]
public sealed class ExchangeVersion : IEquatable<ExchangeVersion>, IComparable<ExchangeVersion>, IComparable
{
    internal ExchangeVersion(ExchangeProduct product, Version build, string? level, string text)
    {
        Product = product;
        Build = build;
        Level = level;
        Text = text;
    }

    /// <summary>The product generation.</summary>
    public ExchangeProduct Product { get; }

    /// <summary>The build, for example 15.2.1118.7. A bare product name has the lowest build that its lines are correct for.</summary>
    public Version Build { get; }

    /// <summary>
    /// Service pack or cumulative update (<c>SP1</c>, <c>CU12</c>, <c>RTM</c>); null for a bare product name or a build between two of
    /// them.
    /// </summary>
    public string? Level { get; }

    /// <summary>Whether only the product was named, so that the lines must be correct for all its updates.</summary>
    public bool IsProductOnly => Level is null && Text.IndexOf('.') < 0;

    private string Text { get; }

    /// <inheritdoc/>
    public int CompareTo(ExchangeVersion? other) => other is null ? 1 : Build.CompareTo(other.Build);

    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        ExchangeVersion other => CompareTo(other),
        _ => throw new ArgumentException("An Exchange version compares with an Exchange version only.", nameof(obj)),
    };

    /// <inheritdoc/>
    public bool Equals(ExchangeVersion? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ExchangeVersion);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>The shortest text that reads back equal: <c>2016</c>, <c>2019CU12</c>, or the build.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;
}
