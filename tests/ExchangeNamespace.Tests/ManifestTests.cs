using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using System.Reflection;
using Xunit;

namespace ExchangeNamespace.Tests;

public class ManifestTests
{
    private static readonly Hashtable Manifest = Read();

    [Fact]
    public void The_manifest_and_both_assemblies_carry_one_version()
    {
        Version expected = Version.Parse((string)Manifest["ModuleVersion"]!);

        foreach (string file in new[] { "ExchangeNamespace.dll", "ExchangeNamespace.Core.dll" })
        {
            Version actual = AssemblyName.GetAssemblyName(Path.Combine(Repository.ModuleFolder, file)).Version!;
            Assert.Equal(expected.ToString(3), actual.ToString(3));
        }
    }

    [Theory]
    [InlineData("FunctionsToExport")]
    [InlineData("AliasesToExport")]
    [InlineData("VariablesToExport")]
    public void Nothing_but_cmdlets_is_exported(string key) => Assert.Empty((object[])Manifest[key]!);

    [Fact]
    public void The_exported_names_are_listed_one_by_one() =>
        Assert.All((object[])Manifest["CmdletsToExport"]!, name => Assert.Matches("^[A-Z][A-Za-z]+-[A-Za-z]+$", (string)name));

    [Theory]
    [InlineData("RequiredAssemblies")]
    [InlineData("NestedModules")]
    [InlineData("ScriptsToProcess")]
    public void Nothing_is_loaded_for_the_whole_process(string key) => Assert.False(Manifest.ContainsKey(key));

    [Fact]
    public void Every_file_it_names_is_there()
    {
        string[] files = [(string)Manifest["RootModule"]!, .. ((IEnumerable)Manifest["FormatsToProcess"]!).Cast<object>().Select(o => o.ToString()!)];

        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Repository.Root, file)), file));
    }

    private static Hashtable Read()
    {
        ScriptBlockAst script = Parser.ParseFile(Path.Combine(Repository.Root, "ExchangeNamespace.psd1"), out _, out ParseError[] errors);
        Assert.Empty(errors);
        Hashtable manifest = (Hashtable)script.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue();
        manifest["FormatsToProcess"] = manifest["FormatsToProcess"] is string one ? new object[] { one } : manifest["FormatsToProcess"];
        return manifest;
    }
}
