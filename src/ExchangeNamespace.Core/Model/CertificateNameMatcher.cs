using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>How a certificate covers a host.</summary>
public enum NameCoverage
{
    /// <summary>No client accepts it for the host.</summary>
    NotCovered,

    /// <summary>Only the common name fits. Current clients ignore it; Outlook 2007 on Windows XP and some mail servers do not.</summary>
    CommonNameOnly,

    /// <summary>A wildcard among the alternative names fits.</summary>
    Wildcard,

    /// <summary>The host, or the address, is one of the alternative names.</summary>
    Covered,
}

/// <summary>
/// Whether a name on a certificate covers a host (RFC 9525): without regard to case, a wildcard for exactly one whole left-most label.
/// One final dot of the host is ignored; a presented name with one never fits. Where implementations differ the strict way is taken,
/// see docs/decisions.
/// </summary>
internal static class CertificateNameMatcher
{
    private const int LabelsAfterWildcard = 2;

    public static bool Covers(IEnumerable<string> presented, string host) => presented.Any(name => Covers(name, host));

    public static bool Covers(string presented, string host)
    {
        host = WithoutFinalDot(host);
        return (string.Equals(presented, host, StringComparison.OrdinalIgnoreCase) || CoversByWildcard(presented, host))
            && IsHostName(host);
    }

    /// <summary>What a certificate says about a host or an IP address, and the name that says it.</summary>
    public static (NameCoverage Coverage, string? By) Match(CertificateFacts certificate, string host)
    {
        if (AddressSyntax.TryNormalise(host, out string? address))
        {
            return certificate.IPAddresses.Contains(address) ? (NameCoverage.Covered, address) : (NameCoverage.NotCovered, null);
        }

        string? wildcard = null;
        foreach (string name in certificate.DnsNames.Where(n => Covers(n, host)))
        {
            if (name[0] != '*')
            {
                return (NameCoverage.Covered, name);
            }

            wildcard ??= name;
        }

        string? common = wildcard is null ? certificate.CommonNames.FirstOrDefault(n => Covers(n, host)) : null;
        return wildcard is not null ? (NameCoverage.Wildcard, wildcard)
            : common is not null ? (NameCoverage.CommonNameOnly, common)
            : (NameCoverage.NotCovered, null);
    }

    private static bool CoversByWildcard(string presented, string host)
    {
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

    private static string WithoutFinalDot(string host) =>
        host.Length > 0 && host[host.Length - 1] == '.' ? host.Substring(0, host.Length - 1) : host;

    /// <summary>Whole labels of letters, digits and hyphens, the last of them not a number. An address in dots is not one.</summary>
    private static bool IsHostName(string host)
    {
        bool hasLetter = false;
        int start = 0;
        for (int i = 0; i <= host.Length; i++)
        {
            if (i == host.Length || host[i] == '.')
            {
                if (i == start || i - start > NameSyntax.MaximumLabel)
                {
                    return false;
                }

                start = i + 1;
                hasLetter = i == host.Length && hasLetter;
            }
            else if (!HostCharacters.IsLdh(host[i]))
            {
                return false;
            }
            else
            {
                hasLetter |= host[i] is < '0' or > '9';
            }
        }

        return hasLetter;
    }
}
