using System;
using System.Collections.Generic;

namespace ExchangeNamespace.Scripts;

/// <summary>
/// Cuts a script into stretches that the parser reads one by one: its time grows with the square of the faults in a text, so that a long
/// hostile text must never be given to it whole.
/// </summary>
internal static class ScriptCutter
{
    /// <summary>About as long as a stretch is.</summary>
    public const int UsualLength = 16 * 1024;

    /// <summary>A stretch that is still not complete is not made longer than this.</summary>
    public const int LongestLength = 1024 * 1024;

    /// <summary>Characters of the language in one long line, above which it is not a written command.</summary>
    private const int MostMarks = 4096;

    /// <summary>Words that go on with the statement before them.</summary>
    private static readonly HashSet<string> Continuations = new(StringComparer.OrdinalIgnoreCase) { "else", "elseif", "catch", "finally",
        "while", "until", "process", "end", "begin", "dynamicparam", "param" };

    /// <summary>The end of a stretch that begins at an offset: where a line ends that nothing goes on from.</summary>
    public static int Cut(string text, int start, int length)
    {
        int end = start + length;
        while (end < text.Length)
        {
            int line = text.IndexOf('\n', end - 1);
            if (line < 0)
            {
                return text.Length;
            }

            end = line + 1;
            if (EndsStatement(text, start, line) && BeginsStatement(text, end))
            {
                return end;
            }

            end++;
        }

        return text.Length;
    }

    /// <summary>The end of the line that an offset is in, with its line break.</summary>
    public static int EndOfLine(string text, int offset)
    {
        int end = text.IndexOf('\n', offset);
        return end < 0 ? text.Length : end + 1;
    }

    /// <summary>The first line of a stretch that is too long and too full of marks for the parser; null without one.</summary>
    public static TextSpan? FindDenseLine(string text, int start, int end)
    {
        for (int line = start; line < end; line = EndOfLine(text, line))
        {
            int next = EndOfLine(text, line);
            if (next - line > UsualLength && CountMarks(text, line, next) > MostMarks)
            {
                return new TextSpan(line, next);
            }
        }

        return null;
    }

    /// <summary>
    /// Characters that can make the tree of a stretch deeper. Points and dashes between letters and digits, as in names and addresses,
    /// cannot.
    /// </summary>
    public static int CountMarks(string text, int start, int end)
    {
        int count = 0;
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            bool isPlain = IsWord(c) || c is ' ' or '_';
            bool isInside = c is '.' or '-' or ',' or ':' or '/' or '=' or '\\' && i > start && IsWord(text[i - 1]) && i + 1 < end
                && (IsWord(text[i + 1]) || text[i + 1] == ' ');
            if (!isPlain && !(isInside && c is not '.'
                || (c == '.' && i > start && i + 1 < end && IsDigit(text[i - 1]) && IsDigit(text[i + 1]))))
            {
                count++;
            }
        }

        return count;
    }

    private static bool EndsStatement(string text, int start, int line)
    {
        int last = line - 1;
        while (last > start && text[last] is ' ' or '\t' or '\r')
        {
            last--;
        }

        return last <= start
            || text[last] is not (
                '`' or '|' or ',' or '+' or '-' or '=' or '(' or '{' or '[' or '&' or '*' or '/' or '%' or '.' or '<' or '>' or '!');
    }

    private static bool BeginsStatement(string text, int offset)
    {
        int end = offset;
        while (end < text.Length && IsWord(text[end]))
        {
            end++;
        }

        return end > offset ? !IsDigit(text[offset]) && !Continuations.Contains(text.Substring(offset, Math.Min(end - offset, 16)))
            : offset < text.Length && text[offset] is '$' or '[' or '#' or '\r' or '\n';
    }

    private static bool IsWord(char c) => IsDigit(c) || c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
