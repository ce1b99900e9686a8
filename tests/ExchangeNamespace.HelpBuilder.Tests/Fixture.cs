using System;
using System.IO;
using ExchangeNamespace.HelpBuilder.Pages;

namespace ExchangeNamespace.HelpBuilder.Tests;

internal static class Fixture
{
    public const string PageName = "docs/cmdlets/Get-Sample.md";
    public const string AboutName = "docs/about_ExchangeNamespace.md";

    public static string Page { get; } = Text("Get-Sample.md");

    public static string About { get; } = Text("about_ExchangeNamespace.md");

    public static CommandPage Read(string text) => PageReader.Read(SourceFile.FromText(PageName, text));

    /// <summary>The fixture page with one change, which must really change something.</summary>
    public static string With(string old, string replacement) => Page.Contains(old, StringComparison.Ordinal)
        ? Page.Replace(old, replacement, StringComparison.Ordinal)
        : throw new ArgumentException($"the fixture does not contain '{old}'", nameof(old));

    public static int LineOf(string page, string text) => page[..page.IndexOf(text, StringComparison.Ordinal)].Split('\n').Length;

    public static string RepositoryRoot() =>
        Program.RepositoryRoot(AppContext.BaseDirectory) ?? throw new InvalidOperationException("the tests do not run inside the repository");

    private static string Text(string name)
    {
        using Stream stream = typeof(Fixture).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
