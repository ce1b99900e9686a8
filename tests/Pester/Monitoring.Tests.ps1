Describe 'The scripts of the page about monitoring' {
    BeforeDiscovery {
        $text = [IO.File]::ReadAllText((Join-Path $PSScriptRoot '../../docs/monitoring.md'))
        $blocks = @([regex]::Matches($text, '(?ms)^```\w*\r?\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value })
        $scripts = @($blocks | Where-Object { $_ -notmatch '(?m)^\[Service\]' } | ForEach-Object { @{ Text = $_; First = ($_ -split '\r?\n')[0] } })
        $units = @($blocks | Where-Object { $_ -match '(?m)^\[Service\]' } | ForEach-Object { @{ Text = $_ } })
    }

    BeforeAll {
        $manifest = Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1'
        Import-Module $manifest -Force -ErrorAction Stop
        . (Join-Path $PSScriptRoot '../Support/CleanShell.ps1')
        $text = [IO.File]::ReadAllText((Join-Path $PSScriptRoot '../../docs/monitoring.md'))
        $capture = Join-Path $PSScriptRoot '../../docs/examples/capture'
        $quiet = @{ WarningAction = 'SilentlyContinue'; InformationAction = 'Ignore' }
        $plan = (Import-ExchangeState $capture @quiet).Servers | Get-NamespacePlan -ExternalHost mail.contoso.com -DnsModel Split @quiet

        # Of a module that Windows alone has: what its pages list, as far as the page uses it.
        $ofWindows = @{
            'New-ScheduledTaskAction'  = 'Execute', 'Argument', 'WorkingDirectory', 'Id'
            'New-ScheduledTaskTrigger' = 'Daily', 'At', 'Once', 'Weekly', 'AtLogOn', 'AtStartup', 'DaysInterval', 'RandomDelay'
            'Register-ScheduledTask'   = 'TaskName', 'Action', 'Trigger', 'User', 'Password', 'Principal', 'Settings', 'RunLevel', 'TaskPath', 'Force'
        }

        # The script of the page with a place of its own; -Probe would contact the hosts of the plan.
        function Get-Example([string] $Sign, [hashtable] $Places) {
            $block = [regex]::Matches($text, '(?ms)^```\w*\r?\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value } | Where-Object { $_.Contains($Sign) }
            @($block).Count | Should -Be 1
            foreach ($place in $Places.Keys) { $block.Contains($place) | Should -BeTrue -Because $place; $block = $block.Replace($place, $Places[$place]) }
            $block.Replace(' -Probe', '')
        }
    }

    It 'are some' { $text | Should -Match 'Test-Namespace' }

    It 'parse, with commands and parameters that exist: <First>' -ForEach $scripts {
        $errors = $null
        $tree = [Management.Automation.Language.Parser]::ParseInput($Text, [ref] $null, [ref] $errors)
        $errors | Should -BeNullOrEmpty
        $commands = $tree.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true)
        foreach ($command in $commands) {
            $name = $command.GetCommandName()
            $known = if ($ofWindows.ContainsKey($name)) { $ofWindows[$name] } else { (Get-Command $name -ErrorAction Stop).Parameters.Keys }
            foreach ($parameter in $command.CommandElements | Where-Object { $_ -is [Management.Automation.Language.CommandParameterAst] }) {
                $known | Should -Contain $parameter.ParameterName -Because "$name has it"
            }
        }
    }

    It 'are started by units of known sections and settings' -ForEach $units {
        foreach ($line in $Text -split '\r?\n' | Where-Object { $_ }) {
            $line | Should -Match '^(# /etc/systemd/system/[\w-]+\.(service|timer)|\[(Service|Timer|Install)\]|(Type|User|ExecStart|OnCalendar|RandomizedDelaySec|Persistent|WantedBy)=\S.*)$'
        }
        $Text | Should -Match '(?m)^ExecStart=/usr/bin/pwsh -NoProfile -File /\S+\.ps1\r?$'
    }

    It 'hand the code of the plug-in on: <Code>' -ForEach @(@{ Code = 1; File = 'plan.json' }, @{ Code = 3; File = 'none.json' }) {
        $script = Join-Path $TestDrive "check_namespace_$Code.ps1"
        $plan | Export-NamespacePlan -Path (Join-Path $TestDrive 'plan.json') -Force
        Set-Content -LiteralPath $script -Value (Get-Example '# check_namespace.ps1' @{
                '/etc/exchange/plan.json' = "'$(Join-Path $TestDrive $File)'"; 'Import-Module ExchangeNamespace' = "Import-Module '$manifest'" })

        $line = Invoke-CleanShell "`$ProgressPreference = 'SilentlyContinue'; & '$script'; exit `$LASTEXITCODE"

        $LASTEXITCODE | Should -BeIn $(if ($Code -eq 3) { 3 } else { 0, 1, 2 })
        @($line)[-1] | Should -Match '^EXCHANGE NAMESPACE (OK|WARNING|CRITICAL|UNKNOWN) - '
        (@($line)[-1] -cmatch 'NAMESPACE UNKNOWN') | Should -Be ($Code -eq 3)
    }

    It 'put the metrics whole in their place' -Skip:($PSVersionTable.PSVersion.Major -lt 6) {
        $place = Join-Path $TestDrive 'exchange_namespace.prom'
        . ([scriptblock]::Create((Get-Example '-As Prometheus' @{ '/var/lib/prometheus/node-exporter/exchange_namespace.prom' = $place })))

        Test-Path "$place.new" | Should -BeFalse
        [IO.File]::ReadAllBytes($place)[0] | Should -Be ([int][char]'#')
        Get-Content -LiteralPath $place | Should -Contain '# TYPE exchange_namespace_verdict gauge'
    }

    It 'report what changed, once' {
        $folder = "$TestDrive"
        $plan | Export-NamespacePlan -Path (Join-Path $folder 'plan.json') -Force
        $run = [scriptblock]::Create((Get-Example '-Baseline' @{
                    'C:\Exchange\plan.json' = "'$(Join-Path $folder 'plan.json')'"; 'C:\Exchange\capture' = "'$capture'"
                    'C:\Exchange\baseline.json' = "'$(Join-Path $folder 'baseline.json')'"; 'C:\Exchange\changes.txt' = "'$(Join-Path $folder 'changes.txt')'" }))
        . $run
        $written = Join-Path $folder 'changes.txt'
        Get-Content -LiteralPath $written -Raw | Should -Match 'Change\s+: New'
        Remove-Item -LiteralPath $written
        . $run
        Test-Path -LiteralPath $written | Should -BeFalse
    }
}
