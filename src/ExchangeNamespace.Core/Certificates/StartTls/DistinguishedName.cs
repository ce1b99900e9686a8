using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ExchangeNamespace.Certificates.StartTls;

/// <summary>A distinguished name as text: compared part by part, without regard to case and to the blanks after the commas.</summary>
internal static class DistinguishedName
{
    private const string CommonName = "CN=";

    public static bool AreEqual(string left, string right) => Parts(left).SequenceEqual(Parts(right), StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> CommonNames(string text) => Parts(text)
        .Where(p => p.StartsWith(CommonName, StringComparison.OrdinalIgnoreCase))
        .Select(p => p.Substring(CommonName.Length).Trim())
        .Where(p => p.Length > 0);

    private static List<string> Parts(string text)
    {
        List<string> parts = [];
        StringBuilder part = new();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\\' && !quoted && i + 1 < text.Length)
            {
                part.Append(text[++i]);
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (c is ',' or ';'))
            {
                Add();
            }
            else
            {
                part.Append(c);
            }
        }

        Add();
        return parts;

        void Add()
        {
            string trimmed = part.ToString().Trim();
            int equals = trimmed.IndexOf('=');
            parts.Add(equals < 0 ? trimmed : trimmed.Substring(0, equals).Trim() + "=" + trimmed.Substring(equals + 1).Trim());
            part.Clear();
        }
    }
}
