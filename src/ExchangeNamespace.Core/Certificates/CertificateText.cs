using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Certificates;

/// <summary>Whether a text can stand in a request of every form.</summary>
internal static class CertificateText
{
    /// <summary>True without line breaks, control characters and surrogates that stand alone, which UTF-8 cannot carry.</summary>
    public static bool IsOneLine(string text) => PowerShellLiteral.CanQuote(text) && CountCodePoints(text) is not null;

    /// <summary>The length as a certificate counts it; null where a surrogate stands alone.</summary>
    public static int? CountCodePoints(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++, count++)
        {
            if (char.IsLowSurrogate(text[i])
                || (char.IsHighSurrogate(text[i]) && (i + 1 == text.Length || !char.IsLowSurrogate(text[++i]))))
            {
                return null;
            }
        }

        return count;
    }
}
