Describe 'Display' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $plan = Get-NamespacePlan -Server CASServer -ExternalHost webmail.shudnow.net -ADDomain shudnow.local -ExchangeVersion 2007SP1 -WarningAction SilentlyContinue
        $text = @(Export-VirtualDirectoryScript -Plan $plan)
        $commands = @(Export-VirtualDirectoryScript -Plan $plan -AsCommand)
    }

    It 'gives one string per command' {
        $text.Count | Should -BeGreaterThan 0
        $text | ForEach-Object { $_ | Should -BeOfType ([string]) }
        $text | ForEach-Object { $_ | Should -Not -Match '[\r\n]' }
    }

    It 'gives command objects whose text is the line' {
        @($commands | ForEach-Object { $_.ToString() }) | Should -Be $text
    }

    It 'declares a view for every type it writes' {
        foreach ($item in $plan, $commands[0]) {
            Get-FormatData -TypeName $item.GetType().FullName -PowerShellVersion $PSVersionTable.PSVersion | Should -Not -BeNullOrEmpty -Because $item.GetType().FullName
        }
    }

    It 'shows a command as a table with its line' {
        $shown = ($commands[0] | Out-String -Width 4096)
        $shown | Should -Match ([regex]::Escape($text[0]))
    }

    It 'shows a command as a list with its reason' {
        $shown = ($commands[0] | Format-List | Out-String -Width 4096)
        foreach ($label in 'Phase', 'Target', 'Version', 'Line', 'Reason', 'Undo') {
            $shown | Should -Match "(?m)^$label\s+:"
        }
    }

    It 'shows sites, servers, records and findings as tables' {
        foreach ($part in $plan.Sites, $plan.Servers, $plan.DnsRecords, $plan.Findings, $plan.Certificates[0].Names) {
            $shown = ($part | Out-String -Width 200)
            $shown | Should -Match '(?m)^-+ +-+'
            $shown | Should -Not -Match '(?m)^\w+ +: '
        }
    }

    It 'shows a plan without an error' {
        $shown = $plan | Out-String -Width 200
        $shown.Trim() | Should -Not -BeNullOrEmpty
    }
}
