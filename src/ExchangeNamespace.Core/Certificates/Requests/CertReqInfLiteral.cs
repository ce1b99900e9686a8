using System;

namespace ExchangeNamespace.Certificates.Requests;

/// <summary>
/// The only place that turns a value into text of a certreq policy file: always in double quotes, a double quote inside doubled,
/// and a percent sign doubled, because %name% stands for a string of the file.
/// </summary>
internal static class CertReqInfLiteral
{
    /// <exception cref="ArgumentException">The text has a line break, a control character or half a character.</exception>
    public static string Quote(string text) => CertificateText.IsOneLine(text)
        ? "\"" + text.Replace("\"", "\"\"").Replace("%", "%%") + "\""
        : throw new ArgumentException("A line of a policy file cannot carry a line break or control character.", nameof(text));
}
