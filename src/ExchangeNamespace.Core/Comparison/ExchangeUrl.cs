using System;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Comparison;

/// <summary>
/// Compares URLs and hosts as Exchange and its clients mean them: letter case of host and path, a trailing slash, the default port and a
/// trailing dot of the host make no difference; scheme, port, path and query do.
/// </summary>
internal static class ExchangeUrl
{
    private const string SchemeEnd = "://";

    public static bool AreEqual(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase)
            || string.Equals(Normalise(left), Normalise(right), StringComparison.OrdinalIgnoreCase);

    public static bool AreHostsEqual(string left, string right) =>
        string.Equals(NormaliseHost(left), NormaliseHost(right), StringComparison.OrdinalIgnoreCase);

    /// <summary>The host of a URL, as A-labels where it is a name; null for a text that is no URL.</summary>
    public static string? HostOf(string url) =>
        Split(url) is { } parts ? NormaliseHost(Cut(parts.Authority).Host) : null;

    public static bool IsHttps(string url) => url.StartsWith("https" + SchemeEnd, StringComparison.OrdinalIgnoreCase);

    public static string NormaliseHost(string host)
    {
        string name = host.EndsWith(".", StringComparison.Ordinal) ? host.Substring(0, host.Length - 1) : host;
        return HostCharacters.AreAscii(name) ? name.ToLowerInvariant() : Fqdn.TryParse(name, "Host", out Fqdn? fqdn, out _)
            ? fqdn.Value : name;
    }

    private static string Normalise(string url)
    {
        if (Split(url) is not { } parts)
        {
            return url;
        }

        (string host, string port) = Cut(parts.Authority);
        bool isDefault = (parts.Scheme, port) is (_, "") or ("https", "443") or ("http", "80");
        return parts.Scheme + SchemeEnd + NormaliseHost(host) + (isDefault ? string.Empty : ":" + port) + parts.Path.TrimEnd('/');
    }

    private static (string Scheme, string Authority, string Path)? Split(string url)
    {
        int end = url.IndexOf(SchemeEnd, StringComparison.Ordinal);
        if (end <= 0)
        {
            return null;
        }

        int start = end + SchemeEnd.Length;
        int slash = url.IndexOf('/', start);
        int path = slash < 0 ? url.Length : slash;
        return path == start ? null
            : (url.Substring(0, end).ToLowerInvariant(), url.Substring(start, path - start), url.Substring(path));
    }

    /// <summary>The host and the number of the port; none where nothing stands behind the colon (RFC 3986 3.2.3).</summary>
    private static (string Host, string Port) Cut(string authority)
    {
        int colon = authority.LastIndexOf(':');
        string port = authority.Substring(colon + 1);
        return colon <= 0 || port.Any(c => c is < '0' or > '9') ? (authority, string.Empty)
            : (authority.Substring(0, colon), port.Length == 0 ? port : port.TrimStart('0').PadLeft(1, '0'));
    }
}
