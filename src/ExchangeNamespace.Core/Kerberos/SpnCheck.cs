using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Kerberos;

/// <summary>Where a service principal name is.</summary>
public enum SpnVerdict
{
    /// <summary>On the planned account.</summary>
    Equal,

    /// <summary>On no account.</summary>
    Missing,

    /// <summary>On another account.</summary>
    Elsewhere,

    /// <summary>On more than one account: domain controllers give no ticket for it.</summary>
    Duplicate,

    /// <summary>On the planned account, and the plan does not need it.</summary>
    Extra,

    /// <summary>It could not be told.</summary>
    Unknown,
}

/// <summary>One service principal name against the directory.</summary>
public sealed class SpnCheck : ICheckResult
{
    internal SpnCheck()
    {
    }

    /// <summary>The service principal name.</summary>
    public required string Subject { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public required CheckOutcome Outcome { get; init; }

    /// <inheritdoc/>
    public required string Message { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public required string Remedy { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public required string Rule { get; init; }

    /// <summary>Where it is.</summary>
    public required SpnVerdict Verdict { get; init; }

    /// <summary>The account that must have it; empty for a name that the plan does not need.</summary>
    public required string Account { get; init; }

    /// <summary>The distinguished names of the accounts that have it.</summary>
    public required IReadOnlyList<string> FoundOn { get; init => field = ShownText.Each(value); }

    /// <inheritdoc/>
    public override string ToString() => $"{Subject}: {Verdict}";
}
