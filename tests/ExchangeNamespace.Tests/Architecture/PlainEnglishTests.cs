using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Architecture;

/// <summary>Phrases that riddle stand nowhere where people read; phrases.tsv says what to write instead.</summary>
public class PlainEnglishTests
{
    private static readonly string[] Folders = ["src", "tests", "docs"];
    private static readonly string[] Kinds = [".cs", ".md", ".ps1", ".ps1xml", ".psd1", ".xml", ".props", ".targets"];
    private static readonly string Root = SharedData.RepositoryRoot();

    private static readonly (Regex Phrase, string Better)[] Phrases =
    [
        .. File.ReadLines(Path.Combine(Root, "tests", "ExchangeNamespace.Tests", "Architecture", "phrases.tsv"))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split('\t'))
            .Select(c => (new Regex(c[0], RegexOptions.CultureInvariant), c[1])),
    ];

    [Fact]
    public void No_phrase_riddles() => Assert.Empty(Texts().SelectMany(Riddles));

    [Theory]
    [InlineData("The page that answers belongs to some", "body else.")]
    [InlineData("What is to", " be said.")]
    public void A_phrase_that_riddles_is_seen(string start, string end) => Assert.Single(Riddles(("page.md", start + end)));

    private static IEnumerable<string> Riddles((string Name, string Text) file) => file.Text.Split('\n').SelectMany(
        (line, index) => Phrases.Where(p => p.Phrase.IsMatch(line)).Select(p => $"{file.Name}:{index + 1}: {p.Phrase}; write {p.Better}"));

    private static IEnumerable<(string Name, string Text)> Texts() => Folders
        .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, f), "*", SearchOption.AllDirectories))
        .Append(Path.Combine(Root, "README.md"))
        .Where(f => Kinds.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal))
        .Where(f => !f.Contains("third-party-notices", StringComparison.Ordinal))
        .Select(f => (f, File.ReadAllText(Path.Combine(Root, f))));
}
