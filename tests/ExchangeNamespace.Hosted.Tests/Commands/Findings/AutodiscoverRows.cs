namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Get-AutodiscoverRoute.</summary>
internal static class AutodiscoverRows
{
    public static FindingTable Table { get; } = new(
        """
        $xml = '/autodiscover/autodiscover.xml'
        $gone = @{ 'contoso.com' = 'NoName'; 'autodiscover.contoso.com' = 'NoName'; '_autodiscover._tcp.contoso.com' = 'NoName' }
        $phone = @{ Client = 'ActiveSync' }
        function Walk($Known = @{}, $With = $phone, $Plan = (Quiet-Plan EX01), $Of = 'a@contoso.com') {
            $Plan | Get-AutodiscoverRoute $Of -Known $Known @With
        }
        function Redirect($To) {
            Walk @{ 'contoso.com' = 'NoName'; 'autodiscover.contoso.com' = 'Silent'; 'http://autodiscover.contoso.com' = $To
                '_autodiscover._tcp.contoso.com' = 'NoName'; 'r.contoso.com' = "https://r.contoso.com$xml" }
        }
        function Walk-State($Captured, $With = @{ DomainJoined = $true }) {
            Capture (@((Server)) + $Captured) | Get-AutodiscoverRoute a@contoso.com @With
        }
        function Live($Zone, $Https = $at::NoServer(), $With = @{ AllowPrivateAddress = $true }) {
            $ports = @{ HttpsPort = $Https; HttpPort = $at::NoServer(); Timeout = 10 }
            Get-AutodiscoverRoute a@contoso.com -Live -DnsServer $at.Dns($Zone) -Client ActiveSync @ports @With
        }
        function Point($Url) {
            @{ CapturedBy = 'Get-ClientAccessService'; Name = 'EX01'; Identity = 'EX01'; AutoDiscoverServiceInternalUri = $Url
                AutoDiscoverSiteScope = 'A' }
        }
        $auto = 'autodiscover.contoso.com A 127.0.0.1'
        $answer = '<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"><Response/></Autodiscover>'
        $ownOwa = @{ ServiceHost = @{ OWA = 'owa.contoso.com' } }
        $autoCertificate = $at.Issued('autodiscover.contoso.com', 'autodiscover.contoso.com')
        """,
        """
        EXN460 Walk @{ 'contoso.com' = 'Autodiscover' }
        EXN461 Walk @{ 'contoso.com' = 'OtherPage' }
        EXN462 Live '*.contoso.com A 127.0.0.1'
        EXN463 Walk ($gone + @{ '_autodiscover._tcp.fabrikam.com' = 'mail.contoso.com:444'; 'fabrikam.com' = 'NoName' }) $phone (
            Quiet-Plan EX01) 'a@fabrikam.com'
        EXN464 Live ('_autodiscover._tcp.contoso.com SRV 443 a.contoso.com',
                'a.contoso.com CNAME b.contoso.com', 'b.contoso.com A 127.0.0.1')
        EXN465 Redirect "https://mail.contoso.com$xml"
        EXN466 Walk @{ 'autodiscover.fabrikam.com' = 'Autodiscover' } $phone (Quiet-Plan EX01) 'a@fabrikam.com'
        EXN467 Redirect "https://r.contoso.com$xml"
        EXN468 Redirect "http://mail.contoso.com$xml"
        EXN469 Redirect 'https://mail.contoso.com/'
        EXN470/Error Walk $gone
        EXN470/Information Walk @{ 'autodiscover.contoso.com' = 'Silent' }
        EXN471 Walk @{ 'autodiscover.contoso.com' = 'Silent' }
        EXN472 Walk-State @((Point "https://ex01.contoso.com$xml"), (Certificate))
        EXN473 Walk @{} @{ DomainJoined = $true } (Quiet-Plan EX01 @{ KeepInternalUrl = $true })
        EXN474 Walk-State @((Point "https://mail.contoso.com$xml"), (Certificate)) @{ DomainJoined = $true; Site = 'Z' }
        EXN475 Walk @{ 'contoso.com' = 'NoName'; 'autodiscover.contoso.com' = 'Silent'; 
            'http://autodiscover.contoso.com' = "https://owa.contoso.com$xml"
            '_autodiscover._tcp.contoso.com' = 'mail.contoso.com:443' } $phone (Quiet-Plan EX01 $ownOwa)
        EXN476 Walk $gone @{ Client = 'Outlook2007Rtm' }
        EXN477 Walk-State @((Point "https://mail.contoso.com$xml"), (Certificate), (Directory $ews 'https://b.contoso.com/ews' $right))
        EXN478 Walk @{} $phone (Quiet-Plan @{ Name = 'EX01'; InternetFacing = $false })
        EXN479 Live $auto $at.Web("HTTP/1.1 200 OK`nContent-Length: $($answer.Length)`n`n$answer", $autoCertificate)
        EXN480 Live $auto $at.Web("HTTP/1.1 401 Unauthorized`nWWW-Authenticate: Negotiate`nContent-Length: 0`n`n", $autoCertificate)
        EXN481 Walk @{} $phone (Quiet-Plan EX01) 'a@fabrikam.com'
        EXN482 Redirect "https://mail.contoso.com:444$xml"
        EXN483 Redirect "https://10.0.0.1$xml"
        EXN484 Live ('_autodiscover._tcp.contoso.com SRV 443 a.contoso.com', 'a.contoso.com A 127.0.0.1') $at::NoServer() @{}
        """);
}
