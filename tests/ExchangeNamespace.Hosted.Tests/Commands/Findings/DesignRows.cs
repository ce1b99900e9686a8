namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of an inferred design: ConvertTo-NamespaceDesign.</summary>
internal static class DesignRows
{
    public static FindingTable Table { get; } = new(
        """
        function Design-Of([hashtable[]]$Objects) { Capture $Objects | ConvertTo-NamespaceDesign }
        function Design-Member($Name, $Site = 'A', $Version = '15.2 (Build 2562.17)') {
            @{ CapturedBy = 'Get-ExchangeServer'; Name = $Name; Fqdn = "$Name.contoso.com"; Site = $Site; ServerRole = 'Mailbox, ClientAccess'
                AdminDisplayVersion = "Version $Version" }
        }
        function Design-Owa($Server, $Internal = 'mail.contoso.com/owa', $External = 'mail.contoso.com/owa') {
            @{ CapturedBy = 'Get-OwaVirtualDirectory'; Identity = "$Server\owa (Default Web Site)"; Server = $Server
                InternalUrl = "https://$Internal"; ExternalUrl = if ($External) { "https://$External" } }
        }
        function Design-Point($Server, $HostName = 'mail.contoso.com') {
            @{ CapturedBy = 'Get-ClientAccessService'; Name = $Server; Identity = $Server
                AutoDiscoverServiceInternalUri = "https://$HostName/Autodiscover/Autodiscover.xml" }
        }
        function Design-Mapi($Server, $Methods) {
            @{ CapturedBy = 'Get-MapiVirtualDirectory'; Identity = "$Server\mapi (Default Web Site)"; Server = $Server
                InternalUrl = 'https://mail.contoso.com/mapi'; ExternalUrl = 'https://mail.contoso.com/mapi'; IISAuthenticationMethods = $Methods }
        }
        function Design-Bound($Server, $With) {
            $one = @{ CapturedBy = 'Get-ExchangeCertificate'; CapturedFrom = $Server; Thumbprint = '1' * 40; Services = 'IIS' }
            foreach ($key in $With.Keys) { $one[$key] = $With[$key] }
            $one
        }
        function Design-Sender($Name, $Fqdn) {
            @{ CapturedBy = 'Get-SendConnector'; Name = $Name; Identity = $Name; Fqdn = $Fqdn; AddressSpaces = 'SMTP:*;1' }
        }
        $designed = (Design-Member EX01), (Design-Member EX02), (Design-Member EX03)
        """,
        """
        EXN540 Design-Of ($designed + (Design-Owa EX01), (Design-Owa EX02), (Design-Owa EX03 b.contoso.com/owa))
        EXN541 Design-Of ($designed + (Design-Point EX01), (Design-Point EX02), (Design-Point EX03 old.contoso.com))
        EXN542/Information Design-Of @((Design-Member EX01), (Design-Member EX02 B), (Design-Owa EX01), (Design-Owa EX02))
        EXN542/Warning Design-Of @((Design-Member EX01 A '14.3 (Build 123.4)'), (Design-Member EX02 B), (Design-Owa EX01), (Design-Owa EX02))
        EXN543 Design-Of ($designed + (Design-Mapi EX01 Ntlm), (Design-Mapi EX02 Ntlm), (Design-Mapi EX03 Basic))
        EXN544/Warning Design-Of @((Design-Member EX01), (Design-Owa EX01 mail.contoso.com/mail))
        EXN544/Information Design-Of @((Design-Member EX01), (Design-Owa EX01), @{ CapturedBy = 'Get-AcceptedDomain'; Name = 'all'; DomainName = '*.contoso.com' })
        EXN545/Information Design-Of @((Design-Member EX01), (Design-Owa EX01))
        EXN545/Warning Design-Of (Design-Owa EX01)
        EXN546 Design-Of @((Design-Member EX01), (Design-Owa EX01 ex01.contoso.com/owa $null))
        EXN547/Warning Design-Of ($designed + (Design-Owa EX01 ex01.contoso.com/owa), (Design-Owa EX02 ex02.contoso.com/owa), (Design-Owa EX03))
        EXN547/Information Design-Of @((Design-Member EX01), (Design-Owa EX01 ex01.contoso.com/owa), (Design-Mapi EX01 Ntlm), (Design-Point EX01 ex01.contoso.com))
        EXN548 Design-Of @((Design-Member EX01), (Design-Member EX02), (Design-Bound EX01 @{ IsSelfSigned = $true }), (Design-Bound EX02 @{ RootCAType = 'ThirdParty' }))
        EXN549 Design-Of @((Design-Member EX01), (Design-Sender One a.contoso.com), (Design-Sender Two b.contoso.com))
        EXN550/Information Design-Of @((Design-Member EX01), (Design-Owa EX01))
        EXN550/Warning $silent = @{ ExternalServer = $at.Dns('* SILENT'); InternalServer = $at.Dns('* SILENT'); Timeout = 0.1; Retry = 0 }
            Capture @((Design-Member EX01), (Design-Owa EX01)) | ConvertTo-NamespaceDesign @silent
        EXN551 New-NamespaceDesign
        EXN552 'EX01' | New-NamespaceDesign
        EXN553 'EX01', 'SE', '', '', 'mail.contoso.com', '', '', '', '', '', '', '', '', 'one too many' | New-NamespaceDesign
        """);
}
