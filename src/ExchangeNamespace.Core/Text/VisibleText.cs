using System.Globalization;
using System.Text;

namespace ExchangeNamespace.Text;

/// <summary>
/// Text from outside in a form that a terminal can show: each character that is not printable ASCII stands as its code point, so that no
/// escape sequence, line break or look-alike letter comes through.
/// </summary>
internal static class VisibleText
{
    public const int Longest = 4096;

    /// <summary>How much of a refused text a message shows.</summary>
    private const int LongestInMessage = 121;

    public static string Of(string text) => Of(text, Longest);

    /// <summary>The same, cut short for a message.</summary>
    public static string Short(string text) => Of(text, LongestInMessage);

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
