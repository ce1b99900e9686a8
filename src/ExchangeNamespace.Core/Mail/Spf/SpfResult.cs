namespace ExchangeNamespace.Mail.Spf;

/// <summary>What a receiver learns about a sender (RFC 7208 2.6).</summary>
public enum SpfResult
{
    /// <summary>There is no record, or no domain to ask for.</summary>
    None,

    /// <summary>The record says nothing about the sender.</summary>
    Neutral,

    /// <summary>The sender may use the domain.</summary>
    Pass,

    /// <summary>The sender may not use the domain.</summary>
    Fail,

    /// <summary>The sender may probably not use the domain.</summary>
    SoftFail,

    /// <summary>DNS did not answer: nothing can be told now.</summary>
    TempError,

    /// <summary>The record cannot be used until it is corrected.</summary>
    PermError,
}

/// <summary>What a match of a term says about the sender (RFC 7208 4.6.2).</summary>
public enum SpfQualifier
{
    /// <summary><c>+</c>, and what stands where nothing is written.</summary>
    Pass,

    /// <summary><c>-</c></summary>
    Fail,

    /// <summary><c>~</c></summary>
    SoftFail,

    /// <summary><c>?</c></summary>
    Neutral,
}
