namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Test-MailIdentity about mail servers.</summary>
internal static class MailServerRows
{
    public static FindingTable Table { get; } = new(
        """
        $greeting = '220 mail.contoso.com ESMTP'
        $hello = '250 mail.contoso.com Hello'
        $helloTls = "250-mail.contoso.com Hello`r`n250 STARTTLS"
        function Talk($Port, $With = @{}) { Ask-Mail ($mx, $host1, $ptr, $spf) (@{ Port = $Port } + $With) }
        function Talk-Planned($Port) {
            Ask-Planned ('contoso.com MX 10 smtp.contoso.com', 'smtp.contoso.com A 127.0.0.1') @{ Port = $Port }
        }
        function Shown($Minor, $Bytes) { $at.MailBefore('mail.contoso.com', $at.Showing($Minor, (, $Bytes))) }
        $brief = @{ SmtpTimeout = 0.5 }
        """,
        """
        EXN199 Talk $at.MailBefore('mail.contoso.com', $at.Alerting(40))
        EXN280 Talk $at::NoServer()
        EXN281 Talk $at.Full() $brief
        EXN282 Talk $at.Silent() $brief
        EXN283 Ask-Mail ($mx, 'mail.contoso.com A 224.0.0.1')
        EXN284 Talk $at.Closing()
        EXN285 Talk $at.Mail('450 4.7.1 later')
        EXN286 Talk $at.Mail('554 go away')
        EXN287 Talk $at.Saying("SSH-2.0-OpenSSH_9.2`r`n")
        EXN288 Talk $at.Saying("220-mail.contoso.com`r`n" * 300)
        EXN289/Error Talk-Planned $at.Mail($greeting, $hello)
        EXN289/Warning Talk $at.Mail('220 other.contoso.com', $hello)
        EXN290 Talk $at.Mail('220 ****', $hello)
        EXN291 Talk $at.Mail($greeting, '250 other.contoso.com')
        EXN292 Talk $at.Mail($greeting, $hello)
        EXN293 Talk $at.Mail($greeting, $helloTls, '454 no')
        EXN295/Error Talk-Planned $at.MailTls('smtp.contoso.com', $at.Issued('other', 'other.contoso.com'))
        EXN295/Warning Talk $at.MailTls('mail.contoso.com', $at.Issued('other', 'other.contoso.com'))
        EXN296 Talk $at.MailTls('mail.contoso.com', $at.Issued($own, $own, -100, -1))
        EXN297 Talk $at.MailTls('mail.contoso.com', $at.Issued($own, $own, 1, 100))
        EXN298 Talk $at.MailTls('mail.contoso.com', $at.SelfSigned($own, $own))
        EXN299 Talk (Shown 2 $at.Issued($own, $own).RawData)
        EXN300 Talk (Shown 3 ([byte[]](0x30, 1, 2)))
        """);
}
