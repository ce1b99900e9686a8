using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Documentation.Tests.Pages;

namespace ExchangeNamespace.Documentation.Tests;

/// <summary>The repository that these tests were built in, and its pages with commands.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every page whose commands are run.</summary>
    public static IReadOnlyList<string> Pages { get; } = [.. new[] { "README.md" }
        .Concat(Names("docs", "*.md")).Concat(Names("docs/cmdlets", "*.md"))
        .Where(name => DocumentationPage.Read(Root, name).Blocks.Count > 0)];

    private static IEnumerable<string> Names(string folder, string pattern) =>
        Directory.GetFiles(Path.Combine(Root, folder), pattern)
            .Select(f => folder + "/" + Path.GetFileName(f))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        DirectoryInfo? here = new(AppContext.BaseDirectory);
        while (here is not null && !File.Exists(Path.Combine(here.FullName, "ExchangeNamespace.psd1")))
        {
            here = here.Parent;
        }

        return here?.FullName ?? throw new DirectoryNotFoundException("These tests do not lie in the repository.");
    }
}
