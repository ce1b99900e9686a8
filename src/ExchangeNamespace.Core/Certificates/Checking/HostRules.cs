using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;
using static ExchangeNamespace.Certificates.Checking.CertificateCheckFindingCodes;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>Whether it covers the hosts, and which of its names the plan does not need (S8, S35).</summary>
internal static class HostRules
{
    private const string Rule = "S8";
    private const string Worksheet = "S35";

    public static CertificateHost[] Judge(CertificateCheck check, string[] unneeded)
    {
        return [.. check.Hosts.Select(need =>
        {
            check.Cancel.ThrowIfCancellationRequested();
            (NameCoverage coverage, string? by) = Match(check, need.Name);
            return new CertificateHost
            {
                Host = need.Name,
                Coverage = coverage,
                By = by,
                NearMiss = coverage == NameCoverage.NotCovered ? Array.Find(unneeded, n => EditDistance.IsOne(n, need.Name)) : null,
                Reason = need.Reason,
            };
        })];
    }

    /// <summary>A name that an authority of the chain may not issue covers nothing.</summary>
    private static (NameCoverage Coverage, string? By) Match(CertificateCheck check, string host)
    {
        (NameCoverage coverage, string? by) = CertificateNameMatcher.Match(check.Certificate, host);
        return by is not null && IsForbidden(check, by) ? (NameCoverage.NotCovered, null) : (coverage, by);
    }

    private static bool IsForbidden(CertificateCheck check, string name) =>
        Array.Exists(check.Forbidden, f => string.Equals(f.Name.Value, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The alternative names that cover no host of the needs.</summary>
    public static string[] Unneeded(CertificateCheck check) =>
    [
        .. check.Certificate.DnsNames
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => !Covers(check, name)),
    ];

    private static bool Covers(CertificateCheck check, string name)
    {
        check.Cancel.ThrowIfCancellationRequested();
        return check.Hosts.Any(h => CertificateNameMatcher.Covers(name, h.Name));
    }

    public static IEnumerable<Finding> Check(CertificateCheck check, CertificateHost[] hosts, string[] unneeded)
    {
        foreach (CertificateHost host in hosts)
        {
            check.Cancel.ThrowIfCancellationRequested();
            switch (host.Coverage)
            {
                case NameCoverage.NotCovered:
                    yield return Findings.Error(HostNotCovered, host.Host, 
                        CertificateNameMatcher.Match(check.Certificate, host.Host).By is { } by && IsForbidden(check, by)
                            ? $"The certificate carries {by} for {host.Host}, and its authority may not issue that name, so it covers "
                                + $"nothing. {host.Reason}"
                            : $"The certificate does not cover {host.Host}. {host.Reason}",
                        NotCoveredRemedy(check, host), Rule);
                    if (host.NearMiss is { } near)
                    {
                        yield return Findings.Warning(TypingError, near,
                            $"{near} is one typing error away from {host.Host}, which is not covered.",
                            "Correct the name in the next request.", Rule, host.Host);
                    }

                    break;
                case NameCoverage.CommonNameOnly:
                    yield return Findings.Error(HostByCommonNameOnly, host.Host,
                        $"Only the common name covers {host.Host}: current clients look at subject alternative names alone. Outlook 2007 "
                            + "on Windows XP and some mail servers accept it.",
                        "Request a certificate with the host among its alternative names.", Rule);
                    break;
                case NameCoverage.Wildcard or NameCoverage.Covered:
                    break;
                default:
                    throw ClosedSet.Outside(host.Coverage);
            }
        }

        if (check.Certificate.AlternativeNames.Count == 0)
        {
            yield return Findings.Warning(NoAlternativeNames, check.Subject,
                "The certificate has no alternative names, so current clients refuse it for every host.",
                "Request one with alternative names (New-SanCertificateRequest).", "S34");
        }

        if (unneeded.Length > 0)
        {
            yield return Findings.Information(NameNotNeeded, check.Subject, $"The plan does not need {NameList.Describe(unneeded)}.",
                "Leave out of the next request what is not used elsewhere.", Worksheet, unneeded);
        }

        foreach (Finding finding in Odd(check))
        {
            yield return finding;
        }
    }

    private static string NotCoveredRemedy(CertificateCheck check, CertificateHost host)
    {
        string? wildcard = check.Certificate.DnsNames.FirstOrDefault(
            n => n.StartsWith("*.", StringComparison.Ordinal) && host.Host.EndsWith(n.Substring(1), StringComparison.OrdinalIgnoreCase));
        return wildcard is null || host.Host.Length <= wildcard.Length - 1
            ? "Request a certificate with the name, or use a host that is on it."
            : $"{wildcard} covers one label only. Request a certificate with the name, or use a host that is on it.";
    }

    /// <summary>Names that are on it in vain.</summary>
    private static IEnumerable<Finding> Odd(CertificateCheck check)
    {
        foreach (string name in check.Certificate.DnsNames.Where(n => !CertificateNameSyntax.TryNormalise(n, "name", out _, out _)))
        {
            yield return Findings.Warning(NameUseless, name, $"{name} is no host name that a client accepts.",
                "Leave it out of the next request.", Worksheet);
        }

        foreach (string name in check.Certificate.DnsNames.Where(
            n => n.StartsWith("*.", StringComparison.Ordinal) && n.Length > 2
                && PublicSuffixes.Contains(n.Substring(2).ToLowerInvariant())))
        {
            yield return Findings.Warning(NameUseless, name,
                $"{name} would cover every organisation below {name.Substring(2)}: registries register domains there, and no client "
                    + "accepts it.", "Put the wildcard directly below a domain of your own.", "S36");
        }
    }
}
