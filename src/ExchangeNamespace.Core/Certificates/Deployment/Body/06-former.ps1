# What each server had before, kept in a file until the next certificate comes: a run that was cut off knows from it what to put back.
function Read-Record([string] $Thumbprint) {
    $script:RecordFile = $BaseName + '.' + $Thumbprint + '.xml'
    $script:Record = @{}
    if ([System.IO.File]::Exists($RecordFile)) { $script:Record = Import-Clixml -Path $RecordFile }
}

function Save-Record {
    if ($WhatIfPreference) { return }
    $new = $RecordFile + '.new'
    Export-Clixml -InputObject $Record -Depth 5 -Path $new
    if ([System.IO.File]::Exists($RecordFile)) { [System.IO.File]::Replace($new, $RecordFile, $RecordFile + '.old') }
    else { [System.IO.File]::Move($new, $RecordFile) }
}

# While nothing of the new certificate is on a server, its former state is read anew; afterwards the first reading stays.
function Add-Former($Server, $Reading, $New, $Planned) {
    if ($Record.ContainsKey($Server.Name) -and $Reading.Carries) { return $Record[$Server.Name] }
    $former = @{
        Iis = $Reading.Iis
        Transport = $Reading.Transport
        MailNames = $Reading.MailNames
        Connectors = $Reading.Connectors
        CarriedBefore = $Reading.Carries
        Replaced = @(Get-Replaced $Server $Reading $New $Planned)
        RemoveFrom = [System.DateTime]::UtcNow.AddDays($SoakDays).ToString('yyyy-MM-dd', [System.Globalization.CultureInfo]::InvariantCulture)
    }
    $Record[$Server.Name] = $former
    Save-Record
    return $former
}

# The certificates that the new one takes the place of: not one that Exchange made for itself, and none without a name of the plan.
function Get-Replaced($Server, $Reading, $New, $Planned) {
    foreach ($item in $Reading.Certificates) {
        if ($item.Thumbprint -eq $New.Thumbprint -or $item.Thumbprint -eq $Reading.Transport) { continue }
        if ($PlanOld -contains $item.Thumbprint) { $item.Thumbprint; continue }
        $inUse = @($Server.Services | Where-Object { $item.Services -contains $_ }).Length -gt 0
        $forPlan = @($Planned.Hosts | Where-Object { Test-Covered $_ $item.Names }).Length -gt 0
        if ($inUse -and $forPlan -and -not $item.IsSelfSigned) { $item.Thumbprint }
    }
}
