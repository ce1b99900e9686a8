using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Loading;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Architecture;

/// <summary>The source as text: no circle of files or rooms, no long line, and a page that knows every room.</summary>
public class SourceTreeTests
{
    private const int LongestLine = 140;

    /// <summary>A cmdlet has parameters, and what binds, calls and writes; what decides belongs into the core.</summary>
    private const int LongestCmdlet = 149;

    private const string Root = "ExchangeNamespace.";

    private static readonly string Repository = SharedData.RepositoryRoot();
    private static readonly Lazy<IReadOnlyList<SourceFile>> Files = new(() => SourceFile.Below(Path.Combine(Repository, "src")));
    private static readonly Lazy<SourceGraph> Graph = new(() => new SourceGraph(Files.Value));
    private static readonly Lazy<IReadOnlyList<(string Room, string Used)>> Compiled = new(ReadCompiled);

    [Fact]
    public void No_files_need_each_other() => Assert.Empty(Graph.Value.CirclesOfFiles());

    [Fact]
    public void No_rooms_need_each_other() => Assert.Empty(Graph.Value.CirclesOfRooms());

    [Fact]
    public void No_line_is_longer_than_a_screen() => Assert.Empty(
        from file in Files.Value
        from line in file.Lines.Select((text, index) => (Text: text.TrimEnd('\r'), Number: index + 1))
        where line.Text.Length > LongestLine
        select $"{Path.GetRelativePath(Repository, file.Path)}:{line.Number} has {line.Text.Length} characters");

    [Fact]
    public void A_file_of_a_cmdlet_stays_under_150_lines() => Assert.Empty(
        from file in Files.Value
        let lines = file.Lines.Count - 1 // The last line ends too.
        where file.Room == Root + "Cmdlets" && lines > LongestCmdlet
        select $"{Path.GetRelativePath(Repository, file.Path)} has {lines} lines");

    /// <summary>With EXN_UPDATE_GOLDEN=1 the page is written, not compared; a new room needs its row first.</summary>
    [Fact]
    public void The_page_of_the_architecture_has_a_row_for_each_room_with_all_that_it_uses()
    {
        Dictionary<string, string> found = Files.Value.Select(f => f.Room).Where(IsOurs).Distinct()
            .ToDictionary(r => r[Root.Length..], r => string.Join(", ", Uses(r).Distinct().Order(StringComparer.Ordinal)));
        if (Environment.GetEnvironmentVariable("EXN_UPDATE_GOLDEN") == "1")
        {
            LayerRules.Write(found);
            return;
        }

        Assert.Equal(found.Select(Line).Order(StringComparer.Ordinal), LayerRules.Written.Select(Line).Order(StringComparer.Ordinal));

        static string Line(KeyValuePair<string, string> row) => row.Key + ": " + row.Value;
    }

    [Fact]
    public void A_circle_of_files_is_seen() => Assert.Equal(
        ["a.cs <-> b.cs"],
        new SourceGraph(
        [
            SourceFile.Read("a.cs", "namespace X.A;\nusing X.B;\nclass One { Two two; }"),
            SourceFile.Read("b.cs", "namespace X.B;\nusing X.A;\nclass Two { One one; }"),
            SourceFile.Read("c.cs", "namespace X.B;\nusing X.A;\nclass Three { One one; Two two; }"),
        ]).CirclesOfFiles());

    [Fact]
    public void Comments_texts_and_types_out_of_sight_are_no_use() => Assert.Empty(
        new SourceGraph(
        [
            SourceFile.Read("a.cs", "namespace X.A;\n/// <see cref=\"Two\"/>\nclass One { string s = \"Two\"; /* Two */ }"),
            SourceFile.Read("b.cs", "namespace X.B;\nusing X.A;\nclass Two { One one; }"),
        ]).CirclesOfRooms());

    [Fact]
    public void Parts_of_one_type_are_one_file() => Assert.Empty(
        new SourceGraph(
        [
            SourceFile.Read("a.cs", "namespace X;\npartial class One { Two two; }"),
            SourceFile.Read("a2.cs", "namespace X;\npartial class One { }"),
            SourceFile.Read("b.cs", "namespace X;\nclass Two { }"),
        ]).CirclesOfFiles());

    private static bool IsOurs(string room) => room.StartsWith(Root, StringComparison.Ordinal);

    private static IEnumerable<string> Uses(string room) =>
    [
        .. Graph.Value.Rooms.TryGetValue(room, out HashSet<string>? used) ? used.Where(IsOurs).Select(u => u[Root.Length..]) : [],
        .. Compiled.Value.Where(u => u.Room == room[Root.Length..] && u.Used != u.Room).Select(u => u.Used),
    ];

    private static IReadOnlyList<(string Room, string Used)> ReadCompiled()
    {
        List<(string Room, string Used)> found = [];
        foreach (string file in new[] { "ExchangeNamespace.Core.dll", "ExchangeNamespace.dll" })
        {
            using AssemblyUse assembly = new(Path.Combine(Path.GetDirectoryName(typeof(ModuleInitializer).Assembly.Location)!, file));
            found.AddRange(assembly.Everywhere()
                .Select(u => (LayerRules.Room(u.User), LayerRules.NameOf(u.Used)))
                .Where(u => u.Item2 is not null)
                .Select(u => (u.Item1, u.Item2!))
                .Distinct());
        }

        return found;
    }
}
