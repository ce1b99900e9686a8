# One way, once, in a process that has done nothing before.
param([string] $Module, [int] $Count, [string] $Way)

. ([System.IO.Path]::Combine($PSScriptRoot, 'Common.ps1'))
Import-Module $Module

$servers = New-Server $Count 'Name'
if ($Way -eq 'Prebuilt') {
    $lines = [string[]]::new(8 * $Count)
    [System.Array]::Fill($lines, 'Set-WebServicesVirtualDirectory -Identity "EX000001\EWS (Default Web Site)" -InternalUrl https://mail.contoso.com/EWS/Exchange.asmx -ExternalUrl https://mail.contoso.com/EWS/Exchange.asmx')
}

& ([scriptblock]::Create($ways[$Way] + ' | Out-Null'))
