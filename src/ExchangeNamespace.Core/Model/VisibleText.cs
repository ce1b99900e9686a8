using System.Globalization;
using System.Text;

namespace ExchangeNamespace.Model;

/// <summary>
/// Text that a server or a stranger wrote, in a form that a terminal can show: what is not printable ASCII stands as its code point, so
/// that no escape sequence, no line break and no look-alike comes through. <see cref="NameSyntax.Printable"/> does the same for messages
/// and cuts them short; here the whole text is kept up to a bound.
/// </summary>
internal static class VisibleText
{
    public const int Longest = 4096;

    public static string Of(string text) => Of(text, Longest);

    /// <summary>The same up to a bound. An overload, not an optional parameter: Select(Of) would take the index for the bound.</summary>
    public static string Of(string text, int longest)
    {
        StringBuilder builder = new(text.Length < longest ? text.Length : longest);
        foreach (char c in text)
        {
            if (builder.Length >= longest)
            {
                return builder.Append("...").ToString();
            }

            if (c is >= ' ' and <= '~')
            {
                builder.Append(c);
            }
            else
            {
                builder.Append("<U+").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)).Append('>');
            }
        }

        return builder.ToString();
    }
}
