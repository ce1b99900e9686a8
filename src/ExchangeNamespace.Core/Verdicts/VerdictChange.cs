namespace ExchangeNamespace.Verdicts;

/// <summary>How a result stands to a baseline.</summary>
public enum VerdictChange
{
    /// <summary>There is no baseline, or it has the result as it is.</summary>
    None,

    /// <summary>The baseline does not have it.</summary>
    New,

    /// <summary>The baseline has it with a better outcome.</summary>
    Worse,

    /// <summary>The baseline has it, and it is found no longer.</summary>
    Gone,
}
