BeforeDiscovery {
    $refused = @(
        @{ What = 'a version in between that is missing'; Id = 'MigrationPathUnsupported'; Category = 'InvalidArgument'; About = 'SE'; Says = '2010 -> 2016 -> SE'
            Run = { New-NamespaceMigration $plan2010 $target } }
        @{ What = 'the name of a server for another version'; Id = 'MigrationServerNameReused'; Category = 'InvalidArgument'; About = 'OLD1'; Says = 'name of its own'
            Run = { New-NamespaceMigration $present (Get-NamespacePlan OLD1 @names -ExchangeVersion SE) } }
        @{ What = 'a target with an older version'; Id = 'MigrationServerOlder'; Category = 'InvalidArgument'; About = 'NEW1'; Says = 'older'
            Run = { New-NamespaceMigration $target (Get-NamespacePlan NEW1 @names -ExchangeVersion 2019CU15) } }
        @{ What = 'a target that is the present plan'; Id = 'MigrationNothingToDo'; Category = 'InvalidArgument'; About = 'mail.contoso.com*'; Says = 'no server comes'
            Run = { New-NamespaceMigration $target $target } }
        @{ What = 'a time to live of more than seven days'; Id = 'ValueOutOfRange'; Category = 'InvalidArgument'; About = '8.00:00:00'; Says = '7 days'
            Run = { New-NamespaceMigration $present $target -TimeToLive 8.00:00:00 } }
        @{ What = 'captured settings without a server'; Id = 'StateEmpty'; Category = 'ObjectNotFound'; About = '0 server(s)*'; Says = 'No plan can be inferred'
            Run = { [pscustomobject]@{ CapturedBy = 'Get-AcceptedDomain'; Name = 'a'; DomainName = 'contoso.com' } | Import-ExchangeState |
                New-NamespaceMigration -Target $target } }
    )
    $texts = @(
        @{ What = 'New-NamespaceMigration, as the present plan'; Run = { New-NamespaceMigration 'plan.json' $target } }
        @{ What = 'New-NamespaceMigration, as the target'; Run = { New-NamespaceMigration $present 'plan.json' } }
        @{ What = 'New-NamespaceMigration, from the pipeline'; Run = { 'plan.json' | New-NamespaceMigration -Target $target } }
        @{ What = 'Test-NamespaceMigration'; Run = { 'runbook.json' | Test-NamespaceMigration } }
        @{ What = 'Export-NamespaceMigrationScript'; Run = { 'runbook.json' | Export-NamespaceMigrationScript } }
    )
}

Describe 'A migration' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../ExchangeNamespace.psd1') -Force -ErrorAction Stop
        $WarningPreference = 'SilentlyContinue'
        $names = @{ ExternalHost = 'mail.contoso.com'; ADDomain = 'contoso.com'; DnsModel = 'Pinpoint' }
        $present = Get-NamespacePlan @{ Name = 'OLD1'; IPAddress = '10.0.0.11' } @names -ExchangeVersion 2016CU23 -ExternalIPAddress 192.0.2.11
        $target = Get-NamespacePlan @{ Name = 'NEW1'; IPAddress = '10.0.0.21' } @names -ExchangeVersion SE -ExternalIPAddress 192.0.2.21
        $plan2010 = Get-NamespacePlan CAS10 @names -ExchangeVersion 2010SP3
        $level = @{ ForestFunctionalLevel = 'Windows2016Forest' }
        $migration = $present | New-NamespaceMigration -Target $target @level -TimeToLive 1:00:00
        $dates = @{ StartDate = '2026-12-07'; MaintenanceWindow = 'Sat 20:00-24:00'; TtlNow = 3600; AsOf = '2026-12-01' }

        # The rest of a migration without one of its steps: what a careless editor leaves.
        function Remove-Step($From, $Id) {
            $made = New-NamespaceMigration $From.Present $From.Target @level -TimeToLive 1:00:00
            $made.Steps = [ExchangeNamespace.Migration.MigrationStep[]]@($made.Steps | Where-Object { $_.Id -ne $Id })
            $made
        }
    }

    Context 'is planned' {
        It 'from a plan in the pipeline, in the order of the steps' {
            "$migration" | Should -BeLike 'mail.contoso.com: 1 hop(s), * step(s)'
            $migration.Steps.Number | Should -Be @(1..$migration.Steps.Count)
            foreach ($step in $migration.Steps) {
                foreach ($needed in $step.DependsOn) { @($migration.Steps | Where-Object { $_.Id -eq $needed }).Number | Should -BeLessThan $step.Number }
            }
        }

        It 'once for each plan in the pipeline' {
            @($present, $present | New-NamespaceMigration -Target $target @level).Count | Should -Be 2
        }

        It 'from captured settings, whose values are in the lines' {
            $state = Import-ExchangeState (Join-Path $PSScriptRoot '../../docs/examples/capture')
            $new = Get-NamespacePlan @{ Name = 'SE01'; Site = 'Paris' } @names -ExchangeVersion SE -Site @{ Name = 'Paris' }
            $made = $state | New-NamespaceMigration -Target $new @level -ErrorAction SilentlyContinue
            $made.State | Should -Be $state
            $send = $made.Steps | Where-Object { $_.Id -eq '1-send' }
            "$($send.Actions)" | Should -BeExactly 'Set-SendConnector -Identity "To Internet" -SourceTransportServers EX01,EX02,SE01'
            "$($send.TakeBack)" | Should -BeExactly 'Set-SendConnector -Identity "To Internet" -SourceTransportServers EX01,EX02'
        }

        It 'in two hops through a version in between' {
            $made = New-NamespaceMigration $plan2010 $target -Via $present @level
            $made.Plans.Count | Should -Be 2
            -join $made.Steps.Hop | Should -Match '^1+2+$'
            @($made.Steps | Where-Object { $_.Id -eq '1-end-uninstall-CAS10' }).Number |
                Should -BeLessThan @($made.Steps | Where-Object { $_.Id -eq '2-active-directory-SE' }).Number
        }

        It 'for one site first, whose servers alone come and go in that hop' {
            $sites = @{ Site = @{ Name = 'Paris'; ExternalHost = 'mail.contoso.com' }, @{ Name = 'Rom'; ExternalHost = 'rom.contoso.com' } }
            $rest = @{ ExternalHost = 'mail.contoso.com'; ADDomain = 'contoso.com'; DnsModel = 'Pinpoint' }
            $old = @{ Name = 'P16'; Site = 'Paris'; Version = '2016CU23' }, @{ Name = 'R16'; Site = 'Rom'; Version = '2016CU23' }
            $half = @{ Name = 'PSE'; Site = 'Paris'; Version = 'SE' }, $old[1]
            $all = $half[0], @{ Name = 'RSE'; Site = 'Rom'; Version = 'SE' }
            $made = New-NamespaceMigration (Get-NamespacePlan $old @rest @sites) (Get-NamespacePlan $all @rest @sites) -Via (Get-NamespacePlan $half @rest @sites) @level
            $touched = @($made.Steps | Where-Object { $_.Hop -eq 1 } | ForEach-Object { $_.Actions } |
                Where-Object { $_ -is [ExchangeNamespace.Migration.ServerChange] } | ForEach-Object { "$($_.Stage) $($_.Server)" })
            $touched | Should -Be 'Install PSE', 'Maintenance P16', 'Uninstall P16'
        }

        It 'in place, where no name, certificate or mailbox changes' {
            $old = Get-NamespacePlan EX1, EX2 @names -ExchangeVersion 2019CU15
            $made = $old | New-NamespaceMigration -Target (Get-NamespacePlan EX1, EX2 @names -ExchangeVersion SE) @level
            @($made.Steps.Phase | Sort-Object -Unique) | Should -Be 'Capture', 'Install'
            @($made.Steps | ForEach-Object { $_.Actions } | Where-Object { $_.GetType().Name -notin 'ConsoleLine', 'ManualWork', 'ExchangeLine', 'ServerChange', 'PoolChange' }) |
                Should -BeNullOrEmpty
        }

        It 'not, and says why: <What>' -TestCases $refused {
            $made = & $Run 2>&1
            @($made).Count | Should -Be 1
            $made | Should -BeOfType ([Management.Automation.ErrorRecord])
            $made.FullyQualifiedErrorId | Should -BeExactly "$Id,ExchangeNamespace.Cmdlets.NewNamespaceMigrationCommand"
            "$($made.CategoryInfo.Category)" | Should -BeExactly $Category
            "$($made.TargetObject)" | Should -BeLike $About
            $made.Exception.Message | Should -BeLike "*$Says*"
        }

        It 'with findings that have a code, and are warnings of the shell' {
            $made = New-NamespaceMigration $present $target -WarningVariable said
            @($said | ForEach-Object { "$_".Substring(0, 6) } | Sort-Object) |
                Should -Be @($made.Findings | Where-Object { $_.Severity -eq 'Warning' } | ForEach-Object { $_.Code } | Sort-Object)
        }
    }

    Context 'is tested' {
        It 'and passes as it is made' {
            $migration | Test-NamespaceMigration -Quiet | Should -BeExactly $true
            @($migration | Test-NamespaceMigration | Where-Object { $_.Outcome -notin 'Passed', 'Warning' }) | Should -BeNullOrEmpty
        }

        It 'and fails where the certificate of the new server was forgotten, with the step and the way there' {
            $verdicts = @(Remove-Step $migration '1-certificate-NEW1' | Test-NamespaceMigration -Client OutlookOnTheWeb -ErrorVariable found -ErrorAction SilentlyContinue)
            $first = $verdicts | Where-Object { $_.Outcome -eq 'Failed' } | Select-Object -First 1
            $first.StepId | Should -BeLike '1-cutover-*'
            $first.Path[-1] | Should -BeLike 'NEW1 shows the certificate that setup signed itself*'
            $found[0].FullyQualifiedErrorId | Should -BeExactly 'EXN702,ExchangeNamespace.Cmdlets.TestNamespaceMigrationCommand'
            "$($found[0].CategoryInfo.Category) $($found[0].TargetObject)" | Should -BeExactly 'InvalidResult mail.contoso.com'
        }

        It 'for the kinds of clients that are named alone' {
            @($migration | Test-NamespaceMigration -Client Target, ActiveSync | ForEach-Object { "$($_.Client)" } | Sort-Object -Unique) | Should -Be 'ActiveSync', 'Target'
        }

        It 'with one answer for several migrations' {
            $migration, (Remove-Step $migration '1-certificate-NEW1') | Test-NamespaceMigration -Quiet -ErrorAction SilentlyContinue | Should -BeExactly $false
        }
    }

    Context 'is written' {
        BeforeEach {
            $folder = Join-Path $TestDrive ([guid]::NewGuid())
            $null = New-Item -ItemType Directory -Path $folder
            Push-Location -LiteralPath $folder
        }

        AfterEach { Pop-Location }

        It 'as a page, the same in the pipeline and in a file' {
            $page = @($migration | Export-NamespaceMigrationScript @dates)
            $migration | Export-NamespaceMigrationScript @dates -Path 'move.md'
            $bytes = [IO.File]::ReadAllBytes((Join-Path $folder 'move.md'))
            $bytes[0] | Should -Be ([byte][char]'#')
            [Text.Encoding]::UTF8.GetString($bytes) | Should -BeExactly "$($page -join "`n")`n"
        }

        It 'as data with every step, its lines and its day' {
            $migration | Export-NamespaceMigrationScript @dates -Path 'move.json'
            $data = Get-Content -LiteralPath 'move.json' -Raw | ConvertFrom-Json
            @($data.steps.id) | Should -Be @($migration.Steps.Id)
            @($data.calendar.entries | Where-Object { $_.kind -eq 'Step' }).Count | Should -Be $migration.Steps.Count
            $lines = @($data.steps | Where-Object { $_.id -eq '1-end-scp-2016CU23' } | ForEach-Object { $_.actions.lines })
            $lines | Should -BeExactly 'Set-ClientAccessService -Identity OLD1 -AutoDiscoverServiceInternalUri $null'
        }

        It 'as a folder: scripts that the shells can read, in the order of the checklist' {
            ($migration | Export-NamespaceMigrationScript @dates -Folder 'move' -PassThru).FullName | Should -BeExactly (Join-Path $folder 'move')
            $scripts = @(Get-ChildItem -LiteralPath 'move' -Filter '*.ps1')
            $scripts.Count | Should -BeGreaterThan 5
            foreach ($script in $scripts) {
                $errors = $null
                $null = [Management.Automation.Language.Parser]::ParseFile($script.FullName, [ref] $null, [ref] $errors)
                $errors | Should -BeNullOrEmpty
                [IO.File]::ReadAllText($script.FullName) | Should -Not -Match '[^\x20-\x7E\r\n]'
            }
            @(Get-Content -LiteralPath 'move/checklist.md' | Where-Object { $_ -match '^## (\d+)\. ' } | ForEach-Object { [int] ($_ -replace '^## (\d+).*', '$1') }) |
                Should -Be @(1..$migration.Steps.Count)
        }

        It 'with names that are not ASCII, as they are' {
            $site = "Z$([char]0xFC)rich"
            $old = Get-NamespacePlan @{ Name = 'Z1'; Site = $site } @names -ExchangeVersion 2016CU23 -Site @{ Name = $site }
            $new = Get-NamespacePlan @{ Name = 'Z2'; Site = $site } @names -ExchangeVersion SE -Site @{ Name = $site }
            $place = "Umzug $site $([char]0x65E5)$([char]0x672C)"
            $made = New-NamespaceMigration $old $new @level
            $made | Export-NamespaceMigrationScript -Folder $place
            Get-Content -LiteralPath (Join-Path $place 'runbook.md') -Encoding UTF8 | Where-Object { $_ -like "*Move the mailboxes of $site*" } | Should -Not -BeNullOrEmpty
            $data = Get-Content -LiteralPath (Join-Path $place 'runbook.json') -Raw | ConvertFrom-Json
            $data.steps.title | Should -Contain "Move the mailboxes of $site, in batches"
            [IO.File]::ReadAllText((Join-Path (Join-Path $folder $place) 'runbook.json')) | Should -Not -Match '[^\x20-\x7E\n]'
        }

        It 'not over a file without -Force' {
            'mine' | Set-Content -LiteralPath 'move.md'
            { $migration | Export-NamespaceMigrationScript -Path 'move.md' -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,*'
            Get-Content -LiteralPath 'move.md' | Should -BeExactly 'mine'
            $migration | Export-NamespaceMigrationScript -Path 'move.md' -Force
            Get-Content -LiteralPath 'move.md' | Select-Object -First 1 | Should -BeExactly '# Migration of mail.contoso.com'
        }

        It 'into a folder with files with -Force alone, and leaves what is not of a runbook' {
            $null = New-Item -ItemType Directory -Path 'move'
            'mine' | Set-Content -LiteralPath 'move/notes.txt'
            { $migration | Export-NamespaceMigrationScript -Folder 'move' -ErrorAction Stop } | Should -Throw -ErrorId 'FolderNotEmpty,*'
            @(Get-ChildItem -LiteralPath 'move').Name | Should -Be 'notes.txt'
            $migration | Export-NamespaceMigrationScript -Folder 'move' -Force
            Get-Content -LiteralPath 'move/notes.txt' | Should -BeExactly 'mine'
            'move/README.md' | Should -Exist
        }

        It 'not into a folder that takes no file' {
            if ([Environment]::OSVersion.Platform -ne [PlatformID]::Unix) { Set-ItResult -Skipped -Because 'only Linux has a folder into which no user may write'; return }
            { $migration | Export-NamespaceMigrationScript -Folder '/proc/move' -ErrorAction Stop } | Should -Throw -ErrorId 'PathNotWritable,*'
            { $migration | Export-NamespaceMigrationScript -Path '/proc/move.md' -ErrorAction Stop } | Should -Throw -ErrorId 'PathNotWritable,*'
        }

        It 'refuses <What> as <Id>, and writes nothing' -TestCases @(
            @{ What = 'another form'; Parameters = @{ Path = 'move.txt' }; Id = 'RunbookFormUnknown' }
            @{ What = 'a file in a folder that is not there'; Parameters = @{ Path = 'none/move.md' }; Id = 'PathNotWritable' }
            @{ What = 'a folder in one that is not there'; Parameters = @{ Folder = 'none/move' }; Id = 'PathNotWritable' }
            @{ What = 'a drive without files'; Parameters = @{ Folder = 'Env:move' }; Id = 'PathNotFileSystem' }
            @{ What = 'a root'; Parameters = @{ Folder = '/' }; Id = 'PathNotFileSystem' }
            @{ What = 'a start before today'; Parameters = @{ Folder = 'move'; StartDate = '2026-11-30'; AsOf = '2026-12-01' }; Id = 'ValueOutOfRange' }
            @{ What = 'a window without hours'; Parameters = @{ Folder = 'move'; StartDate = '2026-12-07'; AsOf = '2026-12-01'; MaintenanceWindow = 'Saturday' }; Id = 'HoursInvalid' }
            @{ What = 'a window without a start'; Parameters = @{ Folder = 'move'; MaintenanceWindow = 'Sat 20:00-24:00' }; Id = 'InputContradiction' }
        ) {
            { $migration | Export-NamespaceMigrationScript @Parameters -Force -ErrorAction Stop } | Should -Throw -ErrorId "$Id,*"
            Get-ChildItem -LiteralPath $folder -Force -Recurse | Should -BeNullOrEmpty
        }

        It 'not with -WhatIf' {
            $migration | Export-NamespaceMigrationScript -Folder 'move' @dates -WhatIf
            $migration | Export-NamespaceMigrationScript -Path 'move.md' @dates -WhatIf
            { $migration | Export-NamespaceMigrationScript @dates -WhatIf -ErrorAction Stop } | Should -Throw -ErrorId 'LinesNotRehearsed,*'
            Get-ChildItem -LiteralPath $folder -Force | Should -BeNullOrEmpty
        }

        It 'once: a second migration is an error, and the first stays' {
            { $migration, $migration | Export-NamespaceMigrationScript -Path 'move.md' -Force -ErrorAction Stop } | Should -Throw -ErrorId 'SeveralMigrations,*'
            'move.md' | Should -Exist
        }

        It 'with an error that the simulation found at its top' {
            $damaged = Remove-Step $migration '1-certificate-NEW1'
            $page = @($damaged | Export-NamespaceMigrationScript -ErrorVariable found -ErrorAction SilentlyContinue)
            $found[0].FullyQualifiedErrorId | Should -BeLike 'EXN715,*'
            "$($found[0].CategoryInfo.Category) $($found[0].TargetObject)" | Should -BeExactly 'InvalidResult mail.contoso.com'
            $page.IndexOf('## Overview') | Should -BeGreaterThan ([array]::FindIndex([string[]] $page, [Predicate[string]] { $args[0] -match 'EXN715' }))
        }
    }

    Context 'has a calendar' {
        It 'with each step within the hours that were given, by the clock of this computer' {
            $hours = @{ StartDate = '2026-12-07'; AsOf = '2026-12-01'; TtlNow = 3600; MaintenanceWindow = 'Sat 22:00-02:00', 'Wed 20:00-23:00'; WorkingHours = 'Mon-Thu 08:00-16:00' }
            $entries = @($migration | Export-NamespaceMigrationScript -Calendar @hours)
            @($entries | Where-Object { $_.Kind -eq 'Step' }).Count | Should -Be $migration.Steps.Count
            foreach ($entry in $entries | Where-Object { $_.Kind -eq 'Step' }) {
                $entry.Begin.Offset | Should -Be ([TimeZoneInfo]::Local.GetUtcOffset($entry.Begin))
                $day = "$($entry.Begin.DayOfWeek)"
                $clock = $entry.Begin.TimeOfDay.TotalHours
                if ("$($entry.Window)" -eq 'MaintenanceWindow') {
                    (($day -eq 'Saturday' -and $clock -ge 22) -or ($day -eq 'Sunday' -and $clock -lt 2) -or ($day -eq 'Wednesday' -and $clock -ge 20 -and $clock -lt 23)) |
                        Should -BeTrue -Because "$entry"
                } else {
                    ($day -in 'Monday', 'Tuesday', 'Wednesday', 'Thursday' -and $clock -ge 8 -and $clock -lt 16) | Should -BeTrue -Because "$entry"
                }
            }
        }

        It 'in the hours of Berlin where the computer is there, on both sides of the change of its clock' {
            if ([Environment]::OSVersion.Platform -ne [PlatformID]::Unix) { Set-ItResult -Skipped -Because 'only Linux takes its time zone from the environment'; return }
            $before = $env:TZ
            try {
                $env:TZ = 'Europe/Berlin'
                [TimeZoneInfo]::ClearCachedData()
                $steps = @($migration | Export-NamespaceMigrationScript -Calendar -StartDate 2027-03-22 -AsOf 2027-03-20 -TtlNow 3600 -MaintenanceWindow 'Sun 03:00-07:00' |
                    Where-Object { $_.Window -eq 'MaintenanceWindow' } | ForEach-Object { $_.Begin.ToString('yyyy-MM-dd HH:mm zzz') })
                $steps[0] | Should -BeExactly '2027-03-28 03:00 +02:00'
                $work = @($migration | Export-NamespaceMigrationScript -Calendar -StartDate 2027-03-22 -AsOf 2027-03-20 -TtlNow 3600 -MaintenanceWindow 'Sun 03:00-07:00')
                ($work | Where-Object { $_.Kind -eq 'Step' } | Select-Object -First 1).Begin.ToString('yyyy-MM-dd HH:mm zzz') | Should -BeExactly '2027-03-22 09:00 +01:00'
            } finally {
                $env:TZ = $before
                [TimeZoneInfo]::ClearCachedData()
            }
        }

        It 'as one chart' {
            $chart = @($migration | Export-NamespaceMigrationScript -Calendar -AsGraph @dates)
            $chart.Count | Should -Be 1
            $chart[0] | Should -BeLike "gantt`n*"
        }

        It 'is shown with -WhatIf, because it changes nothing' {
            @($migration | Export-NamespaceMigrationScript -Calendar @dates -WhatIf).Count | Should -BeGreaterThan $migration.Steps.Count
        }

        It 'without a day for a step that no window holds, and with an error that says which' {
            $null = $migration | Export-NamespaceMigrationScript -Calendar -StartDate 2026-12-07 -AsOf 2026-12-01 -TtlNow 3600 -MaintenanceWindow 'Sat 22:00-22:20' -ErrorVariable found -ErrorAction SilentlyContinue
            $found[0].FullyQualifiedErrorId | Should -BeLike 'EXN682,*'
            "$($found[0].CategoryInfo.Category)" | Should -BeExactly 'InvalidResult'
            "$($found[0].TargetObject)" | Should -BeExactly '1-certificate-OLD1'
        }
    }

    It 'names commands of this module with parameters that they have' {
        $in2010 = New-NamespaceMigration $plan2010 $target -Via $present @level
        $lines = @($migration, $in2010 | ForEach-Object { $_.Steps } | ForEach-Object { $_.Before; $_.After } | ForEach-Object { $_.Line } | Where-Object { $_ } | Sort-Object -Unique)
        $wrong = foreach ($line in $lines) {
            $errors = $null
            $read = [Management.Automation.Language.Parser]::ParseInput(($line -replace '<[^>]+>', 'X'), [ref] $null, [ref] $errors)
            $errors | ForEach-Object { "$line $_" }
            foreach ($call in $read.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true)) {
                $command = Get-Command -Name $call.GetCommandName() -Module ExchangeNamespace -ErrorAction SilentlyContinue
                $call.CommandElements | Where-Object { $command -and $_ -is [Management.Automation.Language.CommandParameterAst] } |
                    Where-Object { -not $command.Parameters.ContainsKey($_.ParameterName) } | ForEach-Object { "$line has no -$($_.ParameterName)" }
            }
        }
        $wrong | Should -BeNullOrEmpty
        @($lines | Where-Object { $_ -like 'Test-Namespace*' }).Count | Should -BeGreaterThan 2
    }

    It 'has checks, effects and waits that read as sentences' {
        $step = $migration.Steps | Where-Object { $_.Id -eq '1-cutover-inside-mail.contoso.com' }
        "$($step.Before[0])" | Should -BeLike '*. Expected: both are so'
        "$($step.Effects[0])" | Should -BeLike 'Every client inside: They reach the new servers*'
        "$($step.Wait)" | Should -BeLike '01:15:00: Resolvers keep*'
    }

    It 'cannot lose its plans, and takes no step made of a table' {
        $made = New-NamespaceMigration $present $target
        { $made.Present = $null } | Should -Throw '*begins with a plan*'
        { $made.Plans = [ExchangeNamespace.Model.NamespacePlan[]]@() } | Should -Throw '*ends with a plan*'
        { [ExchangeNamespace.Migration.MigrationStep]@{ Title = 'mine' } } | Should -Throw '*MigrationStep*'
    }

    It 'is not a text: <What>' -TestCases $texts {
        $said = try { & $Run 2>&1 } catch { $_ }
        @($said).Count | Should -Be 1
        $said.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError,*'
        "$($said.CategoryInfo.Category)" | Should -BeExactly 'InvalidData'
        $said.Exception.Message | Should -Match 'Import-NamespacePlan reads a plan file|New-NamespaceMigration makes it'
    }
}
