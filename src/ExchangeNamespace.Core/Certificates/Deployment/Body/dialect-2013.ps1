# Exchange 2013 and later: connectors and the hybrid configuration name a certificate by issuer and subject.
function Get-TransportThumbprint([string] $Name) { (Get-TransportService -Identity $Name).InternalTransportCertificateThumbprint }

function Get-ReceiveName([string] $Connector) { [string] (Get-ReceiveConnector -Identity $Connector).TlsCertificateName }

function Set-ReceiveName([string] $Connector, [string] $Value) {
    if ($Value) { Set-ReceiveConnector -Identity $Connector -TlsCertificateName $Value }
    else { Set-ReceiveConnector -Identity $Connector -TlsCertificateName $null }
}

function Get-SendName([string] $Connector) { [string] (Get-SendConnector -Identity $Connector).TlsCertificateName }

function Set-SendName([string] $Connector, [string] $Value) {
    if ($Value) { Set-SendConnector -Identity $Connector -TlsCertificateName $Value }
    else { Set-SendConnector -Identity $Connector -TlsCertificateName $null }
}

function Get-HybridValue($New) { $New.Name }

function Get-HybridName { [string] (Get-HybridConfiguration).TlsCertificateName }

function Set-HybridName([string] $Value) {
    if ($Value) { Set-HybridConfiguration -TlsCertificateName $Value }
    else { Set-HybridConfiguration -TlsCertificateName $null }
}
