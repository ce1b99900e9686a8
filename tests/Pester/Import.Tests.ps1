Describe 'Import' {
    BeforeAll {
        . (Join-Path $PSScriptRoot '../Support/CleanShell.ps1')
        $manifest = Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1'
        $data = Import-PowerShellDataFile -LiteralPath $manifest
        Remove-Module -Name ExchangeNamespace -Force -ErrorAction SilentlyContinue
    }

    AfterEach {
        Remove-Module -Name ExchangeNamespace -Force -ErrorAction SilentlyContinue
    }

    It 'has a valid manifest' {
        $module = Test-ModuleManifest -Path $manifest -ErrorAction Stop
        $module.Name | Should -BeExactly 'ExchangeNamespace'
        [string] $module.Version | Should -BeExactly $data.ModuleVersion
    }

    It 'imports without a warning or an error' {
        $module = Import-Module $manifest -PassThru -ErrorAction Stop -WarningVariable warnings -ErrorVariable errors
        $module.Name | Should -BeExactly 'ExchangeNamespace'
        $warnings | Should -BeNullOrEmpty
        $errors | Should -BeNullOrEmpty
    }

    It 'imports again after it was removed' {
        Import-Module $manifest -ErrorAction Stop
        Remove-Module -Name ExchangeNamespace -ErrorAction Stop
        Get-Module -Name ExchangeNamespace | Should -BeNullOrEmpty
        (Import-Module $manifest -PassThru -ErrorAction Stop).ExportedCommands.Count | Should -Be $data.CmdletsToExport.Count
    }

    It 'imports again with -Force' {
        Import-Module $manifest -ErrorAction Stop
        { Import-Module $manifest -Force -ErrorAction Stop } | Should -Not -Throw
        @(Get-Module -Name ExchangeNamespace).Count | Should -Be 1
    }

    It 'brings no third-party assembly at import' {
        # A process of its own: Pester's process may hold them for other reasons.
        $lines = @(Invoke-CleanShell ("Import-Module '{0}'; " -f $manifest.Replace("'", "''") +
            '[AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name }'))
        $LASTEXITCODE | Should -Be 0
        $lines | Should -Contain 'ExchangeNamespace'
        $lines | Should -Not -Contain 'DnsClient'
    }
}
