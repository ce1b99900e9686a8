# Prints "piece|us" for each part of the pipeline: the median of nine runs over 30,000 servers, in turn.
param([string] $Manifest, [string] $Module, [string] $Kind)

. ([System.IO.Path]::Combine($PSScriptRoot, 'Common.ps1'))
Import-Module $Manifest, $Module

$count = 30000
$servers = New-Server $count $Kind
$plan = & ([scriptblock]::Create($planning))
[string[]] $lines = $plan | Export-VirtualDirectoryScript
$pieces = [ordered] @{
    'writing eight prebuilt strings'          = 'Write-PrebuiltLine -Line $lines'
    'planning, servers through the pipeline'  = $planning
    'planning, servers as one argument'       = $planning.Replace('$servers | Get-NamespacePlan', 'Get-NamespacePlan -Server $servers')
    'building and writing eight lines'        = '$plan | Export-VirtualDirectoryScript'
}
$times = @{}
$scripts = @{}
foreach ($name in $pieces.Keys) {
    $times[$name] = [System.Collections.Generic.List[double]]::new()
    $scripts[$name] = [scriptblock]::Create($pieces[$name] + ' | Out-Null')
}

for ($round = -2; $round -lt 9; $round++) {
    foreach ($name in $pieces.Keys) {
        [System.GC]::Collect()
        [System.GC]::WaitForPendingFinalizers()
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        & $scripts[$name]
        if ($round -ge 0) { $times[$name].Add($watch.Elapsed.TotalMilliseconds * 1000 / $count) }
    }
}

foreach ($name in $pieces.Keys) {
    $times[$name].Sort()
    [string]::Format([cultureinfo]::InvariantCulture, '{0}|{1:f1}', $name, $times[$name][4])
}
