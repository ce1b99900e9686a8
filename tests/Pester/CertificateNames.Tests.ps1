Describe 'New-SanCertificateRequest -MaximumNames' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $plan = Get-NamespacePlan EX01 mail.contoso.com -ADDomain contoso.com -SmtpDomain contoso.com, fabrikam.com -ExchangeVersion 2019 -ReverseProxy SharedCertificate -WarningAction SilentlyContinue
    }

    It 'leaves off the name that costs least' {
        $names = $plan | New-SanCertificateRequest -AsName -MaximumNames 2 -WarningAction SilentlyContinue
        ($names | Where-Object { $_.Way -ne 'Keep' }).Name | Should -Be 'autodiscover.fabrikam.com'
    }

    It 'shows that an alias does not help' {
        $alias = $plan | New-SanCertificateRequest -AsChoice | Where-Object { $_.Way -eq 'Cname' }
        $alias.IsPossible | Should -Be $false, $false
    }

    It 'lists the machines' {
        ($plan | New-SanCertificateRequest -AsMachine).Machine | Should -Be 'EX01', 'ReverseProxy'
    }

    It 'refuses what cannot be met' {
        $plan | New-SanCertificateRequest -MaximumNames 1 -ReduceBy Wildcard -ErrorAction SilentlyContinue -ErrorVariable fault | Should -BeNullOrEmpty
        $fault[0].FullyQualifiedErrorId | Should -BeExactly 'CertificateNamesOverBudget,ExchangeNamespace.Cmdlets.NewSanCertificateRequestCommand'
    }

    It 'restarts the web server by hand only' {
        $lines = @($plan | New-SanCertificateRequest -Complete -WarningAction SilentlyContinue)
        @($lines | Where-Object { $_ -notlike '#*' -and $_ -match 'iisreset' }).Count | Should -Be 0
        $lines | Should -Contain '# iisreset -noforce'
    }
}
