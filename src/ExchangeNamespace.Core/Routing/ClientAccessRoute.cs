using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Routing;

/// <summary>What one server does with a request.</summary>
public sealed class RouteHop
{
    /// <summary>The place in the order, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>The server.</summary>
    public required string Server { get; init; }

    /// <summary>Its Active Directory site.</summary>
    public required string Site { get; init => field = ShownText.Of(value); }

    /// <summary>What it does.</summary>
    public required RouteAction Action { get; init; }

    /// <summary>How that looks, in a few words; for a failure why.</summary>
    public required string Manner { get; init => field = ShownText.Of(value); }

    /// <summary>Where the request goes next; null where it ends here.</summary>
    public string? Url { get; init; }

    /// <summary>The server that it goes to; null where it ends here.</summary>
    public string? Target { get; init; }

    /// <summary>The authentication that must be set at the target; null where nothing is known to be needed.</summary>
    public string? Authentication { get; init; }

    /// <summary>The name that the next connection checks on the certificate of the target; null where none is checked.</summary>
    public string? CertificateName { get; init; }

    /// <summary>Whether the certificate of the target covers it; null where that cannot be told.</summary>
    public bool? CertificateCovers { get; init; }

    /// <summary>The row of the decision table, for example <c>2010-EAS-redirect</c>.</summary>
    public required string RuleId { get; init; }

    /// <summary>The rule, for example <c>S31</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>How sure the row is.</summary>
    public required RouteCertainty Certainty { get; init; }

    /// <summary>Where the row comes from.</summary>
    public required string Source { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Target is null ? $"{Server} {Action}" : $"{Server} {Action} {Url}";
}

/// <summary>What happens to a request of a client for a mailbox.</summary>
public sealed class ClientAccessRoute
{
    /// <summary>What the client speaks.</summary>
    public required RouteProtocol Protocol { get; init; }

    /// <summary>Where the client is.</summary>
    public required DnsView View { get; init; }

    /// <summary>The server that it reaches.</summary>
    public required string Server { get; init; }

    /// <summary>The site of that server.</summary>
    public required string Site { get; init => field = ShownText.Of(value); }

    /// <summary>The product of that server.</summary>
    public required ExchangeProduct ServerProduct { get; init; }

    /// <summary>The URL by which it reaches the server; null where this view has none.</summary>
    public string? EntryUrl { get; init; }

    /// <summary>Whether the certificate covers that URL's host; null where that cannot be told.</summary>
    public bool? EntryCertificateCovers { get; init; }

    /// <summary>The site of the mailbox.</summary>
    public required string MailboxSite { get; init => field = ShownText.Of(value); }

    /// <summary>The product of the mailbox.</summary>
    public required ExchangeProduct MailboxProduct { get; init; }

    /// <summary>How it ends: <see cref="RouteAction.Local"/> where a server serves it.</summary>
    public RouteAction Outcome => Hops[Hops.Count - 1].Action;

    /// <summary>What each server does, in order.</summary>
    public required IReadOnlyList<RouteHop> Hops { get; init => field = Indexable.Of(value); }

    /// <summary>The actions in order, for example <c>Proxy, Local</c>.</summary>
    public string Path => string.Join(", ", Hops.Select(h => h.Action));

    /// <summary>The rows of the decision table in order, for example <c>2010-web-proxy, 2010-local</c>.</summary>
    public string Rules => string.Join(", ", Hops.Select(h => h.RuleId));

    /// <summary>How sure the least sure hop is.</summary>
    public RouteCertainty Certainty => Hops.Max(h => h.Certainty);

    /// <summary>What it has to say.</summary>
    public required IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); }

    /// <inheritdoc/>
    public override string ToString() => $"{Protocol} {Server}: {Path}";
}
