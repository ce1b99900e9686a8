Describe 'The results of checks' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $capture = Join-Path $PSScriptRoot '../../docs/examples/capture'
        $pem = Join-Path $PSScriptRoot '../../docs/examples/mail.contoso.com.pem'
        $quiet = @{ WarningAction = 'SilentlyContinue'; ErrorAction = 'SilentlyContinue'; InformationAction = 'Ignore' }
        # Port 9 of the loopback: no server answers there, so nothing leaves this machine.
        $silent = @{ Timeout = 0.1; Retry = 0 }
        $state = Import-ExchangeState $capture @quiet
        $plan = $state.Servers | Get-NamespacePlan -ExternalHost mail.contoso.com -DnsModel Split @quiet
        $migration = [Activator]::CreateInstance([ExchangeNamespace.Migration.NamespaceMigration], $true)
        $migration.Present = $plan
        $target = $state.Servers | Get-NamespacePlan -ExternalHost other.contoso.com -DnsModel Split @quiet
        $migration.Plans = [ExchangeNamespace.Model.NamespacePlan[]]@($target)
        $migration.Steps = [ExchangeNamespace.Migration.MigrationStep[]]@()
        $migration.Findings = [ExchangeNamespace.Diagnostics.Finding[]]@()
        $migration.State = $state
        $calls = @{
            'Compare-NamespacePlan'    = { $plan | Compare-NamespacePlan -State $state @args }
            'Test-ExchangeScript'      = { 'Get-UMVirtualDirectory' | Test-ExchangeScript -ExchangeVersion SE @args }
            'Test-NamespaceService'    = { $plan | Test-NamespaceService -DnsServer 127.0.0.1:9 -Timeout 0.1 @args }
            'Test-MailIdentity'        = { Test-MailIdentity contoso.com -DnsServer 127.0.0.1:9 @silent @args }
            'Test-ExtendedProtection'  = { $plan | Test-ExtendedProtection -State $state -ServerFact @{ Server = 'EX01'; Build = '15.2.1118.9' } @args }
            'Test-KerberosSpn'         = { "CN=OLD,CN=Computers,DC=contoso,DC=com", "`thttp/mail.contoso.com" | Test-KerberosSpn $plan 'CONTOSO\EXCHASA$' @args }
            'Test-Namespace'           = { $plan | Test-Namespace -State $state -AsOf 2026-06-01 @args }
            'Test-NamespaceMigration'  = { $migration | Test-NamespaceMigration @args }
            'Test-NamespaceCertificate' = { Test-NamespaceCertificate $pem -HostName x.contoso.com -AsOf 2026-06-01 @args }
            'Test-SpfSender'           = { Test-SpfSender 203.0.113.5 contoso.com -Record 'v=spf1 ip4:192.0.2.0/28 -all' @args }
            'Test-SplitDns'            = { Test-SplitDns mail.contoso.com -InternalServer 127.0.0.1:9 -ExternalServer 127.0.0.1:9 @silent @args }
        }
    }

    It 'of each command are made below' {
        $calls.Keys | Sort-Object | Should -Be ((Get-Command -Module ExchangeNamespace -Verb Compare, Test).Name | Sort-Object)
    }

    It '<Command> writes results that begin alike, and <Outcome>' -ForEach @(
        @{ Command = 'Compare-NamespacePlan'; Outcome = 'Failed' }
        @{ Command = 'Test-ExchangeScript'; Outcome = 'Failed' }
        @{ Command = 'Test-ExtendedProtection'; Outcome = 'Passed' }
        @{ Command = 'Test-KerberosSpn'; Outcome = 'Failed' }
        @{ Command = 'Test-MailIdentity'; Outcome = 'Unknown' }
        @{ Command = 'Test-NamespaceService'; Outcome = 'Unknown' }
        @{ Command = 'Test-Namespace'; Outcome = 'Passed' }
        @{ Command = 'Test-NamespaceCertificate'; Outcome = 'Failed' }
        @{ Command = 'Test-NamespaceMigration'; Outcome = 'Warning' }
        @{ Command = 'Test-SpfSender'; Outcome = 'Failed' }
        @{ Command = 'Test-SplitDns'; Outcome = 'Unknown' }
    ) {
        $results = @(& $calls[$Command] @quiet)

        $results.Count | Should -BeGreaterThan 0
        foreach ($result in $results) {
            @($result.PSObject.Properties.Name)[0..4] | Should -Be 'Subject', 'Outcome', 'Message', 'Remedy', 'Rule'
            $result.Subject | Should -Not -BeNullOrEmpty
            $result.Message | Should -Not -BeNullOrEmpty
        }
        $results[0].Outcome | Should -Be $Outcome
    }

    It '<_> -Quiet writes one Boolean, which nothing that failed or was not told leaves true' -ForEach @(
        'Compare-NamespacePlan', 'Test-ExchangeScript', 'Test-ExtendedProtection', 'Test-KerberosSpn', 'Test-MailIdentity', 'Test-Namespace', 'Test-NamespaceCertificate', 'Test-NamespaceMigration', 'Test-NamespaceService', 'Test-SpfSender', 'Test-SplitDns'
    ) {
        $answer = @(& $calls[$_] -Quiet -WarningVariable warnings)

        $answer.Count | Should -Be 1
        $answer[0] | Should -BeOfType ([bool])
        $answer[0] | Should -BeFalse
        $warnings.Count | Should -Be 0
    }

    It 'are true together where each passes' {
        Test-SpfSender 192.0.2.1, 192.0.2.2 contoso.com -Record 'v=spf1 ip4:192.0.2.0/28 -all' -Quiet | Should -BeTrue
        'Get-OwaVirtualDirectory' | Test-ExchangeScript -ExchangeVersion SE -Quiet | Should -BeTrue
    }

    It 'are not true beside an input that is refused' {
        Test-SpfSender 192.0.2.1, none contoso.com -Record 'v=spf1 ip4:192.0.2.0/28 -all' -Quiet -ErrorAction SilentlyContinue | Should -BeFalse
    }
}
