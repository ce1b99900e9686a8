using System.Collections.Generic;
using System.Text;

namespace ExchangeNamespace.Tests.Cluster;

/// <summary>
/// What cmd.exe and the C runtime make of one line, written down here on its own and narrower than the real thing: where the two
/// places a line can stand in (prompt or batch file, delayed expansion on or off) differ, there is no result.
/// 1. A percent sign starts a variable or is eaten, an exclamation mark likewise with delayed expansion, quoted or not.
/// 2. A double quote switches quoting on or off; there is no escaping inside. Outside, a caret escapes the next character, and
///    <c>&amp; | &lt; &gt;</c> end or redirect the command; parentheses group. A line break ends the command in any case.
/// 3. The program splits the rest at spaces and tabs outside quotes. A run of backslashes counts half before a double quote, and an
///    odd one makes the quote a character; elsewhere backslashes are themselves.
/// </summary>
internal static class CmdModel
{
    /// <summary>The arguments of the one command that the line is; null when it is anything else, or not the same in all places.</summary>
    public static List<string>? Arguments(string line)
    {
        StringBuilder passed = new();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c is ('%' or '!' or '\r' or '\n' or '\0' or '\u001a') || c > '~')
            {
                return null;
            }

            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ('&' or '|' or '<' or '>' or '(' or ')'))
            {
                return null;
            }
            else if (!quoted && c == '^')
            {
                if (++i == line.Length)
                {
                    return null;
                }

                c = line[i];
            }

            passed.Append(c);
        }

        return quoted ? null : Split(passed.ToString());
    }

    private static List<string> Split(string text)
    {
        List<string> arguments = [];
        StringBuilder? current = null;
        bool quoted = false;
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            if (c is (' ' or '\t') && !quoted)
            {
                if (current is not null)
                {
                    arguments.Add(current.ToString());
                    current = null;
                }

                i++;
                continue;
            }

            current ??= new StringBuilder();
            int backslashes = 0;
            while (i < text.Length && text[i] == '\\')
            {
                backslashes++;
                i++;
            }

            bool beforeQuote = i < text.Length && text[i] == '"';
            current.Append('\\', beforeQuote ? backslashes / 2 : backslashes);
            if (beforeQuote && backslashes % 2 == 1)
            {
                current.Append('"');
                i++;
            }
            else if (beforeQuote)
            {
                quoted = !quoted;
                i++;
            }
            else if (backslashes == 0)
            {
                current.Append(text[i++]);
            }
        }

        if (current is not null)
        {
            arguments.Add(current.ToString());
        }

        return arguments;
    }
}
