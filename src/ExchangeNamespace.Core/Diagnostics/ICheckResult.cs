namespace ExchangeNamespace.Diagnostics;

/// <summary>What a check came to, the same for every check.</summary>
public enum CheckOutcome
{
    /// <summary>As it should be.</summary>
    Passed,

    /// <summary>Works, with something to know or to do.</summary>
    Warning,

    /// <summary>Not as it should be.</summary>
    Failed,

    /// <summary>Could not be told: no answer, or not captured. Nothing is said for or against the subject.</summary>
    Unknown,
}

/// <summary>The result of one check. Each type of result has these properties first, in this order, and then its own.</summary>
public interface ICheckResult
{
    /// <summary>What was checked.</summary>
    string Subject { get; }

    /// <summary>What the check came to.</summary>
    CheckOutcome Outcome { get; }

    /// <summary>Why, in one sentence: the worst finding, or what is as it should be.</summary>
    string Message { get; }

    /// <summary>What to do; empty where the check passed.</summary>
    string Remedy { get; }

    /// <summary>The rule behind the message, for example <c>S16</c>; empty where the check passed.</summary>
    string Rule { get; }
}
