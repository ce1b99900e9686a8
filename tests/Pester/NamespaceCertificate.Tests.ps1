Describe 'Test-NamespaceCertificate' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $example = Join-Path $PSScriptRoot '../../docs/examples/mail.contoso.com.pem'
        $quiet = @{ WarningAction = 'SilentlyContinue'; ErrorAction = 'SilentlyContinue' }
    }

    It 'judges a file against hosts' {
        $result = Test-NamespaceCertificate $example -HostName mail.contoso.com, autodiscover.contoso.com -AsOf 2026-06-01 @quiet
        $result.Outcome | Should -Be 'Failed'
        $result.Hosts.Coverage | Should -Be 'Covered', 'NotCovered'
        $result.Hosts[1].NearMiss | Should -BeExactly 'autodicover.contoso.com'
        $result.Expiry | Should -Be 'Valid'
        $result.Chain.Count | Should -Be 2
    }

    It 'takes a plan from the pipeline' {
        $plan = Get-NamespacePlan EX01 -ExternalHost mail.contoso.com -ADDomain contoso.com -ExchangeVersion 2019 @quiet
        ($plan | Test-NamespaceCertificate $example -AsOf 2026-06-01 @quiet).Findings.Code | Should -Contain 'EXN150'
    }

    It 'reads captured certificates' {
        $state = Import-ExchangeState (Join-Path $PSScriptRoot '../../docs/examples/capture')
        $results = @(Test-NamespaceCertificate -Certificate $state -HostName mail.contoso.com -AsOf 2026-06-01 @quiet)
        $results.Count | Should -Be 2
        $results[0].Certificate.Services | Should -Contain 'IIS'
    }

    It 'is inconclusive where no server answers' {
        # Port 9 of the loopback: no server answers there, so nothing leaves this machine.
        $result = Test-NamespaceCertificate -Endpoint 127.0.0.1:9 -HostName mail.contoso.com -Timeout 2 @quiet
        $result.Outcome | Should -Be 'Unknown'
        $result.Findings.Code | Should -Be 'EXN181'
    }

    It 'asks a mail server in the same way' {
        (Test-NamespaceCertificate -Endpoint 127.0.0.1:9 -StartTls -HostName mail.contoso.com -Timeout 2 @quiet).Outcome | Should -Be 'Unknown'
    }

    It 'asks every server and host of a plan, and sets the exit code of a plug-in' {
        $plan = @{ Name = 'EX01'; IPAddress = '127.0.0.1' } |
            Get-NamespacePlan -ExternalHost mail.contoso.com -ADDomain contoso.com -ExchangeVersion 2019 @quiet
        $asked = @{ HttpsPort = 9; DnsServer = '127.0.0.1:9'; Timeout = 2 }
        $results = @($plan | Test-NamespaceCertificate @asked @quiet)
        $results.Source | Should -Be '127.0.0.1:9 (EX01)', 'mail.contoso.com:9', 'autodiscover.contoso.com:9'
        $results.Outcome | Should -Be 'Unknown', 'Unknown', 'Unknown'
        $global:LASTEXITCODE = 0
        $plan | Test-NamespaceCertificate @asked -As Nagios | Should -BeLike 'EXCHANGE NAMESPACE UNKNOWN - 0 failed, 3 unknown*'
        $LASTEXITCODE | Should -Be 3
    }

    It 'says what the end of the client usage means for a certificate of SMTP' {
        $given = @{ HostName = 'mail.contoso.com'; AsOf = '2026-06-01'; CertificateAuthority = 'Public' }
        (Test-NamespaceCertificate $example -Service SMTP @given @quiet).Findings.Code | Should -Contain 'EXN198'
        (Test-NamespaceCertificate $example -Service IIS @given @quiet).Findings.Code | Should -Not -Contain 'EXN198'
    }

    It 'gives an error for <Id>' -ForEach @(
        @{ Id = 'InputContradiction'; Arguments = @{ Endpoint = '127.0.0.1:9' } }
        @{ Id = 'EndpointInvalid'; Arguments = @{ Endpoint = '127.0.0.1:0'; HostName = 'mail.contoso.com' } }
        @{ Id = 'FileNotFound'; Arguments = @{ Path = 'no-such-file.cer'; HostName = 'mail.contoso.com' } }
    ) {
        Test-NamespaceCertificate @Arguments -ErrorAction SilentlyContinue -ErrorVariable fault | Should -BeNullOrEmpty
        $fault[0].FullyQualifiedErrorId | Should -BeExactly "$Id,ExchangeNamespace.Cmdlets.TestNamespaceCertificateCommand"
    }
}
