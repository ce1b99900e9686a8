Describe 'Script files' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $design = @{ ExternalHost = 'mail.contoso.com'; ExchangeVersion = '2016'; DnsModel = 'Split'; WarningAction = 'SilentlyContinue' }
        $plan = Get-NamespacePlan EX1, EX2 @design
        $mixed = @{ Name = 'OLD1'; Version = '2010' }, @{ Name = 'EX1' } | Get-NamespacePlan @design
    }

    BeforeEach {
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $null = New-Item -ItemType Directory -Path $folder
        $file = Join-Path $folder 'urls.ps1'
    }

    It 'are ASCII with CRLF, no byte order mark, and hold the one-liners' {
        $plan | Export-VirtualDirectoryScript -Path $file
        $bytes = [System.IO.File]::ReadAllBytes($file)
        @($bytes | Where-Object { $_ -gt 126 -or ($_ -lt 32 -and $_ -ne 13 -and $_ -ne 10) }) | Should -BeNullOrEmpty
        $text = [System.Text.Encoding]::ASCII.GetString($bytes)
        $text.Replace("`r`n", '') | Should -Not -Match "[`r`n]"
        @($text -split "`r`n" | Where-Object { $_ -and $_[0] -ne '#' -and $_[0] -ne '$' }) | Should -Be @($plan | Export-VirtualDirectoryScript)
    }

    It 'are not replaced without -Force' {
        'mine' | Set-Content -LiteralPath $file
        { $plan | Export-VirtualDirectoryScript -Path $file -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,*'
        Get-Content -LiteralPath $file | Should -BeExactly 'mine'
        $plan | Export-VirtualDirectoryScript -Path $file -Force
        Get-Content -LiteralPath $file | Select-Object -First 1 | Should -BeLike '# Written by ExchangeNamespace *'
    }

    It 'are one for each shell of a mixed plan' {
        $made = @($mixed | Export-VirtualDirectoryScript -Path $file -PassThru)
        @($made | ForEach-Object { $_.Name }) | Should -Be 'urls.Exchange2010.ps1', 'urls.Exchange2016.ps1'
        @(Get-ChildItem -LiteralPath $folder -Force).Count | Should -Be 2
    }

    It 'are not written with -WhatIf' {
        $plan | Export-VirtualDirectoryScript -Path $file -WhatIf
        Get-ChildItem -LiteralPath $folder -Force | Should -BeNullOrEmpty
    }

    It 'start at the location of PowerShell' {
        Push-Location -LiteralPath $folder
        try {
            $plan | Export-VirtualDirectoryScript -Path 'here.ps1'
        } finally {
            Pop-Location
        }
        Join-Path $folder 'here.ps1' | Should -Exist
    }

    It 'may have wildcard characters in their name' {
        $plan | Export-VirtualDirectoryScript -Path (Join-Path $folder 'urls[1].ps1')
        @(Get-ChildItem -LiteralPath $folder | ForEach-Object { $_.Name }) | Should -Be 'urls[1].ps1'
    }

    It 'refuses <Path> as <Id>' -TestCases @(
        @{ Path = 'none/urls.ps1'; Id = 'PathNotWritable' }
        @{ Path = '.'; Id = 'PathNotFileSystem' }
        @{ Path = 'Variable:urls'; Id = 'PathNotFileSystem' }
        @{ Path = 'Env:urls'; Id = 'PathNotFileSystem' }
    ) {
        Push-Location -LiteralPath $folder
        try {
            { $plan | Export-VirtualDirectoryScript -Path $Path -ErrorAction Stop } | Should -Throw -ErrorId "$Id,*"
        } finally {
            Pop-Location
        }
        Get-ChildItem -LiteralPath $folder -Force -Recurse | Should -BeNullOrEmpty
    }
}
