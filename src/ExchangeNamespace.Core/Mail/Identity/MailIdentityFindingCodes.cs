namespace ExchangeNamespace.Mail.Identity;

/// <summary>The permanent codes of findings about the mail identity as it is seen. A code is never reused.</summary>
public static class MailIdentityFindingCodes
{
    /// <summary>A domain has no mail exchanger.</summary>
    public const string NoExchanger = "EXN260";

    /// <summary>A mail exchanger is an address.</summary>
    public const string ExchangerIsAddress = "EXN261";

    /// <summary>A mail exchanger is an alias.</summary>
    public const string ExchangerIsAlias = "EXN262";

    /// <summary>A mail exchanger has no address.</summary>
    public const string ExchangerWithoutAddress = "EXN263";

    /// <summary>A domain accepts no mail.</summary>
    public const string NullExchanger = "EXN264";

    /// <summary>The exchangers are not those of the plan.</summary>
    public const string ExchangersNotPlanned = "EXN265";

    /// <summary>A mail exchanger is no host name.</summary>
    public const string ExchangerNameInvalid = "EXN266";

    /// <summary>The addresses of an exchanger are not those of the plan.</summary>
    public const string AddressesNotPlanned = "EXN267";

    /// <summary>An exchanger has an address that the Internet does not reach.</summary>
    public const string ExchangerPrivate = "EXN268";

    /// <summary>DNS did not tell.</summary>
    public const string DnsNotTold = "EXN269";

    /// <summary>A sending address has no name.</summary>
    public const string PointerMissing = "EXN270";

    /// <summary>The name of a sending address does not lead back.</summary>
    public const string PointerNotConfirmed = "EXN271";

    /// <summary>The name of a sending address is not the one that the server goes by.</summary>
    public const string PointerDiffers = "EXN272";

    /// <summary>A sending address has several names.</summary>
    public const string SeveralPointers = "EXN273";

    /// <summary>The sending addresses are those of the exchangers.</summary>
    public const string SendersAssumed = "EXN274";

    /// <summary>More exchangers than are looked at.</summary>
    public const string ManyExchangers = "EXN275";

    /// <summary>Nothing listens on the port.</summary>
    public const string ConnectionRefused = "EXN280";

    /// <summary>No connection in time.</summary>
    public const string ConnectionTimeout = "EXN281";

    /// <summary>The server connected and then said nothing, or not enough, in time.</summary>
    public const string Tarpit = "EXN282";

    /// <summary>There is no way to the server.</summary>
    public const string Unreachable = "EXN283";

    /// <summary>The server closed the connection.</summary>
    public const string ConnectionClosed = "EXN284";

    /// <summary>The server asks to come back later.</summary>
    public const string TemporaryRejection = "EXN285";

    /// <summary>The server refuses the client.</summary>
    public const string PermanentRejection = "EXN286";

    /// <summary>The server speaks no SMTP.</summary>
    public const string NotSmtp = "EXN287";

    /// <summary>The server sends without end.</summary>
    public const string TooMuch = "EXN288";

    /// <summary>The banner has another name.</summary>
    public const string BannerDiffers = "EXN289";

    /// <summary>The banner has no host name.</summary>
    public const string BannerWithoutHost = "EXN290";

    /// <summary>The answer to EHLO has another name than the banner.</summary>
    public const string HelloDiffers = "EXN291";

    /// <summary>STARTTLS is not offered.</summary>
    public const string StartTlsMissing = "EXN292";

    /// <summary>STARTTLS is offered and fails.</summary>
    public const string StartTlsFailed = "EXN293";

    /// <summary>The certificate does not carry the name of the exchanger.</summary>
    public const string CertificateNameDiffers = "EXN295";

    /// <summary>The certificate has expired.</summary>
    public const string CertificateExpired = "EXN296";

    /// <summary>The certificate is not valid yet.</summary>
    public const string CertificateNotYetValid = "EXN297";

    /// <summary>The certificate is self-signed.</summary>
    public const string CertificateSelfSigned = "EXN298";

    /// <summary>The version of TLS is an old one.</summary>
    public const string TlsOld = "EXN299";

    /// <summary>The certificate cannot be read.</summary>
    public const string CertificateUnreadable = "EXN300";

    /// <summary>This computer and the server agree on no handshake.</summary>
    public const string HandshakeNotAgreed = "EXN199";

    /// <summary>The SPF record does not let a sending address pass.</summary>
    public const string SenderNotAllowed = "EXN302";

    /// <summary>The SPF record of the name in EHLO does not let a sending address pass.</summary>
    public const string HelloNotAllowed = "EXN303";

    /// <summary>There is no DMARC record.</summary>
    public const string DmarcMissing = "EXN304";

    /// <summary>The DMARC record cannot be used.</summary>
    public const string DmarcInvalid = "EXN305";

    /// <summary>There is no MTA-STS record.</summary>
    public const string MtaStsMissing = "EXN306";

    /// <summary>The MTA-STS record cannot be used.</summary>
    public const string MtaStsInvalid = "EXN307";

    /// <summary>There is no TLS-RPT record.</summary>
    public const string TlsReportMissing = "EXN308";

    /// <summary>The TLS-RPT record cannot be used.</summary>
    public const string TlsReportInvalid = "EXN309";

    /// <summary>One TLSA record stands for the present key, so a renewal needs time.</summary>
    public const string TlsaRollOver = "EXN276";

    /// <summary>An exchanger shows a certificate that senders with an MTA-STS policy do not take.</summary>
    public const string CertificateUnderPolicy = "EXN277";

    /// <summary>Senders cannot fetch the MTA-STS policy.</summary>
    public const string PolicyNotFetched = "EXN340";

    /// <summary>The web server of the MTA-STS policy gave no answer.</summary>
    public const string PolicyUnreachable = "EXN341";

    /// <summary>The certificate of the web server of the MTA-STS policy.</summary>
    public const string PolicyCertificate = "EXN342";

    /// <summary>The file is no MTA-STS policy.</summary>
    public const string PolicyInvalid = "EXN343";

    /// <summary>The MTA-STS policy comes as another type than text.</summary>
    public const string PolicyMediaType = "EXN344";

    /// <summary>The MTA-STS policy does not name an exchanger.</summary>
    public const string ExchangerNotInPolicy = "EXN345";

    /// <summary>Senders keep the MTA-STS policy for a short time only.</summary>
    public const string PolicyAgeShort = "EXN346";

    /// <summary>What an exchanger shows fits none of its TLSA records.</summary>
    public const string TlsaNotMatched = "EXN347";

    /// <summary>A TLSA record that senders of mail do not use.</summary>
    public const string TlsaUnusable = "EXN348";

    /// <summary>It cannot be told whether senders use the TLSA records.</summary>
    public const string TlsaNotProven = "EXN349";
}
