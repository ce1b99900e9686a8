Describe 'New-NamespaceDesign' {
    BeforeAll {
        $manifest = Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1'
        Import-Module $manifest -Force -ErrorAction Stop
        . (Join-Path $PSScriptRoot '../Support/CleanShell.ps1')
        $quiet = @{ WarningAction = 'SilentlyContinue' }
        $few = 'EX01', 'SE', '', 'corp.contoso.com', 'mail.contoso.com', '', '', '', '', '', '', '', 'mx.contoso.com'
    }

    It 'writes the file that gives the plan of the same parameters' {
        $file = Join-Path $TestDrive 'it''s [1].json'
        $design = $few | New-NamespaceDesign -OutPath $file
        $given = @{ ExternalHost = 'mail.contoso.com'; ADDomain = 'corp.contoso.com'; ExchangeVersion = 'SE'; MailHost = 'mx.contoso.com' }
        $expected = Get-NamespacePlan EX01 @given @quiet | Export-VirtualDirectoryScript @quiet
        Get-NamespacePlan -LiteralPath $file @quiet | Export-VirtualDirectoryScript @quiet | Should -Be $expected
        $design | Get-NamespacePlan @quiet | Export-VirtualDirectoryScript @quiet | Should -Be $expected
    }

    It 'says the next commands as they are typed' {
        Push-Location $TestDrive
        try {
            $design = $few | New-NamespaceDesign -OutPath 'a b.json'
            $design.NextCommands[0] | Should -Be '$plan = Get-NamespacePlan -Path "a b.json"'
            $names = $design.NextCommands | ForEach-Object { Invoke-Expression $_ }
            $names.Name | Should -Contain 'mail.contoso.com'
            Test-Path urls.ps1 | Should -BeTrue
        }
        finally { Pop-Location }
    }

    It 'refuses <Id>: <Answers>' -ForEach @(
        @{ Id = 'EXN552'; Answers = @('EX01') }
        @{ Id = 'EXN553'; Answers = 'EX01', 'SE', '', '', 'mail.contoso.com', '', '', '', '', '', '', '', '', 'more' }
        @{ Id = 'VersionUnknown'; Answers = 'EX01', '2020' }
        @{ Id = 'UrlWhereHostExpected'; Answers = 'EX01', 'SE', '', '', 'https://mail.contoso.com' }
    ) {
        $file = Join-Path $TestDrive "$Id.json"
        { $Answers | New-NamespaceDesign -OutPath $file -ErrorAction Stop } | Should -Throw -ErrorId "$Id,*"
        Test-Path $file | Should -BeFalse
    }

    It 'never asks in a shell that is not interactive' {
        $said = Invoke-CleanShell "Import-Module '$manifest'; try { New-NamespaceDesign -ErrorAction Stop } catch { `$_.FullyQualifiedErrorId; `$_.ToString() }"
        "$said" | Should -BeLike 'EXN551,*'
        "$said" | Should -BeLike '*-Answer or through the pipe*'
    }

    It 'writes nothing with -WhatIf and replaces nothing without -Force' {
        $file = Join-Path $TestDrive 'design.json'
        ($few | New-NamespaceDesign -OutPath $file -WhatIf).Path | Should -BeNullOrEmpty
        Test-Path $file | Should -BeFalse
        Set-Content -LiteralPath $file -Value 'mine'
        { $few | New-NamespaceDesign -OutPath $file -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,*'
        Get-Content -LiteralPath $file | Should -Be 'mine'
    }

    It 'is shown as one page of 80 columns with the next commands' {
        $lines = @($few | New-NamespaceDesign | Out-String -Width 80) -split '\r?\n'
        @($lines | Where-Object { $_.Length -gt 80 }) | Should -BeNullOrEmpty
        "$lines" | Should -Match 'Certificate   mail.contoso.com, autodiscover.contoso.com, mx.contoso.com'
        "$lines" | Should -Match 'Next:\s+\$plan = \$design \| Get-NamespacePlan'
    }
}
