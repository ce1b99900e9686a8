using System;
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
        Split(url, out _, out string authority, out _) ? NormaliseHost(WithoutPort(authority, out _)) : null;

    public static bool IsHttps(string url) => url.StartsWith("https" + SchemeEnd, StringComparison.OrdinalIgnoreCase);

    public static string NormaliseHost(string host)
    {
        string name = host.EndsWith(".", StringComparison.Ordinal) ? host.Substring(0, host.Length - 1) : host;
        return HostCharacters.AreAscii(name) ? name.ToLowerInvariant() : Fqdn.TryParse(name, "Host", out Fqdn? fqdn, out _)
            ? fqdn.Value : name;
    }

    private static string Normalise(string url)
    {
        if (!Split(url, out string scheme, out string authority, out string path))
        {
            return url;
        }

        string host = NormaliseHost(WithoutPort(authority, out string port));
        bool isDefault = (scheme == "https" && port == "443") || (scheme == "http" && port == "80");
        return scheme + SchemeEnd + host + (port.Length == 0 || isDefault ? string.Empty : ":" + port) + path.TrimEnd('/');
    }

    private static bool Split(string url, out string scheme, out string authority, out string path)
    {
        int end = url.IndexOf(SchemeEnd, StringComparison.Ordinal);
        scheme = end > 0 ? url.Substring(0, end).ToLowerInvariant() : string.Empty;
        authority = path = string.Empty;
        if (end <= 0)
        {
            return false;
        }

        int start = end + SchemeEnd.Length;
        int slash = url.IndexOf('/', start);
        authority = slash < 0 ? url.Substring(start) : url.Substring(start, slash - start);
        path = slash < 0 ? string.Empty : url.Substring(slash);
        return authority.Length > 0;
    }

    private static string WithoutPort(string authority, out string port)
    {
        int colon = authority.LastIndexOf(':');
        bool isPort = colon > 0 && colon < authority.Length - 1 && authority.IndexOf(']', colon) < 0;
        for (int i = colon + 1; isPort && i < authority.Length; i++)
        {
            isPort = authority[i] is >= '0' and <= '9';
        }

        port = isPort ? authority.Substring(colon + 1).TrimStart('0') : string.Empty;
        return isPort ? authority.Substring(0, colon) : authority;
    }
}
