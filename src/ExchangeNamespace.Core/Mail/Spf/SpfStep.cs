namespace ExchangeNamespace.Mail.Spf;

/// <summary>What became of one term.</summary>
public enum SpfStepOutcome
{
    /// <summary>It is about other senders.</summary>
    NoMatch,

    /// <summary>It is about this sender, and ends the record it stands in.</summary>
    Match,

    /// <summary>It hands over to another record, whose result counts.</summary>
    Redirected,

    /// <summary>DNS did not answer.</summary>
    TempError,

    /// <summary>It cannot be used.</summary>
    PermError,
}

/// <summary>One step of a check: a term, what it cost and why it matched or not.</summary>
public sealed class SpfStep
{
    /// <summary>0 for the record of the sender's domain, 1 for one that it includes, and so on.</summary>
    public required int Depth { get; init; }

    /// <summary>The domain whose record the term stands in.</summary>
    public required string Domain { get; init; }

    /// <summary>The term as written; what is not printable ASCII stands as its code point.</summary>
    public required string Term { get; init; }

    /// <summary>Whether it counts against the ten look-ups: 1 or 0.</summary>
    public required int Lookups { get; init; }

    /// <summary>How many look-ups were counted when it was reached, itself included.</summary>
    public required int TotalLookups { get; init; }

    /// <summary>What became of it.</summary>
    public required SpfStepOutcome Outcome { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{new string(' ', 2 * Depth)}{Domain}: {Term}: {Outcome} ({Reason})";
}
