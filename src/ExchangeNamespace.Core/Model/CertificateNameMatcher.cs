using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Model;

/// <summary>Whether a name on a certificate covers a host (RFC 9525): without regard to case, a wildcard for exactly one whole left-most label.</summary>
internal static class CertificateNameMatcher
{
    private const int LabelsAfterWildcard = 2;

    public static bool Covers(IEnumerable<string> presented, string host) => presented.Any(name => Covers(name, host));

    public static bool Covers(string presented, string host)
    {
        if (string.Equals(presented, host, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (!presented.StartsWith("*.", StringComparison.Ordinal) || presented.IndexOf('*', 1) >= 0)
        {
            return false;
        }

        string zone = presented.Substring(1);
        int dot = host.IndexOf('.');
        return dot > 0
            && zone.Count(c => c == '.') >= LabelsAfterWildcard
            && string.Equals(host.Substring(dot), zone, StringComparison.OrdinalIgnoreCase);
    }
}
