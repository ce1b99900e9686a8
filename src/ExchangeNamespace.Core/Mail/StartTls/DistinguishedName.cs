using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ExchangeNamespace.Mail.StartTls;

/// <summary>A distinguished name as text: compared part by part, without regard to case and to the blanks after the commas.</summary>
internal static class DistinguishedName
{
    private const string CommonName = "CN=";

    /// <summary>Whether two texts are the same name, also where one of them is written in the reverse order, as some programs do.</summary>
    public static bool AreEqual(string left, string right)
    {
        List<string> parts = Parts(left);
        List<string> others = Parts(right);
        return parts.SequenceEqual(others, StringComparer.OrdinalIgnoreCase)
            || parts.SequenceEqual(Enumerable.Reverse(others), StringComparer.OrdinalIgnoreCase);
    }

    public static IEnumerable<string> CommonNames(string text) => Parts(text)
        .Where(p => p.StartsWith(CommonName, StringComparison.OrdinalIgnoreCase))
        .Select(p => p.Substring(CommonName.Length).Trim())
        .Where(p => p.Length > 0);

    /// <summary>The values of its parts, of every type.</summary>
    public static IEnumerable<string> Values(string text) =>
        Parts(text).Select(p => p.Substring(p.IndexOf('=') + 1)).Where(v => v.Length > 0);

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
