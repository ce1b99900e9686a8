using System.Text;
using System.Xml;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Verdicts;

/// <summary>Texts in XML 1.0, which cannot hold some characters in any form. Markup is escaped by the writer of the document.</summary>
internal static class JUnitText
{
    /// <summary>The text with what XML cannot hold, and what a reader would not see, as its code point.</summary>
    public static string Of(string text)
    {
        string shown = ShownText.Of(text);
        StringBuilder builder = new(shown.Length);
        for (int i = 0; i < shown.Length; i++)
        {
            if (i + 1 < shown.Length && XmlConvert.IsXmlSurrogatePair(shown[i + 1], shown[i]))
            {
                builder.Append(shown, i++, 2);
            }
            else if (XmlConvert.IsXmlChar(shown[i]))
            {
                builder.Append(shown[i]);
            }
            else
            {
                builder.Append(VisibleText.Of(shown[i].ToString()));
            }
        }

        return builder.ToString();
    }
}
