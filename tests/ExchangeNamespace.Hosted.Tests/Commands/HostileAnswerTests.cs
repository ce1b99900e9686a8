using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>
/// Escape sequences and characters that turn the direction of text, in what servers answer, in certificates, in files and in objects of
/// others: whatever a command shows or gives of them is harmless, its properties included.
/// </summary>
[Collection(typeof(HostileTests))]
public sealed class HostileAnswerTests(HostileStage stage) 
{
    private const string Unreadable = "The redirect names no URL that can be read.";

    /// <summary>An answer of Autodiscover: <c>Web</c> asks the host over https, <c>Clear</c> over http.</summary>
    [Theory]
    [InlineData(Unreadable, "Web \"HTTP/1.1 302 $wire`nLocation: https://$wire/autodiscover/autodiscover.xml`n`n\"")]
    [InlineData(Unreadable, "Web \"HTTP/1.1 302 Found`nLocation: $wire`nContent-Length: 0`n`n\"")]
    [InlineData(Unreadable, "Web \"HTTP/1.1 302 Found`nLocation: https://mail.contoso.com/$wire`nContent-Length: 0`n`n\"")]
    [InlineData(Unreadable, "Web \"HTTP/1.1 302 Found`nLocation: https://[$wire]:x/`nContent-Length: 0`n`n\"")]
    [InlineData("(401, a<U+001B>", "Web \"HTTP/1.1 401 $wire`nWWW-Authenticate: $wire realm=`\"$wire`\"`nContent-Length: 0`n`n\"")]
    [InlineData("answers 500.", "Web \"HTTP/1.1 500 $wire`nServer: $wire`nX-$($wire): $wire`nContent-Length: 5`n`n$wire\"")]
    [InlineData("is no HTTP.", "Web \"$wire`n`n\"")]
    [InlineData("The page is not Autodiscover", "Web (Body \"<html>$wire</html>\")")]
    [InlineData("answers with error a<U+202E>b<U+009B>c.", "Web (Body (Document \"<Error Time='$hidden'>$error</Error>\"))")]
    [InlineData(Unreadable, "Web (Body (Document \"<Action>redirectUrl</Action><RedirectUrl>https://$hidden/</RedirectUrl>\"))")]
    [InlineData("answers with a document", "Web (Body (Document \"<Action>redirectAddr</Action><RedirectAddr>a@$hidden</RedirectAddr>\"))")]
    [InlineData("The page is not Autodiscover", "Web (Body \"<Autodiscover xmlns='$space$hidden'><$wire/></Autodiscover>\")")]
    [InlineData(Unreadable, "Clear \"HTTP/1.1 302 Found`nLocation: $wire`nContent-Length: 0`n`n\"")]
    [InlineData(Unreadable, "Clear \"HTTP/1.1 302 Found`nLocation: https://mail.contoso.com/$wire`nContent-Length: 0`n`n\"")]
    [InlineData("The record leads to ma\\027[31m", "Live \"_autodiscover._tcp.contoso.com SRV 443 m$wire.contoso.com\"")]
    [InlineData("a<U+001B>[31m", "Live $auto $at.Web(\"HTTP/1.1 401 No`nContent-Length: 0`n`n\", $at.Hostile($esc))")]
    public void An_answer_of_autodiscover_is_shown_harmless(string expected, string script) => stage.AssertHarmless(
        stage.Run(
            """
            $space = 'http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006'
            $hidden = $latin.GetString([System.Text.Encoding]::UTF8.GetBytes("a$([char]0x202E)b$([char]0x9B)c"))
            $error = "<ErrorCode>$hidden</ErrorCode><Message>$hidden</Message><DebugData>$hidden</DebugData>"
            function Document($Of) { "<Autodiscover xmlns='$space'><Response><Account>$Of</Account></Response></Autodiscover>" }
            function Body($Text) { "HTTP/1.1 200 OK`nContent-Type: text/xml$wire`nContent-Length: $($Text.Length)`n`n$Text" }
            function Web($Answer) { Live $auto $at.Web($Answer, $autoCertificate) }
            function Clear($Answer) {
                $ports = @{ HttpsPort = $at::NoServer(); HttpPort = $at.Web($Answer); Timeout = 10 }
                Get-AutodiscoverRoute a@contoso.com -Live -DnsServer $at.Dns($auto) -Client ActiveSync @ports -AllowPrivateAddress
            }

            """ + script),
        expected);

    /// <summary>A mail server, asked by two commands.</summary>
    [Theory]
    [InlineData("the banner a<U+001B>", "$at.Mail(\"220 $wire ESMTP`t$wire\", $hello)")]
    [InlineData("with 454 a<U+001B>", "$at.Mail(\"220-$wire`r`n220 mail.contoso.com $wire\", $helloTls, \"454 $wire\")")]
    [InlineData("it answered 554 a<U+001B>", "$at.Mail(\"554 $wire go away\")")]
    [InlineData("it answered 450 4.7.1 a<U+001B>", "$at.Mail(\"450 4.7.1 $wire\")")]
    [InlineData("it begins with 'a<U+001B>", "$at.Mail($wire)")]
    [InlineData("with 502 a<U+001B>", "$at.Mail($greeting, \"250-$wire Hello`r`n250-$wire`r`n250 STARTTLS\", \"502 $wire\")")]
    [InlineData("The answer to EHLO says a<U+001B>", "$at.Mail($greeting, \"250 $wire\")")]
    [InlineData("the server refuses EHLO", "$at.Mail($greeting, \"550 $wire\")")]
    [InlineData("it sends 'a<U+001B>", "$at.Mail($greeting, \"$wire\")")]
    [InlineData("'SSH-2.0-a<U+001B>", "$at.Saying(\"SSH-2.0-$wire`r`n\")")]
    [InlineData("'HTTP/1.1 400 a<U+001B>", "$at.Saying(\"HTTP/1.1 400 $wire`r`n\")")]
    [InlineData("a<U+001B>", "$at.MailTls('mail.contoso.com', $at.Hostile($esc))")]
    [InlineData("a<U+001B>", "$at.MailBefore('mail.contoso.com', $at.Showing(3, (, $at.Hostile($esc).RawData)))")]
    public void A_mail_server_is_shown_harmless(string expected, string server) => stage.AssertHarmless(
        stage.Run(
            $$"""
            $port = {{server}}
            Ask-Mail ($mx, $host1, $ptr, $spf) @{ Port = $port; SmtpTimeout = 10 }
            Ask $port @{ StartTls = $true; Timeout = 10 }
            Ask $port @{ Timeout = 10 }
            """),
        expected);

    /// <summary>A record that is there already, and what it includes.</summary>
    [Theory]
    [InlineData("'contoso.com TXT \"v=spf1 ip4:192.0.2.2 a:' + $wire + ' -all\"'")]
    [InlineData("'contoso.com TXT \"v=spf1 ' + $wire + ' -all\"'")]
    [InlineData("'contoso.com TXT \"v=spf1 exp=' + $wire + ' x' + $wire + '=y -all\"'")]
    [InlineData("'contoso.com TXT \"v=spf1 -all\"', ('contoso.com TXT \"v=spf1 ' + $wire + '\"')")]
    [InlineData("'contoso.com TXT \"v=spf1 include:b.contoso.com -all\"', ('b.contoso.com TXT \"v=spf1 ' + $wire + ' -all\"')")]
    public void A_record_that_is_looked_up_is_shown_harmless(string zone) => stage.AssertHarmless(
        stage.Run($"New-SpfRecord contoso.com 192.0.2.1 -LookUp -DnsServer $at.Dns(({zone})) -Timeout 10 -Retry 0"));

    /// <summary>What a web server says of itself, in each header that is looked at.</summary>
    [Theory]
    [InlineData(401, "WWW-Authenticate")]
    [InlineData(401, "X-FEServer")]
    [InlineData(302, "Location")]
    [InlineData(400, "Server")]
    [InlineData(401, "Strict-Transport-Security")]
    public void A_service_is_shown_harmless(int code, string header) => stage.AssertHarmless(stage.Run($"Ask-Service (New-Reply {code} \"{header}: $wire\")"));

    /// <summary>What was captured, as the lines that change it or put it back.</summary>
    [Theory]
    [InlineData("-InternalUrl https://mail.contoso.com/owa", "")]
    [InlineData("-InternalUrl https://mail.contoso.com/owa", "-AsCommand")]
    [InlineData("[char]8238", "-Undo")]
    [InlineData("[char]8238", "-Undo -AsCommand")]
    public void A_captured_state_is_harmless_in_a_script(string expected, string arguments) => stage.AssertHarmless(
        stage.Run("$plan | Export-VirtualDirectoryScript -CurrentState $s " + arguments), expected);

    /// <summary>A certificate with hostile texts in each place that takes text.</summary>
    [Theory]
    [InlineData("Judge $at.Hostile($esc)")]
    [InlineData("Judge ($at.Issued($own, $own), $at.Hostile($esc))")]
    [InlineData("Ask $at.Tls($at.Hostile($esc))")]
    [InlineData("Ask $at.Showing(3, (, $at.Hostile($esc).RawData))")]
    [InlineData("Test-NamespaceCertificate -Path $at.HostileRequest($esc) -HostName mail.contoso.com")]
    [InlineData("Test-NamespaceCertificate -Path $at.Pem($at.Hostile($esc)) -Plan $plan")]
    [InlineData("Judge $at.Hostile($esc) @{ Service = 'POP', 'UM' }")]
    public void A_certificate_is_shown_harmless(string script) => stage.AssertHarmless(stage.Run(script));
}
