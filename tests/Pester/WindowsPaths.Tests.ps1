if ([System.IO.Path]::DirectorySeparatorChar -ne '\') {
    Describe 'Paths of Windows' {
        It 'are refused, or lead where Windows leads them' {
            Set-ItResult -Skipped -Because 'the file system here is not that of Windows'
        }
    }

    return
}

Describe 'Paths of Windows' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $plan = Get-NamespacePlan EX1 -ExternalHost mail.contoso.com -ExchangeVersion 2016 -DnsModel Split -WarningAction SilentlyContinue
    }

    BeforeEach {
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $null = New-Item -ItemType Directory -Path $folder
        Push-Location -LiteralPath $folder
    }

    AfterEach {
        Pop-Location
    }

    It 'are refused where Windows means another file: <Path>' -TestCases @(
        @{ Path = 'urls.ps1. ' }
        @{ Path = 'urls.ps1 ' }
        @{ Path = 'urls.ps1.' }
        @{ Path = 'NUL' }
        @{ Path = 'con.ps1' }
        @{ Path = 'COM1.txt' }
        @{ Path = 'urls.ps1:stream' }
        @{ Path = '\\no-such-server\share\urls.ps1' }
    ) {
        { $plan | Export-VirtualDirectoryScript -Path $Path -Force -ErrorAction Stop } | Should -Throw -ErrorId '*ExportVirtualDirectoryScriptCommand'
        Get-ChildItem -LiteralPath $folder -Force -Recurse | Should -BeNullOrEmpty
    }

    It 'replace a file that is read-only with -Force alone, and leave it read-only' {
        'mine' | Set-Content -LiteralPath 'urls.ps1'
        Set-ItemProperty -LiteralPath 'urls.ps1' -Name IsReadOnly -Value $true
        { $plan | Export-VirtualDirectoryScript -Path 'urls.ps1' -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,*'
        Get-Content -LiteralPath 'urls.ps1' | Should -BeExactly 'mine'
        $plan | Export-VirtualDirectoryScript -Path 'urls.ps1' -Force
        Get-Content -LiteralPath 'urls.ps1' | Select-Object -First 1 | Should -BeLike '# Written by ExchangeNamespace *'
        (Get-Item -LiteralPath 'urls.ps1').IsReadOnly | Should -BeTrue
        Set-ItemProperty -LiteralPath 'urls.ps1' -Name IsReadOnly -Value $false
    }

    It 'do not tell capital from small letters' {
        $plan | Export-VirtualDirectoryScript -Path 'Urls.ps1'
        { $plan | Export-VirtualDirectoryScript -Path 'URLS.PS1' -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,*'
        @(Get-ChildItem -LiteralPath $folder -Force).Count | Should -Be 1
    }

    It 'may be longer than 260 characters' {
        $deep = $folder
        while ($deep.Length -lt 300) {
            $deep = Join-Path $deep ('d' * 40)
        }

        $null = [System.IO.Directory]::CreateDirectory($deep)
        $plan | Export-VirtualDirectoryScript -Path (Join-Path $deep 'urls.ps1')
        [System.IO.File]::Exists((Join-Path $deep 'urls.ps1')) | Should -BeTrue
    }

    It 'may begin with \\?\' {
        $plan | Export-VirtualDirectoryScript -Path ('\\?\' + (Join-Path $folder 'urls.ps1'))
        [System.IO.File]::Exists((Join-Path $folder 'urls.ps1')) | Should -BeTrue
    }
}
