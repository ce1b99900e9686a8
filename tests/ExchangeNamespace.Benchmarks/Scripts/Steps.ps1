# Prints "step|ms|methods compiled|ms of compilation" of the first answer in a process.
param([string] $Manifest)

$state = @{ Watch = [System.Diagnostics.Stopwatch]::StartNew(); Elapsed = 0; Methods = 0; Compilation = 0 }
function Write-Step([string] $Name) {
    $elapsed = $state.Watch.Elapsed.TotalMilliseconds
    $methods = [System.Runtime.JitInfo]::GetCompiledMethodCount()
    $compilation = [System.Runtime.JitInfo]::GetCompilationTime().TotalMilliseconds
    if ($Name) {
        [string]::Format([cultureinfo]::InvariantCulture, '{0}|{1:f1}|{2}|{3:f1}', $Name, ($elapsed - $state.Elapsed), ($methods - $state.Methods), ($compilation - $state.Compilation))
    }

    $state.Methods = [System.Runtime.JitInfo]::GetCompiledMethodCount()
    $state.Compilation = [System.Runtime.JitInfo]::GetCompilationTime().TotalMilliseconds
    $state.Elapsed = $state.Watch.Elapsed.TotalMilliseconds
}

$null = Write-Step 'warm up'
Write-Step ''
Import-Module $Manifest
Write-Step 'import'
$plan = Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion 2016 -SmtpDomain contoso.com -WarningAction Ignore
Write-Step 'plan of one server'
$lines = $plan | Export-VirtualDirectoryScript
Write-Step 'eight lines'
$plan = Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion 2016 -SmtpDomain contoso.com -WarningAction Ignore
$lines = $plan | Export-VirtualDirectoryScript
Write-Step 'plan and lines once more'
