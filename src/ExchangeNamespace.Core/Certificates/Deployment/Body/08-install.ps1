# The private key is not exportable there: the next server and the next renewal get their file from the client.
function Import-New($Server, $New) {
    Invoke-Change $Server.Name ('import ' + $New.Thumbprint) {
        Import-ExchangeCertificate -FileData $New.Bytes -Password $New.Secret -PrivateKeyExportable:$false -Server $Server.Name
    }
}

function Enable-ForWeb($Server, $New, $Reading) {
    $missing = @(Get-WantedService $Server $New | Where-Object { $Reading.Services -notcontains $_ })
    if ($missing.Length -eq 0) { return }
    Invoke-Change $Server.Name ('enable ' + $New.Thumbprint + ' for ' + [string]::Join(', ', $missing)) {
        Enable-ExchangeCertificate -Thumbprint $New.Thumbprint -Services $missing -Server $Server.Name
    }
}

# No person is here to answer the question about the default SMTP certificate: -Force answers it with yes, and the certificate that
# was the default is enabled again in the next line, where the plan keeps it.
function Enable-ForMail($Server, $New, $Reading, $Former) {
    if ($Server.Services -notcontains 'SMTP') { return }
    $wanted = Get-WantedTransport $Reading $New $Former
    if ($Reading.Services -notcontains 'SMTP' -or ($wanted -eq $New.Thumbprint -and $Reading.Transport -ne $wanted)) {
        Invoke-Change $Server.Name ('enable ' + $New.Thumbprint + ' for SMTP') {
            Enable-ExchangeCertificate -Thumbprint $New.Thumbprint -Services SMTP -Force -Server $Server.Name
        }
    }
    Restore-Transport $Server $wanted
}

function Restore-Transport($Server, [string] $Wanted) {
    if (-not $Wanted -or [string] (Get-TransportThumbprint $Server.Name) -eq $Wanted) { return }
    Invoke-Change $Server.Name ('keep ' + $Wanted + ' for mail between servers') {
        Enable-ExchangeCertificate -Thumbprint $Wanted -Services SMTP -Force -Server $Server.Name
    }
}

function Set-MailName($Server, $Reading, $Names) {
    foreach ($service in @($Reading.MailNames.Keys)) {
        $value = $Names[$service]
        if ($Reading.MailNames[$service] -eq $value) { continue }
        Invoke-Change $Server.Name ('let ' + $service + ' use the name ' + $value) {
            if ($service -eq 'POP') { Set-PopSettings -X509CertificateName $value -Server $Server.Name }
            else { Set-ImapSettings -X509CertificateName $value -Server $Server.Name }
        }
    }
}

function Set-Connector($Server, $Reading, $Names) {
    foreach ($connector in @($Reading.Connectors.Keys)) {
        $value = $Names[$connector]
        if ($Reading.Connectors[$connector] -eq $value) { continue }
        Invoke-Change $Server.Name ('let the receive connector ' + $connector + ' name ' + $value) { Set-ReceiveName $connector $value }
    }
}

# POP and IMAP read their certificate when they start.
function Restart-MailProtocol($Server, [int] $ChangesBefore) {
    if ($Changes -eq $ChangesBefore) { return }
    foreach ($service in @($Server.Services | Where-Object { 'POP', 'IMAP' -contains $_ })) {
        $pattern = 'MSExchange' + $service + '*'
        Invoke-Change $Server.Name ('restart the services of ' + $service) {
            Get-Service -ComputerName $Server.Host -Name $pattern | Where-Object { $_.Status -eq 'Running' } | Restart-Service -Force
        }
    }
}

function Install-New($Server, $Reading, $New, $Planned, $Former) {
    $before = $Changes
    if (-not $Reading.Carries) { Import-New $Server $New }
    elseif (-not $Reading.HasKey) {
        throw 'the new certificate is there without its private key: remove it there, and run this script again'
    }
    Enable-ForWeb $Server $New $Reading
    Enable-ForMail $Server $New $Reading $Former
    Set-MailName $Server $Reading @{ POP = $Planned.MailProtocolName; IMAP = $Planned.MailProtocolName }
    $names = @{}
    foreach ($connector in @($Reading.Connectors.Keys)) { $names[$connector] = $New.Name }
    Set-Connector $Server $Reading $names
    Restart-MailProtocol $Server $before
}

function Confirm-Server($Server, $New, $Planned, $Former) {
    if ($WhatIfPreference) { return }
    $differences = @(Get-Difference $Server (Read-Server $Server $New) $New $Planned $Former)
    if ($differences.Length -gt 0) { throw ('after the changes ' + [string]::Join('; ', $differences)) }
    Confirm-Presented $Server $New $Planned
}
