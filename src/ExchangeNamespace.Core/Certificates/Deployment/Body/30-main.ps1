# A client starts a plain PowerShell: the cmdlets of Exchange are loaded from the server itself, because a remote session shows
# certificates without some of their properties.
function Open-ExchangeShell {
    if (Get-Command -Name Get-ExchangeCertificate -ErrorAction SilentlyContinue) { return }
    foreach ($snapIn in @('Microsoft.Exchange.Management.PowerShell.SnapIn', 'Microsoft.Exchange.Management.PowerShell.E2010')) {
        try {
            Add-PSSnapin -Name $snapIn
            return
        }
        catch {
            $script:SnapInFault = $_.Exception.Message
        }
    }
    throw ('The cmdlets of Exchange cannot be loaded: run this script in Windows PowerShell on an Exchange server. ' + $SnapInFault)
}

function Read-Reachable($Server, $New) {
    try { return Read-Server $Server $New }
    catch {
        $script:Unreached += $Server.Name
        Write-Step ($Server.Name + ' does not answer, and keeps its certificate: ' + $_.Exception.Message) 'Error'
    }
}

# One server after the other; the first that fails is taken back, and the others stay as they are.
function Update-Server($Server, $Reading, $New, $Planned) {
    $former = Add-Former $Server $Reading $New $Planned
    if (@(Get-Difference $Server $Reading $New $Planned $former).Length -eq 0) {
        Write-Step ($Server.Name + ' is as planned.')
        Confirm-Presented $Server $New $Planned
        return $true
    }
    try {
        Install-New $Server $Reading $New $Planned $former
        Confirm-Server $Server $New $Planned $former
        return $true
    }
    catch {
        Write-Step ($Server.Name + ': ' + $_.Exception.Message) 'Error'
        Restore-Server $Server $New $former
        return $false
    }
}

function Invoke-Deployment([string] $Path, $Password) {
    $new = Open-Certificate (Get-PfxPath $Path) (Get-Secret $Password)
    $planned = Select-Planned $new
    $what = 'Certificate ' + $new.Thumbprint + ' with ' + [string]::Join(', ', $new.Names)
    Write-Step ($what + ', for certificate ' + $planned.Number + ' of ' + $PlanTitle + '.')
    $reasons = @(Confirm-Certificate $new $planned)
    if ($reasons.Length -gt 0) { throw ('Nothing was changed: ' + [string]::Join('; ', $reasons) + '.') }
    Open-ExchangeShell
    Read-Record $new.Thumbprint
    $readings = @{}
    foreach ($server in @($planned.Servers)) {
        $reading = Read-Reachable $server $new
        if ($reading) { $readings[$server.Name] = $reading }
    }
    foreach ($server in @($planned.Servers)) {
        if (-not $readings.ContainsKey($server.Name)) { continue }
        if (-not (Update-Server $server $readings[$server.Name] $new $planned)) {
            throw ('Stopped at ' + $server.Name + '. The servers before it have the new certificate, those after it the former one.')
        }
    }
    if ($Unreached.Length -gt 0) {
        $text = '. Connectors and settings of the organisation wait for them. Run this script again.'
        throw ('Not done yet: ' + [string]::Join(', ', $Unreached) + $text)
    }
    Update-Organization $new $planned
    Write-Removal $new $planned
}

function Start-Deployment([string] $Path, $Password) {
    $script:Unreached = @()
    $script:Changes = 0
    $script:BackFaults = 0
    try {
        Invoke-Deployment $Path $Password
        if ($Changes -eq 0) { Write-Step 'Done: everything is as planned, and nothing was changed.' }
        else {
            Write-Step ('Done, with ' + $Changes + ' changes.')
            if (-not $WhatIfPreference) { Write-Event ('The certificate of ' + $PlanTitle + ' was deployed.') 'Information' }
        }
    }
    catch {
        $script:Failures++
        Write-Step $_.Exception.Message 'Error'
    }
    if ($EventLogFault -and -not $WhatIfPreference) { Write-Step ('The event log was not written: ' + $EventLogFault) }
}
