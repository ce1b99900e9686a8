namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Get-StartTlsCertificate.</summary>
internal static class StartTlsRows
{
    public static FindingTable Table { get; } = new(
        """
        $ca = @{ Issuer = 'CN=CA'; Subject = 'CN=mail.contoso.com' }
        $between = @{ AuthMechanism = 'Tls, ExchangeServer'; Fqdn = 'srv1.contoso.local' }
        function Predict($Connector = @{}, $Certificate = @{}, $Version = '2019', $Also = @(), $Server = 'srv1.contoso.local') {
            $one = @{ Name = 'Internet'; Fqdn = 'mail.contoso.com'; AuthMechanism = 'Tls' }
            $store = @{ Thumbprint = 'aa bb'; CertificateDomains = 'mail.contoso.com'; Services = 'IIS, SMTP'; NotBefore = '2026-01-01' }
            foreach ($key in $Connector.Keys) { $one[$key] = $Connector[$key] }
            foreach ($key in $Certificate.Keys) { $store[$key] = $Certificate[$key] }
            $stated = @{ Server = $Server; AsOf = '2026-06-01' }
            if ($Version) { $stated.ExchangeVersion = $Version }
            Get-StartTlsCertificate $one (@($store) + $Also) @stated
        }
        function Transport($Thumbprint) {
            @{ Name = 'SRV1'; Fqdn = 'srv1.contoso.local'; InternalTransportCertificateThumbprint = $Thumbprint }
        }
        """,
        """
        EXN200 Predict @{ Fqdn = 'smtp.contoso.com' }
        EXN201 Predict @{} @{ NotAfter = '2026-05-01' }
        EXN202 Predict @{} @{ Services = 'IIS' }
        EXN203 Predict @{ TlsCertificateName = '<I>CN=CA<S>CN=mail.contoso.com' } $ca 2019 ($ca + @{ Thumbprint = 'cc'; Services = 'SMTP' })
        EXN204 Predict @{} @{ Services = $null }
        EXN205 Predict @{} @{ Status = 'Untrusted' }
        EXN206 Predict @{ TlsCertificateName = '<I>CN=CA<S>CN=mail.contoso.com' } @{} 2010
        EXN207 Predict @{} @{ CertificateDomains = '*.contoso.com' } 2007SP3
        EXN208 Predict @{ AuthMechanism = 'Tls, ExchangeServer' }
        EXN209 Predict @{} @{} 2019 @{ Thumbprint = 'cc'; CertificateDomains = 'mail.contoso.com'; Services = 'IIS'
                NotBefore = '2026-05-01' }
        EXN210 Predict $between @{} 2019 @() (Transport $null)
        EXN210 Predict $between @{} 2019 @() (Transport 'ff')
        EXN211 Predict $between @{ NotAfter = '2026-05-01' } 2019 @() (Transport 'aabb')
        EXN212 Predict @{} @{} $null
        EXN213 Predict @{ Enabled = $false }
        EXN214 Predict @{} @{ IsSelfSigned = $true }
        """);
}
