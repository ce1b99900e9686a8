# Exchange 2010: no connector names a certificate; it offers the newest one that carries its name. Hybrid mail names a thumbprint.
function Get-TransportThumbprint([string] $Name) { (Get-TransportServer -Identity $Name).InternalTransportCertificateThumbprint }

function Get-HybridValue($New) { $New.Thumbprint }

function Get-HybridName { [string] (Get-HybridConfiguration).SecureMailCertificateThumbprint }

function Set-HybridName([string] $Value) { Set-HybridConfiguration -SecureMailCertificateThumbprint $Value }

function Get-ReceiveName { throw 'Connectors of Exchange 2010 name no certificate.' }

function Set-ReceiveName { throw 'Connectors of Exchange 2010 name no certificate.' }

function Get-SendName { throw 'Connectors of Exchange 2010 name no certificate.' }

function Set-SendName { throw 'Connectors of Exchange 2010 name no certificate.' }
