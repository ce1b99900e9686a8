Describe 'Completion' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -ErrorAction Stop
        $global:exnCompletionPlan = @{ Name = 'EX01'; Site = 'Zurich' }, @{ Name = 'NYC01'; Site = 'New York' } |
            Get-NamespacePlan -ExternalHost mail.contoso.com -ExchangeVersion 2016 -DnsModel Split -WarningAction SilentlyContinue
        function Get-Offer([string] $text) {
            [System.Management.Automation.CommandCompletion]::CompleteInput($text, $text.Length, $null).CompletionMatches
        }
    }

    AfterAll { Remove-Variable exnCompletionPlan -Scope Global }

    It 'offers servers of the plan before the pipe' {
        @(Get-Offer '$exnCompletionPlan | Export-VirtualDirectoryScript -Server ').CompletionText | Should -Be 'EX01', 'NYC01'
    }

    It 'offers sites, quoted where a name needs it' {
        @(Get-Offer 'Get-ClientAccessRoute -Plan $exnCompletionPlan -Site ').CompletionText | Should -Be '"New York"', 'Zurich'
    }

    It 'offers no files for <_>' -ForEach @(
        'Get-NamespacePlan -ExternalHost ', 'Get-NamespacePlan -SslOffloading ', 'Export-DnsScript ',
        'Test-MailIdentity -Domain ', 'Test-SplitDns -Timeout ', 'Get-NamespacePlan -ServiceHost ', 'Get-NamespacePlan -Server a',
        'Get-NamespacePlan EX01 ', 'New-NamespaceDesign ', 'New-NamespaceDesign -State '
    ) {
        $offered = @(Get-Offer $_)

        $offered.Count | Should -BeGreaterThan 0
        @($offered.ResultType | Where-Object { "$_" -like 'Provider*' }).Count | Should -Be 0
    }

    It 'still offers files for a path to write' {
        Set-Content -Path (Join-Path $TestDrive 'design-of-mine.json') -Value '{}'
        @(Get-Offer "New-NamespaceDesign -OutPath $(Join-Path $TestDrive 'design-of')").CompletionText | Should -BeLike '*design-of-mine.json*'
    }

    It 'still offers files for a path' {
        Set-Content -Path (Join-Path $TestDrive 'design-of-mine.json') -Value '{}'
        @(Get-Offer "Get-NamespacePlan -Path $(Join-Path $TestDrive 'design-of')").CompletionText | Should -BeLike '*design-of-mine.json*'
    }
}
