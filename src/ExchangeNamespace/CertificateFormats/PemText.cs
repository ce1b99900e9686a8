using System;
using System.Collections.Generic;
using System.Text;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>Cuts text into its PEM blocks (RFC 7468), whatever stands around them.</summary>
internal static class PemText
{
    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";
    private const string Dashes = "-----";

    /// <summary>The text of a file: what Windows PowerShell writes with <c>&gt;</c> is UTF-16. Null for bytes that are no text.</summary>
    public static string? Decode(byte[] content)
    {
        if (content.Length >= 2 && (content[0], content[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            return (content[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(content, 2, content.Length - 2);
        }

        int start = content.Length >= 3 && content[0] == 0xEF && content[1] == 0xBB && content[2] == 0xBF ? 3 : 0;
        return Array.IndexOf(content, (byte)0) >= 0 ? null : Encoding.UTF8.GetString(content, start, content.Length - start);
    }

    /// <summary>The blocks with their labels. A block that has no end, or no Base64 in it, is left out.</summary>
    public static IEnumerable<(string Label, byte[] Content)> Blocks(string text)
    {
        int at = 0;
        while ((at = text.IndexOf(Begin, at, StringComparison.Ordinal)) >= 0)
        {
            int labelStart = at + Begin.Length;
            int labelEnd = text.IndexOf(Dashes, labelStart, StringComparison.Ordinal);
            int end = labelEnd < 0 ? -1 : text.IndexOf(End, labelEnd, StringComparison.Ordinal);
            if (end < 0)
            {
                yield break;
            }

            string label = text.Substring(labelStart, labelEnd - labelStart);
            int body = labelEnd + Dashes.Length;
            if (FromBase64(text.Substring(body, end - body)) is { } content)
            {
                yield return (label, content);
            }

            at = end + End.Length;
        }
    }

    /// <summary>The bytes of Base64 with line ends in it; null for anything else.</summary>
    public static byte[]? FromBase64(string text)
    {
        // Keys of old tools have header lines before an empty one.
        int blank = text.IndexOf(": ", StringComparison.Ordinal) < 0 ? -1
            : Math.Max(text.IndexOf("\n\n", StringComparison.Ordinal), text.IndexOf("\n\r\n", StringComparison.Ordinal));
        try
        {
            byte[] bytes = Convert.FromBase64String(blank < 0 ? text : text.Substring(blank));
            return bytes.Length == 0 ? null : bytes;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
