using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ExchangeNamespace.Design.Questions;

/// <summary>One item of an answer: a value, or a value for one name.</summary>
/// <param name="Name">The name in front of the equals sign; null without one.</param>
/// <param name="IsBeginning">Whether the name ends in an asterisk, which stands for every name that begins so.</param>
/// <param name="Value">The value.</param>
internal sealed record AnswerItem(string? Name, bool IsBeginning, string Value)
{
    public bool Fits(string name) => Name is not null && (IsBeginning
        ? name.StartsWith(Name, StringComparison.OrdinalIgnoreCase)
        : string.Equals(name, Name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>
/// The text of an answer: items between commas or semicolons, each <c>value</c>, <c>name=value</c> or <c>beginning*=value</c>. What
/// stands in double quotes has no separators.
/// </summary>
internal static class AnswerText
{
    /// <summary>Leaves a member out, or says that nothing of it exists.</summary>
    public const string Nothing = "-";

    private const char Quote = '"';

    /// <summary>A list of values.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="parted">Whether spaces separate items too: host names have none.</param>
    public static IReadOnlyList<string> Items(string text, bool parted) =>
        [.. Split(text, parted ? [',', ';', ' '] : [',', ';']).Select(Bare).Where(i => i.Length > 0)];

    public static IReadOnlyList<AnswerItem> Pairs(string text) =>
        [.. Split(text, [',', ';']).Select(Pair).Where(p => p.Value.Length > 0 || p.Name is not null)];

    /// <summary>A name as an answer has it: in double quotes where it has a separator.</summary>
    public static string Typed(string name) => name.IndexOfAny([',', ';', '=', '*']) < 0 ? name : Quote + name + Quote;

    private static AnswerItem Pair(string item)
    {
        string[] parts = [.. Split(item, ['='])];
        if (parts.Length < 2)
        {
            return new AnswerItem(null, IsBeginning: false, Bare(item));
        }

        string name = parts[0].Trim();
        bool isBeginning = name.EndsWith("*", StringComparison.Ordinal);
        return new AnswerItem(Bare(isBeginning ? name.Substring(0, name.Length - 1) : name), isBeginning,
            Bare(item.Substring(parts[0].Length + 1)));
    }

    private static string Bare(string text)
    {
        string bare = text.Trim();
        bool isQuoted = bare.Length > 1 && bare[0] == Quote && bare.IndexOf(Quote, 1) == bare.Length - 1;
        return isQuoted ? bare.Substring(1, bare.Length - 2) : bare;
    }

    private static IEnumerable<string> Split(string text, char[] separators)
    {
        StringBuilder item = new();
        bool isQuoted = false;
        foreach (char c in text)
        {
            isQuoted ^= c == Quote;
            if (isQuoted || Array.IndexOf(separators, c) < 0)
            {
                item.Append(c);
                continue;
            }

            yield return item.ToString();
            item.Clear();
        }

        yield return item.ToString();
    }
}
