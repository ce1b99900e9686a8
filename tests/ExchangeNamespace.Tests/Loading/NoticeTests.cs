using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using ExchangeNamespace.Loading;
using Xunit;

namespace ExchangeNamespace.Tests.Loading;

/// <summary>The licences of the private libraries go with the package.</summary>
public class NoticeTests
{
    private static readonly string Notices = Path.Combine(Repository.ModuleFolder, "third-party-notices.md");

    public static TheoryData<string> Libraries =>
        [.. PrivateLibraries.Features.SelectMany(f => f.Libraries(isDesktop: true).Concat(f.Libraries(isDesktop: false))).Distinct()];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Every_library_has_a_row_with_copyright_and_licence(string library) =>
        Assert.Contains(File.ReadLines(Notices), line =>
            line.StartsWith("| [" + library + "]", StringComparison.Ordinal) && line.Contains("Copyright (c)", StringComparison.Ordinal));

    [Fact]
    public void The_versions_are_those_that_are_referenced()
    {
        XDocument versions = XDocument.Load(Path.Combine(Repository.Root, "src", "Directory.Packages.props"));
        foreach (string library in Libraries.Select(row => row.Data))
        {
            string? version = versions.Descendants("PackageVersion").FirstOrDefault(p => (string?)p.Attribute("Include") == library)?.Attribute("Version")?.Value;
            if (version is not null)
            {
                Assert.Contains(File.ReadLines(Notices), line => line.StartsWith("| [" + library + "]", StringComparison.Ordinal) && line.Contains("| " + version + " |", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void The_licence_of_the_module_itself_is_there() =>
        Assert.StartsWith("MIT License", File.ReadAllText(Path.Combine(Repository.ModuleFolder, "LICENSE")), StringComparison.Ordinal);
}
