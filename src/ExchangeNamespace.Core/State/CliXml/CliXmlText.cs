using System;
using System.Globalization;
using System.Text;

namespace ExchangeNamespace.State.CliXml;

/// <summary>Undoes the escape of CliXml: <c>_x000D_</c> is the character with that code.</summary>
internal static class CliXmlText
{
    private const int Length = 7;

    public static string Decode(string text)
    {
        int found = text.IndexOf("_x", StringComparison.Ordinal);
        if (found < 0)
        {
            return text;
        }

        StringBuilder builder = new(text.Length);
        int start = 0;
        while (found >= 0)
        {
            if (Code(text, found) is { } code)
            {
                builder.Append(text, start, found - start).Append(code);
                start = found + Length;
                found = start < text.Length ? text.IndexOf("_x", start, StringComparison.Ordinal) : -1;
            }
            else
            {
                found = text.IndexOf("_x", found + 1, StringComparison.Ordinal);
            }
        }

        return builder.Append(text, start, text.Length - start).ToString();
    }

    private static char? Code(string text, int at) =>
        at + Length <= text.Length && text[at + Length - 1] == '_'
        && ushort.TryParse(text.Substring(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code)
            ? (char)code
            : null;
}
