# Prints the seconds of one Test-SplitDns over so many names, after a run of the same size that warms up, how many came out as they should, and the
# seconds of processor that it took.
param([int] $Count, [string] $Inside, [string] $Outside, [int] $ThrottleLimit)

$ask = { param($first, $last) $first..$last | ForEach-Object { "n$_.bench.example" } | Test-SplitDns -InternalServer $Inside -ExternalServer $Outside -ThrottleLimit $ThrottleLimit -WarningAction SilentlyContinue }
$null = & $ask 0 ($Count - 1)
$names = foreach ($i in 0..($Count - 1)) { "n$i.bench.example" }
$used = [System.Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime
$watch = [System.Diagnostics.Stopwatch]::StartNew()
$good = 0
$names | Test-SplitDns -InternalServer $Inside -ExternalServer $Outside -ThrottleLimit $ThrottleLimit -WarningAction SilentlyContinue | ForEach-Object { if ($_.Status -eq 'Split') { $good++ } }
[string]::Format([cultureinfo]::InvariantCulture, '{0:f3} {1} {2:f3}', $watch.Elapsed.TotalSeconds, $good, ([System.Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime - $used).TotalSeconds)
