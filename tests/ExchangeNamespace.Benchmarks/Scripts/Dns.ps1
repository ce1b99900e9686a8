# Prints the seconds of one Test-SplitDns over so many names, after runs of the same size that warm up, how many came out as they should, and the
# seconds of processor that it took.
param([string] $Manifest, [int] $Count, [string] $Inside, [string] $Outside, [int] $ThrottleLimit, [int] $WarmUp)

Import-Module $Manifest
$names = foreach ($i in 0..($Count - 1)) { "n$i.bench.example" }
$options = @{ InternalServer = $Inside; ExternalServer = $Outside; ThrottleLimit = $ThrottleLimit; WarningAction = 'SilentlyContinue' }
for ($run = 0; $run -lt $WarmUp; $run++) { $null = $names | Test-SplitDns @options }
$used = [System.Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime
$watch = [System.Diagnostics.Stopwatch]::StartNew()
$verdicts = $names | Test-SplitDns @options
$watch.Stop()
$used = [System.Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime - $used
$good = @($verdicts | Where-Object { $_ -is [ExchangeNamespace.SplitDns.SplitDnsName] -and $_.Status -eq 'Split' }).Count
[string]::Format([cultureinfo]::InvariantCulture, '{0:f3} {1} {2:f3}', $watch.Elapsed.TotalSeconds, $good, $used.TotalSeconds)
