using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ExchangeNamespace.Scripts;

/// <summary>Writes the mechanical replacements of findings into a script.</summary>
internal static class ScriptFixer
{
    /// <summary>The fixed text, and which findings it fixes.</summary>
    public static string Apply(string text, IEnumerable<ScriptFinding> findings, ISet<ScriptFinding> applied)
    {
        StringBuilder result = new(text.Length);
        int position = 0;
        foreach (ScriptFinding finding in findings.Where(f => f is { CanFix: true, Replacement: not null }).OrderBy(f => f.Span.Start))
        {
            if (finding.Span.Start < position)
            {
                continue;
            }

            result.Append(text, position, finding.Span.Start - position).Append(finding.Replacement);
            position = finding.Span.End;
            applied.Add(finding);
        }

        return result.Append(text, position, text.Length - position).ToString();
    }
}
