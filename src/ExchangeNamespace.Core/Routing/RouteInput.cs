using System.Collections.Generic;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Routing;

/// <summary>What a user states about requests.</summary>
internal sealed record RouteInput
{
    /// <summary>All protocols where the list is empty.</summary>
    public IReadOnlyList<RouteProtocol> Protocols { get; init; } = [];

    public DnsView View { get; init; }

    public string? Server { get; init; }

    public string? Site { get; init; }

    public string? MailboxServer { get; init; }

    public string? MailboxSite { get; init; }

    public string? MailboxVersion { get; init; }
}
