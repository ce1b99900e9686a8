BeforeDiscovery {
    # Every command that writes lines, with what it needs; Rehearses says which can put -WhatIf on each line.
    $writers = @(
        @{ Command = 'Export-VirtualDirectoryScript'; Rehearses = $true; Takes = @{}; FromPlan = $true }
        @{ Command = 'Export-MailFlowScript'; Rehearses = $true; Takes = @{}; FromPlan = $true }
        @{ Command = 'Export-CertificateRenewalScript'; Rehearses = $false; Takes = @{ Organization = 'Contoso' }; FromPlan = $true }
        @{ Command = 'Export-DnsScript'; Rehearses = $false; Takes = @{ View = 'External'; Format = 'DnsServer'; Address = @{ 'mail.contoso.com' = '203.0.113.10' } }; FromPlan = $true }
        @{ Command = 'New-SanCertificateRequest'; Rehearses = $false; Takes = @{}; FromPlan = $true }
        @{ Command = 'Export-StateCaptureScript'; Rehearses = $false; Takes = @{ ExchangeVersion = 'SE' }; FromPlan = $false }
        @{ Command = 'Export-KerberosScript'; Rehearses = $false; Takes = @{ AccountName = 'CONTOSO\EXCHASA$' }; FromPlan = $true }
        @{ Command = 'Export-LoadBalancerScript'; Rehearses = $false; Takes = @{ ListenAddress = '192.0.2.10' }; FromPlan = $true }
        @{ Command = 'Export-AdminTunnelScript'; Rehearses = $false; Takes = @{ SshHost = 'ssh.contoso.com'; Server = 'EX01' }; FromPlan = $false }
        @{ Command = 'Export-ClusterRecoveryScript'; Rehearses = $false; FromPlan = $false; Takes = @{
                ClusterName = 'EXCLUSTER'; ClusteredMailboxServer = 'CMS1'; WindowsVersion = '2008'; Node = 'N1', 'N2'; SurvivingNode = 'N2'
                ExchangeNode = 'N1', 'N2'; Variant = 'FailBack'
            }
        }
        @{ Command = 'Export-NamespaceMigrationScript'; Rehearses = $false; Takes = @{}; FromPlan = $false }
        @{ Command = 'Test-ExchangeScript'; Rehearses = $false; Takes = @{ Script = "Set-OwaVirtualDirectory $([char]0x2013)Identity x"; ExchangeVersion = 'SE'; Fix = $true }; FromPlan = $false }
    )
}

Describe '-WhatIf of a command that writes lines' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $plan = Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion SE -DnsModel Split -MailHost smtp.contoso.com -MailIPAddress 203.0.113.25 -WarningAction SilentlyContinue

        $newer = Get-NamespacePlan EX02 mail.contoso.com -ExchangeVersion SE -DnsModel Split -WarningAction SilentlyContinue
        $balanced = Get-NamespacePlan @{ Name = 'EX01'; IPAddress = '192.0.2.1' } mail.contoso.com -ExchangeVersion SE -DnsModel Split -WarningAction SilentlyContinue
        $migration = New-NamespaceMigration $plan $newer -WarningAction SilentlyContinue

        function Get-Input($Command, $Takes, $FromPlan) {
            $given = $Takes.Clone()
            if ($FromPlan) { $given.Plan = $plan }
            if ($Command -eq 'Export-LoadBalancerScript') { $given.Plan = $balanced }
            if ($Command -eq 'Export-NamespaceMigrationScript') { $given.Migration = $migration }
            $given
        }

        function Invoke-Writer($Command, $Takes, $FromPlan, $Common) {
            $given = (Get-Input $Command $Takes $FromPlan) + $Common
            & $Command @given -WarningAction SilentlyContinue
        }

        # The lines of the plan, each as a command that counts what it changes and honours -WhatIf as Exchange does.
        $script:changed = 0
        $names = $plan | Export-VirtualDirectoryScript -AsCommand | ForEach-Object { $_.Name } | Sort-Object -Unique
        foreach ($name in $names) {
            Set-Item "function:$name" {
                param([Parameter(ValueFromRemainingArguments = $true)] $rest)
                if (@($rest) -notcontains '-WhatIf') { $script:changed++ }
            }
        }
    }

    It 'is known for each of them' -TestCases @{ writers = $writers } {
        $known = @($writers | ForEach-Object { $_.Command })
        Get-Command -Module ExchangeNamespace | Where-Object { $_.Name -like 'Export-*Script' } | ForEach-Object { $known | Should -Contain $_.Name }
    }

    It 'writes the lines of <Command> without it' -TestCases $writers {
        @(Invoke-Writer $Command $Takes $FromPlan @{}).Count | Should -BeGreaterThan 0
    }

    It 'holds for <Command>' -TestCases $writers {
        $lines = @(Invoke-Writer $Command $Takes $FromPlan @{ WhatIf = $true; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'refused' })
        if ($Rehearses) {
            $commands = @($lines | Where-Object { $_ -notlike '#*' })
            $commands.Count | Should -BeGreaterThan 0
            $commands | ForEach-Object { $_ | Should -BeLike '* -WhatIf' }
        } else {
            $lines.Count | Should -Be 0
        }
    }

    It 'says for <Command> why there is no line' -TestCases ($writers | Where-Object { -not $_.Rehearses }) {
        $given = Get-Input $Command $Takes $FromPlan
        $null = & $Command @given -WhatIf -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable refused
        @($refused | Where-Object { $_.FullyQualifiedErrorId -like 'LinesNotRehearsed,*' }).Count | Should -Be 1
    }

    It 'holds as preference for <Command>' -TestCases $writers {
        $WhatIfPreference = $true
        $lines = @(Invoke-Writer $Command $Takes $FromPlan @{ ErrorAction = 'SilentlyContinue' })
        @($lines | Where-Object { $_ -notlike '#*' -and $_ -notlike '* -WhatIf' }).Count | Should -Be 0
    }

    It 'changes nothing behind Invoke-Expression, and the lines without it do' {
        $plan | Export-VirtualDirectoryScript -WhatIf | Invoke-Expression
        $script:changed | Should -Be 0
        $plan | Export-VirtualDirectoryScript | Invoke-Expression
        $script:changed | Should -BeGreaterThan 5
    }

    It 'holds for command objects' {
        $plan | Export-VirtualDirectoryScript -AsCommand -WhatIf | ForEach-Object { $_.Line | Should -BeLike '* -WhatIf' }
    }

    It 'leaves a file unwritten' {
        $plan | Export-VirtualDirectoryScript -WhatIf -Path (Join-Path $TestDrive 'no.ps1')
        Join-Path $TestDrive 'no.ps1' | Should -Not -Exist
    }

    It 'writes no line of a version that has no -WhatIf' {
        $old = Get-NamespacePlan RTM1 mail.contoso.com -ExchangeVersion 2007RTM -DnsModel Split -WarningAction SilentlyContinue
        $lines = $old | Export-VirtualDirectoryScript -WhatIf -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable refused
        $lines | Should -BeNullOrEmpty
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'RehearseNotInVersion,*'
    }
}

Describe '-Confirm of a command that writes lines' {
    It 'asks, and a shell that cannot ask writes no line' {
        $module = Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1'
        $command = "Import-Module '$module'; Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion SE -DnsModel Split -WarningAction SilentlyContinue | Export-VirtualDirectoryScript -Confirm"
        $shell = (Get-Process -Id $PID).Path
        $out = @(& $shell -NoProfile -NonInteractive -Command $command 2>&1)
        @($out | Where-Object { "$_" -like 'Set-*' }).Count | Should -Be 0
    }
}
