namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Test-SplitDns.</summary>
internal static class SplitDnsRows
{
    public static FindingTable Table { get; } = new(
        """
        $zone = 'contoso.com SOA dc1.contoso.com'
        $in = $zone, 'mail.contoso.com A 10.0.0.10', 'autodiscover.contoso.com A 10.0.0.10'
        $out = $zone, 'mail.contoso.com A 192.0.2.1', 'autodiscover.contoso.com A 192.0.2.1'
        $addressed = @{ Name = 'EX01'; IPAddress = '10.0.0.10' }
        function Split($Inside = $in, $Outside = $out, $Name = 'mail.contoso.com', $Timeout = 10, $With = @{}) {
            $servers = @{ InternalServer = $at.Dns($Inside); ExternalServer = $at.Dns($Outside); Timeout = $Timeout; Retry = 0 }
            Test-SplitDns $Name @servers @With
        }
        function Split-Plan($Inside = $in, $Outside = $out, $With = @{}) {
            Split $Inside $Outside (Quiet-Plan $addressed (@{ DnsModel = 'Split' } + $With))
        }
        """,
        """
        EXN120 Split '* SILENT' $out mail.contoso.com 0.1
        EXN121 Split '* CODE 5'
        EXN121 Split '* CODE 2'
        EXN122 Split '* LAME'
        EXN123 Split '* TRUNCATED'
        EXN123 Split '* FORGED'
        EXN123 Split '* BROKEN'
        EXN124 Split-Plan $in[0, 1]
        EXN125 Split-Plan $in $out[0, 1]
        EXN126/Warning Split $zone $zone
        EXN126/Error Split-Plan $zone $zone
        EXN127 Split-Plan $in ($out[0, 1] + 'autodiscover.contoso.com A 192.0.2.9')
        EXN128 Split-Plan $out $in
        EXN129 Split $in $in
        EXN130 Split $out $out
        EXN131 $other = $at.Dns(($zone, 'mail.contoso.com A 10.0.0.11'))
            Test-SplitDns mail.contoso.com -InternalServer $at.Dns($in), $other -ExternalServer $at.Dns($out)
        EXN132 Split ($zone, 'mail.contoso.com CNAME a.contoso.com', 'a.contoso.com CNAME mail.contoso.com')
        EXN133 Split ($zone, 'mail.contoso.com CNAME a0.contoso.com', 'a9.contoso.com A 10.0.0.10' +
            (0..8 | ForEach-Object { "a$_.contoso.com CNAME a$($_ + 1).contoso.com" }))
        EXN134 Split ('mail.contoso.com SOA dc1.contoso.com', 'mail.contoso.com CNAME a.contoso.com', 'a.contoso.com A 10.0.0.10') $out (
            Quiet-Plan $addressed)
        EXN135 Split ($in + '*.contoso.com A 10.0.0.10')
        EXN136 Split ($in + '_autodiscover._tcp.contoso.com SRV 444 mail.contoso.com')
        EXN137 Split-Plan 'mail.contoso.com A 10.0.0.10'
        EXN138 Split $in ($out + 'www.contoso.com A 192.0.2.7')
        EXN139 Split-Plan $in ($out + 'contoso.com MX 10 other.contoso.com') $mail
        EXN140 Split $in ($out + 'contoso.com MX 10 mx.contoso.com' + 'mx.contoso.com CNAME mail.contoso.com')
        EXN141 Split-Plan $in ($out[0, 1] + 'autodiscover.contoso.com A 192.0.2.9 3600')
        EXN142 Split-Plan $in ($out[0, 1] + 'autodiscover.contoso.com A 192.0.2.1 60')
        EXN143 Split $in ($out[0], 'mail.contoso.com A 192.0.2.1 3600') mail.contoso.com 10 @{ CutOver = '2099-12-05 20:00' }
        EXN145 Split $in ($out + 'contoso.com CAA 0 issue ca.example') mail.contoso.com 10 @{ CertificateIssuer = 'letsencrypt.org' }
        EXN146 Split $in ($out + 'contoso.com CAA 128 future x') mail.contoso.com 10 @{ CertificateIssuer = 'letsencrypt.org' }
        EXN147 Split $in ($out + 'contoso.com CAA 0 issue "letsencrypt.org; validationmethods=dns-01"') mail.contoso.com 10 @{
                CertificateIssuer = 'letsencrypt.org' }
        EXN148 Split $in ($out + 'com CODE 2') mail.contoso.com 10 @{ CertificateIssuer = 'letsencrypt.org' }
        EXN144 Split $in ($out[0], 'mail.contoso.com A 192.0.2.1 3600') mail.contoso.com 10 @{ CutOver = [datetime]::Now.AddMinutes(30) }
        """);
}
