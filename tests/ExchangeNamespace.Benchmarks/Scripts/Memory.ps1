# Prints the bytes per server that the plan keeps, and the most that was alive beside it, in KiB, at 20 points of the export.
param([string] $Manifest, [int] $Count, [string] $Kind)

. ([System.IO.Path]::Combine($PSScriptRoot, 'Common.ps1'))
Import-Module $Manifest

function Get-LiveMemory {
    [System.GC]::Collect()
    [System.GC]::WaitForPendingFinalizers()
    [System.GC]::GetTotalMemory($true)
}

# Once before, so that what the engine and the catalogue keep for good is not counted.
$makePlan = [scriptblock]::Create($planning)
$servers = New-Server 100 $Kind
$null = & $makePlan | Export-VirtualDirectoryScript

# The servers are let go: PowerShell keeps a list of members on each object whose properties were read, which is not the plan's.
$servers = $null
$before = Get-LiveMemory
$servers = New-Server $Count $Kind
$plan = & $makePlan
$servers = $null
$base = Get-LiveMemory
$perServer = ($base - $before) / $Count

$most = 0
$seen = 0
$step = [int] (8 * $Count / 20)
$plan | Export-VirtualDirectoryScript | ForEach-Object {
    $seen++
    if ($seen % $step -eq 0) {
        $alive = (Get-LiveMemory) - $base
        if ($alive -gt $most) { $most = $alive }
    }
}

[string]::Format([cultureinfo]::InvariantCulture, '{0:f1} {1:f1}', $perServer, $most / 1024)
