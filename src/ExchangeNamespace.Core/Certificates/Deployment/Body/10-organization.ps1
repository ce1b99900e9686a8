# Settings of the whole organisation change last: every server that sends through a connector needs the certificate first.
function Get-OrganizationStep($New, $Planned) {
    foreach ($connector in @($Planned.SendConnectors)) {
        @{ Text = 'the send connector ' + $connector; Key = $connector; Value = $New.Name
            Get = { param($key) Get-SendName $key }; Set = { param($key, $value) Set-SendName $key $value } }
    }
    if ($Planned.Hybrid -and @(Get-HybridConfiguration).Length -gt 0) {
        @{ Text = 'the hybrid configuration'; Key = ''; Value = Get-HybridValue $New
            Get = { param($key) Get-HybridName }; Set = { param($key, $value) Set-HybridName $value } }
    }
    if ($Planned.PrincipalName) {
        @{ Text = 'the Outlook provider ' + $Planned.Provider; Key = $Planned.Provider; Value = $Planned.PrincipalName
            Get = { param($key) [string] (Get-OutlookProvider -Identity $key).CertPrincipalName }
            Set = { param($key, $value) Set-OutlookProvider -Identity $key -CertPrincipalName $value } }
    }
}

function Update-Organization($New, $Planned) {
    $done = @()
    try {
        foreach ($step in @(Get-OrganizationStep $New $Planned)) {
            $former = & $step.Get $step.Key
            if ($former -eq $step.Value) { continue }
            $done += @{ Step = $step; Former = $former }
            Invoke-Change 'the organisation' ('let ' + $step.Text + ' name ' + $step.Value) { & $step.Set $step.Key $step.Value }
            if (-not $WhatIfPreference -and (& $step.Get $step.Key) -ne $step.Value) { throw ($step.Text + ' does not keep the new name') }
        }
    }
    catch {
        $fault = $_.Exception.Message
        Restore-Organization $done
        throw $fault
    }
}

function Restore-Organization($Done) {
    foreach ($entry in @($Done)) {
        Invoke-Back 'the organisation' {
            if ((& $entry.Step.Get $entry.Step.Key) -ne $entry.Former) {
                Invoke-Change 'the organisation' ('let ' + $entry.Step.Text + ' name ' + $entry.Former + ' again') {
                    & $entry.Step.Set $entry.Step.Key $entry.Former
                }
            }
        }
    }
}
