Describe 'Test-SplitDns' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        # Port 9 of the loopback: no server answers there, so nothing leaves this machine.
        $silent = @{ InternalServer = '127.0.0.1:9'; ExternalServer = '127.0.0.1:9'; Timeout = 0.1; Retry = 0; WarningAction = 'SilentlyContinue' }
    }

    It 'says that nothing could be told where no server answers' {
        $found = @(Test-SplitDns mail.contoso.com @silent)
        $found.Count | Should -Be 2
        $found[0].Status | Should -Be 'Inconclusive'
        $found[0].AsPlanned | Should -BeNullOrEmpty
        $found[0].Findings.Code | Should -Be 'EXN120', 'EXN120'
        $found[1].Model | Should -BeNullOrEmpty
    }

    It 'takes a plan from the pipeline' {
        $plan = Get-NamespacePlan EX01 mail.contoso.com -DnsModel Split -ExchangeVersion 2019 -WarningAction SilentlyContinue
        @($plan | Test-SplitDns @silent).Count | Should -Be 3
    }

    It 'refuses a cut-over in the past and takes one to come' {
        Test-SplitDns mail.contoso.com @silent -CutOver '2020-01-01' -ErrorAction SilentlyContinue -ErrorVariable fault | Should -BeNullOrEmpty
        $fault[0].FullyQualifiedErrorId | Should -BeExactly 'ValueOutOfRange,ExchangeNamespace.Cmdlets.TestSplitDnsCommand'
        @(Test-SplitDns mail.contoso.com @silent -CutOver '2099-01-01 20:00').Count | Should -Be 2
    }

    It 'asks which authorities may issue, and is open where no server answers' {
        (Test-SplitDns mail.contoso.com @silent -CertificateIssuer letsencrypt.org)[0].Findings.Code | Should -Be 'EXN120', 'EXN120', 'EXN148'
        Test-SplitDns mail.contoso.com @silent -CertificateIssuer 'not a name' -ErrorAction SilentlyContinue -ErrorVariable fault | Should -BeNullOrEmpty
        $fault[0].FullyQualifiedErrorId | Should -BeLike '*,ExchangeNamespace.Cmdlets.TestSplitDnsCommand'
    }

    It 'gives an error for <Text>' -ForEach @(
        @{ Text = 'dns.contoso.com'; Id = 'AddressInvalid' }
        @{ Text = '127.0.0.1:0'; Id = 'ValueOutOfRange' }
    ) {
        Test-SplitDns mail.contoso.com -ExternalServer $Text -ErrorAction SilentlyContinue -ErrorVariable fault | Should -BeNullOrEmpty
        $fault[0].FullyQualifiedErrorId | Should -BeExactly "$Id,ExchangeNamespace.Cmdlets.TestSplitDnsCommand"
    }
}
