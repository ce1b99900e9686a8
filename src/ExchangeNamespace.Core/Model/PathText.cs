using System.Globalization;
using System.Text;

namespace ExchangeNamespace.Model;

/// <summary>
/// A path for a message. Letters of every language stay, because the reader must know the file again; what moves the cursor, turns the
/// direction of text or is no whole character stands as its code point, and a text that is no path is cut.
/// </summary>
internal static class PathText
{
    private const int Longest = 1024;

    public static string Of(string path)
    {
        StringBuilder builder = new();
        for (int i = 0; i < path.Length; i++)
        {
            if (builder.Length >= Longest)
            {
                return builder.Append("...").ToString();
            }

            if (char.IsSurrogatePair(path, i))
            {
                builder.Append(path, i++, 2);
            }
            else if (IsHidden(path[i]))
            {
                builder.Append("<U+").Append(((int)path[i]).ToString("X4", CultureInfo.InvariantCulture)).Append('>');
            }
            else
            {
                builder.Append(path[i]);
            }
        }

        return builder.ToString();
    }

    private static bool IsHidden(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
