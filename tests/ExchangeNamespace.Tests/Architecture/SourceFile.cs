using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace ExchangeNamespace.Tests.Architecture;

/// <summary>One source file: its namespace, what it sees, what it defines and which names stand in its code.</summary>
internal sealed partial class SourceFile
{
    private SourceFile(string path, string text)
    {
        string code = Comments().Replace(RawTexts().Replace(text, "\"\""), "");
        code = Texts().Replace(code, "\"\"");
        Path = path;
        Room = Namespace().Match(code).Groups[1].Value;
        Seen = [.. Usings().Matches(code).Select(m => m.Groups[1].Value)];
        Defined = [.. Definitions().Matches(code).Select(m => m.Groups[1].Value)];
        Partial = [.. Partials().Matches(code).Select(m => m.Groups[1].Value)];
        Names = [.. Identifiers().Matches(code).Select(m => m.Value)];
        Lines = text.Split('\n');
    }

    public string Path { get; }

    /// <summary>The namespace.</summary>
    public string Room { get; }

    public HashSet<string> Defined { get; }

    /// <summary>The types of which another file may hold another part.</summary>
    public HashSet<string> Partial { get; }

    public HashSet<string> Names { get; }

    public IReadOnlyList<string> Lines { get; }

    private HashSet<string> Seen { get; }

    public static IReadOnlyList<SourceFile> Below(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(f => f.Replace('\\', '/'))
            .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => Read(f, File.ReadAllText(f))),
    ];

    public static SourceFile Read(string path, string text) => new(path, text);

    /// <summary>Whether code of this file can name a type of a namespace without its full name.</summary>
    public bool Sees(string room) => room == Room || Room.StartsWith(room + ".", StringComparison.Ordinal) || Seen.Contains(room);

    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"")]
    private static partial Regex RawTexts();

    [GeneratedRegex(@"//[^\n]*|/\*[\s\S]*?\*/")]
    private static partial Regex Comments();

    [GeneratedRegex("\"(?:\\\\.|[^\"\\\\\n])*\"")]
    private static partial Regex Texts();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"\b(?:class|record struct|record class|record|struct|interface|enum|delegate \w+)\s+(\w+)")]
    private static partial Regex Definitions();

    [GeneratedRegex(@"\bpartial\s+(?:class|record|struct|interface)\s+(\w+)")]
    private static partial Regex Partials();

    [GeneratedRegex(@"\b[A-Z]\w*\b")]
    private static partial Regex Identifiers();
}
