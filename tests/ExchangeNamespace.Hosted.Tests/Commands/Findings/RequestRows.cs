namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of New-SanCertificateRequest.</summary>
internal static class RequestRows
{
    public static FindingTable Table { get; } = new(
        string.Empty,
        """
        EXN060 Quiet-Plan EX01 | New-SanCertificateRequest
        EXN061 Quiet-Plan EX01 @{ ReverseProxy = 'SeparateCertificate' } | New-SanCertificateRequest
        EXN062 Quiet-Plan EX01 @{ CertificateName = '*.contoso.com' } | New-SanCertificateRequest -Complete -Service IMAP
        EXN063 Quiet-Plan EX01 @{ CertificateAuthority = 'SelfSigned' } | New-SanCertificateRequest -Complete
        EXN064 Quiet-Plan EX01 | New-SanCertificateRequest -As OpenSsl -Organization ([string][char]0xFC)
        EXN065 Quiet-Plan EX01 | New-SanCertificateRequest -ExchangeVersion 2010
        EXN066 Quiet-Plan EX01 @{ CertificateAuthority = 'SelfSigned' } | New-SanCertificateRequest -As OpenSsl
        EXN067 Quiet-Plan EX01 @{ CertificateAuthority = 'Public' } | New-SanCertificateRequest -As PoshAcme
        EXN068 Quiet-Plan EX01 @{ CertificateAuthority = 'Public'; InternalHost = 'inside.contoso.com' } | New-SanCertificateRequest -As Certbot
        EXN069 Quiet-Plan EX01 @{ CertificateAuthority = 'Public' } | New-SanCertificateRequest -As Lego
        EXN075 Quiet-Plan $twoSites @{ CertificatePerSite = $true; Site = @{ Name = 'A' }, $siteB } | New-SanCertificateRequest -Hybrid
        EXN076 Quiet-Plan EX01 | New-SanCertificateRequest -Hybrid
        EXN090 Quiet-Plan EX01 $srv | New-SanCertificateRequest -Hybrid
        EXN070 Quiet-Plan EX01 @{ SmtpDomain = 'contoso.com', 'b.com', 'c.com' } | New-SanCertificateRequest -MaximumNames 2 -ReduceBy Srv
        EXN071 Quiet-Plan EX01 @{ SmtpDomain = 'contoso.com', 'b.com', 'c.com' } |
            New-SanCertificateRequest -MaximumNames 2 -ReduceBy HttpRedirect
        EXN072 Quiet-Plan EX01 @{ ServiceHost = @{ OWA = 'owa.contoso.com' } } |
            New-SanCertificateRequest -MaximumNames 2 -ReduceBy Wildcard
        EXN073 Quiet-Plan EX01 @{ ServerNameOnCertificate = 'Both' } | New-SanCertificateRequest -MaximumNames 2 -ReduceBy InternalUrl
        EXN074 Quiet-Plan EX01 $mail | New-SanCertificateRequest -MaximumNames 2 -ReduceBy MailHost
        EXN077 Quiet-Plan EX01 | New-SanCertificateRequest -State (Stored @{ CertificateDomains = 'mail.contoso.com', 'old.contoso.com' })
        """);
}
