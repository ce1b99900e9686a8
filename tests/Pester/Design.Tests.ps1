
Describe 'The design of a captured organisation' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $capture = Join-Path $PSScriptRoot '../../docs/examples/capture'
        $quiet = @{ WarningAction = 'SilentlyContinue' }
    }

    It 'has the hosts that the configured server has' {
        $design = Import-ExchangeState $capture | ConvertTo-NamespaceDesign @quiet
        $hosts = @($design.Members | Where-Object { $_.Name -in 'ExternalHost', 'InternalHost' })
        "$($hosts.Value)" | Should -Be 'mail.contoso.com mail.contoso.com'
    }

    It 'names the server that setup left as it is' {
        ConvertTo-NamespaceDesign $capture -WarningVariable said -WarningAction SilentlyContinue | Out-Null
        @($said | Where-Object { "$_" -match '^EXN54[01] .*EX02' }).Count | Should -Be 3
    }

    It 'is a file that the planner reads unchanged' {
        $file = Join-Path $TestDrive 'design.json'
        $design = ConvertTo-NamespaceDesign -LiteralPath $capture -OutPath $file @quiet
        $fromFile = Get-NamespacePlan -Path $file @quiet | Export-VirtualDirectoryScript @quiet
        $fromObject = $design | Get-NamespacePlan @quiet | Export-VirtualDirectoryScript @quiet
        $fromFile.Count | Should -Be 16
        "$fromFile" | Should -Be "$fromObject"
        (ConvertFrom-Json (Get-Content -Raw $file)).Comment.Count | Should -BeGreaterThan 3
    }

    It 'writes no file with -WhatIf and replaces none without -Force' {
        $file = Join-Path $TestDrive 'other.json'
        ConvertTo-NamespaceDesign $capture -OutPath $file -WhatIf @quiet | Should -Not -BeNullOrEmpty
        Test-Path $file | Should -BeFalse
        Set-Content -LiteralPath $file -Value 'mine'
        { ConvertTo-NamespaceDesign $capture -OutPath $file -ErrorAction Stop @quiet } | Should -Throw -ErrorId 'FileExists,*'
        Get-Content -LiteralPath $file | Should -Be 'mine'
    }

    It 'is shown as one page of 80 columns' {
        $lines = @((ConvertTo-NamespaceDesign $capture @quiet | Out-String -Width 80) -split '\r?\n')
        @($lines | Where-Object { $_.Length -gt 80 }) | Should -BeNullOrEmpty
        "$lines" | Should -Match 'Guess     ExternalHost = mail.contoso.com'
    }
}
