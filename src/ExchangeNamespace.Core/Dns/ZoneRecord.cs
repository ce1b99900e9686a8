using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Dns;

/// <summary>One record of a zone, as a script writes it.</summary>
public sealed class ZoneRecord
{
    /// <summary>Stands in a comment where an address would be.</summary>
    internal const string UnknownAddress = "(address)";

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

    /// <summary>The type. An address that is not known counts as <see cref="DnsRecordType.A"/>.</summary>
    public required DnsRecordType Type { get; init; }

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
    public string Data => Value is null ? "?" : Type switch
    {
        DnsRecordType.MX => string.Format(CultureInfo.InvariantCulture, "{0} {1}", Preference, Value),
        DnsRecordType.SRV =>
            string.Format(CultureInfo.InvariantCulture, "{0} {1} {2} {3}", ServicePriority, ServiceWeight, ServicePort, Value),
        DnsRecordType.A or DnsRecordType.AAAA or DnsRecordType.CNAME or DnsRecordType.TXT or DnsRecordType.PTR
            or DnsRecordType.TLSA => Value,
        DnsRecordType.Address or DnsRecordType.SOA or DnsRecordType.NS or DnsRecordType.CAA or _ => throw ClosedSet.Outside(Type),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Type} {Data}";

    /// <summary>Throws for a type that no script has: an address of a plan is A or AAAA there, and a zone file has its own top.</summary>
    internal void ThrowUnlessWritable()
    {
        if (Type is not (DnsRecordType.A or DnsRecordType.AAAA or DnsRecordType.CNAME or DnsRecordType.MX or DnsRecordType.TXT
            or DnsRecordType.SRV or DnsRecordType.PTR or DnsRecordType.TLSA))
        {
            throw ClosedSet.Outside(Type);
        }
    }

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
