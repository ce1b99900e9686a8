using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Architecture;

/// <summary>The recipes of the page for contributors name files and folders that exist.</summary>
public class ContributingPageTests
{
    [Fact]
    public void Every_path_of_the_page_exists()
    {
        string root = SharedData.RepositoryRoot();
        string page = File.ReadAllText(Path.Combine(root, "docs", "contributing.md"));
        string[] paths =
        [
            .. Regex.Matches(page, @"(?<=[`\s])(?:\./)?((?:src|tests|docs|en-US)/[\w./-]*\w)").Select(m => m.Groups[1].Value),
            .. Regex.Matches(page, @"`(?:\./)?([\w.-]+\.(?:md|psd1|ps1|cs))`").Select(m => m.Groups[1].Value),
            .. Regex.Matches(page, @"\]\(([\w./-]+)[)#]").Select(m => "docs/" + m.Groups[1].Value),
        ];

        Assert.True(paths.Length > 20, "The page names few paths.");
        Assert.DoesNotContain(paths, p => !Path.Exists(Path.Combine(root, p)));
    }
}
