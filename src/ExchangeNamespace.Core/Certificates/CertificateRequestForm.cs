namespace ExchangeNamespace.Certificates;

/// <summary>In which language a certificate request is written.</summary>
public enum CertificateRequestForm
{
    /// <summary>Lines for the Exchange Management Shell of the server's version.</summary>
    Exchange,

    /// <summary>A policy file for <c>certreq -new</c>.</summary>
    CertReqInf,

    /// <summary>A configuration file for <c>openssl req -new</c>.</summary>
    OpenSsl,

    /// <summary>An order with Posh-ACME.</summary>
    PoshAcme,

    /// <summary>An order with win-acme or simple-acme.</summary>
    WinAcme,

    /// <summary>An order with lego.</summary>
    Lego,

    /// <summary>An order with certbot.</summary>
    Certbot,
}
