using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Tests.Architecture;

/// <summary>Which room may use which room and library: the rows of docs/architecture.md. What a row leaves out is refused.</summary>
internal static partial class LayerRules
{
    private const string Root = "ExchangeNamespace";

    private static readonly string Page = Path.Combine(SharedData.RepositoryRoot(), "docs", "architecture.md");

    /// <summary>Each room with what it may use, as the page has it.</summary>
    public static IReadOnlyDictionary<string, string> Written { get; } = Row()
        .Matches(File.ReadAllText(Page))
        .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Trim(), StringComparer.Ordinal);

    private static readonly Dictionary<string, HashSet<string>> Allowed = Written.ToDictionary(
        r => r.Key, r => r.Value.Split(", ").ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether the page lets one type use another.</summary>
    /// <param name="user">The type that uses.</param>
    /// <param name="used">The type that is used.</param>
    public static bool Allows(UsedType user, UsedType used)
    {
        if (!Allowed.TryGetValue(Room(user), out HashSet<string>? allowed))
        {
            return false;
        }

        string to = IsOurs(used) ? Room(used) : used.Assembly;
        return to == Room(user) || to == "netstandard" || IsLanguageSupport(used) || allowed.Contains(to);
    }

    /// <summary>Writes what each room uses into its row.</summary>
    public static void Write(IReadOnlyDictionary<string, string> uses) => File.WriteAllText(Page, Row().Replace(
        File.ReadAllText(Page),
        m => uses.TryGetValue(m.Groups[1].Value, out string? used)
            ? m.Value[..(m.Groups[2].Index - m.Index)] + " " + used + (used.Length > 0 ? " |" : "|")
            : m.Value));

    /// <summary>The room of a type of ours, or the library of another; null where the page need not name it.</summary>
    public static string? NameOf(UsedType type) =>
        IsOurs(type) ? Room(type) : type.Assembly == "netstandard" || IsLanguageSupport(type) ? null : type.Assembly;

    /// <summary>The namespace below the root.</summary>
    public static string Room(UsedType type) => type.Namespace.Length > Root.Length ? type.Namespace[(Root.Length + 1)..] : "";

    // Attributes that the compiler writes into our own assemblies, and those of Core/LanguageSupport.
    private static bool IsLanguageSupport(UsedType type) =>
        type.Assembly.StartsWith(Root, StringComparison.Ordinal) && !IsOurs(type);

    private static bool IsOurs(UsedType type) =>
        type.Namespace == Root || type.Namespace.StartsWith(Root + ".", StringComparison.Ordinal);

    [GeneratedRegex(@"^\| `([\w.]+)` \|[^|]*\|([^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
