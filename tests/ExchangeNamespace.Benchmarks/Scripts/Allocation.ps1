# Prints the bytes of a line's text, what writing prebuilt strings and what the module allocates for a line, and how many collections of
# the third generation the module's lines brought.
param([string] $Manifest, [string] $Module, [int] $Count)

. ([System.IO.Path]::Combine($PSScriptRoot, 'Common.ps1'))
Import-Module $Manifest, $Module

$servers = New-Server $Count 'Name'
$plan = & ([scriptblock]::Create($planning))
[string[]] $lines = $plan | Export-VirtualDirectoryScript
$text = 0L
foreach ($line in $lines) { $text += 2 * $line.Length }

function Measure-Allocation([scriptblock] $Script) {
    & $Script
    [System.GC]::Collect()
    [System.GC]::WaitForPendingFinalizers()
    $before = [System.GC]::GetTotalAllocatedBytes($true)
    $collections = [System.GC]::CollectionCount(2)
    & $Script
    @(([System.GC]::GetTotalAllocatedBytes($true) - $before), ([System.GC]::CollectionCount(2) - $collections))
}

$prebuilt = Measure-Allocation { Write-PrebuiltLine -Line $lines | Out-Null }
$ours = Measure-Allocation { $plan | Export-VirtualDirectoryScript | Out-Null }
[string]::Format([cultureinfo]::InvariantCulture, '{0:f1} {1:f1} {2:f1} {3}', ($text / $lines.Length), ($prebuilt[0] / $lines.Length), ($ours[0] / $lines.Length), $ours[1])
