using System.Text;

namespace ExchangeNamespace.Verdicts;

/// <summary>Values of labels in the text format of Prometheus: backslash, quote and line end are escaped.</summary>
internal static class PrometheusLabel
{
    /// <summary>The value in its quotes.</summary>
    public static string Of(string value)
    {
        StringBuilder builder = new("\"");
        foreach (char c in value)
        {
            builder.Append(c switch
            {
                '\\' => @"\\",
                '"' => "\\\"",
                '\n' => @"\n",
                _ => c.ToString(),
            });
        }

        return builder.Append('"').ToString();
    }
}
