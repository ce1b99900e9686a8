using System;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Design;

/// <summary>What a captured value stands for where servers are compared.</summary>
internal enum ChoiceKind
{
    /// <summary>A value that servers can share.</summary>
    Shared,

    /// <summary>The server's own name, which setup writes.</summary>
    Own,

    /// <summary>No value.</summary>
    None,
}

/// <summary>A captured value in the form in which servers are compared.</summary>
/// <param name="Kind">What it stands for; of equally many votes the first kind wins.</param>
/// <param name="Text">The value; empty where the kind says it all.</param>
internal sealed record Choice(ChoiceKind Kind, string Text)
{
    public static readonly Choice Own = new(ChoiceKind.Own, string.Empty);

    public static readonly Choice None = new(ChoiceKind.None, string.Empty);

    public static Choice Shared(string text) => new(ChoiceKind.Shared, text);

    /// <summary>Neither names of hosts nor those of sites and methods differ by letter case.</summary>
    public bool Equals(Choice? other) =>
        other is not null && Kind == other.Kind && string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Text) ^ (int)Kind;

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        ChoiceKind.Shared => Text,
        ChoiceKind.Own => "its own name",
        ChoiceKind.None => "no value",
        _ => throw ClosedSet.Outside(Kind),
    };
}
