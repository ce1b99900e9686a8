# Runs the deployment script of one version through everything that can happen to it, and writes what came of each case.
param([string] $InputFile)
# The year of this culture is another one: nothing that is written may have it.
[cultureinfo]::CurrentCulture = 'th-TH'
$plan = [IO.File]::ReadAllText($InputFile) | ConvertFrom-Json
. $plan.Stage
Open-Stage $plan.StandIn
$password = ConvertTo-SecureString ([IO.File]::ReadAllText($plan.PasswordFile)) -AsPlainText -Force
$results = [Collections.Generic.List[object]]::new()
$number = 0

function Get-Arguments([string] $Pfx = $plan.New) {
    @{ PfxFullChain = $Pfx; PfxPass = $password; Folder = $script:folder }
}

function Start-Case {
    $script:folder = (New-Item -ItemType Directory -Path (Join-Path $plan.Folder "case$(($script:number++))")).FullName
    Reset-Stage $plan.Version $plan.Former $password
}

function Complete-Case([string] $Name, $Run, [string] $After = '', $Second = $null) {
    $results.Add([ordered]@{
        Name = $Name; ExitCode = $Run.ExitCode; State = $After; Said = $Run.Said; Calls = $Run.Calls
        SecondExitCode = $Second.ExitCode; SecondState = if ($Second) { Compare-StageState $old $new }; SecondSaid = $Second.Said
        Files = @(Get-ChildItem $script:folder -Name)
        Log = if (Test-Path "$script:folder/*.log") { [IO.File]::ReadAllText((Get-Item "$script:folder/*.log")) }
    })
}

# What stands and what is wanted: a run without a fault.
Start-Case
$old = Get-StageState
$run = Invoke-Stage $plan.Script (Get-Arguments)
$new = Get-StageState
$second = Invoke-Stage $plan.Script (Get-Arguments)
$restarts = $global:Restarted.Count
Complete-Case 'plain' $run (Compare-StageState $old $new) $second
$removal = Get-ChildItem $script:folder/*.removal.ps1

# What depends on no version: the file that is handed over, and how.
function Test-Input {
    Start-Case
    $run = Invoke-Stage $plan.Script ((Get-Arguments) + @{ WhatIf = $true })
    Complete-Case 'whatif' $run (Compare-StageState $old $new)

    # What a file must not be is found before anything is touched.
    foreach ($file in $plan.Refused.PSObject.Properties) {
        Start-Case
        $run = Invoke-Stage $plan.Script (Get-Arguments $file.Value)
        Complete-Case "refused $($file.Name)" $run (Compare-StageState $old $new)
    }

    foreach ($argument in @{ CertThumbprint = '00' * 20 }, @{ PfxPass = 'another' }) {
        Start-Case
        $all = Get-Arguments
        foreach ($key in $argument.Keys) { $all[$key] = $argument[$key] }
        $run = Invoke-Stage $plan.Script $all
        Complete-Case "refused $($argument.Keys)" $run (Compare-StageState $old $new)
    }

    # The ways in which clients hand over file and password.
    foreach ($way in 'Posh-ACME', 'a saved password', 'the environment') {
        Start-Case
        $handed = @{ Folder = $script:folder; NoProbe = $true }
        $piped = $null
        switch ($way) {
            'Posh-ACME' {
                $piped = [pscustomobject]@{ PfxFile = 'leaf only'; PfxFullChain = $plan.New; PfxPass = $password; Thumbprint = $plan.Thumbprint }
            }
            'a saved password' {
                $password | Export-Clixml (Join-Path $script:folder 'saved.xml')
                $handed += @{ PfxFullChain = $plan.New; PasswordFile = Join-Path $script:folder 'saved.xml' }
            }
            'the environment' {
                $env:LEGO_CERT_PFX_PATH = $plan.New
                $env:PFX_PASSWORD = [Net.NetworkCredential]::new('', $password).Password
            }
        }
        $run = Invoke-Stage $plan.Script $handed -Piped $piped
        Complete-Case "handed over by $way" $run (Compare-StageState $old $new)
        Remove-Item (Join-Path $script:folder 'saved.xml') -ErrorAction Ignore
        $script:inherited = $env:PFX_PASSWORD
        $env:LEGO_CERT_PFX_PATH = ''
    }
}

Test-Input

function Complete-Fault([string] $Name, [scriptblock] $Prepare, [scriptblock] $Repair, [hashtable] $More = @{}, [int] $ProbeSeconds = 20) {
    Start-Case
    & $Prepare
    $run = Invoke-Stage $plan.Script ((Get-Arguments) + $More) $ProbeSeconds
    $after = Compare-StageState $old $new
    & $Repair
    Complete-Case $Name $run $after (Invoke-Stage $plan.Script ((Get-Arguments) + $More))
}

Complete-Fault 'unreachable' {
    $null = $global:ExchangeStandIn.Exchange.Unreachable.Add('EX02')
} {
    $global:ExchangeStandIn.Exchange.Unreachable.Clear()
}

# A web server that goes on with the certificate that it had.
Complete-Fault 'stuck' {
    $global:Listeners['EX02:443'].Stuck = [ExchangeNamespace.StandIn.StandInListener]::Read($plan.Former, $password)
} {
    $global:Listeners['EX02:443'].Stuck = $null
} @{} 0

# The connection is lost before a call, after what it does, or from it on.
foreach ($kind in $plan.Kinds) {
    foreach ($call in $plan.FailingCalls) {
        Complete-Fault "$kind $call" {
            $exchange = $global:ExchangeStandIn.Exchange
            $exchange.FailsAfterwards = $kind -eq 'after'
            $exchange.StaysDown = $kind -eq 'down'
            $exchange.FailingCall = $call
        } {
            $global:ExchangeStandIn.Exchange.FailingCall = 0
        } @{ NoProbe = $true }
    }
}
[IO.File]::WriteAllText($plan.Output, (ConvertTo-Json -Depth 4 -InputObject @{
    Results = $results
    CommandLine = [Environment]::GetCommandLineArgs() -join ' '
    Removal = [IO.File]::ReadAllText($removal)
    Planned = $new
    Restarts = $restarts
    Inherited = [string] $inherited
}))
