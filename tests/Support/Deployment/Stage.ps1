# An organisation of the stand-in Exchange in this PowerShell, with servers that have a former certificate, and what a deployment made
# of it. A test dot-sources this file.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$Servers = 'EX01', 'EX02', 'EX03'

function Open-Stage([string] $StandIn) {
    Add-Type -LiteralPath $StandIn
    $global:ExchangeStandIn = $null
    $global:Listeners = @{}
    # Commands of Windows for services of other machines: the test counts them.
    $global:Restarted = @()
    function global:Get-Service { param($ComputerName, $Name) [pscustomobject]@{ Status = 'Running'; Name = "$ComputerName $Name" } }
    function global:Restart-Service { param([switch] $Force, [Parameter(ValueFromPipeline)] $InputObject) process { $global:Restarted += $InputObject.Name } }
}

# Opens the organisation anew, with everything led to the former certificate.
function Reset-Stage([string] $Version, [string] $Former, [securestring] $Password) {
    $first = $global:ExchangeStandIn -eq $null -or $global:StageVersion -ne $Version
    $opened = [ExchangeNamespace.StandIn.StandInSession]::Open($Version, [string[]] ($Servers | ForEach-Object { "$_.contoso.com" }))
    $global:ExchangeStandIn = $opened
    if ($first) {
        foreach ($function in [ExchangeNamespace.StandIn.StandInSession]::Functions($Version).GetEnumerator()) {
            Set-Item -LiteralPath "function:global:$($function.Key)" -Value $function.Value
        }
        $global:StageVersion = $Version
    }
    $global:Listeners.Values | ForEach-Object { $_.Dispose() }
    $global:Listeners = @{}
    $global:Restarted = @()
    $global:Endpoints = @()
    $bytes = [IO.File]::ReadAllBytes($Former)
    $named = $Version -ne '2010'
    foreach ($server in $Servers) {
        $null = New-ExchangeCertificate -SubjectName "CN=$server" -DomainName $server -Services SMTP -Force -Server $server
        $certificate = Import-ExchangeCertificate -FileData $bytes -Password $Password -Server $server
        Enable-ExchangeCertificate -Thumbprint $certificate.Thumbprint -Services 'IIS', 'SMTP', 'POP', 'IMAP' -Server $server
        Set-PopSettings -Server $server -X509CertificateName "pop.$server.contoso.com"
        Set-ImapSettings -Server $server -X509CertificateName "imap.$server.contoso.com"
        $name = "<I>$($certificate.Issuer)<S>$($certificate.Subject)"
        foreach ($service in @{ 443 = 'IIS'; 993 = 'IMAP'; 995 = 'POP' }.GetEnumerator()) {
            $listener = [ExchangeNamespace.StandIn.StandInListener]::ForService($opened, $server, $service.Value)
            $global:Listeners["${server}:$($service.Key)"] = $listener
            $global:Endpoints += "${server}:$($service.Key)=127.0.0.1:$($listener.Port)"
        }
        if ($named) {
            $connector = "$server\Default Frontend $server"
            Set-ReceiveConnector -Identity $connector -TlsCertificateName $name
            $listener = [ExchangeNamespace.StandIn.StandInListener]::ForConnector($opened, $server, $connector)
            $global:Listeners["${server}:25"] = $listener
            $global:Endpoints += "${server}:25=127.0.0.1:$($listener.Port)"
        }
    }
    if ($named) { $null = New-SendConnector -Name "Out to 'O365'" -AddressSpaces 'SMTP:*;1' -Internet -TlsCertificateName $name }
    $null = $opened.Exchange.AddOrganizationObject('HybridConfiguration', 'HybridConfiguration')
    if ($named) { Set-HybridConfiguration -TlsCertificateName $name } else { Set-HybridConfiguration -SecureMailCertificateThumbprint $certificate.Thumbprint }
}

# What every server, and the organisation under the empty name, holds now.
function Get-StageState {
    $snapshot = $global:ExchangeStandIn.Exchange.State.Snapshot()
    $state = @{}
    foreach ($server in @($Servers) + '') { $state[$server] = ($snapshot | Where-Object { $_.StartsWith("$server|") }) -join "`n" }
    $state
}

# For each server: old, new or neither.
function Compare-StageState($Old, $New) {
    $now = Get-StageState
    (@($Servers) + '' | ForEach-Object {
        if ($now[$_] -ceq $New[$_]) { 'new' } elseif ($now[$_] -ceq $Old[$_]) { 'old' } else { 'neither' }
    }) -join ' '
}

# Runs the script as a client does, and gives its exit code and what it printed.
function Invoke-Stage([string] $Script, [hashtable] $Arguments, [int] $ProbeSeconds = 20, $Piped) {
    $global:ExchangeStandIn.Exchange.Count = 0
    $all = $Arguments + @{ Endpoint = $global:Endpoints; ProbeSeconds = $ProbeSeconds }
    $said = if ($Piped) { $Piped | & $Script @all 6>&1 3>&1 2>&1 } else { & $Script @all 6>&1 3>&1 2>&1 }
    [pscustomobject]@{
        ExitCode = $LASTEXITCODE
        Said = ($said | ForEach-Object { [string] $_ }) -join "`n"
        Calls = $global:ExchangeStandIn.Exchange.Count
    }
}
