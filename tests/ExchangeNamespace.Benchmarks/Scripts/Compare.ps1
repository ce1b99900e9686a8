# Times the three ways in one process, in turn, and prints "way wall cpu" in milliseconds for each run. The processor time is
# that of the whole process, so it holds garbage collection and compilation too, and other programs do not disturb it.
param([string] $Module, [int] $Count, [string] $Kind, [int] $Repetitions)

. ([System.IO.Path]::Combine($PSScriptRoot, 'Common.ps1'))
Import-Module $Module

$servers = New-Server $Count $Kind
[string[]] $lines = & ([scriptblock]::Create($ways.Module))
[string[]] $interpolated = & ([scriptblock]::Create($ways.Interpolated))
if (-not [System.Linq.Enumerable]::SequenceEqual($lines, $interpolated)) { throw 'The ways do not give the same lines.' }
$interpolated = $null

$names = 'Module', 'Prebuilt', 'Interpolated'
$scripts = @{}
foreach ($name in $names) { $scripts[$name] = [scriptblock]::Create($ways[$name] + ' | Out-Null') }

# The first two rounds warm up the engine and the compiler.
for ($round = -2; $round -lt $Repetitions; $round++) {
    for ($turn = 0; $turn -lt 3; $turn++) {
        $name = $names[($round + 3 + $turn) % 3]
        $script = $scripts[$name]
        [System.GC]::Collect()
        [System.GC]::WaitForPendingFinalizers()
        $cpu = [System.Environment]::CpuUsage.TotalTime
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        & $script
        $wall = $watch.Elapsed
        $cpu = [System.Environment]::CpuUsage.TotalTime - $cpu
        if ($round -ge 0) { [string]::Format([cultureinfo]::InvariantCulture, '{0} {1:f3} {2:f3}', $name, $wall.TotalMilliseconds, $cpu.TotalMilliseconds) }
    }
}
