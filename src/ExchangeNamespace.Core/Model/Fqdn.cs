using System;
using System.Diagnostics.CodeAnalysis;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Model;

/// <summary>
/// A fully qualified host or domain name in its ASCII form: lower case, A-labels for internationalised names, no final dot.
/// Syntax: RFC 1123 2.1, RFC 5891; at most 63 characters a label and 253 in all.
/// </summary>
public sealed class Fqdn : IEquatable<Fqdn>, IComparable<Fqdn>
{
    private Fqdn(string value) => Value = value;

    /// <summary>The name, for example <c>mail.contoso.com</c>.</summary>
    public string Value { get; }

    /// <summary>The left-most label.</summary>
    public string FirstLabel => HostText.FirstLabel(Value);

    /// <summary>The name without its first label, or null when only a top-level domain would be left.</summary>
    public Fqdn? Parent
    {
        get
        {
            string rest = Value.Substring(Value.IndexOf('.') + 1);
            return rest.IndexOf('.') < 0 ? null : new Fqdn(rest);
        }
    }

    /// <summary>The last label.</summary>
    public string TopLevelDomain => Value.Substring(Value.LastIndexOf('.') + 1);

    /// <summary>Reads a host or domain name.</summary>
    /// <param name="text">The name; Unicode names become A-labels.</param>
    /// <param name="parameter">Where it came from, for the fault.</param>
    /// <param name="name">The name read.</param>
    /// <param name="fault">Why it was refused.</param>
    /// <returns>Whether the text is a full host name.</returns>
    public static bool TryParse(string? text, string parameter, [NotNullWhen(true)] out Fqdn? name,
        [NotNullWhen(false)] out InputFault? fault)
    {
        name = null;
        if (!NameSyntax.TryNormalise(text, parameter, out string? ascii, out fault))
        {
            return false;
        }

        if (ascii.IndexOf('.') < 0)
        {
            fault = new InputFault(FaultIds.NameSingleLabel, parameter, text,
                $"'{ascii}' has a single label. Give the full name, for example {ascii}.contoso.com.");
            return false;
        }

        name = new Fqdn(ascii);
        return true;
    }

    /// <summary>Reads a name that is known to be good, such as one built from two names that were read before.</summary>
    /// <param name="text">The name.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentException">The text is not a full host name.</exception>
    public static Fqdn Parse(string text) =>
        TryParse(text, nameof(text), out Fqdn? name, out InputFault? fault) ? name
            : throw new ArgumentException(fault.Message, nameof(text));

    /// <summary>Puts a label before the name.</summary>
    /// <param name="label">One label, already valid.</param>
    /// <param name="name">The longer name.</param>
    /// <returns>False when the result would be longer than a name may be.</returns>
    public bool TryPrepend(string label, [NotNullWhen(true)] out Fqdn? name) =>
        TryParse(label + "." + Value, nameof(label), out name, out _);

    /// <summary>Whether the name equals the zone or lies below it.</summary>
    /// <param name="zone">A domain.</param>
    /// <returns>True for the zone itself and every name in it.</returns>
    public bool IsIn(Fqdn zone) => Value.EndsWith(zone.Value, StringComparison.Ordinal)
        && (Value.Length == zone.Value.Length || Value[Value.Length - zone.Value.Length - 1] == '.');

    /// <inheritdoc/>
    public bool Equals(Fqdn? other) => other is not null && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Fqdn);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <inheritdoc/>
    public int CompareTo(Fqdn? other) => string.CompareOrdinal(Value, other?.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
