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

    It 'shows a plan as one page of <width> columns with its warnings in full' -ForEach @{ width = 80 }, @{ width = 120 } {
        $lines = @(($plan | Out-String -Width $width) -split '\r?\n')
        $lines | ForEach-Object { $_.TrimEnd().Length | Should -BeLessOrEqual $width }
        $lines.Count | Should -BeLessThan 40
        foreach ($start in 'Namespace plan for webmail.shudnow.net', 'Outside', 'Inside', 'DNS', 'Site', 'Certificate', 'Findings', 'Warning', 'Tables:') {
            @($lines -like "$start*") | Should -Not -BeNullOrEmpty -Because $start
        }
        $words = $lines -join ' ' -replace '\s+'
        foreach ($finding in $plan.Findings | Where-Object Severity -NE Information) {
            $words | Should -BeLike ('*' + [WildcardPattern]::Escape(($finding.Message + $finding.Remedy) -replace '\s+') + '*')
        }
    }

    It 'leaves no gap on a page of <Name> without warnings' -ForEach @(
        @{ Name = 'a plan'; Make = { Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion SE -DnsModel Pinpoint } }
        @{ Name = 'a guided design'; Make = {
                New-NamespaceDesign -Answer 'EX01', 'SE', '', '', 'mail.contoso.com', '', '', 'Pinpoint', 'Public', 'None', 'None', 'contoso.com', '-' }
        }
    ) {
        $shown = (& $Make | Out-String -Width 80).Trim()
        $shown | Should -Match '0 warnings'
        $shown | Should -Not -Match '\n\s*\r?\n\s*\r?\n'
    }

    It 'says at most four things about one server with one name' {
        $one = Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion SE -DnsModel Split -WarningAction SilentlyContinue
        $one.Findings.Count | Should -BeIn (1..4)
        $one.Notes.Code | Should -Contain 'EXN031'
    }
}
