using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.HelpBuilder.Pages;

/// <summary>Reads <c>key: value</c> lines, the only form of YAML a help page uses.</summary>
internal static class KeyValueLines
{
    /// <summary>Reads the lines into a table; empty lines are skipped.</summary>
    /// <exception cref="PageException">A line that is no pair, a key that is not known, or a key given twice.</exception>
    public static Dictionary<string, string> Read(IReadOnlyList<string> lines, SourceFile file, int firstLine,
        IReadOnlyList<string> knownKeys)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            string[] pair = lines[i].Split(':', 2, StringSplitOptions.TrimEntries);
            if (pair.Length != 2)
            {
                throw file.Error(firstLine + i, $"'{lines[i]}' is not of the form 'key: value'");
            }

            if (!knownKeys.Contains(pair[0], StringComparer.Ordinal))
            {
                throw file.Error(firstLine + i, $"unknown key '{pair[0]}', expected one of: {string.Join(", ", knownKeys)}");
            }

            if (!values.TryAdd(pair[0], pair[1]))
            {
                throw file.Error(firstLine + i, $"key '{pair[0]}' is given twice");
            }
        }

        return values;
    }
}
