Set-OABVirtualDirectory -Identity “EX01\OAB (Default Web Site)” –ExternalURL mail.contoso.com/OAB
Enable-OutlookAnywhere -Server EX01 -ExternalHostname mail.contoso.com -ClientAuthenticationMethod Basic -SSLOffloading:$false
# The mailbox that the change is tried with:
Set-CasMailbox ann -MAPIEnabled $true
