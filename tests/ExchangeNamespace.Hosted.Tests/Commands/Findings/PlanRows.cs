namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Get-NamespacePlan.</summary>
internal static class PlanRows
{
    public static FindingTable Table { get; } = new(
        """

        $quiet = @{
            ExternalHost = 'mail.contoso.com'; DnsModel = 'Pinpoint'; ADDomain = 'ad.contoso.com'; ExchangeVersion = 'SE'
            CertificateAuthority = 'Internal'; ExternalIPAddress = '192.0.2.1'
        }
        $mail = @{ MailHost = 'smtp.contoso.com'; MailIPAddress = '203.0.113.25' }
        $old2010 = @{ Name = 'OLD'; Version = '2010' }
        $old2007 = @{ Name = 'OLD'; Version = '2007SP3' }
        $twoSites = @{ Name = 'A1'; Site = 'A' }, @{ Name = 'B1'; Site = 'B' }
        $siteB = @{ Name = 'B'; ExternalHost = 'mail-b.contoso.com' }
        $srv = @{ SmtpDomain = 'contoso.com'; AutodiscoverSrvDomain = 'contoso.com' }
        function Plan($Servers, $With = @{}) {
            $all = $quiet.Clone()
            foreach ($key in $With.Keys) { if ($null -eq $With[$key]) { $all.Remove($key) } else { $all[$key] = $With[$key] } }
            Get-NamespacePlan $Servers @all
        }
        function Quiet-Plan($Servers, $With = @{}) { Plan $Servers $With 2>$null 3>$null 6>$null }
        function Capture([hashtable[]]$Objects) { $Objects | ForEach-Object { [pscustomobject]$_ } | Import-ExchangeState 3>$null 6>$null }
        function Stored($With = @{}, $Also = @()) {
            $one = @{ CapturedBy = 'Get-ExchangeCertificate'; CapturedFrom = 'EX01'; Thumbprint = '1' * 40; Subject = 'CN=mail.contoso.com'
                Issuer = 'CN=CA'; CertificateDomains = 'mail.contoso.com', 'autodiscover.contoso.com'; Services = 'IIS, SMTP'
                NotBefore = [datetime]'2026-01-10'; NotAfter = [datetime]'2036-07-10'; HasPrivateKey = $true; IsSelfSigned = $false
                Status = 'Valid'; RootCAType = 'ThirdParty' }
            foreach ($key in $With.Keys) { $one[$key] = $With[$key] }
            Capture (@($one) + $Also)
        }
        """,
        """
        EXN080 Get-NamespacePlan EX01 @quiet -AutodiscoverHost $null
        EXN081 Get-NamespacePlan EX01 @quiet -Hybrid Coexistence
        EXN082 Get-NamespacePlan EX01 @quiet -Hybrid ModernAuthentication
        EXN084 Plan EX01 @{ ExchangeVersion = '2010'; Site = @{ Name = 'A'; ClientAccessArray = 'rpc.contoso.com' } }
        EXN085 Plan EX01 @{ ExchangeVersion = '2010'; Site = @{ Name = 'A'; ClientAccessArray = 'mail.contoso.com' } }
        EXN086 Plan EX01 @{ Site = @{ Name = 'A'; ClientAccessArray = 'rpc.contoso.com' } }
        EXN087 Plan EX01 @{ ExchangeVersion = '2010'; Site = @{ Name = 'A'; FailbackHost = 'back.contoso.com' } }
        EXN083 Plan EX01 @{ Hybrid = 'ModernAuthentication'; ExchangeVersion = '2010' }
        EXN001 Plan EX01 @{ DnsModel = $null; ADDomain = $null }
        EXN002/Information Plan EX01 @{ ExchangeVersion = '2013' }
        EXN003 Plan @{ Name = 'EX01'; InternetFacing = $false }
        EXN004 Plan EX01
        EXN005 Plan EX01 @{ ExchangeVersion = '2010' }
        EXN006/Warning Plan EX01 @{ ExchangeVersion = '2010'; ServiceHost = @{ MAPI = 'mapi.contoso.com' } }
        EXN006/Information Plan EX01 @{ ExchangeVersion = '2013RTM' }
        EXN007/Information Plan EX01 @{ CertificateAuthority = 'Public'; InternalHost = 'mail.corp.local'; AsOf = '2015-01-01' }
        EXN007/Warning Plan EX01 @{ CertificateAuthority = 'Public'; InternalHost = 'mail.corp.local' }
        EXN008 Plan EX01 @{ CertificateAuthority = 'Public' }
        EXN009/Error Plan EX01 @{ ExternalHost = ('m' * 60) + '.contoso.com'; SmtpDomain = @() }
        EXN009/Warning Plan EX01 @{ ExternalHost = ('m' * 60) + '.contoso.com' }
        EXN010 Plan EX01 @{ CertificateName = '*.com' }
        EXN012 Plan EX01 @{ CertificateAuthority = 'Public'; ServerNameOnCertificate = 'Fqdn' }
        EXN013/Warning Plan EX01 @{ CertificateAuthority = 'SelfSigned' }
        EXN013/Information Plan EX01
        EXN014 Plan EX01 @{ DnsModel = 'Split' }
        EXN015 Plan EX01 @{ SmtpDomain = @() }
        EXN016 Plan EX01 @{ ExternalHost = 'mail.contoso.local' }
        EXN017/Warning Plan EX01 @{ ExchangeVersion = '2016'; ReverseProxy = 'SeparateCertificate' }
        EXN017/Error Plan EX01 @{ ReverseProxy = 'SeparateCertificate' }
        EXN018 Plan EX01, EX02 @{ CertificateAuthority = 'Public' }
        EXN019 Plan EX01, EX02
        EXN020 Plan EX01 @{ ReverseProxy = 'SeparateCertificate' }
        EXN021 Plan $old2007, @{ Name = 'NEW'; Version = '2010' }
        EXN022 Plan EX01 @{ LegacyHost = 'legacy.contoso.com' }
        EXN023 Plan $old2010, EX01
        EXN024 Plan $twoSites @{ Site = @{ Name = 'A' }, @{ Name = 'B'; InternalHost = 'mail-b.contoso.com' } }
        EXN025 Plan @{ Name = 'A1'; Site = 'A' } @{ Site = @{ Name = 'A' }, @{ Name = 'B' } }
        EXN026 Plan $twoSites @{ ExchangeVersion = '2010'; Site = @{ Name = 'A' }, @{ Name = 'B'; InternetFacing = $false } }
        EXN027 Plan EX01 @{ ServiceHost = @{ OWA = 'owa.contoso.com'; ECP = 'ecp.contoso.com' } }
        EXN028 Plan EX01 @{ DownloadHost = 'dl.contoso.com' }
        EXN029 Plan EX01 @{ DownloadHost = 'dl.contoso.com'; ExchangeVersion = '2016' }
        EXN030 Plan EX01
        EXN031 Plan EX01
        EXN032 Plan EX01
        EXN033 Plan EX01
        EXN034/Warning Plan EX01 @{ Client = 'Outlook2003' }
        EXN034/Information Plan EX01 @{ ExchangeVersion = '2010'; Client = 'Outlook2003' }
        EXN035 Plan $twoSites @{ Site = @{ Name = 'A' }, ($siteB + @{ ServiceHost = @{ OutlookAnywhere = 'oa-b.contoso.com' } }) }
        EXN036 Plan EX01 @{ ServiceHost = @{ OutlookAnywhere = 'oa.contoso.com' } }
        EXN037 Plan EX01 @{ ADDomain = $null; ServerNameOnCertificate = 'Fqdn' }
        EXN038 Plan EX01 @{ SmtpDomain = 0..99 | ForEach-Object { "d$_.com" } }
        EXN039 Plan EX01 @{ Authentication = @{ OAB = 'Forms' } }
        EXN040 Plan EX01
        EXN041 Plan EX01 @{ ADDomain = $null; DnsModel = 'Separate' }
        EXN042 Plan EX01 @{ KeepInternalUrl = $true }
        EXN043 Plan $old2010, @{ Name = 'NEW'; Version = '2013' }
        EXN044/Information Plan EX01 @{ ExternalIPAddress = $null; MailHost = 'smtp.contoso.com'; SendingIPAddress = '192.0.2.9' }
        EXN044/Warning Plan EX01 @{ MailHost = 'smtp.contoso.com'; SendingIPAddress = '192.0.2.9' }
        EXN045 Plan EX01 @{ ExternalIPAddress = $null; MailHost = 'smtp.contoso.com' }
        EXN046 Plan EX01 @{ MailHost = 'smtp.contoso.com'; MailIPAddress = '10.1.1.1' }
        EXN047 Plan EX01 @{ MailHost = 'smtp.contoso.com'; HygieneHost = 'mx.hygiene.example' }
        EXN048 Plan EX01, @{ Name = 'EX02'; InternetFacing = $false }
        EXN049 Plan EX01, @{ Name = 'EX02'; InternetFacing = $false }
        EXN050 Plan EX01, @{ Name = 'EX02'; Version = '2019' }
        EXN051 Plan EX01 @{ ExchangeVersion = '2016'; SslOffloading = $true }
        EXN052 Plan EX01, @{ Name = 'EX02'; Version = '2019CU13' }
        EXN053/Warning Plan $twoSites @{ ExchangeVersion = '2010'; Site = @{ Name = 'A' }, @{ Name = 'B' } }
        EXN053/Information Plan $twoSites @{ Site = @{ Name = 'A' }, @{ Name = 'B' } }
        EXN054 Plan $twoSites @{ Site = @{ Name = 'A' }, @{ Name = 'B'; InternalHost = 'mail-b.contoso.com' } }
        EXN055 Plan EX01 @{ ExternalHost = 'co.uk' }
        EXN056 Plan EX01 @{ ExternalHost = 'ex01.contoso.com' }
        EXN057 Plan EX01 @{ ExternalHost = 'contoso.com'; SmtpDomain = 'contoso.com' }
        EXN058 Plan EX01 @{ ExternalIPAddress = '10.0.0.9' }
        EXN059 Plan mail.contoso.com @{ ExternalHost = 'ex01.contoso.com' }
        """);
}
