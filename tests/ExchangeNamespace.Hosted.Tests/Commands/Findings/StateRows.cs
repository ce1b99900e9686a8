namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of captured settings: Import-ExchangeState, Compare-NamespacePlan, Export-VirtualDirectoryScript.</summary>
internal static class StateRows
{
    public static FindingTable Table { get; } = new(
        """
        function With-Members($One, $With) { foreach ($key in $With.Keys) { $One[$key] = $With[$key] }; $One }
        function Server($Name = 'EX01', $Version = '15.2 (Build 2562.17)', $With = @{}) {
            With-Members @{ CapturedBy = 'Get-ExchangeServer'; Name = $Name; Fqdn = "$Name.contoso.com"; Site = 'A'; ServerRole = 'Mailbox'
                AdminDisplayVersion = "Version $Version" } $With
        }
        $names = @{ OwaVirtualDirectory = 'owa'; WebServicesVirtualDirectory = 'EWS'; OabVirtualDirectory = 'OAB'
            ActiveSyncVirtualDirectory = 'Microsoft-Server-ActiveSync'; AutodiscoverVirtualDirectory = 'Autodiscover' }
        function As-Xml($Object) { [System.Management.Automation.PSSerializer]::Serialize($Object) }
        function Directory($Of, $Internal, $External, $With = @{}, $Server = 'EX01') {
            With-Members @{ CapturedBy = "Get-$Of"; Identity = "$Server\$($names[$Of]) (Default Web Site)"; Server = $Server
                InternalUrl = $Internal; ExternalUrl = $External } $With
        }
        function Compare($Captured, $With = @{}, $Servers = 'EX01') {
            Quiet-Plan $Servers $With | Compare-NamespacePlan -State (Capture $Captured)
        }
        function Organization($Downloads) {
            @{ CapturedBy = 'Get-OrganizationConfig'; Name = 'Contoso'; EnableDownloadDomains = $Downloads }
        }
        function Certificate($Names = 'mail.contoso.com') {
            @{ CapturedBy = 'Get-ExchangeCertificate'; CapturedFrom = 'EX01'; Thumbprint = '1' * 40; CertificateDomains = $Names
                Services = 'IIS' }
        }
        function Stored-Mail($Of = @{}, $Thumbprint = '1') {
            With-Members @{ CapturedBy = 'Get-ExchangeCertificate'; CapturedFrom = 'EX01'; Thumbprint = $Thumbprint * 40; Services = 'SMTP'
                Subject = 'CN=smtp.contoso.com'; Issuer = 'CN=CA'; CertificateDomains = 'smtp.contoso.com'; HasPrivateKey = $true
                NotBefore = [datetime]'2020-01-01'; NotAfter = [datetime]'2099-01-01' } $Of
        }
        $sender = @{ CapturedBy = 'Get-SendConnector'; Identity = 'Out'; Name = 'Out'; Fqdn = 'smtp.contoso.com'; AddressSpaces = 'SMTP:*;1'
            SourceTransportServers = 'EX01'; TlsCertificateName = '<I>CN=CA<S>CN=smtp.contoso.com'; Enabled = $true }
        $cloud = @{ CapturedBy = 'Get-SendConnector'; Identity = 'Out'; Name = 'Out'; AddressSpaces = 'smtp:contoso.mail.onmicrosoft.com;1'
            SourceTransportServers = 'EX01'; TlsCertificateName = '<I>CN=CA<S>CN=smtp.contoso.com'; Enabled = $true; RequireTLS = $true
            CloudServicesMailEnabled = $true; TlsAuthLevel = 'DomainValidation'; TlsDomain = 'mail.protection.outlook.com' }
        $inbound = @{ CapturedBy = 'Get-ReceiveConnector'; Identity = 'EX01\Default Frontend EX01'; Name = 'Default Frontend EX01'; Server = 'EX01'
            TlsDomainCapabilities = @('mail.protection.outlook.com:AcceptCloudServicesMail'); Enabled = $true
            TlsCertificateName = '<I>CN=CA<S>CN=smtp.contoso.com' }
        $owa = 'OwaVirtualDirectory'
        $ews = 'WebServicesVirtualDirectory'
        $right = 'https://mail.contoso.com/owa'
        $captured = Directory $owa $right $right
        $offloading = @{ CapturedBy = 'Get-OutlookAnywhere'; Identity = 'EX01\Rpc (Default Web Site)'; ServerName = 'EX01'
            InternalHostname = 'mail.contoso.com'; ExternalHostname = 'mail.contoso.com'; SSLOffloading = $true }
        """,
        """
        EXN091/Error Compare @((Directory $owa $right $right @{ ExtendedProtectionTokenChecking = 'Require' }), (Server)) @{
            ReverseProxy = 'SeparateCertificate' }
        EXN091/Warning Compare @($offloading, (Server)) @{ ServiceHost = @{ OWA = 'owa.contoso.com' } }
        EXN350 [pscustomobject]$captured, [pscustomobject]$captured | Import-ExchangeState
        EXN351 Import-ExchangeState $at.Folder('Get-ExchangeServer.xml', (As-Xml ([pscustomobject](Server))), 'other.xml', (As-Xml 1))
        EXN352 'EX01', 'EX02' | ForEach-Object { [pscustomobject](Server $_ '99.9 (Build 1.1)') } | Import-ExchangeState
        EXN360 Quiet-Plan EX01 | Export-VirtualDirectoryScript -CurrentState (Capture (Directory $owa 'https://old.contoso.com/owa' $right))
        EXN361 Compare @{ CapturedBy = 'Get-ClientAccessService'; Name = 'EX09'; Identity = 'EX09'
            AutoDiscoverServiceInternalUri = 'https://ex09.contoso.com/Autodiscover/Autodiscover.xml' }
        EXN362 Compare (Directory $owa 'https://ex01.contoso.com/owa' $right)
        EXN363 Compare (Directory OabVirtualDirectory 'http://mail.contoso.com/OAB' $null @{ RequireSSL = $true })
        EXN364 Compare (Directory $ews $right $right @{ InternalNLBBypassUrl = 'https://ex01.contoso.com/ews/exchange.asmx' })
        EXN365 Compare @((Directory $owa 'https://old.contoso.com/owa' $right), (Certificate))
        EXN366 Compare @($captured, (Directory $owa 'https://b.contoso.com/owa' $right @{} 'EX02')) @{} ('EX01', 'EX02')
        EXN367 Compare @{ CapturedBy = 'Get-ClientAccessArray'; Name = 'Array'; Identity = 'Array'
                Fqdn = 'mail.contoso.com'; Site = 'A' } @{
            ExchangeVersion = '2010' }
        EXN368 Compare (Directory AutodiscoverVirtualDirectory 'https://mail.contoso.com/x' $null)
        EXN369 Compare @{ CapturedBy = 'Get-SendConnector'; Name = 'Out'; Identity = 'Out'; Fqdn = 'x.contoso.com'
                AddressSpaces = 'SMTP:*;1' } $mail
        EXN370/Warning Compare (Server) @{ ExchangeVersion = '2010' }
        EXN370/Information Compare (Server EX01 '15.2 (Build 1118.7)')
        EXN371 Compare (Certificate)
        EXN372 Compare @((Directory $owa $right 'https://ex09.contoso.com/owa'), (Server EX09))
        EXN373 Compare @((Directory $owa $right $right @{ ExternalDownloadHostName = 'mail.contoso.com' }), (Organization $true))
        EXN374 Compare @($sender, (Stored-Mail @{ Subject = 'CN=other.contoso.com' }))
        EXN375 Compare @($sender, (Stored-Mail @{ NotAfter = [datetime]'2021-01-01' }))
        EXN376 Compare @($sender, (Stored-Mail @{ CertificateDomains = 'other.contoso.com'; Subject = 'CN=x' }), (With-Members $sender.Clone() @{
            Name = 'Two'; Identity = 'Two'; TlsCertificateName = '<I>CN=CA<S>CN=x' }))
        EXN377 Compare @($sender, (Stored-Mail), (Stored-Mail @{ NotAfter = [datetime]'2098-01-01' } '2'))
        EXN378 Compare (With-Members $cloud.Clone() @{ RequireTLS = $false })
        EXN379 Compare @($cloud, (With-Members $inbound.Clone() @{ TlsDomainCapabilities = @() }))
        EXN380 Compare (With-Members $cloud.Clone() @{ TlsCertificateName = $null })
        EXN381 Compare @($cloud, $inbound, (Stored-Mail @{ NotAfter = [datetime]'2021-01-01' }))
        EXN382 Compare @((Directory $ews $right $right @{ InternalAuthenticationMethods = @('Ntlm') }), @{
            CapturedBy = 'Get-OrganizationConfig'; Name = 'Contoso'; OAuth2ClientProfileEnabled = $true })
        EXN383 Compare @($cloud, (Directory $ews $right $null))
        EXN384/Warning Compare @($cloud, (Server EX01 '15.1 (Build 2375.7)'))
        EXN384/Information Compare @($cloud, (Server EX01 '15.1 (Build 2507.6)'))
        """);
}
