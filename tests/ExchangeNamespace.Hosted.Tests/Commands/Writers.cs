using System.Linq;
using System.Management.Automation;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>The commands that write a file.</summary>
internal static class Writers
{
    /// <summary>What the scripts begin with: the input of each command.</summary>
    public const string Inputs =
        """
        param($File, $Fault)
        $plan = Get-NamespacePlan EX1 @given -MailHost smtp.contoso.com
        $newer = Get-NamespacePlan EX2 -ExternalHost mail.contoso.com -ExchangeVersion SE -DnsModel Split -WarningAction SilentlyContinue
        $migration = New-NamespaceMigration $plan $newer -WarningAction SilentlyContinue
        $balanced = @{ Name = 'EX1'; IPAddress = '192.0.2.1' } | Get-NamespacePlan -ExternalHost mail.contoso.com -ExchangeVersion SE -DnsModel Split -WarningAction SilentlyContinue
        $PSDefaultParameterValues['*:WarningAction'] = 'SilentlyContinue'
        $examples = (Get-Module ExchangeNamespace).ModuleBase + '/docs/examples'
        filter Meanwhile { $Fault.Invoke(); $_ }

        """;

    /// <summary>Each command that writes a file, as it is given its input through the pipeline where it takes it there.</summary>
    public static (string Command, string Script)[] All { get; } =
    [
        ("ExportVirtualDirectoryScript", "$plan | Meanwhile | Export-VirtualDirectoryScript -Path $File -Force"),
        ("ExportMailFlowScript", "$plan | Meanwhile | Export-MailFlowScript -Path $File -Force"),
        ("ExportDnsScript", "$plan | Meanwhile | Export-DnsScript -View External -Format Bind -Address @{ 'mail.contoso.com' = '203.0.113.10' } -Path $File -Force"),
        ("ExportCertificateRenewalScript", "$plan | Meanwhile | Export-CertificateRenewalScript -Organization Contoso -Path $File -Force"),
        ("ExportKerberosScript", "$plan | Meanwhile | Export-KerberosScript -AccountName 'CONTOSO\\EXCHASA$' -Path $File -Force"),
        ("ExportLoadBalancerScript", "$balanced | Meanwhile | Export-LoadBalancerScript -Path $File -Force"),
        ("ExportNamespacePlan", "$plan | Meanwhile | Export-NamespacePlan -Path $File -Force"),
        ("ExportNamespaceReport", "$plan | Meanwhile | Export-NamespaceReport -Path $File -Force"),
        ("ExportNamespaceMigrationScript", "$migration | Meanwhile | Export-NamespaceMigrationScript -Path $File -Force"),
        ("ExportStateCaptureScript", "Export-StateCaptureScript SE -Path $File -Force"),
        ("ExportAdminTunnelScript", "Export-AdminTunnelScript -SshHost ssh.contoso.com -Server EX01 -Path $File -Force"),
        ("ExportClusterRecoveryScript", "Export-ClusterRecoveryScript -ClusterName C1 -ClusteredMailboxServer CMS1 -WindowsVersion 2008 -Node N1, N2 -SurvivingNode N2 -ExchangeNode N1, N2 -Variant FailBack -Path $File -Force"),
        ("NewNamespaceDesign", "'EX01', 'SE', '', 'corp.contoso.com', 'mail.contoso.com', '', '', '', '', '', '', '', 'mx.contoso.com' | New-NamespaceDesign -OutPath $File -Force"),
        ("ConvertToNamespaceDesign", "Import-ExchangeState $examples/capture | Meanwhile | ConvertTo-NamespaceDesign -OutPath $File -Force"),
        ("TestNamespace", "$plan | Meanwhile | Test-Namespace -Baseline $File"),
        ("TestExchangeScript", "Test-ExchangeScript $examples/old-urls.ps1 2016 -Fix -Destination $File -Force"),
    ];

    /// <summary>A text that the command replaces: a baseline replaces a baseline only.</summary>
    public static string Old(string command) => command == "TestNamespace" ? "{ \"schemaVersion\": 1, \"problems\": [] }" : "old";

    /// <summary>The line that writes.</summary>
    public static string Script(string command) => All.Single(w => w.Command == command).Script;

    /// <summary>A name of the kind that the command asks for.</summary>
    public static string FileName(string command, string name = "written") => name + (command switch
    {
        "ExportNamespaceReport" or "ExportNamespaceMigrationScript" => ".md",
        _ => ".txt",
    });

    public static string Id(ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];

    /// <summary>Whether an error is no finding about the input.</summary>
    public static bool IsFault(ErrorRecord error) => !Id(error).StartsWith("EXN", System.StringComparison.Ordinal);
}
