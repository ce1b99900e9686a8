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

    /// <summary>An order waits for a person who makes the challenge records.</summary>
    public const string ChallengeByHand = "EXN067";

    /// <summary>Names without a record outside need their challenge records there.</summary>
    public const string ChallengeOutside = "EXN068";

    /// <summary>The client looks for the challenge records where they are not.</summary>
    public const string ChallengeCheckedInside = "EXN069";

    /// <summary>Autodiscover names were replaced by service records.</summary>
    public const string ReplacedBySrv = "EXN070";

    /// <summary>Autodiscover names were replaced by an HTTP redirect.</summary>
    public const string ReplacedByRedirect = "EXN071";

    /// <summary>Names were replaced by a wildcard.</summary>
    public const string ReplacedByWildcard = "EXN072";

    /// <summary>Server names were replaced by internal URLs with other names.</summary>
    public const string ReplacedByInternalUrl = "EXN073";

    /// <summary>The mail host was replaced by the external host.</summary>
    public const string ReplacedByExternalHost = "EXN074";

    /// <summary>All transport servers have the same subject.</summary>
    public const string HybridCommonName = "EXN075";

    /// <summary>Hybrid mail needs a public certificate on transport servers.</summary>
    public const string HybridNeedsPublic = "EXN076";

    /// <summary>A certificate in use carries names that the request lacks.</summary>
    public const string NamesInUse = "EXN077";

    /// <summary>A service record takes the place of an autodiscover name that hybrid Exchange needs.</summary>
    public const string HybridWithServiceRecord = "EXN090";
}
