using System.Collections.Generic;
using System.Text;

namespace ExchangeNamespace.Idna;

/// <summary>Text as code points, and back.</summary>
internal static class CodePoints
{
    /// <summary>The code points of a text; null where half of a pair stands alone.</summary>
    public static List<int>? Read(string text)
    {
        List<int> points = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                points.Add(text[i]);
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                points.Add(char.ConvertToUtf32(text[i], text[++i]));
            }
            else
            {
                return null;
            }
        }

        return points;
    }

    /// <summary>The text of code points.</summary>
    public static string Write(IEnumerable<int> points)
    {
        StringBuilder text = new();
        foreach (int point in points)
        {
            text.Append(char.ConvertFromUtf32(point));
        }

        return text.ToString();
    }
}
