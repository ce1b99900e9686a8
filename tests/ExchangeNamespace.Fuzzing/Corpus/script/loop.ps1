$names = Get-ExchangeServer | Where-Object { $_.AdminDisplayVersion -match '15\.1' }
foreach ($n in $names) { Set-OwaVirtualDirectory "$n\owa (Default Web Site)" -InternalUrl https://mail.contoso.com/owa -ExternalURL "https://$host/owa" }
Enable-OutlookAnywhere -Server EX01 -ExternalHostname:mail.contoso.com -SSLOffloading:$false -DefaultAuthenticationMethod Basic
