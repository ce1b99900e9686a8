using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>From where a DNS name is asked for.</summary>
public enum DnsView
{
    /// <summary>From the Internet.</summary>
    External,

    /// <summary>From inside the organisation.</summary>
    Internal,
}

/// <summary>How the public names are served inside.</summary>
public enum DnsModel
{
    /// <summary>The public zone also exists inside: one name on both sides (S1, S22).</summary>
    Split,

    /// <summary>Inside names lie in the Active Directory domain (S2, S21).</summary>
    Separate,

    /// <summary>A zone of its own inside for each public host.</summary>
    Pinpoint,
}

/// <summary>One record that a view must answer.</summary>
public sealed class DnsRecord
{
    /// <summary>Inside or outside.</summary>
    public required DnsView View { get; init; }

    /// <summary>The zone that holds it; null when it is not known.</summary>
    public Fqdn? Zone { get; init; }

    /// <summary>The owner name.</summary>
    public required Fqdn Name { get; init; }

    /// <summary>The kind of record.</summary>
    public required DnsRecordType Type { get; init; }

    /// <summary>Address or target; null when the address was not stated: it is never invented.</summary>
    public string? Value { get; init; }

    /// <summary>Preference of a mail exchanger; 0 otherwise.</summary>
    public int Preference { get; init; }

    /// <summary>Why the record is needed.</summary>
    public required string Reason { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public override string ToString() => $"{View} {Name} {Type} {Value ?? "?"}";
}

/// <summary>A public zone and how it is served inside.</summary>
public sealed class PlannedZone
{
    /// <summary>The zone.</summary>
    public required Fqdn Name { get; init; }

    /// <summary>The model.</summary>
    public required DnsModel Model { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Model}";
}
