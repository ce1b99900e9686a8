Describe 'Reports' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $design = @{ ExternalHost = 'mail.contoso.com'; ExchangeVersion = '2016'; DnsModel = 'Split'; WarningAction = 'SilentlyContinue' }
        $plan = Get-NamespacePlan EX01, EX02 @design
    }

    BeforeEach {
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $null = New-Item -ItemType Directory -Path $folder
        $file = Join-Path $folder 'report.html'
    }

    It 'are one HTML file that fetches nothing' {
        $plan | Export-NamespaceReport -Path $file -AsOf 2026-06-01
        $text = [System.IO.File]::ReadAllText($file)
        $text | Should -BeLike '<!DOCTYPE html>*'
        $text | Should -BeLike "*default-src 'none'*"
        $text | Should -Not -Match '(src|href)="(?!#)'
        [System.IO.File]::ReadAllBytes($file)[0] | Should -Be 60
    }

    It 'have the verdict of Test-Namespace and of rows beside it' {
        $file = Join-Path $folder 'report.md'
        $result = @($plan | Test-Namespace -AsOf 2026-06-01)
        $plan | Export-NamespaceReport -Path $file -Result $result -AsOf 2026-06-01
        $count = $result.Count - 1
        @(Get-Content -LiteralPath $file) -match "^$count checks: " | Should -Not -BeNullOrEmpty
    }

    It 'hold no name that was redacted' {
        $map = Join-Path $folder 'map.tsv'
        $plan | Export-NamespaceReport -Path $file -Redact -RedactionMapPath $map -AsOf 2026-06-01
        [System.IO.File]::ReadAllText($file) | Should -Not -Match 'contoso|EX0[12]'
        @(Get-Content -LiteralPath $map) -match 'contoso\.com' | Should -Not -BeNullOrEmpty
    }

    It 'are in German with umlauts' {
        $plan | Export-NamespaceReport -Path $file -Culture De -AsOf 2026-06-01
        [System.IO.File]::ReadAllText($file, [System.Text.Encoding]::UTF8) | Should -Match "lang=`"de`"[\s\S]*Erl$([char]228)uterungen"
    }

    It 'keep a hostile title as text' {
        $plan | Export-NamespaceReport -Path $file -Title '</title><script>alert(1)</script>' -AsOf 2026-06-01
        [System.IO.File]::ReadAllText($file) | Should -Not -Match '<script>alert'
    }

    It 'are the same in every time zone' {
        $zone = $env:TZ
        try {
            $texts = foreach ($name in 'UTC', 'Pacific/Kiritimati', 'America/New_York') {
                $env:TZ = $name
                [System.TimeZoneInfo]::ClearCachedData()
                $plan | Export-NamespaceReport -Path $file -Force -AsOf 2026-06-01
                [System.IO.File]::ReadAllText($file)
            }
        } finally {
            $env:TZ = $zone
            [System.TimeZoneInfo]::ClearCachedData()
        }

        @($texts | Sort-Object -Unique -CaseSensitive).Count | Should -Be 1
    }

    It 'are not written with -WhatIf' {
        $plan | Export-NamespaceReport -Path $file -Show -WhatIf
        Get-ChildItem -LiteralPath $folder -Force | Should -BeNullOrEmpty
    }

    It 'refuse <Name> as <Id>' -TestCases @(
        @{ Name = 'report.txt'; Id = 'ReportFormUnknown' }
        @{ Name = 'none/report.html'; Id = 'PathNotWritable' }
    ) {
        { $plan | Export-NamespaceReport -Path (Join-Path $folder $Name) -ErrorAction Stop } | Should -Throw -ErrorId "$Id,*"
        Get-ChildItem -LiteralPath $folder -Force | Should -BeNullOrEmpty
    }

    It 'refuse what is no result' {
        { $plan | Export-NamespaceReport -Path $file -Result 'passed' -ErrorAction Stop } | Should -Throw -ErrorId 'ReportResultNotRecognised,*'
    }
}
