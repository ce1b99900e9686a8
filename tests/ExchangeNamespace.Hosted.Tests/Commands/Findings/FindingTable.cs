using System;
using System.Collections.Generic;

namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The rows of one family of commands.</summary>
/// <param name="Prelude">The functions and values that its scripts share.</param>
/// <param name="Text">
/// A row begins with a code at the start of a line, and where the code has several severities with one of them, as in EXN006/Warning.
/// Its script is the rest of the line and the indented lines after it. A code may have several rows.
/// </param>
internal sealed record FindingTable(string Prelude, string Text)
{
    /// <summary>Whether the commands give the findings as objects, and not to the stream of their severity.</summary>
    public bool AsObjects { get; init; }

    public IEnumerable<FindingRow> Rows()
    {
        FindingRow? row = null;
        foreach (string line in Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!line.StartsWith("EXN", StringComparison.Ordinal))
            {
                row = row! with { Script = row.Script + "\n" + line };
                continue;
            }

            if (row is not null)
            {
                yield return row;
            }

            int end = line.IndexOf(' ', StringComparison.Ordinal);
            row = new FindingRow(line[..6], end > 6 ? line[7..end] : null, line[end..], AsObjects);
        }

        yield return row!;
    }
}

/// <summary>A script and what its command must show.</summary>
/// <param name="Code">The code.</param>
/// <param name="Severity">The severity; null where the code has one.</param>
/// <param name="Script">The script.</param>
/// <param name="AsObject">Whether the finding is an object that the command gives.</param>
internal sealed record FindingRow(string Code, string? Severity, string Script, bool AsObject);
