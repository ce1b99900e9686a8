# Namespace mail.contoso.com: run in the Exchange Management Shell of Exchange 2007.
# DNS model of contoso.com: Split. Certificate rules of 2026-06-01.

# Before the first line is run:
# - inside, mail.contoso.com, autodiscover.contoso.com, autodiscover.contoso.de lead to 10.1.0.11, 10.1.0.12
# - inside, mail.contoso.de leads to 10.2.0.11
# - inside, mail-plant.contoso.com leads to 10.3.0.11
# - the certificate with mail.contoso.com, autodiscover.contoso.com, autodiscover.contoso.de, smtp.contoso.com is bound to IIS on HQ-EX01, HQ-EX02
# - the certificate with mail.contoso.de is bound to IIS on EU-EX01
# - the certificate with mail-plant.contoso.com is bound to IIS on PL-EX01
# - the present values are captured: there is no undo in this file, because it was written without them
# Warning EXN014, contoso.com: Inside, the copy of contoso.com answers alone: every other record of the public zone must also exist in it, or that name is dead inside.
# Warning EXN014, contoso.de: Inside, the copy of contoso.de answers alone: every other record of the public zone must also exist in it, or that name is dead inside.
# Warning EXN003, PL-EX01: Not Internet-facing: the external value of EWS, OAB, ActiveSync, UM, OWA is cleared.
# Warning EXN005, HQ-EX02, EU-EX01: Enable-OutlookAnywhere fails where it is enabled already, and whether it is was not stated.

# === HQ-EX01 (Exchange 2007SP2)
# Domain-joined clients find mail.contoso.com through the service connection point of every server (S4, S6). Clients of the listed sites prefer this service connection point (S5).
Set-ClientAccessServer -Identity HQ-EX01 -AutoDiscoverServiceInternalUri https://mail.contoso.com/Autodiscover/Autodiscover.xml -AutoDiscoverSiteScope Headquarters,Branch-1
# One name on both sides (S22). Clients on the Internet use this name (S2).
Set-WebServicesVirtualDirectory -Identity "HQ-EX01\EWS (Default Web Site)" -InternalURL https://mail.contoso.com/EWS/Exchange.asmx -ExternalURL https://mail.contoso.com/EWS/Exchange.asmx -BasicAuthentication:$true
# One name on both sides (S22). Clients on the Internet use this name (S2).
Set-OABVirtualDirectory -Identity "HQ-EX01\OAB (Default Web Site)" -InternalURL https://mail.contoso.com/OAB -ExternalURL https://mail.contoso.com/OAB -RequireSSL:$true
# Clients on the Internet use this name (S2).
Set-OutlookAnywhere -Identity "HQ-EX01\Rpc (Default Web Site)" -ExternalHostname "mail.contoso.com" -ClientAuthenticationMethod "Basic" -SSLOffloading:$False
# Clients on the Internet use this name (S2).
Set-ActiveSyncVirtualDirectory -Identity "HQ-EX01\Microsoft-Server-ActiveSync (Default Web Site)" -ExternalURL https://mail.contoso.com/Microsoft-Server-ActiveSync
# One name on both sides (S22). Clients on the Internet use this name (S2).
Set-UMVirtualDirectory -Identity "HQ-EX01\UnifiedMessaging (Default Web Site)" -InternalURL https://mail.contoso.com/UnifiedMessaging/Service.asmx -ExternalURL https://mail.contoso.com/UnifiedMessaging/Service.asmx -BasicAuthentication:$true
# One name on both sides (S22). Clients on the Internet use this name (S2).
Set-OwaVirtualDirectory -Identity "HQ-EX01\owa (Default Web Site)" -InternalURL https://mail.contoso.com/owa -ExternalURL https://mail.contoso.com/owa

# === HQ-EX02 (Exchange 2007SP2)
# Domain-joined clients find mail.contoso.com through the service connection point of every server (S4, S6). Clients of the listed sites prefer this service connection point (S5).
Set-ClientAccessServer -Identity HQ-EX02 -AutoDiscoverServiceInternalUri https://mail.contoso.com/Autodiscover/Autodiscover.xml -AutoDiscoverSiteScope Headquarters,Branch-1
# One name on both sides (S22). Clients on the Internet use this name (S2).
Set-WebServicesVirtualDirectory -Identity "HQ-EX02\EWS (Default Web Site)" -InternalURL https://mail.contoso.com/EWS/Exchange.asmx -ExternalURL https://mail.contoso.com/EWS/Exchange.asmx -BasicAuthentication:$true
# One name on both sides (S22). Clients on the Internet use this name (S2).
Set-OABVirtualDirectory -Identity "HQ-EX02\OAB (Default Web Site)" -InternalURL https://mail.contoso.com/OAB -ExternalURL https://mail.contoso.com/OAB -RequireSSL:$true
# Clients on the Internet use this name (S2).
Enable-OutlookAnywhere -Server HQ-EX02 -ExternalHostname "mail.contoso.com" -ClientAuthenticationMethod "Basic" -SSLOffloading:$False
# Clients on the Internet use this name (S2).
Set-ActiveSyncVirtualDirectory -Identity "HQ-EX02\Microsoft-Server-ActiveSync (Default Web Site)" -ExternalURL https://mail.contoso.com/Microsoft-Server-ActiveSync
# One name on both sides (S22). Clients on the Internet use this name (S2).
Set-UMVirtualDirectory -Identity "HQ-EX02\UnifiedMessaging (Default Web Site)" -InternalURL https://mail.contoso.com/UnifiedMessaging/Service.asmx -ExternalURL https://mail.contoso.com/UnifiedMessaging/Service.asmx -BasicAuthentication:$true
# One name on both sides (S22). Clients on the Internet use this name (S2).
Set-OwaVirtualDirectory -Identity "HQ-EX02\owa (Default Web Site)" -InternalURL https://mail.contoso.com/owa -ExternalURL https://mail.contoso.com/owa

# === EU-EX01 (Exchange 2007SP2)
# Domain-joined clients find mail.contoso.de through the service connection point of every server (S4, S6). Clients of the listed sites prefer this service connection point (S5).
Set-ClientAccessServer -Identity EU-EX01 -AutoDiscoverServiceInternalUri https://mail.contoso.de/Autodiscover/Autodiscover.xml -AutoDiscoverSiteScope Europe
# One name on both sides (S22). Clients on the Internet use this name (S2).
Set-WebServicesVirtualDirectory -Identity "EU-EX01\EWS (Default Web Site)" -InternalURL https://mail.contoso.de/EWS/Exchange.asmx -ExternalURL https://mail.contoso.de/EWS/Exchange.asmx -BasicAuthentication:$true
# One name on both sides (S22). Clients on the Internet use this name (S2).
Set-OABVirtualDirectory -Identity "EU-EX01\OAB (Default Web Site)" -InternalURL https://mail.contoso.de/OAB -ExternalURL https://mail.contoso.de/OAB -RequireSSL:$true
# Clients on the Internet use this name (S2).
Enable-OutlookAnywhere -Server EU-EX01 -ExternalHostname "mail.contoso.de" -ClientAuthenticationMethod "Basic" -SSLOffloading:$False
# Clients on the Internet use this name (S2).
Set-ActiveSyncVirtualDirectory -Identity "EU-EX01\Microsoft-Server-ActiveSync (Default Web Site)" -ExternalURL https://mail.contoso.de/Microsoft-Server-ActiveSync
# One name on both sides (S22). Clients on the Internet use this name (S2).
Set-UMVirtualDirectory -Identity "EU-EX01\UnifiedMessaging (Default Web Site)" -InternalURL https://mail.contoso.de/UnifiedMessaging/Service.asmx -ExternalURL https://mail.contoso.de/UnifiedMessaging/Service.asmx -BasicAuthentication:$true
# One name on both sides (S22). Clients on the Internet use this name (S2).
Set-OwaVirtualDirectory -Identity "EU-EX01\owa (Default Web Site)" -InternalURL https://mail.contoso.de/owa -ExternalURL https://mail.contoso.de/owa

# === PL-EX01 (Exchange 2007SP2)
# Domain-joined clients find mail-plant.contoso.com through the service connection point of every server (S4, S6). Clients of the listed sites prefer this service connection point (S5).
Set-ClientAccessServer -Identity PL-EX01 -AutoDiscoverServiceInternalUri https://mail-plant.contoso.com/Autodiscover/Autodiscover.xml -AutoDiscoverSiteScope "Sao Paulo Plant"
# The inside name of the service (S2). The server is not Internet-facing: requests from outside are proxied to it (S29).
Set-WebServicesVirtualDirectory -Identity "PL-EX01\EWS (Default Web Site)" -InternalURL https://mail-plant.contoso.com/EWS/Exchange.asmx -ExternalURL $null -BasicAuthentication:$true
# The inside name of the service (S2). The server is not Internet-facing: requests from outside are proxied to it (S29).
Set-OABVirtualDirectory -Identity "PL-EX01\OAB (Default Web Site)" -InternalURL https://mail-plant.contoso.com/OAB -ExternalURL $null -RequireSSL:$true
# The server is not Internet-facing: requests from outside are proxied to it (S29).
Set-ActiveSyncVirtualDirectory -Identity "PL-EX01\Microsoft-Server-ActiveSync (Default Web Site)" -ExternalURL $null
# The inside name of the service (S2). The server is not Internet-facing: requests from outside are proxied to it (S29).
Set-UMVirtualDirectory -Identity "PL-EX01\UnifiedMessaging (Default Web Site)" -InternalURL https://mail-plant.contoso.com/UnifiedMessaging/Service.asmx -ExternalURL $null -BasicAuthentication:$true
# The inside name of the service (S2). The server is not Internet-facing: requests from outside are proxied to it (S29).
Set-OwaVirtualDirectory -Identity "PL-EX01\owa (Default Web Site)" -InternalURL https://mail-plant.contoso.com/owa -ExternalURL $null
