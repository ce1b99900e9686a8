using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>
/// Escape sequences, returns and characters that turn the direction of text, in each text that a command takes and in each answer of a
/// server: the command refuses it, or shows it harmless, in errors, warnings, views and texts of objects.
/// </summary>
public sealed class HostileInputViewTests : IDisposable
{
    private const string Design = "Get-NamespacePlan @{ Server = 'EX01'; ExternalHost = 'mail.contoso.com'; ExchangeVersion = 'SE'; DnsModel = 'Split' }";
    private const string Cluster = "Export-ClusterRecoveryScript @{ ClusterName = 'CL1'; ClusteredMailboxServer = 'CMS1'; Node = 'N1', 'N2'; "
        + "SurvivingNode = 'N1'; ExchangeNode = 'N1', 'N2'; WindowsVersion = '2003'; WitnessServer = 'W1'; ConfirmOtherSiteDown = $true; AsStep = $true }";
    private const string Sender = "Test-SpfSender @{ IPAddress = '192.0.2.9'; MailFrom = 'a@contoso.com'; HelloName = 'm.contoso.com'; Record = 'v=spf1 include:b.contoso.com ?all'; DnsServer = $dns; Retry = 0 }";
    private const string Record = "New-SpfRecord @{ Domain = 'contoso.com'; IPAddress = '192.0.2.1' }";
    private const string Split = "Test-SplitDns @{ Name = 'mail.contoso.com'; InternalServer = $dns; ExternalServer = $dns; Retry = 0 }";
    private const string Build = "Get-ExchangeBuild @{ Version = 'Version 15.2 (Build 2562.17)' }";
    private const string Request = "New-SanCertificateRequest @{ Plan = $plan; AsName = $true";
    private const string Quiet = "-WarningAction SilentlyContinue -InformationAction Ignore";

    /// <summary>How objects of each view are made, and which of them has the view. Each text of the command is made hostile in turn.</summary>
    internal static readonly Dictionary<string, string> Rows = new Dictionary<string, string>
    {
        ["Model.NamespacePlan"] = Design + " { $_ }",
        ["Model.PlannedServer"] = Design + " { $_.Servers }",
        ["Model.PlannedSite"] = Design + " { $_.Sites }",
        ["Model.ServiceAssignment"] = Design + " { $_.Servers.Services }",
        ["Model.DnsRecord"] = Design + " { $_.DnsRecords }",
        ["Model.CertificateName"] = Design + " { $_.Certificates.Names }",
        ["Model.PlannedCertificate"] = Design + " { $_.Certificates }",
        ["Emission.ExchangeCommand"] = "Export-MailFlowScript @{ Plan = $plan; AsCommand = $true } { $_ }",
        ["Certificates.Requests.CertificateNameEntry"] = Request + " } { $_ }",
        ["Certificates.Reduction.CertificateNameChoice"] = Request.Replace("AsName", "AsChoice", StringComparison.Ordinal) + "; MaximumNames = 1 } { $_ }",
        ["Certificates.Reduction.MachineCertificate"] = Request.Replace("AsName", "AsMachine", StringComparison.Ordinal) + " } { $_ }",
        ["Certificates.Renewal.RenewalStep"] = "Export-CertificateRenewalScript @{ Plan = $plan; AsStep = $true } { $_ }",
        ["Builds.ExchangeUpdate"] = Build + " { $_.NewestUpdate }",
        ["Builds.UpdateFix"] = "Get-ExchangeBuild @{ Version = 'Version 8.1 (Build 336.1)' } { $_.Fixes }",
        ["Cluster.QuorumVote"] = "Measure-QuorumVote @{ Model = 'NodeMajority'; Node = 'N1', 'N2'; NodeUp = 'N1' } { $_ }",
        ["Cluster.RunbookStep"] = Cluster + " { $_ }",
        ["Dns.ZoneRecord"] = "Export-DnsScript @{ Plan = $plan; AsRecord = $true } { $_ }",
        ["SplitDns.SplitDnsName"] = Split + " { $_ }",
        ["SplitDns.SplitDnsZone"] = Split + " { $_ }",
        ["Mail.Identity.MailIdentityLink"] =
            "Test-MailIdentity @{ Domain = 'contoso.com'; DnsServer = $dns; SendingIPAddress = '192.0.2.9'; Retry = 0; SmtpTimeout = 0.1 } { $_ }",
        ["Mail.Spf.SpfSenderResult"] = Sender + " { $_ }",
        ["Mail.Spf.SpfStep"] = Sender + " { $_.Trace }",
        ["Mail.Spf.SpfCostLine"] = Sender + " { $_.Cost.Lines }",
        ["Mail.Spf.SpfRecordResult"] = Record + " { $_ }",
    }.ToDictionary(r => "ExchangeNamespace." + r.Key, r => r.Value, StringComparer.Ordinal);

    private readonly StringWriter _output = new();
    private readonly StringWriter _messages = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("exn-hostile").FullName;
    private readonly FakeDnsServer _dns = new(Answer);
    private readonly ModuleHost _host;

    public HostileInputViewTests() => _host = ModuleHost.Open(console: new HostConsole(_output, _messages, Width: 250, HasColor: false));

    public static TheoryData<string> Views => [.. Rows.Keys];

    private string Text => (_messages.ToString() + _output).Replace("\r\n", "\n", StringComparison.Ordinal);

    private string Prelude =>
        $$"""
        $esc = "a$([char]27)[31m$([char]0x202E)c$([char]0x2066)d$([char]13)$([char]0x85)e"
        $hostile = $esc, "a$([char]0x202E)c$([char]0x2066)d"
        $folder = '{{_folder}}'
        $dns = '127.0.0.1:{{_dns.Port}}'
        $plan = Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion SE -DnsModel Split -MailHost smtp.contoso.com {{Quiet}}
        $common = [System.Management.Automation.Cmdlet]::CommonParameters + 'Path', 'LiteralPath'
        function Show-Hostile([string] $Command, [hashtable] $Given, [scriptblock] $View) {
            & $Command @Given | ForEach-Object $View
            foreach ($p in (Get-Command $Command).Parameters.Values) {
                $kind = $p.ParameterType
                if ($kind.IsArray) { $kind = $kind.GetElementType() }
                if ($p.Name -in $common -or -not ($kind -in [string], [object] -or $kind.IsEnum)) { continue }
                foreach ($text in $hostile) {
                    $with = $Given.Clone()
                    $with[$p.Name] = $text
                    try { & $Command @with | ForEach-Object $View } catch { "$_" }
                }
            }
        }

        """;

    public void Dispose()
    {
        _host.Dispose();
        _dns.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Every_text_is_refused_or_shown_harmless(string view)
    {
        HostRun made = _host.Run(Prelude + "Show-Hostile " + Rows[view]
            + " 2>$null 3>$null | ForEach-Object { $_.PSObject.TypeNames[0] }");
        Assert.Contains(view, made.Output.Select(o => o?.ToString()));

        _host.Print(Prelude + "$shown = Show-Hostile " + Rows[view] + "\n$shown\n$shown | ForEach-Object { \"$_\" }");

        AssertHarmless();
        Assert.Contains("U+", Text, StringComparison.Ordinal);
    }

    /// <summary>A plan file is edited by others: each text of it in turn.</summary>
    [Fact]
    public void Every_text_of_a_plan_file_is_refused_or_shown_harmless()
    {
        string good = Path.Combine(_folder, "plan.json");
        Assert.Empty(_host.Run(Prelude + "$plan | Export-NamespacePlan -Path $args[0]", good).Errors);
        int texts = Leaves(JsonNode.Parse(File.ReadAllText(good))!).Count();
        Assert.InRange(texts, 50, 2000);
        for (int i = 0; i < texts; i++)
        {
            JsonNode plan = JsonNode.Parse(File.ReadAllText(good))!;
            Leaves(plan).ElementAt(i).ReplaceWith(i % 2 == 0 ? "a\u001b[31m\u202ec\u2066d\re\u0085" : "a\u202ec\u2066d");
            File.WriteAllText(Path.Combine(_folder, $"hostile{i}.json"), plan.ToJsonString());
        }

        _host.Print(Prelude + """
            foreach ($file in [System.IO.Directory]::GetFiles($folder, 'hostile*')) {
                $p = Import-NamespacePlan $file
                $shown = @($p; $p.Servers; $p.Sites; $p.Servers.Services; $p.DnsRecords; $p.Certificates; $p.Certificates.Names; $p.Findings) | Where-Object { $_ }
                $shown | Format-Table
                $shown | Format-List
                $shown | ForEach-Object { "$_" }
            }
            """);

        AssertHarmless();
        Assert.Contains("U+", Text, StringComparison.Ordinal);
    }

    /// <summary>Names of files, of listeners and of servers, and texts that PowerShell itself refuses.</summary>
    [Theory]
    [InlineData("Export-AdminTunnelScript home.contoso.com CAS01 -Listener @{ 443 = $t }")]
    [InlineData("Export-AdminTunnelScript home.contoso.com CAS01 -Listener @{ $t = 'IIS' }")]
    [InlineData("[pscustomobject]@{ Name = $t; AdminDisplayVersion = 'Version 15.2 (Build 2562.17)' } | Get-ExchangeBuild")]
    [InlineData("[pscustomobject]@{ Name = 'EX01'; AdminDisplayVersion = $t } | Get-ExchangeBuild")]
    [InlineData("[System.IO.File]::WriteAllText($f.ps1, 'Set-OwaVirtualDirectory -Foo 1'); Test-ExchangeScript -LiteralPath $f.ps1 -ExchangeVersion SE")]
    [InlineData("Test-ExchangeScript -LiteralPath $f.ps1 -ExchangeVersion SE")]
    [InlineData("[System.IO.File]::WriteAllText($f.cer, 'no certificate'); Test-NamespaceCertificate -LiteralPath $f.cer -HostName mail.contoso.com")]
    [InlineData("Test-NamespaceCertificate -LiteralPath $f.cer -HostName mail.contoso.com")]
    [InlineData("[System.IO.File]::WriteAllText($f.json, 'x'); Import-NamespacePlan -LiteralPath $f.json; Get-NamespacePlan -LiteralPath $f.json")]
    [InlineData("Import-ExchangeState -LiteralPath $f.xml; [System.IO.File]::WriteAllText($f.xml, '<Objs>'); Import-ExchangeState -LiteralPath $f.xml")]
    [InlineData("$plan | Export-NamespacePlan -Path \"$($f.none)/x.json\"")]
    [InlineData("Get-ExchangeBuild -Product $t")]
    [InlineData("Get-ExchangeBuild -AsOf $t")]
    [InlineData("Test-MailIdentity contoso.com -HelloName $t")]
    [InlineData("Export-DnsScript $plan -View $t, External")]
    public void A_name_from_outside_is_shown_harmless(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file names with control characters.");
        _host.Print(Prelude + """
            foreach ($t in $hostile) {
                $f = @{}
                foreach ($end in 'ps1', 'cer', 'json', 'xml', 'none') { $f[$end] = "$folder/$t.$end" }
                try {
            """ + "\n" + script.Replace("$f.none", "$($f.none)", StringComparison.Ordinal) + """

                } catch { "$_" }
            }
            """);

        AssertHarmless();
        Assert.Contains("U+", Text, StringComparison.Ordinal);
    }

    private static byte[]? Answer(DnsPacket question)
    {
        string hostile = "v=spf1 include:a\u001b[31mb\r\u0085.contoso.com exp=x\u001b.contoso.com ?all "
            + Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("\u202ea\u2066"));
        return question.Answer(DnsPacket.Authoritative, question.Type switch
        {
            DnsPacket.Txt => [DnsPacket.Text(question.Name, question.Name == "contoso.com" ? "v=spf1 include:b.contoso.com ?all" : hostile)],
            DnsPacket.Mx => [DnsPacket.Exchanger(question.Name, 10, "m\u001b[31m\rx.contoso.com")],
            DnsPacket.Ptr => [DnsPacket.Pointer(question.Name, "p\u001b[31m\rx.contoso.com")],
            DnsPacket.A => [DnsPacket.Alias(question.Name, "c\u001b[31m\rx.contoso.com"), DnsPacket.Address("c\u001b[31m\rx.contoso.com", "127.0.0.1")],
            _ => [],
        });
    }

    private static IEnumerable<JsonValue> Leaves(JsonNode node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value],
        JsonObject members => members.Select(m => m.Value).OfType<JsonNode>().SelectMany(Leaves).ToArray(),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Leaves).ToArray(),
        _ => [],
    };

    private void AssertHarmless()
    {
        Assert.NotEqual(string.Empty, Text.Trim());
        Assert.DoesNotContain(Text, c => c is '\u001b' or '\r' or '\u0085' or '\u202E' or '\u2066');
    }
}
