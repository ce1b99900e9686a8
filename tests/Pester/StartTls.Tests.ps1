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

    It 'takes captured settings' {
        $found = Import-ExchangeState (Join-Path $PSScriptRoot '../../docs/examples/capture') | Get-StartTlsCertificate -WarningAction SilentlyContinue
        @($found).Count | Should -Be 2
    }
}
