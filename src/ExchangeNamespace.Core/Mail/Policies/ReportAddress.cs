using System;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Policies;

/// <summary>
/// Where reports about mail go: a mail address, or for TLS reports also a web address. What records give a meaning is refused.
/// </summary>
/// <param name="Text">The address as a URI.</param>
/// <param name="Domain">The mail domain; null for a web address.</param>
internal sealed record ReportAddress(string Text, Fqdn? Domain)
{
    private const string MailScheme = "mailto:";
    private const string WebScheme = "https://";
    private const int LongestLocalPart = 64;
    private const int Longest = 512;

    /// <summary>Reads an address, with or without <c>mailto:</c>.</summary>
    public static bool TryParse(string? text, string parameter, bool mayBeWeb, [NotNullWhen(true)] out ReportAddress? address,
        [NotNullWhen(false)] out InputFault? fault)
    {
        string given = text?.Trim() ?? string.Empty;
        address = given.StartsWith(WebScheme, StringComparison.OrdinalIgnoreCase) ? mayBeWeb ? Web(given) : null : Mail(given);
        fault = address is not null ? null : new InputFault(FaultIds.ValueNotListed, parameter, text,
            $"'{VisibleText.Short(given)}' is no address for reports. Give a mail address such as reports@contoso.com"
                + (mayBeWeb ? ", or https://host/path" : string.Empty)
                + "; a comma, a semicolon and an exclamation mark have no place in it.");
        return address is not null;
    }

    private static ReportAddress? Web(string text) => text.Length <= Longest && text.All(IsPlain)
        && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.UserInfo.Length == 0
        && Fqdn.TryParse(uri.Host, nameof(text), out _, out _) ? new ReportAddress(text, null) : null;

    private static ReportAddress? Mail(string text)
    {
        string bare = text.StartsWith(MailScheme, StringComparison.OrdinalIgnoreCase) ? text.Substring(MailScheme.Length) : text;
        int at = bare.LastIndexOf('@');
        return at is > 0 and <= LongestLocalPart
            && bare.Substring(0, at).All(c => IsPlain(c) && c is not ('@' or '?' or '%' or ':' or '/' or '#'))
            && Fqdn.TryParse(bare.Substring(at + 1), nameof(text), out Fqdn? domain, out _)
            ? new ReportAddress($"{MailScheme}{bare.Substring(0, at)}@{domain}", domain) : null;
    }

    private static bool IsPlain(char c) => c is > ' ' and <= '~' and not (',' or ';' or '!' or '"' or '\'' or '\\' or '<' or '>' or '`');
}
