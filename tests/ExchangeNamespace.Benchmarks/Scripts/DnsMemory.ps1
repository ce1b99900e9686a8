# Prints what the names that were given take, and the most that was alive beside them while verdicts came, in KiB, at 20 points.
param([string] $Manifest, [int] $Count, [string] $Inside, [string] $Outside)

Import-Module $Manifest
function Get-LiveMemory {
    [System.GC]::Collect()
    [System.GC]::WaitForPendingFinalizers()
    [System.GC]::GetTotalMemory($true)
}

$null = 0..499 | ForEach-Object { "n$_.bench.example" } | Test-SplitDns -InternalServer $Inside -ExternalServer $Outside -WarningAction SilentlyContinue
$before = Get-LiveMemory
$names = foreach ($i in 0..($Count - 1)) { "n$i.bench.example" }
$step = [int] ($Count / 20)
$state = @{ Seen = 0; First = 0; Most = 0 }
$names | Test-SplitDns -InternalServer $Inside -ExternalServer $Outside -WarningAction SilentlyContinue | ForEach-Object {
    $state.Seen++
    if ($state.Seen -eq 1) { $state.First = Get-LiveMemory }
    elseif ($state.Seen % $step -eq 0) {
        $alive = Get-LiveMemory
        if ($alive -gt $state.Most) { $state.Most = $alive }
    }
}
[string]::Format([cultureinfo]::InvariantCulture, '{0:f1} {1:f1}', ($state.First - $before) / 1024, ($state.Most - $state.First) / 1024)
