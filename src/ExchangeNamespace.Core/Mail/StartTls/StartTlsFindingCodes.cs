namespace ExchangeNamespace.Mail.StartTls;

/// <summary>The permanent codes of findings about STARTTLS. A code is never reused.</summary>
public static class StartTlsFindingCodes
{
    /// <summary>No certificate serves, so STARTTLS is not offered (event 12014).</summary>
    public const string NotOffered = "EXN200";

    /// <summary>The chosen certificate has expired (event 12016).</summary>
    public const string Expired = "EXN201";

    /// <summary>The chosen certificate is not enabled for SMTP.</summary>
    public const string NotEnabledForSmtp = "EXN202";

    /// <summary>Several certificates have the issuer and subject of the connector.</summary>
    public const string SameIssuerAndSubject = "EXN203";

    /// <summary>What was not stated leaves it open.</summary>
    public const string Undecided = "EXN204";

    /// <summary>The chain of the certificate does not hold, and from 2016 the verb may go.</summary>
    public const string ChainNotTrusted = "EXN205";

    /// <summary>A version has no TlsCertificateName.</summary>
    public const string TlsCertificateNameNotInVersion = "EXN206";

    /// <summary>Only a wildcard fits in 2007.</summary>
    public const string WildcardIn2007 = "EXN207";

    /// <summary>A connector with ExchangeServer may carry names of the server only.</summary>
    public const string FqdnNotOfServer = "EXN208";

    /// <summary>A newer certificate with the name is not enabled for SMTP.</summary>
    public const string NewerWithoutSmtp = "EXN209";

    /// <summary>X-ANONYMOUSTLS is not offered (events 12012 and 12013).</summary>
    public const string AnonymousTlsNotOffered = "EXN210";

    /// <summary>The internal transport certificate has expired (event 12015).</summary>
    public const string AnonymousTlsExpired = "EXN211";

    /// <summary>The version was not stated.</summary>
    public const string VersionNotStated = "EXN212";

    /// <summary>The connector is off.</summary>
    public const string ConnectorDisabled = "EXN213";

    /// <summary>Other servers meet a self-signed certificate on a public name.</summary>
    public const string SelfSignedForPublicName = "EXN214";
}
