namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Export-DnsScript.</summary>
internal static class DnsScriptRows
{
    public static FindingTable Table { get; } = new(
        """
        $alias = @{ AliasRecord = 'External'; ServiceHost = @{ OWA = 'owa.contoso.com' } }
        """,
        """
        EXN092 Quiet-Plan EX01 | Export-DnsScript -View External -Format Bind -TimeToLive 1:00
        EXN093 Quiet-Plan EX01 | Export-DnsScript -View External -Format Bind -TimeToLive 0:05
        EXN100 Quiet-Plan EX01 @{ ExternalIPAddress = $null } | Export-DnsScript -View External -Format Bind
        EXN101 Quiet-Plan EX01 | Export-DnsScript -View External -Format Bind
        EXN105 Quiet-Plan EX01 $mail | Export-DnsScript -View External -Format Bind
        EXN106 Quiet-Plan EX01 | Export-DnsScript -View External -Format Bind -Address @{ 'www.contoso.com' = '192.0.2.9' }
        EXN110 Quiet-Plan EX01 $mail | Export-DnsScript -View External -Format Bind
        EXN111 Quiet-Plan EX01 $srv | Export-DnsScript -View External -Format Bind
        EXN112 Quiet-Plan EX01 | Export-DnsScript -View External -CutOverStep LowerTimeToLive
        EXN113 Quiet-Plan EX01 | Export-DnsScript -View External -CutOverStep RaiseTimeToLive -TimeToLive 1:00
        EXN114 Quiet-Plan EX01 | Export-DnsScript -View External -CutOverStep LowerTimeToLive
        EXN115 Quiet-Plan EX01 $mail | Export-DnsScript -View External -Format Bind -TlsaCertificate $at.Pem($at.Issued($own, $own))
        EXN116 Quiet-Plan EX01 $mail | Export-DnsScript -View External -Format Dnscmd -TlsaCertificate $at.Pem($at.Issued($own, $own))
        EXN117 Quiet-Plan EX01 $mail | Export-DnsScript -View External -Format Bind -MtaStsMode Testing
        EXN118 Quiet-Plan EX01 $mail | Export-DnsScript -View External -Format Bind -MtaStsMode Enforce
        EXN119 Quiet-Plan EX01 $mail |
            Export-DnsScript -View External -Format Bind -DmarcPolicy None -DmarcReportAddress dmarc@reports.example
        EXN102 Quiet-Plan EX01 ($mail + $alias + @{ MailChildDomain = 'owa.contoso.com' }) | Export-DnsScript -View External -Format Bind
        EXN103 Quiet-Plan EX01 ($mail + $alias + @{ HygieneHost = 'owa.contoso.com' }) | Export-DnsScript -View External -Format Bind
        EXN104 Quiet-Plan EX01 @{ ExternalIPAddress = $null; MailHost = 'smtp.contoso.com' } | Export-DnsScript -View External -Format Bind
        EXN107 Quiet-Plan EX01 $mail |
            Export-DnsScript -View External -Format Dnscmd -SpfRecord @{ 'contoso.com' = 'v=spf1 exists:%{i}.b.com -all' }
        EXN108 Quiet-Plan EX01 @{ SmtpDomain = ('a' * 60 + '.') * 3 + 'a' * 50 + '.com' } |
            Export-DnsScript -View External -Format Bind -IncludeSrv
        EXN109 Quiet-Plan EX01 @{ DnsModel = 'Separate'; KeepInternalUrl = $true } | Export-DnsScript -View Internal -Format Bind
        """);
}
