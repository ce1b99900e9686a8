using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Scripts;
using ExchangeNamespace.StandIn;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Scripts;

/// <summary>The commands of the source article as printed: every fault of print is found, and what is mechanical is mended.</summary>
public class ArticleTests
{
    private const string Quotes = "EXN417 EXN417";

    /// <summary>Line and codes, for the version that the article is about.</summary>
    private static readonly (int Line, string Codes, string What)[] Defects =
    [
        (1, "EXN428", "a host of one label"),
        (2, Quotes, "typographic quotes"),
        (3, Quotes + " EXN415", "and a URL without scheme"),
        (4, Quotes + " " + Quotes, "two values"),
        (5, Quotes, "typographic quotes"),
        (6, Quotes, "typographic quotes"),
        (7, "EXN418 EXN420", "a dash, and a placeholder"),
        (12, "EXN417 EXN419", "a quote that nothing opens"),
        (13, Quotes, "typographic quotes"),
        (14, Quotes, "typographic quotes around a name of a program"),
        (16, "EXN416", "a stray letter in the host"),
    ];

    [Fact]
    public void Every_defect_is_found_and_nothing_else()
    {
        IEnumerable<(int, string)> found = Lint.Check(Printed(), "2007SP1").GroupBy(f => f.Line).Select(g => (g.Key, string.Join(" ", g.Select(f => f.Code))));

        Assert.Equal(Defects.Select(d => (d.Line, d.Codes)), found);
    }

    [Fact]
    public void Each_finding_stands_where_its_character_is()
    {
        string[] lines = Printed().Split('\n');
        foreach (ScriptFinding finding in Lint.Check(Printed(), "2007SP1"))
        {
            Assert.StartsWith(finding.Extent, lines[finding.Line - 1][(finding.Column - 1)..]);
        }
    }

    [Fact]
    public void The_fixed_lines_bind_where_the_fault_is_mechanical()
    {
        string[] before = Printed().Split('\n');
        string[] after = Lint.Fix(Printed(), "2007SP1").Split('\n');
        Assert.Equal(before.Length, after.Length);
        using StandInExchange exchange = StandInExchange.CreateForBinding("2007SP1");
        foreach (int line in new[] { 1, 2, 3, 4, 5, 6, 13, 15, 16 })
        {
            Assert.True(exchange.Invoke(after[line - 1]) is { Succeeded: true, Calls.Count: 1 }, after[line - 1]);
            Assert.Equal(line is not (1 or 15), before[line - 1] != after[line - 1]);
        }

        Assert.All(after, l => Assert.All(l, c => Assert.InRange(c, ' ', '~')));
        Assert.Equal(["EXN428", "EXN420", "EXN419"], Lint.Check(string.Join("\n", after), "2007SP1").Select(f => f.Code));
    }

    [Fact]
    public void The_scheme_and_the_host_that_were_meant_are_proposed()
    {
        Assert.Equal(
            ["https://Host.ExternalDNSNamespace.TLD/OAB", "https://webmail.shudnow.local/Autodiscover/Autodiscover.xml"],
            Lint.Check(Printed(), "2007SP1").Where(f => f.Code is "EXN415" or "EXN416").Select(f => f.Replacement));
    }

    [Theory]
    [InlineData("2013", "EXN403", "Set-OutlookAnywhere")]
    [InlineData("SE", "EXN403", "Set-OutlookAnywhere")]
    [InlineData("2007RTM", "EXN405", "ExternalAuthenticationMethod")]
    public void For_another_version_the_dialect_is_found_too(string version, string code, string replacement)
    {
        ScriptFinding finding = Assert.Single(Lint.Check(Printed(), version), f => f.Line == 4 && f.Code is "EXN403" or "EXN405" && f.Line == 4);
        Assert.Equal((code, replacement), (finding.Code, finding.Replacement));
    }

    private static string Printed()
    {
        string path = Path.Combine(SharedData.RepositoryRoot(), "..", "shared", "data", "third-party", "source-article", "printed-commands.txt");
        if (!File.Exists(path))
        {
            Assert.Skip("../shared/data/third-party/source-article is not beside this repository.");
        }

        return File.ReadAllText(path).TrimEnd('\n');
    }
}
