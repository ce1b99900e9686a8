using System;
using System.Collections.Generic;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Dns;

/// <summary>What was said about a DNS script, as it was said.</summary>
public sealed record DnsScriptInput
{
    /// <summary>The view whose records are wanted.</summary>
    public required DnsView View { get; init; }

    /// <summary>The language.</summary>
    public required DnsScriptFormat Format { get; init; }

    /// <summary>Hosts with an address or a list of addresses each; null for none.</summary>
    public IReadOnlyDictionary<string, object?>? Addresses { get; init; }

    /// <summary>The addresses that mail is sent from; null for those of the mail host.</summary>
    public IReadOnlyList<string?>? SendingAddresses { get; init; }

    /// <summary>The reverse zones, as names or prefixes; null for the usual ones.</summary>
    public IReadOnlyList<string?>? ReverseZones { get; init; }

    /// <summary>A text for all mail domains, or mail domains with a text each; null for none.</summary>
    public object? SpfRecord { get; init; }

    /// <summary>
    /// The SPF records that follow from the plan: written as comments where none is stated, because a second record beside one that exists
    /// would break both.
    /// </summary>
    public IReadOnlyDictionary<Fqdn, string> PlannedSpf { get; init; } = new Dictionary<Fqdn, string>();

    /// <summary>Whether the service record of Autodiscover is wanted.</summary>
    public bool IncludeSrv { get; init; }

    /// <summary>The records for inbound mail that are wanted; null for none.</summary>
    public MailRecordInput? Mail { get; init; }

    /// <summary>How long answers may be kept; null for the usual time.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>The step before or after the cut-over that is wanted in place of the records; null for the records.</summary>
    public DnsCutOverStep? CutOverStep { get; init; }

    /// <summary>The serial number of zone text; null for the plan's day and 01.</summary>
    public long? Serial { get; init; }

    /// <summary>The name servers of zone text; null for none.</summary>
    public IReadOnlyList<string?>? NameServers { get; init; }

    /// <summary>The mailbox of zone text; null for hostmaster of the mail domain.</summary>
    public string? HostMaster { get; init; }

    /// <summary>Where new zones are kept on Windows; null for the domain.</summary>
    public DnsZoneStorage? Storage { get; init; }
}

/// <summary>What a DNS script is made with, read once.</summary>
internal sealed class DnsScriptOptions
{
    public required DnsView View { get; init; }

    public required DnsScriptFormat Format { get; init; }

    public required IReadOnlyDictionary<Fqdn, IReadOnlyList<string>> Addresses { get; init; }

    public required IReadOnlyList<string>? SendingAddresses { get; init; }

    public required IReadOnlyList<string> ReverseZones { get; init; }

    public required IReadOnlyDictionary<Fqdn, string> SpfRecords { get; init; }

    public required IReadOnlyDictionary<Fqdn, string> PlannedSpf { get; init; }

    public required bool IncludeSrv { get; init; }

    /// <summary>The records for inbound mail; null for none.</summary>
    public MailRecordOptions? Mail { get; init; }

    public required TimeSpan? TimeToLive { get; init; }

    /// <summary>The step; null for the records. Its time to live is then known.</summary>
    public required DnsCutOverStep? CutOverStep { get; init; }

    public required uint Serial { get; init; }

    public required IReadOnlyList<Fqdn> NameServers { get; init; }

    /// <summary>Local part and domain.</summary>
    public required (string Local, Fqdn Domain) HostMaster { get; init; }

    public required DnsZoneStorage Storage { get; init; }
}
