using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace ExchangeNamespace.Package;

/// <summary>What the build takes from elsewhere is named exactly, and listed.</summary>
public sealed class PinTests(Packages packages)
{
    public static TheoryData<string> Projects =>
        [.. new[] { "src", "tests" }
            .SelectMany(static part => Directory.GetFiles(Repository.At(part), "*.csproj", SearchOption.AllDirectories))
            .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(static file => file.StartsWith("src/", StringComparison.Ordinal) || InSolution(file))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_project_has_a_lock_file_that_names_no_host(string project)
    {
        string file = Path.Combine(Path.GetDirectoryName(Repository.At(project))!, "packages.lock.json");

        Assert.True(File.Exists(file), $"run 'dotnet restore {project}' and keep packages.lock.json");
        Assert.DoesNotContain("://", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_action_of_the_workflow_is_named_by_its_commit()
    {
        string[] uses = [.. File.ReadLines(Repository.At(".github/workflows/ci.yml"))
            .Where(static line => line.Contains("uses:", StringComparison.Ordinal))];

        Assert.NotEmpty(uses);
        Assert.All(uses, static line => Assert.Matches(@"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v[0-9.]+$", line));
    }

    [Fact]
    public void Every_package_and_tool_has_a_row_with_its_version()
    {
        string[] rows = [.. File.ReadLines(Repository.At("docs/dependencies.md"))
            .Where(static line => line.StartsWith("| ", StringComparison.Ordinal))];
        IEnumerable<(string Name, string Version)> named = XDocument.Load(Repository.At("src/Directory.Packages.props"))
            .Descendants("PackageVersion").Select(static p => (p.Attribute("Include")!.Value, p.Attribute("Version")!.Value));
        JsonObject tools = JsonNode.Parse(File.ReadAllText(Repository.At(".config/dotnet-tools.json")))!["tools"]!.AsObject();

        (string Name, string Version)[] all = [.. named,
            .. tools.Select(static t => (t.Key, t.Value!["version"]!.GetValue<string>())), .. Shipped()];
        Assert.All(all, package => Assert.Contains(rows, row =>
            row.StartsWith($"| {package.Name} | {package.Version} |", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void The_bill_of_materials_names_what_the_package_was_restored_with()
    {
        JsonNode bill = JsonNode.Parse(File.ReadAllText(Path.Combine(Packages.Module(packages.First), "ExchangeNamespace.cdx.json")))!;

        Assert.Null(bill["serialNumber"]);
        Assert.Null(bill["metadata"]!["timestamp"]);
        Assert.Equal(Shipped(), bill["components"]!.AsArray()
            .Select(static c => (c!["name"]!.GetValue<string>(), c["version"]!.GetValue<string>())).Order());
        Assert.All(bill["components"]!.AsArray(), static c => Assert.Equal("SHA-512", c!["hashes"]![0]!["alg"]!.GetValue<string>()));
    }

    private static (string Name, string Version)[] Shipped() =>
    [
        .. JsonNode.Parse(File.ReadAllText(Repository.At("src/Dependencies/packages.lock.json")))!["dependencies"]!.AsObject()
            .SelectMany(static framework => framework.Value!.AsObject())
            .Where(static p => !p.Key.StartsWith("Microsoft.NETFramework.ReferenceAssemblies", StringComparison.Ordinal))
            .Select(static p => (p.Key, p.Value!["resolved"]!.GetValue<string>())).Distinct().Order(),
    ];

    private static bool InSolution(string project) =>
        File.ReadAllText(Repository.At("src/ExchangeNamespace.slnx")).Contains("../" + project, StringComparison.Ordinal);
}
