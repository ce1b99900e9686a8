Describe 'Test-Namespace' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $quiet = @{ WarningAction = 'SilentlyContinue'; InformationAction = 'Ignore' }
        $state = Import-ExchangeState (Join-Path $PSScriptRoot '../../docs/examples/capture') @quiet
        $captured = $state.Servers | Get-NamespacePlan -ExternalHost mail.contoso.com -DnsModel Split @quiet
        $plan = Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion SE -DnsModel Split @quiet
        $day = @{ AsOf = '2026-06-01' }
    }

    It 'writes a result for each subject of a check and the verdict last' {
        $results = @(Test-Namespace $captured $state @day)

        $verdict = $results[-1]
        $verdict | Should -BeOfType ([ExchangeNamespace.Verdicts.NamespaceVerdict])
        $verdict.Outcome | Should -Be 'Failed'
        $verdict.Checked | Should -Be ($results.Count - 1)
        $verdict.Passed + $verdict.Warnings + $verdict.Failed + $verdict.Unknown | Should -Be $verdict.Checked
        $verdict.NotChecked.Check | Should -Be 'SplitDns', 'MailIdentity', 'Endpoint', 'LiveAutodiscover', 'Service'
        @($results | Select-Object -SkipLast 1 | Group-Object Check, Subject | Where-Object Count -GT 1).Count | Should -Be 0
    }

    It 'says the same as the command of a check' {
        $rows = @($captured | Compare-NamespacePlan -State $state -IncludeEqual @quiet -ErrorAction Ignore)
        $results = @(Test-Namespace $captured $state @day | Where-Object Check -EQ Comparison)

        $results.Count | Should -Be @($rows.Subject | Sort-Object -Unique).Count
        foreach ($result in $results) {
            $row = @($rows | Where-Object Subject -CEQ $result.Subject)
            @($row.Outcome) | Should -Contain $result.Outcome
        }
    }

    It 'needs neither plan nor state alone' {
        (Test-Namespace -State $state @day | Select-Object -Last 1).NotChecked.Check | Should -Contain 'Comparison'
        ($plan | Test-Namespace @day | Select-Object -Last 1).Outcome | Should -Be 'Passed'
    }

    It 'refuses what it would not use: <Call>' -ForEach @(
        @{ Call = { Test-Namespace }; Id = 'MemberMissing' }
        @{ Call = { $plan, $plan | Test-Namespace }; Id = 'InputContradiction' }
        @{ Call = { Test-Namespace -State $state -ExternalServer 127.0.0.1:9 }; Id = 'InputContradiction' }
        @{ Call = { $plan | Test-Namespace -InternalServer 127.0.0.1:9 }; Id = 'InputContradiction' }
        @{ Call = { $plan | Test-Namespace -DnsServer 127.0.0.1:9 }; Id = 'InputContradiction' }
        @{ Call = { $plan | Test-Namespace -ExternalServer nonsense }; Id = 'AddressInvalid' }
        @{ Call = { $plan | Test-Namespace -State 7 }; Id = 'StateObjectNotRecognised' }
    ) {
        $verdict = & $Call 2>&1

        $verdict[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $verdict[-1].Outcome | Should -Be 'Unknown'
    }

    It 'hands the code of a plug-in on: <Code>' -ForEach @(
        @{ Code = 0; Call = { $plan | Test-Namespace -As Nagios @day } }
        @{ Code = 1; Call = { Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion 2013 @quiet | Test-Namespace -As Nagios @day } }
        @{ Code = 2; Call = { Test-Namespace $captured $state -As Nagios @day } }
        @{ Code = 3; Call = { Test-Namespace -As Nagios -ErrorAction Ignore } }
    ) {
        $line = @(& $Call)

        $line.Count | Should -Be 1
        $line[0] | Should -Match ('^EXCHANGE NAMESPACE ' + ('OK', 'WARNING', 'CRITICAL', 'UNKNOWN')[$Code] + ' - ')
        $global:LASTEXITCODE | Should -Be $Code
    }

    It 'writes documents that are read back' {
        $report = [xml](Test-Namespace $captured $state -As JUnit @day)
        $document = Test-Namespace $captured $state -As Json @day | ConvertFrom-Json
        $verdict = Test-Namespace $captured $state @day | Select-Object -Last 1

        $report.testsuites.failures | Should -Be $verdict.Failed
        $document.failed | Should -Be $verdict.Failed
        $document.results.Count | Should -Be $verdict.Checked
    }

    Context 'beside a baseline' {
        BeforeEach { $file = Join-Path $TestDrive "$([guid]::NewGuid()).json" }

        It 'reports everything once' {
            $first = @(Test-Namespace $captured $state -Baseline $file @day | Select-Object -SkipLast 1)
            $second = @(Test-Namespace $captured $state -Baseline $file @day)

            $first.Change | Sort-Object -Unique | Should -Be 'New'
            $second.Count | Should -Be 1
            $second[0].Message | Should -Be 'Nothing differs from the baseline.'
        }

        It 'writes nothing with -WhatIf' {
            $null = Test-Namespace $captured $state -Baseline $file -WhatIf @day
            Test-Path $file | Should -BeFalse
            $null = Test-Namespace $captured $state -Baseline $file @day
            $before = Get-Content $file -Raw
            $null = $plan | Test-Namespace -Baseline $file -WhatIf @day
            Get-Content $file -Raw | Should -Be $before
        }

        It 'leaves a file alone that is no baseline' {
            Set-Content $file '{ "schemaVersion": 1, "problems": [ { "check": "x" } ] }'
            $before = Get-Content $file -Raw

            $verdict = Test-Namespace $captured $state -Baseline $file -ErrorVariable refused -ErrorAction SilentlyContinue @day

            $refused.Count | Should -BeGreaterThan 0
            $verdict.Outcome | Should -Be 'Unknown'
            Get-Content $file -Raw | Should -Be $before
        }
    }
}
