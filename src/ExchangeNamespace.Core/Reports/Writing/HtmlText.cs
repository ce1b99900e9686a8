using System.Text;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Writing;

/// <summary>Text from outside in HTML, between tags and in quoted attributes: it stays text, whatever it holds.</summary>
internal static class HtmlText
{
    public static string Of(string text)
    {
        StringBuilder builder = new(text.Length);
        foreach (char c in ShownText.Of(text))
        {
            builder = c switch
            {
                '&' => builder.Append("&amp;"),
                '<' => builder.Append("&lt;"),
                '>' => builder.Append("&gt;"),
                '"' => builder.Append("&quot;"),
                '\'' => builder.Append("&#39;"),
                _ => builder.Append(c),
            };
        }

        return builder.ToString();
    }
}
