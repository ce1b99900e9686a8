using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>
/// Escape sequences, returns and characters that turn the direction of text, in each text that a command takes and in each answer of a
/// server: the command refuses it, or shows it harmless, in errors, warnings, views and texts of objects.
/// </summary>
[Collection(typeof(HostileTests))]
public sealed class HostileInputViewTests(HostileStage stage)
{
    private const string Design =
        "Get-NamespacePlan @{ Server = 'EX01'; ExternalHost = 'mail.contoso.com'; ExchangeVersion = 'SE'; DnsModel = 'Split' } "
            + "{ $_; $_.Servers; $_.Sites; $_.Servers.Services; $_.DnsRecords; $_.Certificates; $_.Certificates.Names }";

    private const string Cluster = "Export-ClusterRecoveryScript @{ ClusterName = 'CL1'; ClusteredMailboxServer = 'CMS1'; Node = 'N1', 'N2'; "
        + "SurvivingNode = 'N1'; ExchangeNode = 'N1', 'N2'; WindowsVersion = '2003'; WitnessServer = 'W1'; ConfirmOtherSiteDown = $true; AsStep = $true }";
    private const string Sender = "Test-SpfSender @{ IPAddress = '192.0.2.9'; MailFrom = 'a@contoso.com'; HelloName = 'm.contoso.com'; "
        + "Record = 'v=spf1 include:b.contoso.com ?all'; DnsServer = $dns; Timeout = 10; Retry = 0 } { $_; $_.Trace; $_.Cost.Lines }";
    private const string Record = "New-SpfRecord @{ Domain = 'contoso.com'; IPAddress = '192.0.2.1' }";
    private const string Split = "Test-SplitDns @{ Name = 'mail.contoso.com'; InternalServer = $dns; ExternalServer = $dns; Timeout = 10; Retry = 0 }";
    private const string Build = "Get-ExchangeBuild @{ Version = 'Version 15.2 (Build 2562.17)' }";
    private const string Request = "New-SanCertificateRequest @{ Plan = $plan; AsName = $true";

    /// <summary>How objects of each view are made, and which of them has the view. Each text of the command is made hostile in turn.</summary>
    internal static readonly Dictionary<string, string> Rows = new Dictionary<string, string>
    {
        ["Model.NamespacePlan"] = Design,
        ["Model.PlannedServer"] = Design,
        ["Model.PlannedSite"] = Design,
        ["Model.ServiceAssignment"] = Design,
        ["Model.DnsRecord"] = Design,
        ["Model.CertificateName"] = Design,
        ["Model.PlannedCertificate"] = Design,
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
        ["FrontDoor.LoadBalancer.VirtualService"] = "Export-LoadBalancerScript @{ Format = 'Table'; "
            + "Plan = (Get-NamespacePlan @{ Name = 'EX01'; IPAddress = '192.0.2.1' } mail.contoso.com -ExchangeVersion SE -DnsModel Split -WarningAction Ignore) } { $_ }",
        ["SplitDns.SplitDnsName"] = Split + " { $_ }",
        ["SplitDns.SplitDnsZone"] = Split + " { $_ }",
        ["Mail.Identity.MailIdentityLink"] =
            "Test-MailIdentity @{ Domain = 'contoso.com'; DnsServer = $dns; SendingIPAddress = '192.0.2.9'; Timeout = 10; Retry = 0; SmtpTimeout = 0.1 } { $_ }",
        ["Mail.Spf.SpfSenderResult"] = Sender,
        ["Mail.Spf.SpfStep"] = Sender,
        ["Mail.Spf.SpfCostLine"] = Sender,
        ["Mail.Spf.SpfRecordResult"] = Record + " { $_ }",
    }.ToDictionary(r => "ExchangeNamespace." + r.Key, r => r.Value, StringComparer.Ordinal);

    /// <summary>Gives each text of a command in turn a hostile value.</summary>
    private const string ShowHostile =
        """
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
                    try { & $Command @with | ForEach-Object $View } catch { $PSCmdlet.WriteError($_); "$_" }
                }
            }
        }

        """;

    public static TheoryData<string> Scripts => [.. Rows.Values.Distinct()];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Every_text_is_refused_or_shown_harmless(string script)
    {
        HostRun run = stage.Run(ShowHostile + "Show-Hostile " + script);

        Assert.Superset(
            Rows.Where(r => r.Value == script).Select(static r => r.Key).ToHashSet(),
            HostileStage.Views(run).ToHashSet());
        stage.AssertHarmless(run);
    }

    /// <summary>A plan file is edited by others: each text of it in turn.</summary>
    [Fact]
    public void Every_text_of_a_plan_file_is_refused_or_shown_harmless()
    {
        string folder = stage.NewFolder();
        string good = Path.Combine(folder, "plan.json");
        Assert.Empty(stage.Run("param($Path) $plan | Export-NamespacePlan -Path $Path", good).Errors);

        Assert.InRange(WriteHostile(File.ReadAllText(good), folder), 50, 2000);

        stage.AssertHarmless(
            stage.Run(
                """
                param($Folder)
                foreach ($file in [System.IO.Directory]::GetFiles($Folder, 'hostile*')) {
                    $p = Import-NamespacePlan -LiteralPath $file
                    @($p; $p.Servers; $p.Sites; $p.Servers.Services; $p.DnsRecords; $p.Certificates; $p.Certificates.Names; $p.Findings) |
                        Where-Object { $_ }
                }
                """,
                folder));
    }

    /// <summary>So is a design file: each text and each name of a member in turn.</summary>
    [Fact]
    public void Every_text_of_a_design_file_is_refused_or_shown_harmless()
    {
        string folder = stage.NewFolder();
        string design = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "three-sites.json"));

        Assert.InRange(WriteHostile(design, folder), 30, 200);

        stage.AssertHarmless(
            stage.Run(
                """
                param($Folder)
                foreach ($file in [System.IO.Directory]::GetFiles($Folder, 'hostile*')) {
                    $p = Get-NamespacePlan -LiteralPath $file
                    @($p; $p.Servers; $p.Sites; $p.DnsRecords; $p.Certificates.Names) | Where-Object { $_ }
                }
                """,
                folder));
    }

    /// <summary>Names of files, of listeners and of servers, rows of a table, and texts that PowerShell itself refuses.</summary>
    [Theory]
    [InlineData("Export-AdminTunnelScript home.contoso.com CAS01 -Listener @{ 443 = $t }")]
    [InlineData("Export-AdminTunnelScript home.contoso.com CAS01 -Listener @{ $t = 'IIS' }")]
    [InlineData("[pscustomobject]@{ Name = $t; AdminDisplayVersion = 'Version 15.2 (Build 2562.17)' } | Get-ExchangeBuild")]
    [InlineData("[pscustomobject]@{ Name = 'EX01'; AdminDisplayVersion = $t } | Get-ExchangeBuild")]
    [InlineData("[System.IO.File]::WriteAllText($f.ps1, 'Set-OwaVirtualDirectory -Foo 1'); Test-ExchangeScript -LiteralPath $f.ps1 -ExchangeVersion SE")]
    [InlineData("Test-ExchangeScript -LiteralPath $f.gone -ExchangeVersion SE")]
    [InlineData("[System.IO.File]::WriteAllText($f.cer, 'no certificate'); Test-NamespaceCertificate -LiteralPath $f.cer -HostName mail.contoso.com")]
    [InlineData("Test-NamespaceCertificate -LiteralPath $f.gone -HostName mail.contoso.com")]
    [InlineData("[System.IO.File]::WriteAllText($f.json, 'x'); Import-NamespacePlan -LiteralPath $f.json; Get-NamespacePlan -LiteralPath $f.json")]
    [InlineData("Import-ExchangeState -LiteralPath $f.gone; [System.IO.File]::WriteAllText($f.xml, '<Objs>'); Import-ExchangeState -LiteralPath $f.xml")]
    [InlineData("$plan | Export-NamespacePlan -Path \"$($f.none)/x.json\"")]
    [InlineData("Get-ExchangeBuild -Product $t")]
    [InlineData("Get-ExchangeBuild -AsOf $t")]
    [InlineData("Test-MailIdentity contoso.com -HelloName $t")]
    [InlineData("Export-DnsScript $plan -View $t, External")]
    [InlineData("Row 'Name'")]
    [InlineData("Row 'Fqdn'")]
    [InlineData("Row 'Site'")]
    [InlineData("Row 'Version'")]
    [InlineData("Row 'AdminDisplayVersion'")]
    [InlineData("Row 'ServerRole'")]
    [InlineData("Row 'IPAddress'")]
    [InlineData("Row 'InternetFacing'")]
    [InlineData("Row 'IsClientAccessServer'")]
    [InlineData("Plan-With @{ Site = @{ Name = 'A'; $t = 'x' } }")]
    [InlineData("Plan-With @{ Site = @{ Name = $t } }")]
    [InlineData("Plan-With @{ Site = @{ Name = 'A'; SiteScope = $t } }")]
    [InlineData("Plan-With @{ ServiceHost = @{ $t = 'owa.contoso.com' } }")]
    [InlineData("Plan-With @{ ServiceHost = @{ OWA = $t } }")]
    [InlineData("Plan-With @{ Authentication = @{ OWA = $t } }")]
    [InlineData("Plan-With @{ DnsModel = @{ $t = 'Split' } }")]
    [InlineData("Row 'OutlookAnywhereEnabled'")]
    public void A_name_from_outside_is_shown_harmless(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file names with control characters.");
        HostRun run = stage.Run(
            """
            param($Folder)
            function Plan-With([hashtable] $With) {
                $all = @{ ExternalHost = 'mail.contoso.com'; DnsModel = 'Split'; ExchangeVersion = 'SE' }
                foreach ($key in $With.Keys) { $all[$key] = $With[$key] }
                Get-NamespacePlan EX01 @all
            }
            function Row([string] $Column) {
                $row = [ordered]@{ Name = 'EX01'; Fqdn = 'ex01.contoso.com'; Version = 'SE' }
                $row[$Column] = $t
                $p = [pscustomobject]$row | Get-NamespacePlan -ExternalHost mail.contoso.com -DnsModel Split
                @($p; $p.Servers; $p.Sites) | Where-Object { $_ }
            }
            foreach ($t in $hostile) {
                $f = @{}
                foreach ($end in 'ps1', 'cer', 'json', 'xml', 'none', 'gone') { $f[$end] = "$Folder/$t.$end" }
                try {
            """ + "\n" + script + """

                } catch { $_; "$_" }
            }
            """,
            stage.NewFolder());

        stage.AssertHarmless(run);
    }

    /// <summary>
    /// Writes the file once for each of its texts and once for each different name of a member, with a hostile one in its place.
    /// </summary>
    /// <returns>How many files.</returns>
    private static int WriteHostile(string good, string folder)
    {
        const string escape = "a\u001b[31m\u202ec\u2066d\re\u0085";
        const string turn = "a\u202ec\u2066d";
        int texts = Leaves(JsonNode.Parse(good)!).Count();
        string[] members = [.. Members(JsonNode.Parse(good)!).Select(m => m.Name).Distinct()];
        for (int i = 0; i < texts + members.Length; i++)
        {
            JsonNode file = JsonNode.Parse(good)!;
            string hostile = i % 2 == 0 ? escape : turn;
            if (i < texts)
            {
                Leaves(file).ElementAt(i).ReplaceWith(hostile);
            }
            else
            {
                (JsonObject of, string name) = Members(file).First(m => m.Name == members[i - texts]);
                JsonNode? value = of[name];
                of.Remove(name);
                of[name + hostile] = value;
            }

            File.WriteAllText(Path.Combine(folder, $"hostile{i}.json"), file.ToJsonString());
        }

        return texts + members.Length;
    }

    private static IEnumerable<JsonValue> Leaves(JsonNode node) => Nodes(node).OfType<JsonValue>().Where(v => v.GetValueKind() == JsonValueKind.String);

    private static IEnumerable<(JsonObject Of, string Name)> Members(JsonNode node) =>
        Nodes(node).OfType<JsonObject>().SelectMany(o => o.Select(m => (o, m.Key)));

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject members => members.Select(m => m.Value).OfType<JsonNode>().SelectMany(Nodes).Prepend(node).ToArray(),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Nodes).ToArray(),
        _ => [node],
    };
}
