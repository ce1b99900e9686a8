using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Autodiscover;

/// <summary>
/// The service connection points in the order of a client: own site, no site, other site; at random among equals (S4, S5, 1G).
/// </summary>
internal sealed class ConnectionPointFacts(IAutodiscoverTopology topology)
{
    private const int OwnSite = 1;
    private const int NoSite = 2;
    private const int OtherSite = 3;

    /// <param name="question">Who asks.</param>
    /// <param name="reach">What a URL comes to.</param>
    public IReadOnlyList<StepOutcome> Ask(AutodiscoverQuestion question, Func<string, AutodiscoverQuestion, StepOutcome> reach)
    {
        if (Skipped(question) is { } skipped)
        {
            return [skipped];
        }

        List<StepOutcome> outcomes = [];
        foreach (ConnectionPointCandidate candidate in Candidates(question))
        {
            outcomes.Add(candidate.Url is null ? Unknown(candidate) : Known(candidate, reach(candidate.Url, question)));
        }

        if (outcomes.Count > 0 && question.Site is { } site
            && topology.ConnectionPoints.All(p => p.Sites is not null && !p.Sites.Contains(site, StringComparer.OrdinalIgnoreCase)))
        {
            outcomes[0] = StepFindings.With(outcomes[0], outcomes[0].Target, outcomes[0].Detail,
                [Findings.Information(AutodiscoverFindingCodes.SiteUnclaimed, site,
                "No service connection point is scoped to this site, so its clients take those without a scope, then those of other sites.",
                "Add the site to the scope of the server that is to serve it.", "S5")]);
        }

        return outcomes;
    }

    /// <summary>Why a client does not look in Active Directory; null where it does.</summary>
    public StepOutcome? Skipped(AutodiscoverQuestion question)
    {
        string? reason = !question.DomainJoined ? "The client is not a member of the domain."
            : question.View == DnsView.External ? "Outside no domain controller is in reach."
            : null;
        return reason is not null ? new StepOutcome { Target = string.Empty, Verdict = AutodiscoverVerdict.Skipped, Detail = reason }
            : topology.ConnectionPoints.Count == 0
            ? new StepOutcome { Target = string.Empty, Verdict = AutodiscoverVerdict.NoName,
                Detail = "No server has a service connection point with a URL." }
            : null;
    }

    /// <summary>The different URLs of each group.</summary>
    public IEnumerable<ConnectionPointCandidate> Candidates(AutodiscoverQuestion question) => topology.ConnectionPoints
        .GroupBy(p => (Group: GroupOf(p, question.Site), Url: p.Url?.ToLowerInvariant()))
        .OrderBy(g => g.Key.Group)
        .Select(g => new ConnectionPointCandidate(
            g.Key.Group, g.First().Url, [.. g.Select(p => p.Server)], g.All(p => p.Sites is not null)));

    public static StepOutcome Known(ConnectionPointCandidate candidate, StepOutcome reached)
    {
        string detail = $"{Where(candidate)}. {reached.Detail}";
        Finding[] more = reached.Verdict == AutodiscoverVerdict.WrongCertificate
            ? [Findings.Error(AutodiscoverFindingCodes.ConnectionPointNotCovered, candidate.Url!,
                "The service connection point leads to a host that the certificate does not cover, so users get a warning.",
                "Change the URL of the service connection point, or put the name on the certificate.", "S4", [.. candidate.Servers])]
            : [];
        return new StepOutcome
        {
            Target = candidate.Url!,
            Verdict = reached.Verdict,
            Detail = detail,
            Endpoint = reached.Endpoint,
            CertificateCovers = reached.CertificateCovers,
            Hops = reached.Hops,
            Group = candidate.Group,
            Findings = [.. reached.Findings.Where(f => f.Code != AutodiscoverFindingCodes.WrongCertificate), .. more],
        };
    }

    public static StepOutcome Unknown(ConnectionPointCandidate candidate) => new()
    {
        Target = string.Empty,
        Verdict = AutodiscoverVerdict.Depends,
        Detail = $"{Where(candidate)}. The URL is not known: nothing sets it, or it was not captured. By default it is at the name of "
            + "the server itself.",
        Group = candidate.Group,
        Findings = [Findings.Warning(AutodiscoverFindingCodes.ConnectionPointUnknown, NameList.Describe(candidate.Servers),
            "Where the service connection point leads is not known. By default it is at the name of the server, which a bought "
                + "certificate does not carry.",
            "Read AutoDiscoverServiceInternalUri (Get-ClientAccessServer, from 2016 on Get-ClientAccessService), or let the plan set "
                + "it.", "S7")],
    };

    private static string Where(ConnectionPointCandidate candidate)
    {
        string group = !candidate.IsScopeKnown ? "Scope not known" : candidate.Group switch
        {
            OwnSite => "Scoped to the client's site",
            NoSite => "Without a scope",
            _ => "Scoped to another site",
        };
        return $"{group}, on {NameList.Describe(candidate.Servers)}";
    }

    private static int GroupOf(ConnectionPoint point, string? site) =>
        point.Sites is null or { Count: 0 } ? NoSite
        : site is not null && point.Sites.Contains(site, StringComparer.OrdinalIgnoreCase) ? OwnSite
        : OtherSite;
}

/// <summary>One URL of service connection points, the servers that have it, and whether the scope of each is known.</summary>
internal sealed record ConnectionPointCandidate(int Group, string? Url, IReadOnlyList<string> Servers, bool IsScopeKnown);
