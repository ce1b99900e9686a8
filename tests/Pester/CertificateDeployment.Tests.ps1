Describe 'Export-CertificateRenewalScript -Deploy' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $plan = Get-NamespacePlan EX01 mail.contoso.com -ADDomain contoso.com -ExchangeVersion 2019 -WarningAction SilentlyContinue
        $file = Join-Path $TestDrive 'deploy.ps1'
        $plan | Export-CertificateRenewalScript -Deploy -Path $file -Service IIS -SendConnector "Out $(1) 'x'" -WarningAction SilentlyContinue
    }

    It 'writes a script that parses and has no finding' {
        $errors = $null
        [void][System.Management.Automation.Language.Parser]::ParseFile($file, [ref]$null, [ref]$errors)
        $errors.Count | Should -Be 0
        Test-ExchangeScript -Path $file -ExchangeVersion 2019 | Should -BeNullOrEmpty
    }

    It 'refuses a file that is no certificate before it looks for Exchange' {
        if ($env:WINEPREFIX -and $PSVersionTable.Platform -eq 'Win32NT') {
            Set-ItResult -Skipped -Because 'Write-Host needs a console, which Wine does not have here'
            return
        }
        $other = Join-Path $TestDrive 'other.pfx'
        Set-Content -Path $other -Value 'no certificate'
        # Without -WhatIf it would write to the event log of this computer.
        $said = & $file -PfxFullChain $other -PfxPass 'x' -WhatIf 6>&1
        $LASTEXITCODE | Should -Be 1
        "$said" | Should -Match 'ERROR.*cannot be opened with the password'
        Test-Path (Join-Path $TestDrive 'deploy.log') | Should -BeFalse
    }

    It 'writes nothing with -WhatIf' {
        $none = Join-Path $TestDrive 'none.ps1'
        $plan | Export-CertificateRenewalScript -Deploy -Path $none -Service IIS -WhatIf
        Test-Path $none | Should -BeFalse
    }

    It 'refuses the switch of a deployment in other lines' {
        $plan | Export-CertificateRenewalScript -Path (Join-Path $TestDrive 'none.ps1') -OverwriteDefaultSmtp -ErrorAction SilentlyContinue -ErrorVariable fault
        $fault[0].FullyQualifiedErrorId | Should -BeLike 'InputContradiction,*'
    }
}
