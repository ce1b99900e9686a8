# Prints the milliseconds of Import-Clixml for all files of a capture, of Import-ExchangeState, and of the smallest script, for each run.
param([string] $Manifest, [string] $Folder, [int] $Count, [int] $Repetitions)

. ([System.IO.Path]::Combine($PSScriptRoot, 'Common.ps1'))
Import-Module $Manifest

$servers = New-Server $Count 'Name'
$plan = & ([scriptblock]::Create($planning))
for ($round = -1; $round -lt $Repetitions; $round++) {
    $times = foreach ($step in { Get-ChildItem -LiteralPath $Folder | ForEach-Object { Import-Clixml -LiteralPath $_.FullName } | Out-Null },
        { $script:state = Import-ExchangeState $Folder }, { $script:lines = $plan | Export-VirtualDirectoryScript -CurrentState $script:state }) {
        [System.GC]::Collect()
        [System.GC]::WaitForPendingFinalizers()
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        & $step
        $watch.Elapsed.TotalMilliseconds
    }
    if ($script:lines.Count -lt 7 * $Count) { throw 'Lines are missing.' }
    if ($round -ge 0) { [string]::Format([cultureinfo]::InvariantCulture, '{0:f1} {1:f1} {2:f1}', $times[0], $times[1], $times[2]) }
}
