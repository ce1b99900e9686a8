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
[Collection(typeof(HostileTests))]
public sealed class ShownViewTests(HostileStage stage)
{
    private const string State = "ExchangeNamespace.State.";

    private const string Migration =
        "New-NamespaceMigration $plan (Get-NamespacePlan EX02 mail.contoso.com -ExchangeVersion SE -DnsModel Split @silent) -State $s @silent";

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
        ["ExchangeNamespace.Comparison.SettingComparison"] = "$plan | Compare-NamespacePlan -State $s @silent",
        ["ExchangeNamespace.Comparison.SettingComparison#ByService"] = "$plan | Compare-NamespacePlan -State $s -By Service -IncludeEqual @silent",
        ["ExchangeNamespace.Verdicts.NamespaceCheckResult"] = "Test-Namespace $plan $s @silent | Where-Object { $_.Check }",
        ["ExchangeNamespace.Verdicts.NamespaceVerdict"] = "Test-Namespace $plan $s @silent | Where-Object { $_.NotChecked }",
        ["ExchangeNamespace.Migration.Simulation.MigrationVerdict"] = """
            $migration = [Activator]::CreateInstance([ExchangeNamespace.Migration.NamespaceMigration], $true)
            $migration.Present = $plan
            $migration.Plans = [ExchangeNamespace.Model.NamespacePlan[]]@($plan)
            $migration.Steps = [ExchangeNamespace.Migration.MigrationStep[]]@()
            $migration.Findings = [ExchangeNamespace.Diagnostics.Finding[]]@()
            $migration.State = $s
            $migration | Test-NamespaceMigration @silent
            """,
        ["ExchangeNamespace.FrontDoor.Protection.ProtectionCheck"] =
            "$plan | Test-ExtendedProtection -State $s @silent; $plan | Test-ExtendedProtection -ServerFact @{ Server = 'EX01'; TlsVersion = $t; HybridAgent = $t } @silent",
        ["ExchangeNamespace.FrontDoor.Services.NamespaceServiceCheck"] =
            "Test-NamespaceService $plan -Service EWS -DnsServer 127.0.0.1:9 -Timeout 0.1 @silent",
        ["ExchangeNamespace.Kerberos.SpnCheck"] =
            "Test-KerberosSpn $plan 'CONTOSO\\EXCHASA$' -InputObject \"CN=EXCHASA,CN=$t,DC=x`n http/$t`nCN=$t,DC=x`n http/mail.contoso.com\" @silent",
        ["ExchangeNamespace.Migration.NamespaceMigration"] = Migration,
        ["ExchangeNamespace.Migration.MigrationStep"] = "(" + Migration + ").Steps",
        ["ExchangeNamespace.Migration.Calendar.CalendarEntry"] = Migration + " | Export-NamespaceMigrationScript -Calendar -StartDate 2027-01-04 -AsOf 2027-01-01 @silent",
        ["ExchangeNamespace.Diagnostics.Finding"] = "($plan | Compare-NamespacePlan -State $s @silent).Finding | Where-Object { $_ }",
        ["ExchangeNamespace.Design.NamespaceDesign"] = "$s | ConvertTo-NamespaceDesign @silent",
        ["ExchangeNamespace.Design.Questions.GuidedDesign"] = """
            $answers = 'ZRH01, BRN01', '2019CU15, BRN*=2016CU23', 'ZRH*="Zurich, HQ"; BRN01=Bern', 'corp.contoso.com', 'mail.contoso.com', '', '', '',
                'Bern=mail-bern.contoso.com', '', 'Split', 'Public', 'None', 'None', 'contoso.com', '-'
            New-NamespaceDesign -Answer $answers @silent
            """,
        ["ExchangeNamespace.Design.DesignMember"] = "($s | ConvertTo-NamespaceDesign @silent).Members",
        ["ExchangeNamespace.Routing.ClientAccessRoute"] = "$s | Get-ClientAccessRoute -View Internal @silent",
        ["ExchangeNamespace.Routing.RouteHop"] = "($s | Get-ClientAccessRoute -View Internal @silent).Hops",
        ["ExchangeNamespace.Mail.StartTls.StartTlsPrediction"] = "$s | Get-StartTlsCertificate @silent",
        ["ExchangeNamespace.Mail.StartTls.StartTlsCandidate"] =
            "(Get-StartTlsCertificate @{ Name = 'In'; Fqdn = 'm.contoso.com'; AuthMechanism = 'Tls' } @{ Thumbprint = 'A'; Subject = \"CN=$t\" } @silent).Candidates",
        ["ExchangeNamespace.Certificates.Checking.NamespaceCertificate"] = "$s | Test-NamespaceCertificate -HostName mail.contoso.com @silent",
        ["ExchangeNamespace.Certificates.Checking.CertificateHost"] = "($s | Test-NamespaceCertificate -HostName mail.contoso.com @silent).Hosts",
        ["ExchangeNamespace.Autodiscover.AutodiscoverRoute"] = "$route",
        ["ExchangeNamespace.Autodiscover.AutodiscoverStep"] = "$route.Steps",
        ["ExchangeNamespace.Autodiscover.AutodiscoverUrl"] = "$route.Urls",
        ["ExchangeNamespace.Autodiscover.AutodiscoverHop"] = "$route.Steps.Hops",
        ["ExchangeNamespace.Scripts.ScriptFinding"] =
            "\"Set-OwaVirtualDirectory -Identity '$t' -InternalUrl http://x$t/owa -Foo$t 1\" | Test-ExchangeScript -ExchangeVersion SE @silent",
        ["ExchangeNamespace.Comparison.Effects.PlanChange"] = """
            $other = Get-NamespacePlan EX01 other.contoso.com -ExchangeVersion SE -DnsModel Split @silent
            $plan | Compare-NamespacePlan -Reference $other @silent
            """,
        ["ExchangeNamespace.SplitDns.SplitDnsModel"] = """
            $here = 'contoso.com SOA ns.contoso.com', 'mail.contoso.com A 10.0.0.1'
            $there = 'contoso.com SOA ns.contoso.com', 'mail.contoso.com A 192.0.2.1'
            Test-SplitDns mail.contoso.com -InternalServer $at.Dns($here) -ExternalServer $at.Dns($there) -AsModel @silent
            """,
        ["ExchangeNamespace.Builds.ExchangeBuildInfo"] = "[pscustomobject]@{ Name = $t; AdminDisplayVersion = 'Version 15.2 (Build 2562.17)' } | Get-ExchangeBuild @silent",
    };

    public static TheoryData<string> Views => [.. Rows.Keys];

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
        HostRun run = stage.Run("$t = $hostile[1]\n" + Rows[view]);

        Assert.Contains(view, HostileStage.Views(run));
        stage.AssertHarmless(run, expected: string.Empty);
    }
}
