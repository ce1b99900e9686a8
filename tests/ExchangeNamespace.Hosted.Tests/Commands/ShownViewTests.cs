using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>
/// A capture, a script and a certificate come from others, and characters that turn the direction of text may stand in them. No view and no text of
/// an object lets one through to the terminal. A new view needs a row here, or in the tests of hostile input.
/// </summary>
public sealed class ShownViewTests : IDisposable
{
    private const string State = "ExchangeNamespace.State.";
    private const string Turned = "a\u202Ec\u2066d\u200Be";

    /// <summary>Views of what others wrote, with a script that makes the objects: <c>$s</c> is a hostile capture, <c>$plan</c> a plan.</summary>
    private static readonly Dictionary<string, string> Rows = new(StringComparer.Ordinal)
    {
        [State + "ExchangeState"] = "$s",
        [State + "CapturedServer"] = "$s.Servers",
        [State + "CapturedService"] = "$s.Services",
        [State + "CapturedCertificate"] = "$s.Certificates",
        [State + "CapturedReceiveConnector"] = "$s.ReceiveConnectors",
        [State + "CapturedSendConnector"] = "$s.SendConnectors",
        [State + "CapturedAcceptedDomain"] = "$s.AcceptedDomains",
        [State + "CapturedOutlookProvider"] = "$s.OutlookProviders",
        [State + "CapturedClientAccessArray"] = "$s.ClientAccessArrays",
        [State + "CapturedTransportServer"] = "$s.TransportServers",
        ["ExchangeNamespace.Comparison.SettingComparison"] = "$plan | Compare-NamespacePlan -State $s @quiet",
        ["ExchangeNamespace.Comparison.SettingComparison#ByService"] = "$plan | Compare-NamespacePlan -State $s -By Service -IncludeEqual @quiet",
        ["ExchangeNamespace.Diagnostics.Finding"] = "($plan | Compare-NamespacePlan -State $s @quiet).Finding | Where-Object { $_ }",
        ["ExchangeNamespace.Routing.ClientAccessRoute"] = "$s | Get-ClientAccessRoute -View Internal @quiet",
        ["ExchangeNamespace.Routing.RouteHop"] = "($s | Get-ClientAccessRoute -View Internal @quiet).Hops",
        ["ExchangeNamespace.Mail.StartTls.StartTlsPrediction"] = "$s | Get-StartTlsCertificate @quiet",
        ["ExchangeNamespace.Mail.StartTls.StartTlsCandidate"] =
            "(Get-StartTlsCertificate @{ Name = 'In'; Fqdn = 'm.contoso.com'; AuthMechanism = 'Tls' } @{ Thumbprint = 'A'; Subject = \"CN=$t\" } @quiet).Candidates",
        ["ExchangeNamespace.Certificates.Checking.NamespaceCertificate"] = "$s | Test-NamespaceCertificate -HostName mail.contoso.com @quiet",
        ["ExchangeNamespace.Certificates.Checking.CertificateHost"] = "($s | Test-NamespaceCertificate -HostName mail.contoso.com @quiet).Hosts",
        ["ExchangeNamespace.Autodiscover.AutodiscoverRoute"] = "$route",
        ["ExchangeNamespace.Autodiscover.AutodiscoverStep"] = "$route.Steps",
        ["ExchangeNamespace.Autodiscover.AutodiscoverUrl"] = "$route.Urls",
        ["ExchangeNamespace.Autodiscover.AutodiscoverHop"] = "$route.Steps.Hops",
        ["ExchangeNamespace.Scripts.ScriptFinding"] =
            "\"Set-OwaVirtualDirectory -Identity '$t' -InternalUrl http://x$t/owa -Foo$t 1\" | Test-ExchangeScript -ExchangeVersion SE @quiet",
        ["ExchangeNamespace.Builds.ExchangeBuildInfo"] = "[pscustomobject]@{ Name = $t; AdminDisplayVersion = 'Version 15.2 (Build 2562.17)' } | Get-ExchangeBuild @quiet",
    };

    private readonly StringWriter _output = new();
    private readonly StringWriter _messages = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("exn-shown").FullName;
    private readonly ModuleHost _host;

    public ShownViewTests() => _host = ModuleHost.Open(console: new HostConsole(_output, _messages, Width: 200, HasColor: false));

    public static TheoryData<string> Views => [.. Rows.Keys];

    public void Dispose()
    {
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Each_view_is_shown_here_or_holds_no_text_of_others()
    {
        string bin = Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "bin");
        SortedSet<string> views = new(
            Directory.GetFiles(bin, "*.Format.ps1xml").SelectMany(f => XDocument.Load(f).Descendants("TypeName")).Select(t => t.Value), StringComparer.Ordinal);

        Assert.Equal(views, new SortedSet<string>(Rows.Keys.Concat(HostileInputViewTests.Rows.Keys), StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void No_view_lets_a_hidden_character_through(string view)
    {
        Capture();
        string script = $$"""
            $t = 'a' + [char]0x202E + 'c' + [char]0x2066 + 'd' + [char]0x200B + 'e'
            $quiet = @{ WarningAction = 'SilentlyContinue'; ErrorAction = 'SilentlyContinue' }
            $s = Import-ExchangeState '{{_folder}}' @quiet
            $plan = Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion SE -DnsModel Split -MailHost smtp.contoso.com @quiet
            $route = $s | Get-AutodiscoverRoute a@contoso.com -DomainJoined -AllSteps @quiet
            $shown = @({{Rows[view]}})
            $shown
            $shown | ForEach-Object { "$_" }
            """;

        _host.Print(script);
        string text = _output.ToString() + _messages;

        Assert.NotEqual(string.Empty, _output.ToString().Trim());
        Assert.DoesNotContain(text, c => c is '\u202E' or '\u2066' or '\u200B');
    }

    private void Capture()
    {
        Write("Get-ExchangeServer", ("Name", "EX01"), ("Site", Turned), ("AdminDisplayVersion", "Version 15.2 (Build 2562.17)"), ("ServerRole", Turned));
        Write("Get-OwaVirtualDirectory", ("Identity", "EX01\\owa (Default Web Site)"), ("Name", "owa"), ("Server", "EX01"),
            ("InternalUrl", $"https://{Turned}/owa"), ("ExternalUrl", $"https://{Turned}/owa"));
        Write("Get-ReceiveConnector", ("Name", Turned), ("Identity", "EX01\\" + Turned), ("Server", "EX01"), ("Fqdn", Turned), ("AuthMechanism", "Tls"),
            ("Bindings", Turned), ("TlsCertificateName", Turned));
        Write("Get-SendConnector", ("Name", Turned), ("Identity", Turned), ("Fqdn", Turned), ("AddressSpaces", Turned), ("SmartHosts", Turned));
        Write("Get-ExchangeCertificate", ("Thumbprint", "AA" + Turned), ("Subject", "CN=" + Turned), ("Issuer", "CN=" + Turned),
            ("CertificateDomains", Turned), ("Services", "IIS, SMTP"), ("Identity", "EX01\\AA"), ("Status", Turned));
        Write("Get-AcceptedDomain", ("Name", Turned), ("DomainName", Turned), ("DomainType", Turned));
        Write("Get-OutlookProvider", ("Name", Turned), ("CertPrincipalName", Turned), ("Server", Turned));
        Write("Get-ClientAccessArray", ("Name", Turned), ("Fqdn", Turned), ("Site", Turned));
        Write("Get-TransportService", ("Name", "EX01"), ("InternalTransportCertificateThumbprint", Turned));
    }

    private void Write(string command, params (string Name, string Value)[] properties)
    {
        XNamespace space = "http://schemas.microsoft.com/powershell/2004/04";
        XElement values = new(space + "MS", properties.Prepend(("CapturedBy", command))
            .Select(p => new XElement(space + "S", new XAttribute("N", p.Item1), p.Item2)));
        new XDocument(new XElement(space + "Objs", new XAttribute("Version", "1.1.0.1"), new XElement(space + "Obj", new XAttribute("RefId", "0"), values)))
            .Save(Path.Combine(_folder, command + ".xml"));
    }
}
