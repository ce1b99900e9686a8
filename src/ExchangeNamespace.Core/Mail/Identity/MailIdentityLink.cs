using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>The verdict about one link of the chain between a domain and its mail. Text of others stands in visible form.</summary>
public sealed class MailIdentityLink : ICheckResult
{
    /// <summary>The domain, exchanger or address that the link is about.</summary>
    public required string Subject { get; init; }

    /// <inheritdoc/>
    public CheckOutcome Outcome => Summary.Outcome;

    /// <inheritdoc/>
    public string Message => Summary.Message;

    /// <inheritdoc/>
    public string Remedy => Summary.Remedy;

    /// <inheritdoc/>
    public string Rule => Summary.Rule;

    /// <summary>The mail domain.</summary>
    public required Fqdn Domain { get; init; }

    /// <summary>The link.</summary>
    public required MailLink Link { get; init; }

    /// <summary>The verdict.</summary>
    public required MailLinkStatus Status { get; init; }

    /// <summary>What was wanted; null where anything is right.</summary>
    public string? Expected { get; init; }

    /// <summary>What was found; null for nothing.</summary>
    public string? Found { get; init; }

    /// <summary>The findings about it.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); } = [];

    private CheckSummary Summary => field ??= MailLinkSummary.Of(Link, Status, Findings);

    /// <inheritdoc/>
    public override string ToString() => $"{Link} {Subject} {Status}";
}
