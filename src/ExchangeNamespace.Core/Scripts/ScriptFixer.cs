using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ExchangeNamespace.Scripts;

/// <summary>Writes the replacements of findings into a script.</summary>
internal static class ScriptFixer
{
    /// <summary>The fixed texts that a script was put together from, line break between line break.</summary>
    /// <param name="text">The script.</param>
    /// <param name="parts">Its parts, each with one character between it and the next.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="applied">Receives the findings whose replacement was written.</param>
    public static IReadOnlyList<string> Apply(string text, IReadOnlyList<string> parts, IEnumerable<ScriptFinding> findings,
        ISet<ScriptFinding> applied)
    {
        Queue<ScriptFinding> changes = new(findings.Where(f => f is { CanFix: true, Replacement: not null }).OrderBy(f => f.Span.Start));
        List<string> result = new(parts.Count);
        int start = 0;
        foreach (string part in parts)
        {
            result.Add(Apply(text, new TextSpan(start, start + part.Length), changes, applied));
            start += part.Length + 1;
        }

        return result;
    }

    private static string Apply(string text, TextSpan part, Queue<ScriptFinding> changes, ISet<ScriptFinding> applied)
    {
        StringBuilder result = new(part.Length);
        int position = part.Start;
        ScriptFinding? last = null;
        while (changes.Count > 0 && changes.Peek().Span.End <= part.End)
        {
            ScriptFinding change = changes.Dequeue();
            if (change.Span.Start >= position)
            {
                result.Append(text, position, change.Span.Start - position).Append(change.Replacement);
                position = change.Span.End;
                applied.Add(change);
                last = change;
            }
            else if (last is not null && last.Span == change.Span && last.Replacement == change.Replacement)
            {
                applied.Add(change);
            }
        }

        return result.Append(text, position, part.End - position).ToString();
    }
}
