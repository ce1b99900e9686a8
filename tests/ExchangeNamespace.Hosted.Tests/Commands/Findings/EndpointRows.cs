namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Test-NamespaceCertificate about servers.</summary>
internal static class EndpointRows
{
    public static FindingTable Table { get; } = new(
        """
        function Ask($Port, $With = @{}) {
            Test-NamespaceCertificate -Endpoint "127.0.0.1:$Port" -ServerName mail.contoso.com -HostName mail.contoso.com @With
        }
        $startTls = @{ StartTls = $true }
        function Ask-Plan($At, $Certificates) {
            $servers = foreach ($n in 1..$Certificates.Count) { @{ Name = "EX0$n"; IPAddress = "127.0.9.$n" } }
            $servers | Get-NamespacePlan -ExternalHost mail.contoso.com -ADDomain contoso.com -ExchangeVersion 2019 -WarningAction Ignore |
                Test-NamespaceCertificate -HttpsPort $At.TlsAt('127.0.9.', $Certificates) -DnsServer 127.0.0.1:9 -Timeout 5 -CertificateAuthority Internal
        }
        $both = 'mail.contoso.com', 'autodiscover.contoso.com'
        """,
        """
        EXN171 $middle = $at.Authority()
            Ask $at.Showing(3, ($at.IssuedBy($middle).RawData, $at.Root().RawData, $middle.RawData))
        EXN172/Warning Ask $at.Tls($at.Issued($own, $own))
        EXN181 Ask $at::NoServer()
        EXN181 Ask $at.Mail('450 later') $startTls
        EXN182 Ask $at.Saying("SSH-2.0-OpenSSH_9.2`r`n")
        EXN183 Ask $at.Alerting(112)
        EXN183 Ask $at.Mail('554 go away') $startTls
        EXN184 Ask $at.Showing(2, (, $at.Issued($own, $own).RawData))
        EXN185 Ask $at.Mail('220 mail.contoso.com', '250 mail.contoso.com') $startTls
        EXN185 Ask $at.Mail('220 mail.contoso.com', "250-mail.contoso.com`r`n250 STARTTLS", '454 not now') $startTls
        EXN186 Ask $at.Showing(3, (, $at.Issued($own, $own).RawData))
        EXN189 $one = $at.Issued($own, $own).RawData
            Ask $at.Showing(3, [byte[][]](1..40 | ForEach-Object { , $one }))
        EXN196 Ask-Plan $at @($at.Issued($own, $both, -1, 170), $at.Issued($own, $both, -100, 80), $at.Issued($own, $both, -1, 170))
        EXN197 Ask-Plan $at @($at.Issued($own, $both, -1, 170), $at.SelfSigned($own, $both, 0, 365))
        """);
}
