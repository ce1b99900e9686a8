namespace ExchangeNamespace.Design;

/// <summary>How sure a member of an inferred design is.</summary>
public enum DesignCertainty
{
    /// <summary>Everything captured that could speak against it agrees.</summary>
    Certain,

    /// <summary>Most servers have it; a finding names the others.</summary>
    Majority,

    /// <summary>Nothing captured states it: it follows from names, or as many servers speak for it as for another value.</summary>
    Guess,
}
