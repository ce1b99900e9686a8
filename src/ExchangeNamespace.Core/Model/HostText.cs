using System;

namespace ExchangeNamespace.Model;

/// <summary>The host in a URL of the plan, or the value itself where it is a host already.</summary>
internal static class HostText
{
    private const string SchemeEnd = "://";

    public static string Of(string value)
    {
        int scheme = value.IndexOf(SchemeEnd, StringComparison.Ordinal);
        if (scheme < 0)
        {
            return value;
        }

        int start = scheme + SchemeEnd.Length;
        int slash = value.IndexOf('/', start);
        return slash < 0 ? value.Substring(start) : value.Substring(start, slash - start);
    }

    /// <summary>The first label of a host: the bare name where it is the name of a server.</summary>
    public static string FirstLabel(string host)
    {
        int dot = host.IndexOf('.');
        return dot < 0 ? host : host.Substring(0, dot);
    }
}
