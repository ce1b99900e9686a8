using System.Collections.Generic;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Comparison.Effects;

/// <summary>What a change between two plans is about.</summary>
public enum PlanChangeKind
{
    /// <summary>A server.</summary>
    Server,

    /// <summary>A setting of a service on servers.</summary>
    Setting,

    /// <summary>A setting of the whole organisation.</summary>
    Organization,

    /// <summary>A certificate: its issuer, its common name, where it is installed, or the whole certificate.</summary>
    Certificate,

    /// <summary>A subject alternative name of a certificate.</summary>
    CertificateName,

    /// <summary>How a public zone is served inside.</summary>
    Zone,

    /// <summary>A DNS record.</summary>
    DnsRecord,

    /// <summary>The mail host, or the name and addresses that mail is sent under.</summary>
    Mail,
}

/// <summary>How something stands in the new plan, compared with the reference.</summary>
public enum PlanChangeAction
{
    /// <summary>Only the new plan has it.</summary>
    Added,

    /// <summary>Only the reference has it.</summary>
    Removed,

    /// <summary>Both have it, with different values.</summary>
    Changed,
}

/// <summary>One difference between a plan and its reference: what changes, for which clients, and the lines for it.</summary>
public sealed class PlanChange
{
    internal PlanChange()
    {
    }

    /// <summary>What it is about.</summary>
    public required PlanChangeKind Kind { get; init; }

    /// <summary>Added, removed or changed.</summary>
    public required PlanChangeAction Action { get; init; }

    /// <summary>The Active Directory sites, joined by commas; empty where it belongs to no site.</summary>
    public string Site { get; init => field = ShownText.Of(value); } = string.Empty;

    /// <summary>The servers; empty where it belongs to no server.</summary>
    public IReadOnlyList<string> Servers { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The service, the certificate, the DNS view, the zone, or what else it belongs to.</summary>
    public required string Subject { get; init => field = ShownText.Of(value); }

    /// <summary>The setting, the name, or the record.</summary>
    public required string Item { get; init => field = ShownText.Of(value); }

    /// <summary>The value of the reference; empty where it has none.</summary>
    public string Old { get; init => field = ShownText.Of(value); } = string.Empty;

    /// <summary>The value of the new plan; empty where it has none.</summary>
    public string New { get; init => field = ShownText.Of(value); } = string.Empty;

    /// <summary>Which clients notice it, and what they see.</summary>
    public required string Clients { get; init; }

    /// <summary>The Exchange Management Shell lines, one for each server; empty where it is done elsewhere.</summary>
    public IReadOnlyList<string> Lines { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The lines that take it back; empty where the reference does not know the old value.</summary>
    public IReadOnlyList<string> Undo { get; init => field = Indexable.Of(value); } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Action} {Subject} {Item}: {Old} -> {New}";
}
