# One step back; a step that fails does not keep the others from being tried.
function Invoke-Back([string] $BackTarget, [scriptblock] $BackAction) {
    try { & $BackAction }
    catch {
        $script:BackFaults++
        Write-Step ($BackTarget + ': taking back failed: ' + $_.Exception.Message) 'Error'
    }
}

# Services cannot be taken from a certificate, so one that this script imported is removed again: by its thumbprint, and no other.
function Remove-New($Server, $New) {
    Invoke-Change $Server.Name ('remove ' + $New.Thumbprint + ' again') {
        Remove-ExchangeCertificate -Thumbprint $New.Thumbprint -Server $Server.Name -Confirm:$false
    }
}

function Restore-Server($Server, $New, $Former) {
    if ($WhatIfPreference) { return }
    $script:BackFaults = 0
    $name = $Server.Name
    try { $reading = Read-Server $Server $New }
    catch {
        Write-Step ($name + ' cannot be read: its state is not known. Run this script again when it answers.') 'Error'
        return
    }
    $before = $Changes
    Invoke-Back $name { Restore-Transport $Server $Former.Transport }
    Invoke-Back $name { Set-Connector $Server $reading $Former.Connectors }
    Invoke-Back $name { Set-MailName $Server $reading $Former.MailNames }
    Invoke-Back $name {
        if ($Former.Iis -and $Former.Iis -ne $New.Thumbprint -and $reading.Iis -ne $Former.Iis) {
            Invoke-Change $name ('enable ' + $Former.Iis + ' for IIS') {
                Enable-ExchangeCertificate -Thumbprint $Former.Iis -Services IIS -Server $name
            }
        }
    }
    Invoke-Back $name { if ($reading.Carries -and -not $Former.CarriedBefore) { Remove-New $Server $New } }
    Invoke-Back $name { Restart-MailProtocol $Server $before }
    if ($BackFaults -eq 0 -and $Former.CarriedBefore) {
        $text = ' uses the former certificate. The new one was there before this script, so it stays, with its services.'
        Write-Step ($name + $text) 'Warning'
    }
    elseif ($BackFaults -eq 0) { Write-Step ($name + ' is as it was before. Run this script again when the cause is gone.') 'Warning' }
    else { Write-Step ($name + ' stands between the former and the new certificate. Run this script again.') 'Error' }
}
