using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>A record that was read: its terms, or why it cannot be used.</summary>
internal sealed class SpfRecord
{
    /// <summary>How every record begins.</summary>
    public const string Version = "v=spf1";

    /// <summary>The most text that the data of one TXT record can hold: each 255 octets need one more for their length.</summary>
    public const int Longest = 65279;

    /// <summary>The most look-ups of one check (RFC 7208 4.6.4).</summary>
    public const int MostLookups = 10;

    /// <summary>The most look-ups that find nothing.</summary>
    public const int MostVoidLookups = 2;

    /// <summary>The most mail exchangers, and the most names of an address, that are looked up.</summary>
    public const int MostNames = 10;

    public required string Text { get; init; }

    public IReadOnlyList<SpfTerm> Terms { get; init; } = [];

    /// <summary>What is wrong with its syntax; null where nothing is.</summary>
    public string? Fault { get; init; }

    public IEnumerable<SpfMechanism> Mechanisms => Terms.OfType<SpfMechanism>();

    public SpfMechanism? All => Mechanisms.FirstOrDefault(m => m.Kind == SpfMechanismKind.All);

    public SpfModifier? Redirect => Modifier(SpfModifier.Redirect);

    public SpfModifier? Explanation => Modifier(SpfModifier.Explanation);

    /// <summary>Whether a text is meant as a record of this version: the version ends at a blank or the end (RFC 7208 4.5).</summary>
    public static bool IsRecord(string text) =>
        text.StartsWith(Version, StringComparison.OrdinalIgnoreCase) && (text.Length == Version.Length || text[Version.Length] == ' ');

    private SpfModifier? Modifier(string name) => Terms.OfType<SpfModifier>().FirstOrDefault(m => m.Name == name);
}
