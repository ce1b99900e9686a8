# One text line of a mail server; the connection has a time limit.
function Read-MailLine($Stream) {
    $text = New-Object -TypeName System.Text.StringBuilder
    while ($true) {
        $byte = $Stream.ReadByte()
        if ($byte -lt 0) { throw 'the connection was closed' }
        if ($byte -eq 10) { return $text.ToString().TrimEnd() }
        if ($text.Length -gt 2000) { throw 'the answer has no end' }
        [void] $text.Append([char] $byte)
    }
}

function Read-MailAnswer($Stream) {
    do { $line = Read-MailLine $Stream } while ($line.Length -gt 3 -and $line[3] -eq '-')
    return $line
}

function Send-MailLine($Stream, [string] $Text, [string] $Expected) {
    $bytes = [System.Text.Encoding]::ASCII.GetBytes($Text + [char] 13 + [char] 10)
    $Stream.Write($bytes, 0, $bytes.Length)
    $answer = Read-MailAnswer $Stream
    if (-not $answer.StartsWith($Expected)) { throw ('the answer to ' + $Text + ' was ' + $answer) }
}

function Get-TlsProtocol {
    $protocols = 0
    foreach ($name in @('Tls', 'Tls11', 'Tls12')) {
        if ([System.Enum]::IsDefined([System.Security.Authentication.SslProtocols], $name)) {
            $protocols = $protocols -bor [int] [System.Security.Authentication.SslProtocols] $name
        }
    }
    return [System.Security.Authentication.SslProtocols] $protocols
}

# The thumbprint that a server presents. Whether the chain is trusted here does not matter: the question is which certificate it is.
function Get-Presented([string] $ServerHost, [int] $Port, [string] $Name, [bool] $Mail) {
    $client = New-Object -TypeName System.Net.Sockets.TcpClient
    try {
        $client.ReceiveTimeout = 10000
        $client.SendTimeout = 10000
        $wait = $client.BeginConnect($ServerHost, $Port, $null, $null)
        if (-not $wait.AsyncWaitHandle.WaitOne(10000, $false)) { throw 'no answer within 10 seconds' }
        $client.EndConnect($wait)
        $stream = $client.GetStream()
        if ($Mail) {
            [void] (Read-MailAnswer $stream)
            Send-MailLine $stream 'EHLO deployment.invalid' '250'
            Send-MailLine $stream 'STARTTLS' '220'
        }
        $any = [System.Net.Security.RemoteCertificateValidationCallback] { $true }
        $tls = New-Object -TypeName System.Net.Security.SslStream -ArgumentList $stream, $false, $any
        $tls.AuthenticateAsClient($Name, $null, (Get-TlsProtocol), $false)
        return $tls.RemoteCertificate.GetCertHashString()
    }
    finally {
        $client.Close()
    }
}

# Where a port of a server is reached from here.
function Get-Address($Server, [int] $Port) {
    foreach ($entry in @($Endpoint | Where-Object { $_ })) {
        if ($entry -notmatch '^([^=:]+)(?::(\d+))?=([^:]+)(?::(\d+))?$') { throw ('-Endpoint does not take ' + $entry) }
        if ($Matches[1] -ne $Server.Name -or ($Matches[2] -and $Matches[2] -ne [string] $Port)) { continue }
        if ($Matches[4]) { return @{ Host = $Matches[3]; Port = [int] $Matches[4] } }
        return @{ Host = $Matches[3]; Port = $Port }
    }
    return @{ Host = $Server.Host; Port = $Port }
}

# Another connector than the planned one may answer on port 25 from here, so a difference there is told and is no failure.
function Get-Probe($Server) {
    if ($Server.Services -contains 'IIS') { @{ Port = 443; Mail = $false; MustFit = $true } }
    if ($Server.Services -contains 'IMAP') { @{ Port = 993; Mail = $false; MustFit = $false } }
    if ($Server.Services -contains 'POP') { @{ Port = 995; Mail = $false; MustFit = $false } }
    if (@($Server.ReceiveConnectors).Length -gt 0) { @{ Port = 25; Mail = $true; MustFit = $false } }
}

function Wait-Presented($Server, $Probe, [string] $Name, [string] $Expected) {
    $address = Get-Address $Server $Probe.Port
    $waited = [System.Diagnostics.Stopwatch]::StartNew()
    while ($true) {
        try { $seen = Get-Presented $address.Host $address.Port $Name $Probe.Mail }
        catch { $seen = 'no certificate (' + $_.Exception.Message + ')' }
        if ($seen -eq $Expected -or $waited.Elapsed.TotalSeconds -ge $ProbeSeconds) { return $seen }
        Start-Sleep -Seconds 2
    }
}

function Confirm-Presented($Server, $New, $Planned) {
    if ($NoProbe) { return }
    $name = @(@($Planned.Hosts | Where-Object { -not $_.StartsWith('*') }) + $Server.Host)[0]
    foreach ($probe in @(Get-Probe $Server)) {
        $seen = Wait-Presented $Server $probe $name $New.Thumbprint
        $what = $Server.Name + ': port ' + $probe.Port + ' presents ' + $seen
        if ($seen -eq $New.Thumbprint) { Write-Step ($what + ', the new certificate.') }
        elseif ($probe.MustFit) { throw ($what + ' and not the new certificate') }
        else { Write-Step ($what + '. Look whether that is as it should be.') 'Warning' }
    }
}
