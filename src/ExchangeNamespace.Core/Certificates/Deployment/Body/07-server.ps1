# Exchange shows services as flags; another shell shows them as a list of texts.
function Get-ServiceName($Value) {
    foreach ($part in [string]::Join(',', @($Value | ForEach-Object { [string] $_ })).Split(',')) {
        $part.Trim()
    }
}

function Read-Server($Server, $New) {
    $name = $Server.Name
    $items = @(Get-ExchangeCertificate -Server $name | ForEach-Object {
        @{
            Thumbprint = [string] $_.Thumbprint
            Services = @(Get-ServiceName $_.Services)
            Names = @($_.CertificateDomains | ForEach-Object { [string] $_ })
            IsSelfSigned = [bool] $_.IsSelfSigned
            HasPrivateKey = $_.HasPrivateKey
        }
    })
    $own = @($items | Where-Object { $_.Thumbprint -eq $New.Thumbprint })
    $connectors = @{}
    foreach ($connector in @($Server.ReceiveConnectors)) { $connectors[$connector] = Get-ReceiveName $connector }
    $mailNames = @{}
    if ($Server.Services -contains 'POP') { $mailNames['POP'] = [string] (Get-PopSettings -Server $name).X509CertificateName }
    if ($Server.Services -contains 'IMAP') { $mailNames['IMAP'] = [string] (Get-ImapSettings -Server $name).X509CertificateName }
    return @{
        Certificates = $items
        Carries = $own.Length -gt 0
        HasKey = $own.Length -gt 0 -and $own[0].HasPrivateKey -ne $false
        Services = @($own | ForEach-Object { $_.Services })
        Iis = [string] @($items | Where-Object { $_.Services -contains 'IIS' } | ForEach-Object { $_.Thumbprint })[0]
        Transport = [string] (Get-TransportThumbprint $name)
        MailNames = $mailNames
        Connectors = $connectors
    }
}

# POP and IMAP are not enabled for a wildcard certificate: they find it by the name that their settings state.
function Get-WantedService($Server, $New) {
    foreach ($service in @($Server.Services)) {
        if ($service -eq 'SMTP') { continue }
        if ('POP', 'IMAP' -contains $service -and $New.CommonName.StartsWith('*')) { continue }
        $service
    }
}

# What a server still lacks of the plan, in words; nothing where it is as planned.
function Get-Difference($Server, $Reading, $New, $Planned, $Former) {
    if (-not $Reading.Carries) { 'the new certificate is not there'; return }
    if (-not $Reading.HasKey) { 'the new certificate is there without its private key' }
    foreach ($service in @(Get-WantedService $Server $New)) {
        if ($Reading.Services -notcontains $service) { 'it is not enabled for ' + $service }
    }
    if ($Server.Services -contains 'SMTP') {
        if ($Reading.Services -notcontains 'SMTP') { 'it is not enabled for SMTP' }
        if ($Reading.Transport -ne (Get-WantedTransport $Reading $New $Former)) {
            'the certificate for mail between servers is ' + $Reading.Transport
        }
    }
    foreach ($service in @($Reading.MailNames.Keys)) {
        if ($Reading.MailNames[$service] -ne $Planned.MailProtocolName) { $service + ' uses the name ' + $Reading.MailNames[$service] }
    }
    foreach ($connector in @($Reading.Connectors.Keys)) {
        if ($Reading.Connectors[$connector] -ne $New.Name) { 'the receive connector ' + $connector + ' names another certificate' }
    }
}

# The answer to the question whether the default SMTP certificate is overwritten. One that is gone cannot be kept.
function Get-WantedTransport($Reading, $New, $Former) {
    if ($OverwriteDefaultSmtp) { return $New.Thumbprint }
    if (@($Reading.Certificates | Where-Object { $_.Thumbprint -eq $Former.Transport }).Length -eq 0) { return $Reading.Transport }
    return $Former.Transport
}
