using System.Text;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>
/// The only place that turns a value into text of an SVG element or attribute. What XML 1.0 cannot hold or a reader does not see stands
/// as its code point; the five marks that mean something to XML become entities.
/// </summary>
internal static class SvgText
{
    public static string Escape(string value)
    {
        string text = ShownText.Of(value);
        StringBuilder builder = new(text.Length);
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => builder.Append("&amp;"),
                '<' => builder.Append("&lt;"),
                '>' => builder.Append("&gt;"),
                '"' => builder.Append("&quot;"),
                '\'' => builder.Append("&#39;"),
                '\uFFFE' => builder.Append("&lt;U+FFFE&gt;"),
                '\uFFFF' => builder.Append("&lt;U+FFFF&gt;"),
                _ => builder.Append(c),
            };
        }

        return builder.ToString();
    }
}
