using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Tests.Support.Network;

namespace ExchangeNamespace.Integration.Tests.Contacts;

/// <summary>A call and whom it may reach.</summary>
/// <param name="Name">The command, and how it is called where it has several rows.</param>
/// <param name="Script">The call, with the same variables as a <see cref="NetworkCommand"/>.</param>
/// <param name="Servers">Whom it must reach, and may: parts of the world, or an address with a port.</param>
internal sealed record ContactRow(string Name, string Script, params IReadOnlyList<string> Servers)
{
    /// <summary>The DNS server of the machine.</summary>
    public const string Resolver = "192.0.2.53:53";

    /// <summary>What each call must be able to do without the network, and what it asks of the DNS server of the machine where it is named none.</summary>
    private static readonly ContactRow[] Offline =
    [
        new("import of the module", "Import-Module $module -Force"),
        new("completion", "foreach ($line in 'Get-NamespacePlan -ExchangeVersion ', 'Test-SplitDns -InternalServer ', 'Test-Namespace $plan -') { [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null) }"),
        new("help", "Get-Help Test-SplitDns -Full"),
        new("Get-NamespacePlan", "Get-NamespacePlan EX1 mail.contoso.com -ExchangeVersion SE"),
        new("Get-NamespacePlan of a design", "Get-NamespacePlan -Path $examples/three-sites.json"),
        new("Export-NamespacePlan", "$plan | Export-NamespacePlan -Path plan.json -Force"),
        new("Import-NamespacePlan", "$plan | Export-NamespacePlan -Path plan.json -Force; Import-NamespacePlan plan.json"),
        new("Export-NamespaceReport", "$plan | Export-NamespaceReport -State $state -Path report.html -Force"),
        new("Export-VirtualDirectoryScript", "$plan | Export-VirtualDirectoryScript"),
        new("New-SanCertificateRequest", "$plan | New-SanCertificateRequest -As OpenSsl -Country CH"),
        new("Get-ExchangeBuild", "Get-ExchangeBuild 15.2.1544.4"),
        new("Get-ExchangeBuild of a moment", "Get-ExchangeBuild 15.2.1544.4 -AsOf '2026-06-01T23:30:00+05:00'"),
        new("Measure-QuorumVote", "Measure-QuorumVote NodeAndFileShareMajority -Node 2 -NodeUp 1"),
        new("Export-ClusterRecoveryScript", "Export-ClusterRecoveryScript -ClusterName C1 -ClusteredMailboxServer CMS1 -WindowsVersion 2008 -Node N1, N2 -SurvivingNode N2 -ExchangeNode N1, N2 -Variant FailBack"),
        new("Export-AdminTunnelScript", "Export-AdminTunnelScript -SshHost ssh.contoso.com -Server EX01"),
        new("Export-KerberosScript", "$plan | Export-KerberosScript -AccountName 'CONTOSO\\EXCHASA$'"),
        new("Test-KerberosSpn of a listing", "'CN=EXCHASA,CN=Computers,DC=contoso,DC=com', '    http/mail.contoso.com' | Test-KerberosSpn $plan 'CONTOSO\\EXCHASA$'"),
        new("Test-ExtendedProtection", "Test-ExtendedProtection $plan"),
        new("Export-LoadBalancerScript", "$plan | Export-LoadBalancerScript"),
        new("Export-DnsScript", "$plan | Export-DnsScript -View External -Format Bind -Address @{ 'mail.contoso.com' = '203.0.113.10' }"),
        new("Test-ExchangeScript", "Test-ExchangeScript $examples/old-urls.ps1 -ExchangeVersion 2016"),
        new("Export-StateCaptureScript", "Export-StateCaptureScript SE"),
        new("Get-ClientAccessRoute", "$plan | Get-ClientAccessRoute"),
        new("Get-StartTlsCertificate", "$state | Get-StartTlsCertificate"),
        new("Export-CertificateRenewalScript", "$plan | Export-CertificateRenewalScript -Organization Contoso"),
        new("Export-MailFlowScript", "$plan | Export-MailFlowScript"),
        new("Import-ExchangeState", "Import-ExchangeState $examples/capture"),
        new("Compare-NamespacePlan", "$plan | Compare-NamespacePlan -State $state"),
        new("ConvertTo-NamespaceDesign without views", "$state | ConvertTo-NamespaceDesign"),
        new("New-NamespaceDesign", "'EX01', 'SE', '', 'corp.contoso.com', 'mail.contoso.com', '', '', '', '', '', '', '', 'mx.contoso.com' | New-NamespaceDesign"),
        new("New-NamespaceMigration", "New-NamespaceMigration $older $newer"),
        new("Test-NamespaceMigration", "New-NamespaceMigration $older $newer | Test-NamespaceMigration"),
        new("Export-NamespaceMigrationScript", "New-NamespaceMigration $older $newer | Export-NamespaceMigrationScript"),
        new("Export-NamespaceMigrationScript of days",
            "New-NamespaceMigration $older $newer | Export-NamespaceMigrationScript -StartDate '2026-06-08 20:00' -AsOf '2026-06-01T12:00Z' -MaintenanceWindow 'Sat 20:00-24:00' -TtlNow 86400"),
        new("Get-AutodiscoverRoute of a plan", "$plan | Get-AutodiscoverRoute a@contoso.com"),
        new("New-SpfRecord without a look-up", "New-SpfRecord contoso.com 192.0.2.9"),
        new("Test-NamespaceCertificate of a file", "Test-NamespaceCertificate -Path $examples/mail.contoso.com.pem -Plan $plan"),
        new("Test-Namespace without servers", "$plan | Test-Namespace -State $state"),
        new("Test-SpfSender with the DNS server of the machine", "Test-SpfSender 192.0.2.1 a@contoso.com -Timeout 1 -Retry 0", Resolver),
        new("Test-SplitDns before a cut-over", "$plan | Test-SplitDns -InternalServer $dns -ExternalServer $dns -CutOver '2099-01-01 20:00' -Timeout $time", nameof(NetworkWorld.Dns)),
        new("Test-SplitDns with the DNS server of the machine inside", "Test-SplitDns mail.contoso.com -ExternalServer $dns -Timeout 1 -Retry 0", Resolver, nameof(NetworkWorld.Dns)),
        new("Test-MailIdentity with the DNS server of the machine", "Test-MailIdentity contoso.com -Timeout 1 -Retry 0", Resolver),
        new("Test-NamespaceCertificate with the DNS server of the machine", "Test-NamespaceCertificate -Endpoint mail.contoso.com:443 -HostName mail.contoso.com -Timeout 1", Resolver),
        new("Test-NamespaceCertificate of an address", "Test-NamespaceCertificate -Endpoint 127.0.0.1:$($world.Web) -HostName mail.contoso.com -Timeout $time", nameof(NetworkWorld.Web)),
        new("Test-KerberosSpn of a host, whose address the system finds", "Test-KerberosSpn $plan 'CONTOSO\\EXCHASA$' -Directory dc.contoso.com", Resolver),
    ];

    /// <summary>All calls: those of the network, and those without.</summary>
    public static IReadOnlyList<ContactRow> All { get; } = [.. Offline,
        .. NetworkCommand.All.Select(c => new ContactRow(c.Name, c.Script, [.. c.Needs.Select(n => Server(n.Place)).Distinct()]))];

    /// <summary>The name of the command alone.</summary>
    public string Command => Name.Split(' ')[0];

    /// <summary>Whether nothing may be reached; such a call must also succeed.</summary>
    public bool IsOffline => Servers.Count == 0;

    private static string Server(FaultPlace place) => place switch
    {
        FaultPlace.Dns or FaultPlace.DnsOverTcp => nameof(NetworkWorld.Dns),
        FaultPlace.Web or FaultPlace.WebWire or FaultPlace.Handshake => nameof(NetworkWorld.Web),
        FaultPlace.Http => nameof(NetworkWorld.Http),
        FaultPlace.Mail or FaultPlace.MailTls => nameof(NetworkWorld.Mail),
        _ => CallScript.Directory,
    };
}
