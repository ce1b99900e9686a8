using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Autodiscover;

/// <summary>Walks the order of a client over the facts: the same for a plan, a state and the network.</summary>
internal static class AutodiscoverWalker
{
    /// <summary>The most telling verdict of a walk that leads nowhere stands first.</summary>
    private static readonly AutodiscoverVerdict[] Telling =
    [
        AutodiscoverVerdict.WrongCertificate, AutodiscoverVerdict.RedirectRefused, AutodiscoverVerdict.Inconclusive,
        AutodiscoverVerdict.Depends,
        AutodiscoverVerdict.NotAutodiscover, AutodiscoverVerdict.NoName, AutodiscoverVerdict.Skipped,
    ];

    public static async Task<AutodiscoverRoute> WalkAsync(
        AutodiscoverQuestion question, IAutodiscoverFacts facts, IReadOnlyList<AutodiscoverUrl> urls, bool live, CancellationToken cancel)
    {
        List<AutodiscoverStep> steps = [];
        List<Finding> findings = [];
        int rank = 0;
        AutodiscoverMethod? ledBy = null;
        foreach (IGrouping<int, OrderRow> place in AutodiscoverOrder.Of(question.Client).GroupBy(r => r.Place))
        {
            List<(OrderRow Row, StepOutcome Outcome)> asked = [];
            foreach (OrderRow row in place)
            {
                IReadOnlyList<StepOutcome> outcomes = IsReached(row, ledBy, question)
                    ? await facts.AskAsync(row.Method, question, cancel).ConfigureAwait(false)
                    : [NotReached(StepTarget.Of(row.Method, question.Domain))];
                asked.AddRange(outcomes.Select(o => (row, o)));
            }

            foreach (IGrouping<int, (OrderRow Row, StepOutcome Outcome)> group in asked.GroupBy(a => a.Outcome.Group).OrderBy(g => g.Key))
            {
                rank++;
                AutodiscoverMethod? before = ledBy;
                foreach ((OrderRow row, StepOutcome given) in group)
                {
                    StepOutcome outcome = IsReached(row, before, question) ? given : NotReached(given.Target);
                    steps.Add(Step(rank, row, outcome));
                    findings.AddRange(outcome.Findings);
                    ledBy ??= outcome.Leads ? row.Method : null;
                }
            }
        }

        AutodiscoverStep[] leading = [.. steps.Where(s => s.Verdict is AutodiscoverVerdict.Hit or AutodiscoverVerdict.Redirect)];
        AutodiscoverStep[] first = [.. leading.Where(s => s.Rank == leading[0].Rank)];

        // Among service connection points of equal standing a client picks at random, even one that does not lead there.
        bool chance = first.Length > 0 && first[0].Method == AutodiscoverMethod.ServiceConnectionPoint
            && steps.Count(s => s.Rank == first[0].Rank) > first.Length;
        bool certain = !chance && first.Select(s => s.Endpoint).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;
        findings.AddRange(AutodiscoverFindings.OfWalk(question, steps, first));
        findings.AddRange(AutodiscoverFindings.OfUrls(question, urls));
        return new AutodiscoverRoute
        {
            EmailAddress = question.EmailAddress,
            Domain = question.Domain,
            Client = question.Client,
            DomainJoined = question.DomainJoined,
            View = question.View,
            Site = question.Site,
            IsLive = live,
            Verdict = first.Length > 0 ? first[0].Verdict
                : Telling.First(
                    v => v == AutodiscoverVerdict.Skipped
                        || steps.Any(s => s.Verdict == v && !AutodiscoverFindings.IsKeptOnClient(s.Method))),
            Endpoint = certain ? first[0].Endpoint : null,
            Steps = steps,
            Urls = urls,
            Findings = findings,
        };
    }

    /// <summary>Whether the client comes to a step, given the way that has led to Autodiscover before.</summary>
    private static bool IsReached(OrderRow row, AutodiscoverMethod? ledBy, AutodiscoverQuestion question) =>
        ledBy is null || question.AllSteps || (row.BesideDirectory && ledBy == AutodiscoverMethod.ServiceConnectionPoint);

    private static StepOutcome NotReached(string target) =>
        new() { Target = target, Verdict = AutodiscoverVerdict.NotReached, Detail = "A step before leads to Autodiscover." };

    private static AutodiscoverStep Step(int rank, OrderRow row, StepOutcome outcome) => new()
    {
        Rank = rank,
        Method = row.Method,
        Target = outcome.Target,
        Verdict = outcome.Verdict,
        Endpoint = outcome.Endpoint,
        CertificateCovers = outcome.CertificateCovers,
        Detail = outcome.Detail,
        Hops = outcome.Hops,
        Certainty = row.Certainty,
        Source = row.Source,
    };
}
