Describe 'New-SanCertificateRequest for an ACME client' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $plan = Get-NamespacePlan EX01 mail.contoso.com -ADDomain contoso.com -ExchangeVersion SE -WarningAction SilentlyContinue
    }

    It 'gives <client> the names of the plan' -ForEach @(
        @{ client = 'PoshAcme'; command = 'New-PACertificate' }, @{ client = 'WinAcme'; command = 'wacs.exe' },
        @{ client = 'Lego'; command = 'lego' }, @{ client = 'Certbot'; command = 'certbot' }
    ) {
        $line = $plan | New-SanCertificateRequest -As $client -WarningAction SilentlyContinue | Where-Object { $_ -like "$command *" }
        @($line).Count | Should -Be 1
        $line | Should -Match 'mail\.contoso\.com'
        $line | Should -Match 'autodiscover\.contoso\.com'
    }

    It 'binds a hostile friendly name as one argument of New-PACertificate' {
        function New-PACertificate { param([string[]]$Domain, $CertKeyLength, $FriendlyName, $Plugin, $PluginArgs, $DnsAlias, $PfxPassSecure) $PSBoundParameters }
        $name = "a'; Remove-Item C:\ -Recurse; `$(Stop-Computer) '"
        $line = $plan | New-SanCertificateRequest -As PoshAcme -FriendlyName $name -WarningAction SilentlyContinue | Select-Object -Last 1
        $bound = Invoke-Expression $line
        $bound.FriendlyName | Should -BeExactly $name
        $bound.Domain | Should -Be 'mail.contoso.com', 'autodiscover.contoso.com'
    }

    It 'warns that a person must make the records' {
        $null = $plan | New-SanCertificateRequest -As PoshAcme -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings -join "`n" | Should -Match 'EXN067'
        $null = $plan | New-SanCertificateRequest -As PoshAcme -DnsProvider Windows -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeNullOrEmpty
    }

    It 'refuses <name>, which an order cannot honour' -ForEach @(
        @{ name = 'Country'; value = 'US' }, @{ name = 'Service'; value = 'IIS' }, @{ name = 'RequestPath'; value = 'C:\a.req' }
    ) {
        $arguments = @{ $name = $value }
        $plan | New-SanCertificateRequest -As Lego @arguments -ErrorAction SilentlyContinue -ErrorVariable fault | Should -BeNullOrEmpty
        $fault[0].FullyQualifiedErrorId | Should -BeExactly 'InputContradiction,ExchangeNamespace.Cmdlets.NewSanCertificateRequestCommand'
    }

    It 'refuses an order whose names the authority refuses' {
        $inside = Get-NamespacePlan EX01 mail.contoso.com -ADDomain contoso.local -DnsModel Separate -ExchangeVersion SE -WarningAction SilentlyContinue
        $inside | New-SanCertificateRequest -As Certbot -ErrorAction SilentlyContinue -ErrorVariable fault | Should -BeNullOrEmpty
        $fault[0].Exception.Message | Should -Match 'mail\.contoso\.local cannot exist on the Internet'
    }

    It 'writes nothing with -WhatIf' {
        $plan | New-SanCertificateRequest -As Lego -WhatIf -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }
}
