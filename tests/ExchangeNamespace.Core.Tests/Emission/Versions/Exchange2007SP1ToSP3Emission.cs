using System.Collections.Generic;

namespace ExchangeNamespace.Tests.Emission;

public class Exchange2007SP1ToSP3Emission : EmissionSpecification
{
    public override IReadOnlyList<string> Versions => ["2007SP1", "2007SP2", "2007SP3"];

    public override void Autodiscover_facing() => Emits(
    [
        "Set-ClientAccessServer -Identity CAS01 -AutoDiscoverServiceInternalUri https://mail.corp.local/Autodiscover/Autodiscover.xml",
    ]);

    public override void EWS_facing() => Emits(
    [
        """Set-WebServicesVirtualDirectory -Identity "CAS01\EWS (Default Web Site)" -InternalURL https://mail.corp.local/EWS/Exchange.asmx -ExternalURL https://mail.contoso.com/EWS/Exchange.asmx -BasicAuthentication:$true""",
    ]);

    public override void OAB_facing() => Emits(
    [
        """Set-OABVirtualDirectory -Identity "CAS01\OAB (Default Web Site)" -InternalURL https://mail.corp.local/OAB -ExternalURL https://mail.contoso.com/OAB -RequireSSL:$true""",
    ]);

    public override void OutlookAnywhere_facing() => Emits(
    [
        """Enable-OutlookAnywhere -Server CAS01 -ExternalHostname "mail.contoso.com" -ClientAuthenticationMethod "Basic" -SSLOffloading:$False""",
    ]);

    public override void ActiveSync_facing() => Emits(
    [
        """Set-ActiveSyncVirtualDirectory -Identity "CAS01\Microsoft-Server-ActiveSync (Default Web Site)" -ExternalURL https://mail.contoso.com/Microsoft-Server-ActiveSync""",
    ]);

    public override void UM_facing() => Emits(
    [
        """Set-UMVirtualDirectory -Identity "CAS01\UnifiedMessaging (Default Web Site)" -InternalURL https://mail.corp.local/UnifiedMessaging/Service.asmx -ExternalURL https://mail.contoso.com/UnifiedMessaging/Service.asmx -BasicAuthentication:$true""",
    ]);

    public override void OWA_facing() => Emits(
    [
        """Set-OwaVirtualDirectory -Identity "CAS01\owa (Default Web Site)" -InternalURL https://mail.corp.local/owa -ExternalURL https://mail.contoso.com/owa""",
    ]);

    public override void ECP_facing() => Emits([]);

    public override void MAPI_facing() => Emits([]);

    public override void PowerShell_facing() => Emits([]);

    public override void Autodiscover_not_facing() => Emits(
    [
        "Set-ClientAccessServer -Identity CAS01 -AutoDiscoverServiceInternalUri https://mail.corp.local/Autodiscover/Autodiscover.xml",
    ]);

    public override void EWS_not_facing() => Emits(
    [
        """Set-WebServicesVirtualDirectory -Identity "CAS01\EWS (Default Web Site)" -InternalURL https://mail.corp.local/EWS/Exchange.asmx -ExternalURL $null -BasicAuthentication:$true""",
    ]);

    public override void OAB_not_facing() => Emits(
    [
        """Set-OABVirtualDirectory -Identity "CAS01\OAB (Default Web Site)" -InternalURL https://mail.corp.local/OAB -ExternalURL $null -RequireSSL:$true""",
    ]);

    public override void OutlookAnywhere_not_facing() => Emits([]);

    public override void ActiveSync_not_facing() => Emits(
    [
        """Set-ActiveSyncVirtualDirectory -Identity "CAS01\Microsoft-Server-ActiveSync (Default Web Site)" -ExternalURL $null""",
    ]);

    public override void UM_not_facing() => Emits(
    [
        """Set-UMVirtualDirectory -Identity "CAS01\UnifiedMessaging (Default Web Site)" -InternalURL https://mail.corp.local/UnifiedMessaging/Service.asmx -ExternalURL $null -BasicAuthentication:$true""",
    ]);

    public override void OWA_not_facing() => Emits(
    [
        """Set-OwaVirtualDirectory -Identity "CAS01\owa (Default Web Site)" -InternalURL https://mail.corp.local/owa -ExternalURL $null""",
    ]);

    public override void ECP_not_facing() => Emits([]);

    public override void MAPI_not_facing() => Emits([]);

    public override void PowerShell_not_facing() => Emits([]);

    public override void Autodiscover_kept() => Emits([]);

    public override void EWS_kept() => Emits(
    [
        """Set-WebServicesVirtualDirectory -Identity "CAS01\EWS (Default Web Site)" -ExternalURL https://mail.contoso.com/EWS/Exchange.asmx -BasicAuthentication:$true""",
    ]);

    public override void OAB_kept() => Emits(
    [
        """Set-OABVirtualDirectory -Identity "CAS01\OAB (Default Web Site)" -ExternalURL https://mail.contoso.com/OAB -RequireSSL:$true""",
    ]);

    public override void OutlookAnywhere_kept() => Emits(
    [
        """Enable-OutlookAnywhere -Server CAS01 -ExternalHostname "mail.contoso.com" -ClientAuthenticationMethod "Basic" -SSLOffloading:$False""",
    ]);

    public override void ActiveSync_kept() => Emits(
    [
        """Set-ActiveSyncVirtualDirectory -Identity "CAS01\Microsoft-Server-ActiveSync (Default Web Site)" -ExternalURL https://mail.contoso.com/Microsoft-Server-ActiveSync""",
    ]);

    public override void UM_kept() => Emits(
    [
        """Set-UMVirtualDirectory -Identity "CAS01\UnifiedMessaging (Default Web Site)" -ExternalURL https://mail.contoso.com/UnifiedMessaging/Service.asmx -BasicAuthentication:$true""",
    ]);

    public override void OWA_kept() => Emits(
    [
        """Set-OwaVirtualDirectory -Identity "CAS01\owa (Default Web Site)" -ExternalURL https://mail.contoso.com/owa""",
    ]);

    public override void ECP_kept() => Emits([]);

    public override void MAPI_kept() => Emits([]);

    public override void PowerShell_kept() => Emits([]);

    public override void PowerShell_is_left_alone_unless_asked_for() => Emits([]);

    public override void OutlookAnywhere_enabled() => Emits(
    [
        """Set-OutlookAnywhere -Identity "CAS01\Rpc (Default Web Site)" -ExternalHostname "mail.contoso.com" -ClientAuthenticationMethod "Basic" -SSLOffloading:$False""",
    ]);

    public override void OutlookAnywhere_enabled_not_facing() => Emits([]);

    public override void OutlookAnywhere_known_to_be_off() => Emits(
    [
        """Enable-OutlookAnywhere -Server CAS01 -ExternalHostname "mail.contoso.com" -ClientAuthenticationMethod "Basic" -SSLOffloading:$False""",
    ]);

    public override void OutlookAnywhere_offloaded() => Emits(
    [
        """Enable-OutlookAnywhere -Server CAS01 -ExternalHostname "mail.contoso.com" -ClientAuthenticationMethod "Basic" -SSLOffloading:$True""",
    ]);

    public override void OutlookAnywhere_enabled_and_offloaded() => Emits(
    [
        """Set-OutlookAnywhere -Identity "CAS01\Rpc (Default Web Site)" -ExternalHostname "mail.contoso.com" -ClientAuthenticationMethod "Basic" -SSLOffloading:$True""",
    ]);

    public override void OutlookAnywhere_not_offloaded() => Emits(
    [
        """Enable-OutlookAnywhere -Server CAS01 -ExternalHostname "mail.contoso.com" -ClientAuthenticationMethod "Basic" -SSLOffloading:$False""",
    ]);

    public override void OutlookAnywhere_with_Ntlm() => Emits(
    [
        """Enable-OutlookAnywhere -Server CAS01 -ExternalHostname "mail.contoso.com" -ClientAuthenticationMethod "Ntlm" -SSLOffloading:$False""",
    ]);

    public override void OutlookAnywhere_with_Negotiate() => Emits(
    [
        """Enable-OutlookAnywhere -Server CAS01 -ExternalHostname "mail.contoso.com" -ClientAuthenticationMethod "Basic" -SSLOffloading:$False""",
    ]);

    public override void OutlookAnywhere_with_Ntlm_not_facing() => Emits([]);

    public override void EWS_with_Windows() => Emits(
    [
        """Set-WebServicesVirtualDirectory -Identity "CAS01\EWS (Default Web Site)" -InternalURL https://mail.corp.local/EWS/Exchange.asmx -ExternalURL https://mail.contoso.com/EWS/Exchange.asmx -WindowsAuthentication:$true""",
    ]);

    public override void OAB_with_Basic() => Emits(
    [
        """Set-OABVirtualDirectory -Identity "CAS01\OAB (Default Web Site)" -InternalURL https://mail.corp.local/OAB -ExternalURL https://mail.contoso.com/OAB -RequireSSL:$true""",
    ]);

    public override void ActiveSync_with_Basic_and_Windows() => Emits(
    [
        """Set-ActiveSyncVirtualDirectory -Identity "CAS01\Microsoft-Server-ActiveSync (Default Web Site)" -ExternalURL https://mail.contoso.com/Microsoft-Server-ActiveSync -BasicAuthEnabled:$true""",
    ]);

    public override void UM_with_Windows() => Emits(
    [
        """Set-UMVirtualDirectory -Identity "CAS01\UnifiedMessaging (Default Web Site)" -InternalURL https://mail.corp.local/UnifiedMessaging/Service.asmx -ExternalURL https://mail.contoso.com/UnifiedMessaging/Service.asmx -WindowsAuthentication:$true""",
    ]);

    public override void OWA_with_Forms_and_Basic() => Emits(
    [
        """Set-OwaVirtualDirectory -Identity "CAS01\owa (Default Web Site)" -InternalURL https://mail.corp.local/owa -ExternalURL https://mail.contoso.com/owa -FormsAuthentication:$true -BasicAuthentication:$true""",
    ]);

    public override void ECP_with_Forms_and_Basic() => Emits([]);

    public override void MAPI_with_Ntlm() => Emits([]);

    public override void PowerShell_with_Windows() => Emits([]);

    public override void OAB_with_a_self_signed_certificate() => Emits(
    [
        """Set-OABVirtualDirectory -Identity "CAS01\OAB (Default Web Site)" -InternalURL http://mail.corp.local/OAB -ExternalURL http://mail.contoso.com/OAB""",
    ]);

    public override void Site_scope() => Emits(
    [
        "Set-ClientAccessServer -Identity CAS01 -AutoDiscoverServiceInternalUri https://mail.corp.local/Autodiscover/Autodiscover.xml -AutoDiscoverSiteScope Zurich,Bern-Branch",
    ]);

    public override void Site_scope_alone() => Emits(
    [
        "Set-ClientAccessServer -Identity CAS01 -AutoDiscoverSiteScope Zurich,Bern-Branch",
    ]);

    public override void Connection_point_cleared() => Emits(
    [
        "Set-ClientAccessServer -Identity CAS01 -AutoDiscoverServiceInternalUri $null",
    ]);

    public override void Outlook_provider() => Emits(
    [
        """Enable-OutlookAnywhere -Server CAS01 -ExternalHostname "oa.contoso.com" -ClientAuthenticationMethod "Basic" -SSLOffloading:$False""",
        @"Set-OutlookProvider -Identity EXPR -CertPrincipalName ""msstd:mail.contoso.com""",
    ]);

    public override void Rehearsal() => Emits(
    [
        "Set-ClientAccessServer -Identity CAS01 -AutoDiscoverServiceInternalUri https://mail.corp.local/Autodiscover/Autodiscover.xml -WhatIf",
        """Set-WebServicesVirtualDirectory -Identity "CAS01\EWS (Default Web Site)" -InternalURL https://mail.corp.local/EWS/Exchange.asmx -ExternalURL https://mail.contoso.com/EWS/Exchange.asmx -BasicAuthentication:$true -WhatIf""",
        """Set-OABVirtualDirectory -Identity "CAS01\OAB (Default Web Site)" -InternalURL https://mail.corp.local/OAB -ExternalURL https://mail.contoso.com/OAB -RequireSSL:$true -WhatIf""",
        """Enable-OutlookAnywhere -Server CAS01 -ExternalHostname "oa.contoso.com" -ClientAuthenticationMethod "Basic" -SSLOffloading:$False -WhatIf""",
        """Set-ActiveSyncVirtualDirectory -Identity "CAS01\Microsoft-Server-ActiveSync (Default Web Site)" -ExternalURL https://mail.contoso.com/Microsoft-Server-ActiveSync -WhatIf""",
        """Set-UMVirtualDirectory -Identity "CAS01\UnifiedMessaging (Default Web Site)" -InternalURL https://mail.corp.local/UnifiedMessaging/Service.asmx -ExternalURL https://mail.contoso.com/UnifiedMessaging/Service.asmx -BasicAuthentication:$true -WhatIf""",
        """Set-OwaVirtualDirectory -Identity "CAS01\owa (Default Web Site)" -InternalURL https://mail.corp.local/owa -ExternalURL https://mail.contoso.com/owa -WhatIf""",
        """Set-OutlookProvider -Identity EXPR -CertPrincipalName "msstd:mail.contoso.com" -WhatIf""",
    ]);
}
