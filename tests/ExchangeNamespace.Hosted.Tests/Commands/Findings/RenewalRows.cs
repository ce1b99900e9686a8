namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Export-CertificateRenewalScript.</summary>
internal static class RenewalRows
{
    public static FindingTable Table { get; } = new(
        """
        function Renew($Old = @{}, $Also = @()) {
            Quiet-Plan EX01 | Export-CertificateRenewalScript -OldThumbprint ("1" * 40) -State (Stored $Old $Also)
        }
        """,
        """
        EXN223 Quiet-Plan EX01 @{ ExchangeVersion = '2010' } | Export-CertificateRenewalScript -ReceiveConnector 'EX01\Client'
        EXN225 Quiet-Plan EX01 | Export-CertificateRenewalScript
        EXN226 Quiet-Plan EX01 | Export-CertificateRenewalScript
        EXN227 Quiet-Plan EX01, EX02 | Export-CertificateRenewalScript
        EXN228 Quiet-Plan EX01 @{ ReverseProxy = 'SeparateCertificate' } | Export-CertificateRenewalScript
        EXN229 Quiet-Plan EX01 @{ CertificateAuthority = 'SelfSigned' } | Export-CertificateRenewalScript -SendConnector Out
        EXN230 Quiet-Plan EX01 | Export-CertificateRenewalScript -SendConnector Out -Service IIS
        EXN220 Renew @{ CertificateDomains = 'mail.contoso.com', 'old.contoso.com' }
        EXN221 Renew @{ CertificateDomains = 'mail.contoso.com', 'smtp.contoso.com' } @{ CapturedBy = 'Get-ReceiveConnector'; Name = 'In'
            Identity = 'EX01\In'; Server = 'EX01'; Fqdn = 'smtp.contoso.com'; AuthMechanism = 'Tls'; Enabled = $true
            TlsCertificateName = $null }
        EXN222 Quiet-Plan EX01 | Export-CertificateRenewalScript -State (Capture @{ CapturedBy = 'Get-SendConnector'; Name = 'Out'
            Identity = 'Out'; Fqdn = 'mail.contoso.com'; AddressSpaces = 'SMTP:*;1'
            TlsCertificateName = '<I>CN=CA<S>CN=mail.contoso.com' })
        EXN224 Renew @{ Services = 'IIS, SMTP, UM' }
        EXN232 Quiet-Plan EX01 | Export-CertificateRenewalScript -Deploy -Path "$([IO.Path]::GetTempPath())deploy.ps1" -WhatIf -Service IIS, Federation
        EXN231 Renew @{ NotAfter = [datetime]'2020-01-01' }
        """);
}
