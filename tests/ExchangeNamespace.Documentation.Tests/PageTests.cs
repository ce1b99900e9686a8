using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ExchangeNamespace.Documentation.Tests.Pages;
using ExchangeNamespace.Documentation.Tests.Sandbox;
using ExchangeNamespace.Tests.Support;
using Xunit;

[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace ExchangeNamespace.Documentation.Tests;

/// <summary>
/// The commands of the pages run in a real PowerShell, and print what the pages say. EXN_UPDATE_DOCS=1 writes what they print into
/// the pages instead; look at the difference before it is committed.
/// </summary>
public abstract class PageTests
{
    private protected static async Task RunAsync(string name)
    {
        DocumentationPage page = DocumentationPage.Read(Repository.Root, name);
        RealPowerShell shell = RealPowerShell.PwshOrSkip();
        await using Lab lab = await Labs.StartAsync(name);

        IReadOnlyList<string?> printed = PageRun.Run(shell, Repository.Root, page, lab);

        if (Environment.GetEnvironmentVariable("EXN_UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(Path.Combine(Repository.Root, name), page.With(printed));
            return;
        }

        if (page.Blocks.Zip(printed).FirstOrDefault(p => p.Second is not null && p.Second != p.First.Shown)
            is (CommandBlock block, string output))
        {
            Assert.Fail($"{name}:{block.Line} prints something else than the page says (EXN_UPDATE_DOCS=1 writes it). "
                + $"First difference:\n{FirstDifference(block.Shown, output)}\nAll that it prints:\n{output}");
        }
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] page = expected.Split('\n');
        string[] run = actual.Split('\n');
        int line = Enumerable.Range(0, Math.Max(page.Length, run.Length)).First(i => At(page, i) != At(run, i));
        return $"page: {At(page, line)}\nrun:  {At(run, line)}";
    }

    private static string? At(string[] lines, int index) => index < lines.Length ? lines[index] : null;
}

/// <summary>The pages that people read from the beginning, and the help of the commands that make something.</summary>
public sealed class GuideTests : PageTests
{
    public static TheoryData<string> Names => [.. Repository.Pages.Where(IsOurs)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Each_block_prints_what_the_page_says(string page) => RunAsync(page);

    /// <summary>A block without a name would be commands to a reader, and no commands to the checks.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/tutorial.md")]
    [InlineData("docs/about_ExchangeNamespace.md")]
    public void Each_block_says_what_it_is(string page) => Assert.Empty(DocumentationPage.Read(Repository.Root, page).Unnamed);

    /// <summary>Two classes run side by side, so each has about half of the work.</summary>
    internal static bool IsOurs(string page) => !page.StartsWith("docs/cmdlets/", StringComparison.Ordinal)
        || page.StartsWith("docs/cmdlets/N", StringComparison.Ordinal) || page.StartsWith("docs/cmdlets/T", StringComparison.Ordinal);
}

/// <summary>The help of all other commands.</summary>
public sealed class CommandHelpTests : PageTests
{
    public static TheoryData<string> Names => [.. Repository.Pages.Where(p => !GuideTests.IsOurs(p))];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Each_example_prints_what_the_page_says(string page) => RunAsync(page);
}
