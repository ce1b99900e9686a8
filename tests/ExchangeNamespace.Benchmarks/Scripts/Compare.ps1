# Times the three ways in one process, in turn, and prints "way wall cpu" in milliseconds for each run. The processor time is
# that of the whole process, so it holds garbage collection and compilation too, and other programs do not disturb it.
param([string] $Manifest, [string] $Module, [int] $Count, [string] $Kind, [int] $Repetitions)

. ([System.IO.Path]::Combine($PSScriptRoot, 'Common.ps1'))
Import-Module $Manifest, $Module

# The ways are held against each other with fewer servers; for very many, the strings of these are written again and again.
$most = [System.Math]::Min($Count, 100000)
$servers = New-Server $most $Kind
[string[]] $some = & ([scriptblock]::Create($ways.Module))
[string[]] $interpolated = & ([scriptblock]::Create($ways.Interpolated))
if (-not [System.Linq.Enumerable]::SequenceEqual($some, $interpolated)) { throw 'The ways do not give the same lines.' }
$interpolated = $null
$lines = [string[]]::new(8 * $Count)
for ($i = 0; $i -lt $lines.Length; $i += $some.Length) { [System.Array]::Copy($some, 0, $lines, $i, $some.Length) }
$servers = New-Server $Count $Kind

$names = 'Module', 'Prebuilt', 'Interpolated'
$scripts = @{}
foreach ($name in $names) { $scripts[$name] = [scriptblock]::Create($ways[$name] + ' | Out-Null') }

# The first rounds warm up the engine and the compiler: with few servers a round is over before the code it runs is compiled for good.
$warmUp = [System.Math]::Max(2, [int] (100000 / $Count))
for ($round = -$warmUp; $round -lt $Repetitions; $round++) {
    for ($turn = 0; $turn -lt 3; $turn++) {
        $name = $names[($round + $warmUp + $turn) % 3]
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
