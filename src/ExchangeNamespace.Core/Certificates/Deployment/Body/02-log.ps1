function Write-Event([string] $Text, [string] $Level) {
    try {
        if (-not [System.Diagnostics.EventLog]::SourceExists($EventSource)) {
            [System.Diagnostics.EventLog]::CreateEventSource($EventSource, 'Application')
        }
        [System.Diagnostics.EventLog]::WriteEntry($EventSource, $Text, $Level, 1)
    }
    catch {
        $script:EventLogFault = $_.Exception.Message
    }
}

function Write-Step([string] $Text, [string] $Level = 'Information') {
    $now = [System.DateTime]::UtcNow.ToString('yyyy-MM-dd HH:mm:ss', [System.Globalization.CultureInfo]::InvariantCulture)
    $entry = $now + 'Z ' + $Level.ToUpperInvariant() + ' ' + $Text
    Write-Host $entry
    if ($WhatIfPreference) { return }
    [System.IO.File]::AppendAllText($LogFile, $entry + [System.Environment]::NewLine)
    if ($Level -ne 'Information') { Write-Event $Text $Level }
}

# Every change passes through here: -WhatIf stops it, and the log has it.
function Invoke-Change([string] $ChangeTarget, [string] $ChangeText, [scriptblock] $ChangeAction) {
    if (-not $PSCmdlet.ShouldProcess($ChangeTarget, $ChangeText)) { return }
    & $ChangeAction | Out-Null
    $script:Changes++
    Write-Step ($ChangeTarget + ': ' + $ChangeText)
}
