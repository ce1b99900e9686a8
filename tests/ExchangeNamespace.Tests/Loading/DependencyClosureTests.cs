using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ExchangeNamespace.Loading;
using Xunit;

namespace ExchangeNamespace.Tests.Loading;

/// <summary>What the build put into bin/lib.</summary>
public class DependencyClosureTests
{
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
    public void A_folder_holds_the_files_of_its_row_and_no_other(string feature, bool isDesktop)
    {
        IEnumerable<string> expected = Row(feature).Libraries(isDesktop).Select(name => name + ".dll").Order(StringComparer.Ordinal);

        Assert.Equal(expected, Directory.GetFiles(FolderOf(feature, isDesktop)).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void There_is_no_folder_without_a_row(bool isDesktop)
    {
        string edition = PrivateLibraries.Folder(Repository.ModuleFolder, isDesktop);

        Assert.Equal(
            PrivateLibraries.Features.Select(feature => feature.Name).Order(StringComparer.Ordinal),
            Directory.GetFileSystemEntries(edition).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);
    }

    // Windows PowerShell loads by path and holds versions side by side; PowerShell 7 has one private context.
    [Fact]
    public void Two_features_that_carry_one_library_carry_one_version_of_it_in_the_one_context()
    {
        Assert.All(
            PrivateLibraries.Find(Repository.ModuleFolder, isDesktop: false).GroupBy(library => library.Identity.Name),
            same => Assert.Single(same.Select(library => library.Identity.FullName).Distinct()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_module_was_compiled_against_versions_that_the_folders_hold(bool isDesktop)
    {
        Dictionary<string, Version> held = PrivateLibraries.Find(Repository.ModuleFolder, isDesktop)
            .GroupBy(library => library.Identity.Name!)
            .ToDictionary(same => same.Key, same => same.Max(library => library.Identity.Version)!);

        Assert.All(
            References(typeof(ModuleInitializer).Assembly.Location).Where(name => held.ContainsKey(name.Name!)),
            name => Assert.True(held[name.Name!] >= name.Version, name.FullName));
    }

    private static Feature Row(string name) => PrivateLibraries.Features.Single(feature => feature.Name == name);

    private static string FolderOf(string feature, bool isDesktop) =>
        Path.Combine(PrivateLibraries.Folder(Repository.ModuleFolder, isDesktop), feature);

    private static List<AssemblyName> References(string file)
    {
        using PEReader image = new(File.OpenRead(file));
        MetadataReader reader = image.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetAssemblyReference(handle).GetAssemblyName())];
    }
}
