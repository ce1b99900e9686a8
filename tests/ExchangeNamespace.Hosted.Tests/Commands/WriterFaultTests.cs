using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>What happens to the disk while a command works leaves one clear error, no part of a file, and what lies elsewhere as it was.</summary>
public sealed class WriterFaultTests(FullFileSystem full) : CommandTest, IClassFixture<FullFileSystem>, IDisposable
{
    private const string Inputs =
        """
        param($File, $Fault)
        $plan = Get-NamespacePlan EX1 @given -MailHost smtp.contoso.com
        $newer = Get-NamespacePlan EX2 -ExternalHost mail.contoso.com -ExchangeVersion SE -DnsModel Split -WarningAction SilentlyContinue
        $migration = New-NamespaceMigration $plan $newer -WarningAction SilentlyContinue
        $balanced = @{ Name = 'EX1'; IPAddress = '192.0.2.1' } | Get-NamespacePlan -ExternalHost mail.contoso.com -ExchangeVersion SE -DnsModel Split -WarningAction SilentlyContinue
        $PSDefaultParameterValues['*:WarningAction'] = 'SilentlyContinue'
        filter Meanwhile { $Fault.Invoke(); $_ }

        """;

    /// <summary>Each command that writes a file, as it is given its input through the pipeline where it takes it there.</summary>
    private static readonly (string Command, string Script)[] Writers =
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
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> All => [.. Writers.Select(w => w.Command)];

    /// <summary>Those whose work can be interrupted between the check of the place and the writing.</summary>
    public static TheoryData<string> Piped => [.. Writers.Where(w => w.Script.Contains("Meanwhile", StringComparison.Ordinal)).Select(w => w.Command)];

    void IDisposable.Dispose()
    {
        Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_full_disk_is_one_error_and_leaves_no_file(string command)
    {
        string file = Path.Combine(full.FolderOrSkip(), FileName(command));

        ErrorRecord error = Fails(command, file, fault: null);

        Assert.Equal(("PathNotWritable", ErrorCategory.WriteError), (Id(error), error.CategoryInfo.Category));
        Assert.StartsWith($"'{file}' cannot be written, and nothing was: ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal([], full.Left());
    }

    [Theory]
    [MemberData(nameof(Piped))]
    public void A_link_that_comes_meanwhile_is_not_followed(string command)
    {
        string file = Path.Combine(_folder.Path, FileName(command));
        string elsewhere = _folder.Write("elsewhere", "theirs");

        ErrorRecord error = Fails(command, file, () => File.CreateSymbolicLink(file, elsewhere));

        Assert.Equal("PathIsLink", Id(error));
        Assert.Equal("theirs", File.ReadAllText(elsewhere));
        Assert.Equal(["elsewhere", FileName(command)], Directory.EnumerateFileSystemEntries(_folder.Path).Select(f => Path.GetFileName(f)).Order());
    }

    [Theory]
    [MemberData(nameof(Piped))]
    public void A_folder_that_goes_meanwhile_is_one_error(string command)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "folder")).FullName;

        ErrorRecord error = Fails(command, Path.Combine(folder, FileName(command)), () => Directory.Delete(folder));

        Assert.Equal("PathNotWritable", Id(error));
        Assert.Contains($"there is no folder '{folder}'", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Every_command_that_replaces_files_is_here()
    {
        HostRun run = Run("Get-Command -Module ExchangeNamespace | Where-Object { $_.Parameters.ContainsKey('Force') } | ForEach-Object { $_.Name.Replace('-', '') }");

        // The first infers what the last of Writers writes, by the same code; the second changes scripts where they lie.
        Assert.Equal(run.Output.Select(o => o!.ToString()!).Order(StringComparer.Ordinal),
            Writers.Select(w => w.Command).Append("ConvertToNamespaceDesign").Append("TestExchangeScript").Order(StringComparer.Ordinal));
    }

    private static string Id(ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];

    private static string FileName(string command) => command switch
    {
        "ExportNamespaceReport" or "ExportNamespaceMigrationScript" => "written.md",
        _ => "written.txt",
    };

    /// <summary>The one error that is no finding about the input.</summary>
    private ErrorRecord Fails(string command, string file, Action? fault) =>
        Assert.Single(
            Run(Inputs + Writers.Single(w => w.Command == command).Script, file, fault ?? (() => { })).Errors,
            e => !Id(e).StartsWith("EXN", StringComparison.Ordinal));
}
