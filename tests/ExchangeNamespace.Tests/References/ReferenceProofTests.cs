using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using ExchangeNamespace.Loading;
using Xunit;

namespace ExchangeNamespace.Tests.References;

/// <summary>
/// Every assembly, type and member that our two files and the private libraries name is there: for Windows PowerShell in the reference
/// assemblies of .NET Framework 4.7.2, for PowerShell 7 in the runtime of this test and its library for LDAP, and in PowerShellStandard for both.
/// </summary>
public class ReferenceProofTests
{
    private static readonly string[] Own = ["ExchangeNamespace.Core.dll", "ExchangeNamespace.dll"];

    public static TheoryData<string, bool> Folders()
    {
        TheoryData<string, bool> rows = [];
        foreach (Feature feature in PrivateLibraries.Features)
        {
            rows.Add(feature.Name, true);
            rows.Add(feature.Name, false);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Everything_that_a_folder_names_is_there(string feature, bool isDesktop)
    {
        string[] files = Files(Row(feature), isDesktop);
        ReferenceProof proof = new([.. files, .. Runtime(isDesktop)]);

        Assert.Empty(files.SelectMany(proof.Faults));
        Assert.True(proof.Count > 100, $"only {proof.Count} references were followed");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Everything_that_our_own_files_name_is_there(bool isDesktop)
    {
        string[] libraries = [.. PrivateLibraries.Features.SelectMany(f => Files(f, isDesktop)).OrderByDescending(f => AssemblyName.GetAssemblyName(f).Version)];
        ReferenceProof proof = new([.. Own.Select(Module), .. libraries, Engine, .. Runtime(isDesktop)]);

        Assert.Empty(Own.Select(Module).SelectMany(proof.Faults));
        Assert.True(proof.Count > 1000, $"only {proof.Count} references were followed");
    }

    // A file of the other edition, and a library without the one that it needs.
    [Theory]
    [InlineData("core/dns/DnsClient.dll")]
    [InlineData("desktop/dns/DnsClient.dll")]
    public void A_library_without_what_it_needs_gives_faults(string library)
    {
        ReferenceProof proof = new([Module("lib/" + library), .. Runtime(isDesktop: true)]);

        Assert.NotEmpty(proof.Faults(Module("lib/" + library)));
    }

    private static string Engine => Path.Combine(Metadata("PowerShellStandard"), "lib", "netstandard2.0", "System.Management.Automation.dll");

    private static Feature Row(string name) => PrivateLibraries.Features.Single(feature => feature.Name == name);

    private static string Module(string file) => Path.Combine(Repository.ModuleFolder, file);

    private static string[] Files(Feature feature, bool isDesktop) =>
        Directory.GetFiles(Path.Combine(PrivateLibraries.Folder(Repository.ModuleFolder, isDesktop), feature.Name), "*.dll");

    private static IEnumerable<string> Runtime(bool isDesktop)
    {
        string framework = Path.Combine(Metadata("NetFrameworkReferences"), "build", ".NETFramework", "v4.7.2");
        return isDesktop
            ? [.. Directory.GetFiles(framework, "*.dll"), .. Directory.GetFiles(Path.Combine(framework, "Facades"), "*.dll")]
            : [.. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll"),
                typeof(System.DirectoryServices.Protocols.LdapConnection).Assembly.Location];
    }

    private static string Metadata(string key) =>
        typeof(ReferenceProofTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
