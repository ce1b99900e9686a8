namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Test-MailIdentity about DNS.</summary>
internal static class MailIdentityRows
{
    public static FindingTable Table { get; } = new(
        """
        $mx = 'contoso.com MX 10 mail.contoso.com'
        $host1 = 'mail.contoso.com A 127.0.0.1'
        $ptr = '1.0.0.127.in-addr.arpa PTR mail.contoso.com'
        $spf = 'contoso.com TXT "v=spf1 ip4:127.0.0.1 -all"'
        function Ask-Mail($Zone, $With = @{}, $Of = 'contoso.com') {
            $all = @{ DnsServer = $at.Dns($Zone); Timeout = 10; Retry = 0; SmtpTimeout = 10; Port = $at::NoServer() }
            foreach ($key in $With.Keys) { $all[$key] = $With[$key] }
            Test-MailIdentity $Of @all
        }
        $announced = '_mta-sts.contoso.com TXT "v=STSv1; id=1"', 'mta-sts.contoso.com A 127.0.0.1'
        $policy = "version: STSv1`nmode: enforce`nmx: mail.contoso.com`nmax_age: 604800`n"
        function Serve($At, $Text = $policy, $Type = 'text/plain', $Status = '200 OK', $Names = 'mta-sts.contoso.com', $Port = $at::NoServer()) {
            $head = "HTTP/1.1 $Status`r`nContent-Type: $Type`r`nContent-Length: $($Text.Length)`r`nConnection: close`r`n`r`n"
            Ask-Mail (@($mx, $host1) + $announced) @{ HttpsPort = $At.Web($head + $Text, $At.Issued($Names, $Names)); Port = $Port }
        }
        function Ask-Keys($At, $Record, $Proven = '. PROVEN') {
            $certificate = $At.Issued('mail.contoso.com', 'mail.contoso.com')
            $port = $At.MailTls('mail.contoso.com', $certificate)
            $hash = [BitConverter]::ToString([Security.Cryptography.SHA256]::HashData($certificate.PublicKey.ExportSubjectPublicKeyInfo())) -replace '-'
            Ask-Mail @($mx, $host1, $Proven, "_$port._tcp.mail.contoso.com TLSA $($Record -f $hash)") @{ Port = $port }
        }
        function Ask-Planned($Zone, $With = @{}) { Ask-Mail $Zone $With (Quiet-Plan EX01 $mail) }
        """,
        """
        EXN260/Error Ask-Mail 'contoso.com TXT x'
        EXN260/Warning Ask-Mail 'contoso.com A 127.0.0.1'
        EXN261 Ask-Mail 'contoso.com MX 10 192.0.2.1'
        EXN262 Ask-Mail ($mx, 'mail.contoso.com CNAME a.contoso.com', 'a.contoso.com A 127.0.0.1')
        EXN263 Ask-Mail ($mx, 'mail.contoso.com TXT x')
        EXN264/Information Ask-Mail 'contoso.com MX 0 .'
        EXN264/Error Ask-Mail ('contoso.com MX 0 .', $mx, $host1)
        EXN265 Ask-Planned ($mx, $host1)
        EXN266 Ask-Mail 'contoso.com MX 10 a_b.contoso.com'
        EXN267 Ask-Planned ('contoso.com MX 10 smtp.contoso.com', 'smtp.contoso.com A 127.0.0.1')
        EXN268 Ask-Mail ($mx, 'mail.contoso.com A 127.0.0.77') @{ Port = 25 }
        EXN269 Ask-Mail '* CODE 2'
        EXN270 Ask-Mail ($mx, $host1)
        EXN271 Ask-Mail ($mx, $host1, '1.0.0.127.in-addr.arpa PTR other.contoso.com', 'other.contoso.com A 192.0.2.9')
        EXN272 Ask-Mail ($mx, $host1, $ptr) @{ SendingIPAddress = '127.0.0.1'; SendingHost = 'out.contoso.com' }
        EXN273 Ask-Mail ($mx, $host1, $ptr, '1.0.0.127.in-addr.arpa PTR other.contoso.com')
        EXN274 Ask-Mail ($mx, $host1, $ptr)
        EXN275 Ask-Mail (1..21 | ForEach-Object { "contoso.com MX $_ m$_.contoso.com" })
        EXN276 Ask-Keys $at '3 1 1 {0}'
        EXN277/Error Serve $at -Port $at.MailTls('mail.contoso.com', $at.SelfSigned('mail.contoso.com', 'mail.contoso.com'))
        EXN277/Warning Serve $at ($policy -replace 'enforce', 'testing') -Port $at.MailTls('mail.contoso.com', $at.Issued('other', 'other.contoso.com'))
        EXN340 Serve $at -Status '404 Not Found'
        EXN341 Ask-Mail (@($mx, $host1) + $announced) @{ HttpsPort = $at::NoServer() }
        EXN342/Error Serve $at -Names other.contoso.com
        EXN342/Warning Serve $at
        EXN343 Serve $at '<html></html>'
        EXN344 Serve $at -Type text/html
        EXN345/Error Serve $at ($policy -replace 'mail', 'other')
        EXN345/Warning Serve $at ($policy -replace 'mail', 'other' -replace 'enforce', 'testing')
        EXN346 Serve $at ($policy -replace '604800', '3600')
        EXN347 Ask-Keys $at ('3 1 1 ' + 'AB' * 32)
        EXN348 Ask-Keys $at '1 1 1 {0}'
        EXN349 Ask-Keys $at '3 1 1 {0}' 'contoso.com TXT x'
        EXN302 Ask-Mail ($mx, $host1, $ptr, 'contoso.com TXT "v=spf1 -all"')
        EXN303 Ask-Mail ($mx, $host1, $ptr, $spf, 'out.contoso.com TXT "v=spf1 -all"') @{ SendingHost = 'out.contoso.com' }
        EXN304 Ask-Mail ($mx, $host1)
        EXN305 Ask-Mail ($mx, $host1, '_dmarc.contoso.com TXT "v=DMARC1; p=maybe"')
        EXN306 Ask-Mail ($mx, $host1)
        EXN307 Ask-Mail ($mx, $host1, '_mta-sts.contoso.com TXT "v=STSv1; id=a-b"')
        EXN308 Ask-Mail ($mx, $host1)
        EXN309 Ask-Mail ($mx, $host1, '_smtp._tls.contoso.com TXT "v=TLSRPTv1; rua=x"')
        """);
}
