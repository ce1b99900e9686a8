using System;
using System.Diagnostics.CodeAnalysis;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>
/// Reads the URL of a service: scheme, host and path, nothing else. It is read by hand, because the base library repairs what it reads
/// and would so accept what Exchange and PowerShell see differently.
/// </summary>
internal static class ServiceUrl
{
    private const string SchemeEnd = "://";

    public static bool TryNormalise(string text, string parameter, [NotNullWhen(true)] out string? url,
        [NotNullWhen(false)] out InputFault? fault)
    {
        url = null;
        int schemeEnd = text.IndexOf(SchemeEnd, StringComparison.Ordinal);
        string scheme = schemeEnd < 0 ? string.Empty : text.Substring(0, schemeEnd).ToLowerInvariant();
        int start = schemeEnd + SchemeEnd.Length;
        int slash = schemeEnd < 0 ? -1 : text.IndexOf('/', start);
        string authority = schemeEnd < 0 ? string.Empty : text.Substring(start, (slash < 0 ? text.Length : slash) - start);
        string path = slash < 0 ? string.Empty : text.Substring(slash);
        fault = (scheme, authority, path) switch
        {
            _ when schemeEnd < 0 =>
                Refuse(FaultIds.HostWhereUrlExpected,
                    "is no absolute URL. Give scheme, host and path, such as https://mail.contoso.com/owa."),
            _ when scheme is not ("http" or "https") => Refuse(FaultIds.UrlSchemeUnsupported, "has a scheme other than http or https."),
            _ when authority.IndexOfAny(['@', ':', '?', '#']) >= 0 || path.IndexOfAny(['?', '#']) >= 0 =>
                Refuse(FaultIds.UrlPartNotAllowed,
                    "carries a user name, a port, a query or a fragment. A service URL has scheme, host and path only."),
            _ when path.Length < 2 || !Array.TrueForAll(path.ToCharArray(), IsPath) =>
                Refuse(FaultIds.UrlPathInvalid, "has no usable path: letters, digits, '.', '-', '_' and '/', such as /owa."),
            _ => null,
        };
        if (fault is not null || !Fqdn.TryParse(authority, parameter, out Fqdn? host, out fault))
        {
            return false;
        }

        url = scheme + SchemeEnd + host.Value + path;
        return true;

        InputFault Refuse(string id, string what) => new(id, parameter, text, $"{parameter} '{VisibleText.Short(text)}' {what}");
    }

    private static bool IsPath(char c) => HostCharacters.IsLdh(c) || c is '/' or '.' or '_';
}
