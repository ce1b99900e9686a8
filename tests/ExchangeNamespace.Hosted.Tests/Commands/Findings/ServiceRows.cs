namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Test-NamespaceService about services.</summary>
internal static class ServiceRows
{
    public static FindingTable Table { get; } = new(
        """
        $both = 'mail.contoso.com', 'autodiscover.contoso.com'
        $front = $at.Issued($own, $both, -1, 170)
        $challenge = 'WWW-Authenticate: Negotiate', 'WWW-Authenticate: NTLM'
        $direct = @{ Server = 'EX01' }
        function New-Reply($Code, $Headers = @(), $Body = '') {
            (@("HTTP/1.1 $Code Answer", "Content-Length: $($Body.Length)") + $Headers + '' + $Body) -join "`n"
        }
        function Ask-Service($Answers, $With = @{}, $Planned = @{}, $Certificates = @($front), $Name = 'mail.contoso.com') {
            $plan = Quiet-Plan @{ Name = 'EX01'; IPAddress = '127.0.9.2'; Version = '2019CU14' } $Planned
            $ports = @{ HttpsPort = $at.WebAt('127.0.9.', $Certificates, $Answers); HttpPort = $at::NoServer() }
            $all = @{ Service = 'EWS'; Resolve = "$Name=127.0.9.1"; Timeout = 10 } + $ports
            foreach ($key in $With.Keys) { $all[$key] = $With[$key] }
            Test-NamespaceService $plan @all
        }
        $healthy = New-Reply 401 ($challenge + 'X-FEServer: EX01' + 'X-OWA-Version: 15.2.1544.9')
        $inJson = @{ Service = 'Autodiscover'; EmailAddress = 'a@contoso.com' }
        """,
        """
        EXN860 Ask-Service '' @{ HttpsPort = $at::NoServer() }
        EXN861 Ask-Service (New-Reply 503 'Server: Microsoft-HTTPAPI/2.0')
        EXN862 Ask-Service (New-Reply 502)
        EXN863 Ask-Service (New-Reply 404)
        EXN864 Ask-Service (New-Reply 500)
        EXN865 Ask-Service (New-Reply 403)
        EXN866 Ask-Service (New-Reply 403) @{ Service = 'ECP' }
        EXN867 Ask-Service (New-Reply 400)
        EXN868 Ask-Service (New-Reply 302 'Location: https://portal.contoso.com/')
        EXN869 Ask-Service (New-Reply 302 'Location: https://sts.contoso.com/adfs/ls/') @{ Service = 'OWA' }
        EXN870 Ask-Service (New-Reply 200 @() '<html>')
        EXN871 Ask-Service (New-Reply 200 'X-FEServer: EX01' '<html>')
        EXN872 Ask-Service (New-Reply 401 ($challenge + 'Proxy-Support: Session-Based-Authentication'))
        EXN873 Ask-Service (New-Reply 401)
        EXN874 Ask-Service (New-Reply 401 'WWW-Authenticate: NTLM')
        EXN875 Ask-Service $healthy @{ State = @([pscustomobject]@{ CapturedBy = 'Get-WebServicesVirtualDirectory'; Server = 'EX01'
            Identity = 'EX01\EWS (Default Web Site)'; Name = 'EWS (Default Web Site)'; BasicAuthentication = $false
            WindowsAuthentication = $false; DigestAuthentication = $false }) }
        EXN876 Ask-Service $healthy @{ Resolve = 'mail.contoso.com=127.0.0.1'; HttpPort = $at.Web($healthy)
            HttpsPort = $at.WebAt('127.0.0.', @($front), @($healthy)) }
        EXN877 $web = $at.Web($healthy); $https = $at.WebAt('127.0.0.', @($front), @($healthy))
            Ask-Service $healthy @{ Server = 'EX01'; Resolve = 'mail.contoso.com=127.0.0.1', 'ex01.ad.contoso.com=127.0.0.1'; HttpPort = $web; HttpsPort = $https }
        EXN878 Ask-Service ($healthy, $healthy) $direct
        EXN879 Ask-Service (New-Reply 401 ($challenge + 'X-OWA-Version: 15.1.2507.6'))
        EXN880 Ask-Service (New-Reply 401 ($challenge + 'X-OWA-Version: 15.2.1118.7'))
        EXN881 $other = New-Reply 401 ($challenge + 'X-FEServer: EX02' + 'X-OWA-Version: 15.2.1544.4')
            Ask-Service ($healthy, $other) $direct
        EXN882 Ask-Service ($healthy, (New-Reply 401 ($challenge + 'X-FEServer: EX02'))) $direct
        EXN883 Ask-Service (New-Reply 401 ($challenge + 'X-FEServer: OTHER'))
        EXN884 Ask-Service $healthy @{ Handshake = $true }
        EXN885 Ask-Service ($healthy, $healthy) $direct @{ ReverseProxy = 'SharedCertificate' } @($front, $at.Issued($own, $both, -2, 90))
        EXN886 Ask-Service ($healthy, $healthy) $direct @{ ReverseProxy = 'SeparateCertificate' } @($front, $at.Issued($own, $both, -2, 90))
        EXN887 Ask-Service ($healthy, $healthy) $direct @{} @($front, $at.Issued($own, $both, -2, 90))
        EXN888 Ask-Service (New-Reply 401 ($challenge + 'Strict-Transport-Security: 300'))
        EXN889 Ask-Service $healthy $inJson @{} @($front) 'autodiscover.contoso.com'
        EXN890 Ask-Service (New-Reply 200 @() '{"Protocol":"ActiveSync","Url":"https://outlook.office.com/x"}') $inJson @{} @($front) 'autodiscover.contoso.com'
        EXN891 Ask-Service (New-Reply 418)
        EXN892 Ask-Service 'nonsense'
        """);
}
