using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Autodiscover;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Verdicts;

/// <summary>
/// The walk of a client for each mail domain: inside by the captured settings where there are any, outside by the plan, because no capture
/// holds DNS.
/// </summary>
internal static class AutodiscoverChecks
{
    private const AutodiscoverClient Client = AutodiscoverClient.Outlook2016;
    private const string Mailbox = "user@";

    /// <summary>A part for each mail domain and view.</summary>
    public static IEnumerable<CheckJob> Of(CheckMaterial material)
    {
        IAutodiscoverTopology? plan = material.Plan is null ? null : new PlanTopology(material.Plan);
        IAutodiscoverTopology? state = material.State is null ? null : new StateTopology(material.State);
        foreach (Fqdn domain in (plan ?? state)!.MailDomains)
        {
            yield return Job(NamespaceCheck.AutodiscoverRoute, Question(domain, DnsView.Internal), (state ?? plan)!, facts: null);
            if (plan is not null)
            {
                yield return Job(NamespaceCheck.AutodiscoverRoute, Question(domain, DnsView.External), plan, facts: null);
            }
        }
    }

    /// <summary>The same over the network, from outside or inside.</summary>
    public static IEnumerable<CheckJob> Live(NamespacePlan plan, DnsView view, Func<IAutodiscoverTopology, IAutodiscoverFacts> facts)
    {
        PlanTopology topology = new(plan);
        IAutodiscoverFacts network = facts(topology);
        return topology.MailDomains.Select(d => Job(NamespaceCheck.LiveAutodiscover, Question(d, view), topology, network));
    }

    private static AutodiscoverQuestion Question(Fqdn domain, DnsView view) => new()
    {
        EmailAddress = Mailbox + domain.Value,
        Domain = domain,
        Client = Client,
        DomainJoined = view == DnsView.Internal,
        View = view,
    };

    private static CheckJob Job(NamespaceCheck check, AutodiscoverQuestion question, IAutodiscoverTopology topology,
        IAutodiscoverFacts? facts) => new(check, async cancel =>
    {
        AutodiscoverRoute route = await AutodiscoverWalker.WalkAsync(question, facts ?? new PlannedFacts(topology, KnownAnswers.None),
            topology.Urls(question), facts is not null, cancel).ConfigureAwait(false);
        return [NamespaceCheckResult.Of(check, $"{question.Domain} {question.View}", route.Findings, Own(route))];
    });

    private static CheckSummary Own(AutodiscoverRoute route) => route.Verdict is AutodiscoverVerdict.Hit or AutodiscoverVerdict.Redirect
        ? CheckSummary.Passed(route.Endpoint is { } endpoint ? $"A client finds Autodiscover at {endpoint}."
            : "A client finds Autodiscover, at one of several places.")
        : CheckSummary.Unknown("Whether a client finds Autodiscover depends on what is not known here.",
            "Look at the steps with Get-AutodiscoverRoute.", "S9");
}
