Describe 'Export-CertificateRenewalScript' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $plan = Get-NamespacePlan EX01 mail.contoso.com -ADDomain contoso.com -ExchangeVersion 2019 -WarningAction SilentlyContinue
        $old = '0123456789ABCDEF0123456789ABCDEF01234567'
    }

    It 'ends with the removal as a comment' {
        $lines = @($plan | Export-CertificateRenewalScript -Country CH -OldThumbprint $old)
        $lines[-1] | Should -BeExactly "# Remove-ExchangeCertificate -Thumbprint '$old'"
        $lines | Where-Object { $_ -notlike '#*' } | Should -Not -Match 'Remove-'
    }

    It 'says first that it is run step by step' {
        @($plan | Export-CertificateRenewalScript -Country CH -OldThumbprint $old)[0] | Should -Match 'step by step, not as a whole'
    }

    It 'leads connectors to the new certificate' {
        $step = $plan | Export-CertificateRenewalScript -SendConnector Out -AsStep -WarningAction SilentlyContinue | Where-Object { $_.Kind -eq 'Connector' }
        $step.Commands[0].Name | Should -Be 'Set-SendConnector'
    }

    It 'writes a script that parses' {
        $file = Join-Path $TestDrive 'renew.ps1'
        $plan | Export-CertificateRenewalScript -Path $file -Country CH
        $errors = $null
        [void][System.Management.Automation.Language.Parser]::ParseFile($file, [ref]$null, [ref]$errors)
        $errors.Count | Should -Be 0
    }

    It 'refuses what is no thumbprint' {
        $plan | Export-CertificateRenewalScript -OldThumbprint 'x' -ErrorAction SilentlyContinue -ErrorVariable fault | Should -BeNullOrEmpty
        $fault[0].FullyQualifiedErrorId | Should -BeExactly 'ThumbprintInvalid,ExchangeNamespace.Cmdlets.ExportCertificateRenewalScriptCommand'
    }
}
