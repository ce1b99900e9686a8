using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Autodiscover;

/// <summary>A walk over a plan or a state and what is known beside it. Nothing is asked, so what is not known stays open.</summary>
internal sealed class PlannedFacts(IAutodiscoverTopology topology, KnownAnswers known) : IAutodiscoverFacts
{
    private readonly ConnectionPointFacts _connectionPoints = new(topology);

    public Task<IReadOnlyList<StepOutcome>> AskAsync(AutodiscoverMethod method, AutodiscoverQuestion question, CancellationToken cancel)
    {
        string target = StepTarget.Of(method, question.Domain);
        IReadOnlyList<StepOutcome> outcomes = method switch
        {
            AutodiscoverMethod.ServiceConnectionPoint => _connectionPoints.Ask(question, Reach),
            AutodiscoverMethod.RootDomain => [Follow(target, question, isGet: false)],
            AutodiscoverMethod.AutodiscoverHost => [Host(target, question)],
            AutodiscoverMethod.HttpRedirect => [Follow(target, question, isGet: true)],
            AutodiscoverMethod.ServiceRecord => [Service(target, question)],
            AutodiscoverMethod.Restart or AutodiscoverMethod.PreferredLocalXml or AutodiscoverMethod.LastKnownGood
                or AutodiscoverMethod.Microsoft365Priority or AutodiscoverMethod.LocalXml
                or AutodiscoverMethod.Microsoft365Failsafe => [KeptOnClient.Outcome(method)],
            _ => throw ClosedSet.Outside(method),
        };
        return Task.FromResult(
            method == AutodiscoverMethod.ServiceConnectionPoint ? outcomes : [.. outcomes.Select(o => StepFindings.Judge(method, o))]);
    }

    /// <summary>What a URL comes to, certificate and redirects included.</summary>
    private StepOutcome Reach(string url, AutodiscoverQuestion question) => Follow(url, question, isGet: false);

    private StepOutcome Host(string target, AutodiscoverQuestion question)
    {
        StepOutcome outcome = Follow(target, question, isGet: false);
        return topology.MailDomains.Count == 0 || topology.MailDomains.Contains(question.Domain) ? outcome
            : StepFindings.With(outcome, outcome.Target, outcome.Detail,
                [Findings.Information(AutodiscoverFindingCodes.DomainNotPlanned, question.Domain.Value,
                "The mail domain is not among those of the organisation, so nothing is planned or known for it.",
                "Check the spelling, or plan with every primary mail domain (-SmtpDomain).", "S10")]);
    }

    private StepOutcome Service(string record, AutodiscoverQuestion question)
    {
        if (!known.TryFindService(question.Domain.Value, out KnownService? service))
        {
            if (topology.ServiceTarget(question) is { } planned)
            {
                return Lead(planned);
            }

            return new StepOutcome { Target = record, Verdict = AutodiscoverVerdict.Depends,
                Detail = "Nothing is said about this record; where autodiscover has a host of its own, none is needed." };
        }

        if (service is null)
        {
            return new StepOutcome { Target = record, Verdict = AutodiscoverVerdict.NoName, Detail = "There is no such record." };
        }

        if (service.Port != StepTarget.ServicePort)
        {
            return StepFindings.WrongPort(record,
                [service.Host + ":" + service.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        }

        return Lead(service.Host);

        StepOutcome Lead(string host)
        {
            StepOutcome reached = Follow(StepTarget.Url("https", host), question, isGet: false);
            return StepFindings.With(reached, record, $"The record leads to {host}. {reached.Detail}");
        }
    }

    private StepOutcome Follow(string start, AutodiscoverQuestion question, bool isGet)
    {
        if (!HttpTarget.TryParse(start, out HttpTarget? url))
        {
            return new StepOutcome { Target = start, Verdict = AutodiscoverVerdict.NoName, Detail = "No host can have this name." };
        }

        RedirectChain chain = new(start, isGet);
        while (true)
        {
            (AutodiscoverHop hop, HttpTarget? next, string detail) = Look(url, question);
            if (chain.Add(hop, detail, next) is { } end)
            {
                return end;
            }

            url = next!;
        }
    }

    private (AutodiscoverHop Hop, HttpTarget? Next, string Detail) Look(HttpTarget url, AutodiscoverQuestion question)
    {
        HostFact fact = topology.Find(url.Host, question.View);
        KnownAnswer? answer = known.Find(url.IsSecure, url.Host);
        string[] names = [.. fact.Certificates.SelectMany(c => c).Distinct(StringComparer.Ordinal)];
        if (known.IsMissing(url.Host) || (answer is null && fact.Exists == false))
        {
            return (Hop(url, AutodiscoverVerdict.NoName, []), null, $"There is no name {url.Host} {Place(question)}.");
        }

        if (!url.IsSecure)
        {
            return answer switch
            {
                { Kind: KnownAnswerKind.Redirect } => (Hop(url, AutodiscoverVerdict.Redirect, []), answer.Target, string.Empty),
                { Kind: KnownAnswerKind.Silent } => (Hop(url, AutodiscoverVerdict.Inconclusive, []), null, "No server answers there."),
                not null => (Hop(url, AutodiscoverVerdict.NotAutodiscover, []), null,
                    "No redirect is given there, and over http nothing else counts."),
                _ => (Hop(url, AutodiscoverVerdict.Depends, []), null, "Nothing is said about a redirect on port 80 of this host."),
            };
        }

        if (answer is { Kind: KnownAnswerKind.Silent })
        {
            return (Hop(url, AutodiscoverVerdict.Inconclusive, []), null, "No server answers there.");
        }

        if (fact.Exists is null && answer is null)
        {
            string then = fact.Covers(url.Host) switch
            {
                true => " If it leads to Exchange, the certificate covers it.",
                false => " If it leads to Exchange, the certificate does not cover it.",
                _ => string.Empty,
            };
            return (Hop(url, AutodiscoverVerdict.Depends, then.Length > 0 ? names : []), null,
                $"Nothing is said about what answers at {url.Host} {Place(question)}.{then}");
        }

        bool? covers = answer is null or { Kind: KnownAnswerKind.Autodiscover } ? fact.Covers(url.Host) : null;
        AutodiscoverVerdict verdict = answer?.Kind switch
        {
            KnownAnswerKind.OtherPage => AutodiscoverVerdict.NotAutodiscover,
            KnownAnswerKind.Redirect => AutodiscoverVerdict.Redirect,
            null or KnownAnswerKind.Silent or KnownAnswerKind.Autodiscover =>
                covers is not { } known ? AutodiscoverVerdict.Depends
                : known ? AutodiscoverVerdict.Hit
                : AutodiscoverVerdict.WrongCertificate,
            _ => throw ClosedSet.Outside(answer.Kind),
        };
        string detail = verdict switch
        {
            AutodiscoverVerdict.Hit => $"{url.Host} leads to Exchange, and the certificate covers it.",
            AutodiscoverVerdict.WrongCertificate => $"{url.Host} leads to Exchange, but the certificate does not cover it.",
            AutodiscoverVerdict.NotAutodiscover => $"The page is not Autodiscover at {url.Host}.",
            AutodiscoverVerdict.Depends =>
                fact.Certificates.Count == 0 ? $"No certificate is known for {url.Host}."
                    : $"Only some of the certificates that may answer cover {url.Host}.",
            AutodiscoverVerdict.Skipped or AutodiscoverVerdict.NotReached or AutodiscoverVerdict.NoName
                or AutodiscoverVerdict.Inconclusive or AutodiscoverVerdict.RedirectRefused
                or AutodiscoverVerdict.Redirect => string.Empty,
            _ => throw ClosedSet.Outside(verdict),
        };
        return (Hop(url, verdict, verdict is AutodiscoverVerdict.Hit or AutodiscoverVerdict.WrongCertificate ? names : []),
            answer?.Target, detail);
    }

    private static AutodiscoverHop Hop(HttpTarget url, AutodiscoverVerdict verdict, IReadOnlyList<string> names) =>
        new() { Url = url.ToString(), Verdict = verdict, CertificateNames = names };

    private static string Place(AutodiscoverQuestion question) => question.View == DnsView.Internal ? "inside" : "outside";
}
