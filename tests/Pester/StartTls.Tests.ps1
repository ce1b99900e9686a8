Describe 'Get-StartTlsCertificate' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $store = @{ Thumbprint = 'A'; CertificateDomains = 'mail.contoso.com'; Services = 'IIS, SMTP'; Subject = 'CN=mail.contoso.com'; Issuer = 'CN=CA' }
        $given = @{ Certificate = $store; Server = 'srv1.contoso.local'; AsOf = '2026-06-01'; WarningAction = 'SilentlyContinue' }
    }

    It 'names the certificate of a connector' {
        $found = @{ Name = 'Internet'; Fqdn = 'mail.contoso.com'; AuthMechanism = 'Tls' } | Get-StartTlsCertificate @given -ExchangeVersion 2019
        $found.StartTls | Should -Be 'Offered'
        $found.Certificate.Thumbprint | Should -Be 'A'
        $found.Findings | Should -BeNullOrEmpty
    }

    It 'says which event tells that nothing is offered' {
        $found = [pscustomobject]@{ Name = 'Internet'; Fqdn = 'smtp.contoso.com'; AuthMechanism = 'Tls' } | Get-StartTlsCertificate @given -ExchangeVersion 2007
        $found.EventId | Should -Be 12014
        $found.Remedy | Should -BeLike 'Get a certificate that carries smtp.contoso.com*'
    }

    It 'reads rows of a table' {
        $rows = "Name,Fqdn,AuthMechanism`nInternet,,`"Tls, BasicAuth`"" | ConvertFrom-Csv
        ($rows | Get-StartTlsCertificate @given -ExchangeVersion 2019).Key | Should -Be 'ServerFqdn'
    }

    It 'knows the certificate between servers from a captured transport service' {
        $objects = @(
            [pscustomobject]@{ CapturedBy = 'Get-ExchangeServer'; Name = 'EX01'; Fqdn = 'EX01.contoso.local'; AdminDisplayVersion = 'Version 15.2 (Build 1748.10)' }
            [pscustomobject]@{ CapturedBy = 'Get-TransportService'; Name = 'EX01'; InternalTransportCertificateThumbprint = 'AA11' }
            [pscustomobject]@{ CapturedBy = 'Get-ReceiveConnector'; Name = 'Default EX01'; Identity = 'EX01\Default EX01'; Server = 'EX01'; Fqdn = 'EX01.contoso.local'; AuthMechanism = 'Tls, ExchangeServer' }
            [pscustomobject]@{ CapturedBy = 'Get-ExchangeCertificate'; CapturedFrom = 'EX01'; Thumbprint = 'AA11'; CertificateDomains = @('EX01.contoso.local'); Services = 'SMTP'; Subject = 'CN=EX01'; Issuer = 'CN=EX01'; HasPrivateKey = $true; NotAfter = [datetime]'2030-01-01' }
        )
        $with = $objects | Import-ExchangeState | Get-StartTlsCertificate -AsOf 2026-06-01 -WarningAction SilentlyContinue
        $with.AnonymousTls.Certificate.Thumbprint | Should -Be 'AA11'
        $without = $objects[0, 2, 3] | Import-ExchangeState | Get-StartTlsCertificate -AsOf 2026-06-01 -WarningAction SilentlyContinue
        $without.AnonymousTls.Certificate | Should -BeNullOrEmpty
    }

    It 'takes captured settings' {
        $found = Import-ExchangeState (Join-Path $PSScriptRoot '../../docs/examples/capture') | Get-StartTlsCertificate -WarningAction SilentlyContinue
        @($found).Count | Should -Be 2
    }
}
