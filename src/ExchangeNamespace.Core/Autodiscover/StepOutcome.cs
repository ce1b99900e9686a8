using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Autodiscover;

/// <summary>Who asks: everything about a walk but its facts.</summary>
internal sealed class AutodiscoverQuestion
{
    public required string EmailAddress { get; init; }

    public required Fqdn Domain { get; init; }

    public required AutodiscoverClient Client { get; init; }

    public bool DomainJoined { get; init; }

    public DnsView View { get; init; }

    public string? Site { get; init; }

    /// <summary>The site of the mailbox; null takes the client's own, else the first.</summary>
    public string? MailboxSite { get; init; }

    /// <summary>Whether the steps after a hit are asked as well.</summary>
    public bool AllSteps { get; init; }
}

/// <summary>What one way of looking came to.</summary>
internal sealed class StepOutcome
{
    public required string Target { get; init; }

    public required AutodiscoverVerdict Verdict { get; init; }

    public required string Detail { get; init; }

    public string? Endpoint { get; init; }

    public bool? CertificateCovers { get; init; }

    public IReadOnlyList<AutodiscoverHop> Hops { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Tells groups of service connection points apart: own site, no site, other site.</summary>
    public int Group { get; init; }

    public bool Leads => Verdict is AutodiscoverVerdict.Hit or AutodiscoverVerdict.Redirect;
}

/// <summary>Where the facts of a walk come from: a plan, a state, or the network.</summary>
internal interface IAutodiscoverFacts
{
    /// <summary>What a way of looking comes to. It gives at least one outcome; only cancellation throws.</summary>
    Task<IReadOnlyList<StepOutcome>> AskAsync(AutodiscoverMethod method, AutodiscoverQuestion question, CancellationToken cancel);
}
