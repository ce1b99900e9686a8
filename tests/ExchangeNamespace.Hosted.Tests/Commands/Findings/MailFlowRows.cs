namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Export-MailFlowScript.</summary>
internal static class MailFlowRows
{
    public static FindingTable Table { get; } = new(
        """
        function Connector($Fqdn) {
            $captured = @{ CapturedBy = 'Get-SendConnector'; Name = 'Out'; Identity = 'Out'; Fqdn = $Fqdn; AddressSpaces = 'SMTP:*;1' }
            [pscustomobject]$captured | Import-ExchangeState 3>$null
        }
        """,
        """
        EXN240 Quiet-Plan EX01 $mail | Export-MailFlowScript
        EXN241 Quiet-Plan EX01 $mail | Export-MailFlowScript
        EXN242 Quiet-Plan EX01 $mail | Export-MailFlowScript -State (Connector other.contoso.com)
        EXN243 Quiet-Plan EX01 $mail | Export-MailFlowScript -State (Connector smtp.contoso.com)
        EXN244 Quiet-Plan EX01 $mail | Export-MailFlowScript -Binding 10.0.0.25:25
        EXN245 Quiet-Plan EX01 ($mail + @{ ReverseProxy = 'SeparateCertificate' }) | Export-MailFlowScript
        EXN247 Quiet-Plan OLD ($mail + @{ ExchangeVersion = '2007SP3' }) | Export-MailFlowScript
        EXN248 Quiet-Plan OLD ($mail + @{ ExchangeVersion = '2010' }) | Export-MailFlowScript
        EXN249 Quiet-Plan @{ Name = 'EX01'; InternetFacing = $false } $mail | Export-MailFlowScript
        EXN250 Quiet-Plan EX01 ($mail + @{ HygieneHost = 'mx.hygiene.example' }) | Export-MailFlowScript
        EXN251 Quiet-Plan OLD ($mail + @{ ExchangeVersion = '2010' }) | Export-MailFlowScript -TlsCertificateName '<I>CN=A<S>CN=B'
        EXN246 Quiet-Plan EX01 $mail | Export-MailFlowScript -State (Capture @{ CapturedBy = 'Get-ReceiveConnector'; Name = 'Default EX01'
            Identity = 'EX01\Default EX01'; Server = 'EX01'; Fqdn = 'mail.contoso.com'; AuthMechanism = 'Tls, ExchangeServer' })
        """);
}
