namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Test-SpfSender and New-SpfRecord.</summary>
internal static class SpfRows
{
    public static FindingTable Table { get; } = new(
        """
        function Send($Record, $Also = @()) {
            $lines = @($Record | ForEach-Object { "contoso.com TXT `"$_`"" }) + $Also
            Test-SpfSender 192.0.2.1 bob@contoso.com mail.contoso.com -DnsServer $at.Dns($lines) -Timeout 10 -Retry 0
        }
        $hosts = 'contoso.com A 192.0.2.9', '*.contoso.com A 192.0.2.9'
        function Repeat($Count, $Term) { 'v=spf1 ' + ((1..$Count | ForEach-Object { $Term -f $_ }) -join ' ') + ' -all' }
        """,
        """
        EXN310 Send @() $hosts
        EXN311 Send ('v=spf1 -all', 'v=spf1 ~all')
        EXN312 Send 'v=spf1 foo:bar -all'
        EXN313 Send (Repeat 11 'a:h{0}.contoso.com') $hosts
        EXN314 Send (Repeat 9 'a:h{0}.contoso.com') $hosts
        EXN315 Send (Repeat 3 'a:h{0}.example')
        EXN316 Send 'v=spf1 a:h.example -all'
        EXN317 Send 'v=spf1 +all'
        EXN318 Send 'v=spf1 ptr -all'
        EXN319 Send 'v=spf1 -all ip4:192.0.2.2'
        EXN320 Send 'v=spf1 redirect=b.example -all'
        EXN321 Send 'v=spf1 ip4:192.0.2.2'
        EXN322 Send 'v=spf1 include:none.example -all'
        EXN323 Send (Repeat 40 'ip4:198.51.100.{0}')
        EXN324 Send 'v=spf1 foo=bar -all'
        EXN325 Send @() '* CODE 2'
        EXN326 Send 'v=spf1 mx -all' ('contoso.com MX 10 a.example', 'contoso.com MX 20 b.example', 'contoso.com MX 30 c.example')
        EXN327 New-SpfRecord contoso.com 10.0.0.1
        EXN328 New-SpfRecord contoso.com 203.0.0.0/8
        EXN329 New-SpfRecord contoso.com 192.0.2.1 -Existing 'v=spf1 ip4:192.0.2.2 -all', 'v=spf1 ip4:192.0.2.3 -all'
        EXN330 New-SpfRecord contoso.com 192.0.2.1
        EXN331 New-SpfRecord contoso.com 192.0.2.1 -Existing 'v=spf1 include:b.example -all'
        EXN332 New-SpfRecord contoso.com 192.0.2.1 -Existing 'v=spf1 ip4:192.0.2.2 -all' -All SoftFail
        EXN333 New-SpfRecord contoso.com 192.0.2.1 -Existing 'v=spf1 ~all ip4:192.0.2.2'
        """);
}
