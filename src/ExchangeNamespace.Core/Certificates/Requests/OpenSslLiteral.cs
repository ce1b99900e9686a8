using System;

namespace ExchangeNamespace.Certificates.Requests;

/// <summary>
/// The only place that turns a value into text of an OpenSSL configuration file: always in double quotes, inside which no variable,
/// comment or other quote is seen (config(5)); backslash and double quote are escaped.
/// </summary>
internal static class OpenSslLiteral
{
    /// <exception cref="ArgumentException">The text has a line break, a control character or half a character.</exception>
    public static string Quote(string text) => CertificateText.IsOneLine(text)
        ? "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\""
        : throw new ArgumentException("A line of a configuration file cannot carry a line break or control character.", nameof(text));
}
