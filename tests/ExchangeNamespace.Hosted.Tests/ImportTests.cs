using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests;

public class ImportTests
{
    private static readonly string[] Commands =
    [
        "Compare-NamespacePlan",
        "ConvertTo-NamespaceDesign",
        "Export-AdminTunnelScript",
        "Export-CertificateRenewalScript",
        "Export-ClusterRecoveryScript",
        "Export-DnsScript",
        "Export-KerberosScript",
        "Export-LoadBalancerScript",
        "Export-MailFlowScript",
        "Export-NamespaceMigrationScript",
        "Export-NamespacePlan",
        "Export-NamespaceReport",
        "Export-StateCaptureScript",
        "Export-VirtualDirectoryScript",
        "Get-AutodiscoverRoute",
        "Get-ClientAccessRoute",
        "Get-ExchangeBuild",
        "Get-NamespacePlan",
        "Get-StartTlsCertificate",
        "Import-ExchangeState",
        "Import-NamespacePlan",
        "Measure-QuorumVote",
        "New-NamespaceDesign",
        "New-NamespaceMigration",
        "New-SanCertificateRequest",
        "New-SpfRecord",
        "Test-ExchangeScript",
        "Test-ExtendedProtection",
        "Test-KerberosSpn",
        "Test-MailIdentity",
        "Test-Namespace",
        "Test-NamespaceCertificate",
        "Test-NamespaceMigration",
        "Test-NamespaceService",
        "Test-SpfSender",
        "Test-SplitDns",
    ];

    [Fact]
    public void These_tests_carry_no_copy_of_the_module() =>
        Assert.False(File.Exists(Path.Combine(AppContext.BaseDirectory, "ExchangeNamespace.dll")));

    [Fact]
    public void The_module_comes_from_the_folder_of_the_manifest()
    {
        using ModuleHost host = ModuleHost.Open();

        HostRun run = host.Run("$m = Get-Module ExchangeNamespace; $m.ModuleBase; $m.ImplementingAssembly.Location; $m.Version.ToString()");

        string root = Path.GetDirectoryName(ModuleHost.FindManifest())!;
        Assert.Equal([root, Path.Combine(root, "bin", "ExchangeNamespace.dll"), ManifestValue("ModuleVersion")], run.Output);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public void The_manifest_lists_the_commands_of_the_documentation() =>
        Assert.Equal(Commands, ((object[])Manifest()["CmdletsToExport"]!).Cast<string>().Order(StringComparer.Ordinal));

    [Fact]
    public void The_exported_commands_are_those_of_the_manifest()
    {
        using ModuleHost host = ModuleHost.Open();
        PSModuleInfo module = (PSModuleInfo)host.Run("Get-Module ExchangeNamespace").Output.Single()!;
        Assert.SkipUnless(
            module.ImplementingAssembly.GetExportedTypes().Any(type => type.GetCustomAttribute<CmdletAttribute>() is not null),
            "The module's assembly holds no command yet.");

        Assert.Equal(Commands, module.ExportedCommands.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_command_of_the_assembly_is_exported_and_nothing_else()
    {
        using ModuleHost host = ModuleHost.Open();
        PSModuleInfo module = (PSModuleInfo)host.Run("Get-Module ExchangeNamespace").Output.Single()!;

        System.Collections.Generic.IEnumerable<string> defined = module.ImplementingAssembly.GetExportedTypes()
            .Select(type => type.GetCustomAttribute<CmdletAttribute>())
            .OfType<CmdletAttribute>()
            .Select(command => command.VerbName + "-" + command.NounName);

        Assert.Equal(defined.Order(StringComparer.Ordinal), module.ExportedCommands.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_can_be_imported_again_by_force_and_after_removal()
    {
        using ModuleHost host = ModuleHost.Open();

        HostRun run = host.Run(
            """
            param($Path)
            Import-Module $Path -Force -ErrorAction Stop
            Remove-Module ExchangeNamespace -ErrorAction Stop
            "removed: $($null -eq (Get-Module ExchangeNamespace))"
            Import-Module $Path -ErrorAction Stop
            "imported: $(@(Get-Module ExchangeNamespace).Count)"
            """,
            ModuleHost.FindManifest());

        Assert.Equal(["removed: True", "imported: 1"], run.Output);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public void A_second_runspace_keeps_the_module_when_the_first_removes_it()
    {
        using ModuleHost first = ModuleHost.Open();
        using ModuleHost second = ModuleHost.Open();

        Assert.Empty(first.Run("Remove-Module ExchangeNamespace").Errors);

        Assert.Equal("DnsClient", RequestFromModule.Run(second, RequestFromModule.Dns).Output.OfType<Assembly>().Single().GetName().Name);
    }

    private static string ManifestValue(string key) => (string)Manifest()[key]!;

    private static Hashtable Manifest() => (Hashtable)Parser.ParseFile(ModuleHost.FindManifest(), out _, out _)
        .Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue();
}
