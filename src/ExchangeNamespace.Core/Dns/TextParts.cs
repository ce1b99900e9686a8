using System.Collections.Generic;

namespace ExchangeNamespace.Dns;

/// <summary>
/// Splits the text of a TXT record into character-strings. They are joined with nothing between them (RFC 7208 3.3), so a part is cut
/// before a space where there is one, and the space stays. No part begins with a hyphen or slash, which <c>dnscmd</c> would read as a
/// switch.
/// </summary>
public static class TextParts
{
    /// <summary>Splits a text.</summary>
    /// <param name="text">ASCII text.</param>
    /// <param name="maximum">The most characters of one part.</param>
    /// <returns>Parts that give the text when put together.</returns>
    public static IReadOnlyList<string> Split(string text, int maximum)
    {
        List<string> parts = [];
        int start = 0;
        while (text.Length - start > maximum)
        {
            int cut = text.LastIndexOf(' ', start + maximum, maximum);
            if (cut <= start)
            {
                cut = start + maximum;
                while (cut > start + 1 && text[cut] is '-' or '/')
                {
                    cut--;
                }
            }

            parts.Add(text.Substring(start, cut - start));
            start = cut;
        }

        parts.Add(text.Substring(start));
        return parts;
    }
}
