using System.Text;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Verdicts;

/// <summary>Texts in the line of a monitoring plug-in, where a pipe begins the performance data and a line end the next part.</summary>
internal static class NagiosText
{
    /// <summary>The text with everything that the line would read in another way as its code point.</summary>
    public static string Of(string text) => ShownText.Of(text).Replace("|", "<U+007C>");

    /// <summary>A label of performance data: in quotes, without a quote or an equals sign inside.</summary>
    public static string Label(string label)
    {
        StringBuilder builder = new("'");
        foreach (char c in Of(label))
        {
            builder.Append(c is '\'' or '=' ? '_' : c);
        }

        return builder.Append('\'').ToString();
    }
}
