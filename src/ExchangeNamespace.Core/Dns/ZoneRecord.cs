using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Dns;

/// <summary>One record of a zone, as a script writes it.</summary>
public sealed class ZoneRecord
{
    internal const int ServicePriority = 0;
    internal const int ServiceWeight = 0;

    /// <summary>Clients consider no other port (S10).</summary>
    internal const int ServicePort = 443;

    /// <summary>The view that answers it.</summary>
    public required DnsView View { get; init; }

    /// <summary>The zone, without a final dot.</summary>
    public required string Zone { get; init; }

    /// <summary>The full owner name, without a final dot.</summary>
    public required string Name { get; init; }

    /// <summary>The type. An address that is not known counts as <see cref="ZoneRecordType.A"/>.</summary>
    public required ZoneRecordType Type { get; init; }

    /// <summary>Address, target without a final dot, or text; null when the address was not stated.</summary>
    public string? Value { get; init; }

    /// <summary>Preference of a mail exchanger; 0 otherwise.</summary>
    public int Preference { get; init; }

    /// <summary>Why the record is needed.</summary>
    public required string Reason { get; init; }

    /// <summary>Why its line is only a comment; null for a line that counts.</summary>
    public string? Withheld { get; init; }

    /// <summary>The owner name relative to the zone: <c>@</c> for the zone itself.</summary>
    public string Node => Name.Length == Zone.Length ? ZoneLiteral.Apex : Name.Substring(0, Name.Length - Zone.Length - 1);

    /// <summary>What the record holds, as text.</summary>
    public string Data => (Type, Value) switch
    {
        (_, null) => "?",
        (ZoneRecordType.MX, { } target) => string.Format(CultureInfo.InvariantCulture, "{0} {1}", Preference, target),
        (ZoneRecordType.SRV, { } target) => string.Format(CultureInfo.InvariantCulture, "{0} {1} {2} {3}", ServicePriority, ServiceWeight, ServicePort, target),
        (_, { } value) => value,
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Type} {Data}";

    internal ZoneRecord Hold(string why) => new()
    {
        View = View,
        Zone = Zone,
        Name = Name,
        Type = Type,
        Value = Value,
        Preference = Preference,
        Reason = Reason,
        Withheld = Withheld ?? why,
    };
}

/// <summary>A zone with the records that a view needs in it.</summary>
public sealed class ZoneRecords
{
    /// <summary>The zone, without a final dot.</summary>
    public required string Name { get; init; }

    /// <summary>How it comes to be on the server.</summary>
    public required ZoneOrigin Origin { get; init; }

    /// <summary>What to know about the zone; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Its records in order.</summary>
    public required IReadOnlyList<ZoneRecord> Records { get; init => field = Indexable.Of(value); }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
