using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>Which name of a sender was judged (RFC 7208 2.3, 2.4).</summary>
public enum SpfIdentity
{
    /// <summary>The domain of the sender of the envelope.</summary>
    MailFrom,

    /// <summary>The name given with HELO, where the envelope has no sender.</summary>
    Helo,
}

/// <summary>What a receiver learns about one sender, and how. Text that came from DNS or from the sender stands in visible form.</summary>
public sealed class SpfSenderResult : ICheckResult
{
    /// <summary>The address, and the domain that it sends for.</summary>
    public string Subject => $"{IPAddress} for {Domain}";

    /// <inheritdoc/>
    public CheckOutcome Outcome => Summary.Outcome;

    /// <inheritdoc/>
    public string Message => Summary.Message;

    /// <inheritdoc/>
    public string Remedy => Summary.Remedy;

    /// <inheritdoc/>
    public string Rule => Summary.Rule;

    /// <summary>The address that the mail comes from.</summary>
    public required string IPAddress { get; init; }

    /// <summary>The sender of the envelope, with the local part that stands for a missing one.</summary>
    public required string MailFrom { get; init; }

    /// <summary>The name given with HELO.</summary>
    public required string HelloName { get; init; }

    /// <summary>Which name was judged.</summary>
    public required SpfIdentity Identity { get; init; }

    /// <summary>The domain that was judged.</summary>
    public required string Domain { get; init; }

    /// <summary>What the receiver learns.</summary>
    public required SpfResult Result { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The term that decided; null where none did.</summary>
    public required string? Term { get; init; }

    /// <summary>What the domain has to say to a sender that fails; null where it says nothing.</summary>
    public required string? Explanation { get; init; }

    /// <summary>The record that the result comes from; null without one.</summary>
    public required string? Record { get; init; }

    /// <summary>The look-ups of this check; ten are allowed.</summary>
    public required int Lookups { get; init; }

    /// <summary>The terms of this check that found nothing; two are allowed.</summary>
    public required int VoidLookups { get; init; }

    /// <summary>What the record of the domain costs as a whole; null where there is no record to count.</summary>
    public required SpfCost? Cost { get; init; }

    /// <summary>The terms in the order in which they were read.</summary>
    public required IReadOnlyList<SpfStep> Trace { get; init => field = Indexable.Of(value); }

    /// <summary>The findings about the record.</summary>
    public required IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); }

    private CheckSummary Summary => field ??= CheckSummary.Of(Findings, SpfSummary.Of(Result, Reason));

    /// <inheritdoc/>
    public override string ToString() => $"{IPAddress} {MailFrom} {Result}";
}
