using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Probing;

/// <summary>
/// An http or https URL in its parts. It is read by hand, because a redirect is chosen by a server: the base library would repair it, and
/// two readers must not see two hosts in it.
/// </summary>
/// <param name="IsSecure">Whether the scheme is https.</param>
/// <param name="Host">A host name in lower case as A-labels, or an IP address without brackets.</param>
/// <param name="Port">The port; null for the one of the scheme.</param>
/// <param name="Path">The path with its query, at least a slash.</param>
internal sealed record HttpTarget(bool IsSecure, string Host, int? Port, string Path)
{
    private const int Longest = 2048;
    private const string SchemeEnd = "://";

    public bool IsAddress => AddressSyntax.TryNormalise(Host, out _);

    /// <summary>Reads a URL, and beside a base also a reference without scheme and host.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out HttpTarget? target, HttpTarget? relativeTo = null)
    {
        target = null;
        string given = text?.Trim(' ') ?? string.Empty;
        if (given.Length is 0 or > Longest
            || !Array.TrueForAll(given.ToCharArray(), c => c is > ' ' and <= '~' and not '\\' and not '"' and not '<' and not '>'))
        {
            return false;
        }

        int fragment = given.IndexOf('#');
        given = fragment < 0 ? given : given.Substring(0, fragment);
        if (relativeTo is not null && given.StartsWith("//", StringComparison.Ordinal))
        {
            given = (relativeTo.IsSecure ? "https:" : "http:") + given;
        }
        else if (relativeTo is not null && given.StartsWith("/", StringComparison.Ordinal))
        {
            target = relativeTo with { Path = given };
            return true;
        }

        int end = given.IndexOf(SchemeEnd, StringComparison.Ordinal);
        string scheme = end < 0 ? string.Empty : given.Substring(0, end).ToLowerInvariant();
        if (scheme is not ("http" or "https"))
        {
            return false;
        }

        string rest = given.Substring(end + SchemeEnd.Length);
        int path = rest.IndexOfAny(['/', '?']);
        string authority = path < 0 ? rest : rest.Substring(0, path);
        string tail = path < 0 ? "/" : rest.Substring(path);
        if (!TryReadAuthority(authority, out string? host, out int? port))
        {
            return false;
        }

        target = new HttpTarget(scheme == "https", host, port, tail[0] == '/' ? tail : "/" + tail);
        return true;
    }

    /// <summary>What stands in the Host header.</summary>
    public string Authority
    {
        get
        {
            string host = Host.IndexOf(':') >= 0 ? "[" + Host + "]" : Host;
            return Port is { } port ? host + ":" + port.ToString(CultureInfo.InvariantCulture) : host;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => (IsSecure ? "https://" : "http://") + Authority + Path;

    private static bool TryReadAuthority(string authority, [NotNullWhen(true)] out string? host, out int? port)
    {
        port = null;
        host = null;
        string name = authority;
        int close = authority.IndexOf(']');
        int colon = authority.IndexOf(':', close < 0 ? 0 : close);
        if (colon >= 0)
        {
            if (!int.TryParse(authority.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                || number is < 1 or > 65535)
            {
                return false;
            }

            port = number;
            name = authority.Substring(0, colon);
        }

        if (close >= 0)
        {
            return name.Length > 2 && name[0] == '[' && name[name.Length - 1] == ']'
                && AddressSyntax.TryNormalise(name.Substring(1, name.Length - 2), out host);
        }

        return IPv4Text.Is(name) ? AddressSyntax.TryNormalise(name, out host)
            : NameSyntax.TryNormalise(name, nameof(host), out host, out _);
    }
}
