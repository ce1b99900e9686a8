Describe 'Exchange scripts' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $opening = [char]0x201C
        $closing = [char]0x201D
        $curly = "Set-OwaVirtualDirectory -Identity $opening" + "EX01\owa (Default Web Site)$closing -ExternalUrl https://mail.contoso.com/owa"
        $plain = 'Set-OwaVirtualDirectory -Identity "EX01\owa (Default Web Site)" -ExternalUrl https://mail.contoso.com/owa'
    }

    It 'are clean where the module wrote them for that version' {
        $plan = Get-NamespacePlan EX01 -ExternalHost mail.contoso.com -ExchangeVersion 2016 -DnsModel Split -WarningAction SilentlyContinue
        @($plan | Export-VirtualDirectoryScript | Test-ExchangeScript -ExchangeVersion 2016).Count | Should -Be 0
        @($plan | Export-VirtualDirectoryScript | Test-ExchangeScript -ExchangeVersion 2013).Code | Should -Be 'EXN403'
    }

    It 'say what to write in a version that lacks a cmdlet' {
        $found = Test-ExchangeScript -Script 'Enable-OutlookAnywhere -Server EX01' -ExchangeVersion 2013
        $found.Code, $found.Replacement, $found.Line, $found.Column | Should -Be 'EXN403', 'Set-OutlookAnywhere', 1, 1
    }

    It 'are mended as text, with a warning for each change' {
        $curly | Test-ExchangeScript -ExchangeVersion 2016 -Fix -WarningVariable said -WarningAction SilentlyContinue | Should -Be $plain
        @($said).Count | Should -Be 2
    }

    It 'are mended as a file under -Force only' {
        $file = Join-Path $TestDrive 'urls.ps1'
        Set-Content $file $curly -Encoding Unicode
        { Test-ExchangeScript $file 2016 -Fix -ErrorAction Stop } | Should -Throw
        @(Get-ChildItem $file | Test-ExchangeScript -ExchangeVersion 2016 -Fix -Force | Where-Object Fixed).Count | Should -Be 2
        Get-Content $file | Should -Be $plain
    }

    It 'show as a table by script' {
        Test-ExchangeScript -Script 'Get-UMVirtualDirectory' -ExchangeVersion SE | Out-String -Width 200 | Should -Match 'Outcome\s+Line\s+Col\s+Code\s+Replacement\s+Message'
    }
}
