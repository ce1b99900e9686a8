using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using System.Threading;

namespace ExchangeNamespace.Scripts;

/// <summary>Finds the lines with a <c>using</c> statement before everything else of a script, comments apart.</summary>
internal static class LeadingUsings
{
    private static readonly Regex Statement = new(
        @"\Gusing[ \t]+(?:namespace|module|assembly)[ \t][^;\r\n]*(?=[\r\n]|\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout.InfiniteTimeSpan);

    /// <summary>The statements in the order of the script.</summary>
    public static IEnumerable<TextSpan> Find(string script)
    {
        int position = 0;
        while (position < script.Length)
        {
            if (char.IsWhiteSpace(script[position]) || script[position] == '\uFEFF')
            {
                position++;
            }
            else if (script[position] == '#')
            {
                position = After(script, position, "\n");
            }
            else if (string.CompareOrdinal(script, position, "<#", 0, 2) == 0)
            {
                position = After(script, position, "#>");
            }
            else if (Statement.Match(script, position) is { Success: true } match)
            {
                yield return new TextSpan(match.Index, match.Index + match.Length);
                position += match.Length;
            }
            else
            {
                yield break;
            }
        }
    }

    private static int After(string script, int position, string end)
    {
        int found = script.IndexOf(end, position, StringComparison.Ordinal);
        return found < 0 ? script.Length : found + end.Length;
    }
}
