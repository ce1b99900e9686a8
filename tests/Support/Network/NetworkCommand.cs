using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace ExchangeNamespace.Tests.Support.Network;

/// <summary>One way in which a command talks to the network.</summary>
/// <param name="Name">The command, and what it asks where it has several rows.</param>
/// <param name="Script">
/// The call. <c>$world</c> has the ports of the servers, <c>$dns</c> is the DNS server, <c>$directory</c> the directory, <c>$time</c> the
/// seconds for one answer, <c>$plan</c> a plan, <c>$state</c> a capture. It gives results of checks, or texts that begin with their outcome.
/// </param>
/// <param name="Needs">Each server that it talks to, and which results can be good only where that server answers: a pattern.</param>
internal sealed record NetworkCommand(string Name, string Script, params (FaultPlace Place, string Results)[] Needs)
{
    private const string Every = ".";
    /// <summary>What the calls share; it is given the folder of a capture.</summary>
    public const string Prelude =
        """
        $quiet = @{ WarningAction = 'Ignore'; InformationAction = 'Ignore' }
        $plan = @{ Name = 'EX01'; IPAddress = '127.0.0.1'; Version = 'SE' } |
            Get-NamespacePlan -ExternalHost mail.contoso.com -ADDomain ad.contoso.com -DnsModel Split -MailHost mail.contoso.com -ExternalIPAddress 127.0.0.1 -MailIPAddress 127.0.0.1 @quiet
        $state = Import-ExchangeState $args[0] @quiet
        $credential = [pscredential]::new('CONTOSO\admin', [System.Net.NetworkCredential]::new('', 'secret').SecurePassword)
        $WarningPreference = $InformationPreference = 'SilentlyContinue'
        """;

    /// <summary>What each call is given.</summary>
    public const string Parameters = "param($world, $dns, $directory, $time)\n";

    /// <summary>No result needs the server.</summary>
    public const string Nothing = "^nothing$";
    private const string OfMail = "Connection |\\bBanner |HelloName |StartTls |TlsVersion |Certificate ";
    private const string OfTls = "StartTls |TlsVersion |Certificate ";
    private const FaultPlace Dns = FaultPlace.Dns;
    private const FaultPlace DnsOverTcp = FaultPlace.DnsOverTcp;
    private const FaultPlace Web = FaultPlace.Web;
    private const FaultPlace WebWire = FaultPlace.WebWire;
    private const FaultPlace Http = FaultPlace.Http;
    private const FaultPlace Mail = FaultPlace.Mail;
    private const FaultPlace MailTls = FaultPlace.MailTls;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<NetworkCommand> All { get; } =
    [
        new("Test-SplitDns", "$plan | Test-SplitDns -InternalServer $dns -ExternalServer $dns -Timeout $time -Retry 0", (Dns, Every), (DnsOverTcp, Every)),
        new("Test-SpfSender", "Test-SpfSender 192.0.2.1 a@contoso.com -DnsServer $dns -Timeout $time -Retry 0", (Dns, Every), (DnsOverTcp, Every)),
        new("New-SpfRecord",
            "New-SpfRecord contoso.com 192.0.2.9 -Include spf.contoso.com -LookUp -DnsServer $dns -Timeout $time -Retry 0 | ForEach-Object { \"Passed $_\" }",
            (Dns, Every), (DnsOverTcp, Every)),
        new("Test-MailIdentity",
            "Test-MailIdentity contoso.com -DnsServer $dns -Port $world.Mail -HttpsPort $world.Web -Timeout $time -SmtpTimeout $time -Retry 0",
            (Dns, Every), (DnsOverTcp, Every), (Web, "MtaStsPolicy"), (WebWire, "MtaStsPolicy"), (Mail, OfMail), (MailTls, OfTls)),
        new("Get-AutodiscoverRoute",
            """
            Get-AutodiscoverRoute a@contoso.com -Live -DnsServer $dns -HttpsPort $world.Web -HttpPort $world.Http -Timeout $time -AllowPrivateAddress -AllSteps |
                ForEach-Object { foreach ($step in $_.Steps) { "$(if ($step.Verdict -in 'Hit', 'Redirect') { 'Passed' } else { 'Unknown' }) $step" } }
            """,
            (Dns, Every), (DnsOverTcp, Every), (Web, Every), (WebWire, Every), (Http, "HttpRedirect")),
        new("Test-NamespaceCertificate",
            "Test-NamespaceCertificate -Endpoint \"mail.contoso.com:$($world.Web)\" -HostName mail.contoso.com -DnsServer $dns -Timeout $time -CertificateAuthority Internal",
            (Dns, Every), (DnsOverTcp, Every), (WebWire, Every)),
        new("Test-NamespaceCertificate with STARTTLS",
            "Test-NamespaceCertificate -Endpoint \"mail.contoso.com:$($world.Mail)\" -StartTls -HostName mail.contoso.com -DnsServer $dns -Timeout $time -CertificateAuthority Internal",
            (Dns, Every), (DnsOverTcp, Every), (Mail, Every), (MailTls, Every)),
        new("Test-NamespaceCertificate of a plan",
            "$plan | Test-NamespaceCertificate -DnsServer $dns -HttpsPort $world.Web -SmtpPort $world.Mail -SubmissionPort $world.Mail -ImapPort $world.Web -PopPort $world.Web -Timeout $time -CertificateAuthority Internal",
            (Dns, "^mail|^auto"), (DnsOverTcp, "^mail|^auto"), (WebWire, ":web"), (Mail, ":mail"), (MailTls, ":mail")),
        new("Test-KerberosSpn",
            "Test-KerberosSpn $plan 'CONTOSO\\EXCHASA$' -Directory $directory -Credential $credential -Timeout $time",
            (FaultPlace.Directory, Every), (FaultPlace.DirectoryWire, Every)),
        new("Test-NamespaceService",
            "Test-NamespaceService $plan -Service EWS, MAPI -DnsServer $dns -HttpsPort $world.Web -HttpPort $world.Http -Timeout $time",
            (Dns, Every), (DnsOverTcp, Every), (Web, "EWS|MAPI"), (WebWire, Every), (Http, Nothing)),
        new("Test-NamespaceService with a handshake",
            "Test-NamespaceService $plan -Service EWS, MAPI -Handshake -DnsServer $dns -HttpsPort $world.Web -HttpPort $world.Http -Timeout $time",
            (Dns, Every), (DnsOverTcp, Every), (Web, "EWS|MAPI"), (WebWire, Every), (FaultPlace.Handshake, "EWS|MAPI"), (Http, Nothing)),
        new("Test-Namespace",
            "$plan | Test-Namespace -Probe -DnsServer $dns -ExternalServer $dns -InternalServer $dns -HttpsPort $world.Web -HttpPort $world.Http -SmtpPort $world.Mail -Timeout $time -SmtpTimeout $time",
            (Dns, "^Split|^Mail|^End|^Live|^Service"), (DnsOverTcp, "^Split|^Mail|^End|^Live|^Service"), (Web, "MtaStsPolicy|^Live|^Service"),
            (WebWire, "MtaStsPolicy|^End|^Live|^Service"), (Http, Nothing), (Mail, OfMail), (MailTls, OfTls)),
        new("ConvertTo-NamespaceDesign",
            "$state | ConvertTo-NamespaceDesign -ExternalServer $dns -InternalServer $dns -Timeout $time -Retry 0 -WarningVariable said | Out-Null; \"$(if ($said -match 'DNS') { 'Unknown' } else { 'Passed' }) $said\"",
            (Dns, Every), (DnsOverTcp, Every)),
    ];

    /// <summary>The name of the command alone.</summary>
    public string Command => Name.Split(' ')[0];

    /// <summary>Which results need the server with the fault; null where the command does not talk to it.</summary>
    public Regex? Needing(FaultPlace place)
    {
        string? pattern = System.Array.Find(Needs, n => n.Place == place).Results;
        return pattern is null ? null : new Regex(pattern, RegexOptions.CultureInvariant);
    }
}
