namespace ExchangeNamespace.Certificates.Checking;

/// <summary>The permanent codes of findings about a certificate that is checked against a plan or a list of hosts.</summary>
public static class CertificateCheckFindingCodes
{
    /// <summary>The certificate does not cover a host.</summary>
    public const string HostNotCovered = "EXN150";

    /// <summary>Only the common name covers a host.</summary>
    public const string HostByCommonNameOnly = "EXN151";

    /// <summary>A name of the certificate is one letter away from a host that is not covered.</summary>
    public const string TypingError = "EXN152";

    /// <summary>The certificate has names that the plan does not need.</summary>
    public const string NameNotNeeded = "EXN153";

    /// <summary>The lifetime is over.</summary>
    public const string Expired = "EXN154";

    /// <summary>The lifetime has not begun.</summary>
    public const string NotYetValid = "EXN155";

    /// <summary>Little of the lifetime is left.</summary>
    public const string RenewNow = "EXN156";

    /// <summary>The last part of the lifetime has begun.</summary>
    public const string RenewSoon = "EXN157";

    /// <summary>The key is too short.</summary>
    public const string KeyWeak = "EXN158";

    /// <summary>The signature is broken or old.</summary>
    public const string SignatureWeak = "EXN159";

    /// <summary>The key is of a kind that not every version of Exchange can use.</summary>
    public const string KeyKind = "EXN160";

    /// <summary>No authority stands behind the certificate.</summary>
    public const string SelfSigned = "EXN161";

    /// <summary>The lifetime is longer than public authorities may give.</summary>
    public const string LifetimeTooLong = "EXN163";

    /// <summary>The certificate has a name that no public authority issues.</summary>
    public const string InternalName = "EXN164";

    /// <summary>The certificate has a name that no client accepts.</summary>
    public const string NameUseless = "EXN165";

    /// <summary>The common name is not among the alternative names.</summary>
    public const string CommonNameNotAlternative = "EXN166";

    /// <summary>The certificate has no alternative names at all.</summary>
    public const string NoAlternativeNames = "EXN167";

    /// <summary>POP and IMAP must be told their host beside a wildcard.</summary>
    public const string WildcardForPopImap = "EXN168";

    /// <summary>Unified Messaging takes no wildcard as the subject.</summary>
    public const string WildcardForUnifiedMessaging = "EXN169";

    /// <summary>Outlook expects another subject.</summary>
    public const string PrincipalNameDiffers = "EXN170";

    /// <summary>The certificates of the chain are out of order.</summary>
    public const string ChainOrder = "EXN171";

    /// <summary>The certificate of an authority is missing.</summary>
    public const string ChainIncomplete = "EXN172";

    /// <summary>A certificate of an authority is not valid on the day.</summary>
    public const string ChainNotValid = "EXN173";

    /// <summary>A certificate belongs to no chain of the server.</summary>
    public const string ChainStray = "EXN175";

    /// <summary>Servers may not use the certificate.</summary>
    public const string NotForServers = "EXN176";

    /// <summary>The certificate is that of an authority.</summary>
    public const string IsAuthority = "EXN177";

    /// <summary>The certificate is older than X.509 version 3.</summary>
    public const string VersionOld = "EXN178";

    /// <summary>The private key is not there.</summary>
    public const string PrivateKeyMissing = "EXN179";

    /// <summary>Another certificate has the same issuer and subject.</summary>
    public const string SameIssuerAndSubject = "EXN180";

    /// <summary>An endpoint gave no answer from which anything follows.</summary>
    public const string Inconclusive = "EXN181";

    /// <summary>An endpoint speaks another protocol.</summary>
    public const string OtherProtocol = "EXN182";

    /// <summary>An endpoint refuses the handshake.</summary>
    public const string HandshakeRefused = "EXN183";

    /// <summary>An endpoint speaks an old version of TLS.</summary>
    public const string OldTls = "EXN184";

    /// <summary>A mail server does not offer STARTTLS.</summary>
    public const string StartTlsNotOffered = "EXN185";

    /// <summary>A handshake ended after the certificate.</summary>
    public const string HandshakeIncomplete = "EXN186";

    /// <summary>An authority of the chain may not issue for a name of the certificate.</summary>
    public const string NameConstrained = "EXN190";

    /// <summary>A name constraint of an authority is not judged.</summary>
    public const string ConstraintNotJudged = "EXN191";

    /// <summary>The certificate has an address that no public authority issues.</summary>
    public const string ReservedAddress = "EXN192";

    /// <summary>The common name differs from the alternative name in case.</summary>
    public const string CommonNameCase = "EXN193";

    /// <summary>Exchange uses the certificate for something that clients do not see.</summary>
    public const string OtherPurpose = "EXN194";

    /// <summary>No service of Exchange uses the certificate.</summary>
    public const string NotInUse = "EXN195";

    /// <summary>An endpoint shows an older certificate than others of the same planned certificate.</summary>
    public const string OlderThanOthers = "EXN196";

    /// <summary>An endpoint shows another certificate than others of the same planned certificate, and no older one.</summary>
    public const string DiffersFromOthers = "EXN197";

    /// <summary>The usage of TLS clients on a certificate of SMTP, which public authorities leave out.</summary>
    public const string ClientUsage = "EXN198";
}
