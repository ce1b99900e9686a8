namespace ExchangeNamespace.Certificates;

/// <summary>The permanent codes of findings about certificate requests. A code is never reused.</summary>
public static class CertificateFindingCodes
{
    /// <summary>The subject has no country.</summary>
    public const string CountryMissing = "EXN060";

    /// <summary>A certificate of the proxy alone is not requested through Exchange.</summary>
    public const string RequestedOutsideExchange = "EXN061";

    /// <summary>POP and IMAP do not take a wildcard certificate.</summary>
    public const string WildcardForPopOrImap = "EXN062";

    /// <summary>A self-signed certificate has nothing to import.</summary>
    public const string SelfSignedIsComplete = "EXN063";

    /// <summary>A text beyond ASCII must be saved in the encoding that its reader expects.</summary>
    public const string TextNeedsEncoding = "EXN064";

    /// <summary>A certificate was left out, because none of its servers has the shell asked for.</summary>
    public const string LeftOutByVersion = "EXN065";

    /// <summary>The text forms make a request, not a self-signed certificate.</summary>
    public const string SelfSignedAsRequest = "EXN066";
}
