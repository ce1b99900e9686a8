# The same servers and the three ways to the same lines, for every measurement.

function New-Server([int] $Count, [string] $Kind) {
    $servers = [object[]]::new($Count)
    for ($i = 0; $i -lt $Count; $i++) {
        $name = 'EX{0:d6}' -f $i
        $servers[$i] = if ($Kind -eq 'Name') {
            $name
        } else {
            [pscustomobject]@{ Name = $name; Fqdn = "$name.corp.contoso.com"; Site = 'Zurich'; AdminDisplayVersion = 'Version 15.1 (Build 2507.6)' }
        }
    }
    return , $servers
}

# What an administrator writes without the module: one string per line, the server put in by interpolation.
function Format-NamespaceLine([string] $ExternalHost) {
    process {
        $server = if ($_ -is [string]) { $_ } else { $_.Name }
        "Set-ClientAccessService -Identity $server -AutoDiscoverServiceInternalUri https://$ExternalHost/Autodiscover/Autodiscover.xml"
        "Set-WebServicesVirtualDirectory -Identity `"$server\EWS (Default Web Site)`" -InternalUrl https://$ExternalHost/EWS/Exchange.asmx -ExternalUrl https://$ExternalHost/EWS/Exchange.asmx"
        "Set-OabVirtualDirectory -Identity `"$server\OAB (Default Web Site)`" -InternalUrl https://$ExternalHost/OAB -ExternalUrl https://$ExternalHost/OAB"
        "Set-OutlookAnywhere -Identity `"$server\Rpc (Default Web Site)`" -InternalHostname $ExternalHost -ExternalHostname $ExternalHost -InternalClientsRequireSsl:`$true -ExternalClientsRequireSsl:`$true -ExternalClientAuthenticationMethod Negotiate"
        "Set-ActiveSyncVirtualDirectory -Identity `"$server\Microsoft-Server-ActiveSync (Default Web Site)`" -InternalUrl https://$ExternalHost/Microsoft-Server-ActiveSync -ExternalUrl https://$ExternalHost/Microsoft-Server-ActiveSync"
        "Set-OwaVirtualDirectory -Identity `"$server\owa (Default Web Site)`" -InternalUrl https://$ExternalHost/owa -ExternalUrl https://$ExternalHost/owa"
        "Set-EcpVirtualDirectory -Identity `"$server\ecp (Default Web Site)`" -InternalUrl https://$ExternalHost/ecp -ExternalUrl https://$ExternalHost/ecp"
        "Set-MapiVirtualDirectory -Identity `"$server\mapi (Default Web Site)`" -InternalUrl https://$ExternalHost/mapi -ExternalUrl https://$ExternalHost/mapi -IISAuthenticationMethods Ntlm,OAuth,Negotiate"
    }
}

$planning = '$servers | Get-NamespacePlan -ExternalHost mail.contoso.com -ADDomain corp.contoso.com -ExchangeVersion 2016 -SmtpDomain contoso.com -AsOf 2026-06-01 -WarningAction Ignore'
$ways = @{
    Module       = $planning + ' | Export-VirtualDirectoryScript'
    Prebuilt     = 'Write-PrebuiltLine -Line $lines'
    Interpolated = '$servers | Format-NamespaceLine -ExternalHost mail.contoso.com'
}
