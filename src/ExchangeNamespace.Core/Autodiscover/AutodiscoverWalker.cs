using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Autodiscover;

/// <summary>Walks the order of a client over the facts: the same for a plan, a state and the network.</summary>
internal static class AutodiscoverWalker
{
    /// <summary>The most telling verdict of a walk that leads nowhere stands first.</summary>
    private static readonly AutodiscoverVerdict[] Telling =
    [
        AutodiscoverVerdict.WrongCertificate, AutodiscoverVerdict.RedirectRefused, AutodiscoverVerdict.Inconclusive, AutodiscoverVerdict.Depends,
        AutodiscoverVerdict.NotAutodiscover, AutodiscoverVerdict.NoName, AutodiscoverVerdict.Skipped,
    ];

    public static async Task<AutodiscoverRoute> WalkAsync(
        AutodiscoverQuestion question, IAutodiscoverFacts facts, IReadOnlyList<AutodiscoverUrl> urls, bool live, CancellationToken cancel)
    {
        List<AutodiscoverStep> steps = [];
        List<Finding> findings = [];
        int rank = 0;
        bool found = false;
        foreach (IGrouping<int, OrderRow> place in AutodiscoverOrder.Of(question.Client).GroupBy(r => r.Place))
        {
            List<(OrderRow Row, StepOutcome Outcome)> asked = [];
            foreach (OrderRow row in place)
            {
                IReadOnlyList<StepOutcome> outcomes = found && !question.AllSteps
                    ? [new StepOutcome { Target = StepTarget.Of(row.Method, question.Domain), Verdict = AutodiscoverVerdict.NotReached, Detail = "A step before leads to Autodiscover." }]
                    : await facts.AskAsync(row.Method, question, cancel).ConfigureAwait(false);
                asked.AddRange(outcomes.Select(o => (row, o)));
            }

            foreach (IGrouping<int, (OrderRow Row, StepOutcome Outcome)> group in asked.GroupBy(a => a.Outcome.Group).OrderBy(g => g.Key))
            {
                rank++;
                bool before = found && !question.AllSteps;
                foreach ((OrderRow row, StepOutcome outcome) in group)
                {
                    steps.Add(Step(rank, row, outcome, before));
                    findings.AddRange(before ? [] : outcome.Findings);
                }

                found |= group.Any(a => a.Outcome.Leads);
            }
        }

        AutodiscoverStep[] leading = [.. steps.Where(s => s.Verdict is AutodiscoverVerdict.Hit or AutodiscoverVerdict.Redirect)];
        AutodiscoverStep[] first = [.. leading.Where(s => s.Rank == leading[0].Rank)];
        bool certain = first.Select(s => s.Endpoint).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;
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
            Verdict = first.Length > 0 ? first[0].Verdict : Telling.First(v => v == AutodiscoverVerdict.Skipped || steps.Any(s => s.Verdict == v)),
            Endpoint = certain ? first[0].Endpoint : null,
            Steps = steps,
            Urls = urls,
            Findings = findings,
        };
    }

    private static AutodiscoverStep Step(int rank, OrderRow row, StepOutcome outcome, bool before) => new()
    {
        Rank = rank,
        Method = row.Method,
        Target = outcome.Target,
        Verdict = before ? AutodiscoverVerdict.NotReached : outcome.Verdict,
        Endpoint = before ? null : outcome.Endpoint,
        CertificateCovers = before ? null : outcome.CertificateCovers,
        Detail = before && outcome.Verdict != AutodiscoverVerdict.NotReached ? "A step before leads to Autodiscover." : outcome.Detail,
        Hops = before ? [] : outcome.Hops,
        Certainty = row.Certainty,
        Source = row.Source,
    };
}
