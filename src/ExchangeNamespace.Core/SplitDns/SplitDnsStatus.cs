namespace ExchangeNamespace.SplitDns;

/// <summary>What was found about one name.</summary>
public enum SplitDnsStatus
{
    /// <summary>Both views answer as the plan says, each with addresses of its own.</summary>
    SplitAsPlanned,

    /// <summary>Both views answer, each with addresses of its own.</summary>
    Split,

    /// <summary>Both views answer the same addresses.</summary>
    SameAnswer,

    /// <summary>Only the inside has addresses.</summary>
    InternalOnly,

    /// <summary>Only the outside has addresses.</summary>
    ExternalOnly,

    /// <summary>A view answers something else than the plan says.</summary>
    WrongAddress,

    /// <summary>Neither view has addresses.</summary>
    Unresolved,

    /// <summary>A view could not tell: no answer, a refusal, or one that cannot be used. Nothing is said against the name.</summary>
    Inconclusive,
}
