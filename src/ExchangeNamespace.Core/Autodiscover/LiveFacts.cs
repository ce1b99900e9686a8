using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Autodiscover;

/// <summary>
/// A walk over the network: names from the resolver that was named, URLs by GET without credentials. Each thing is asked once in a run.
/// </summary>
internal sealed class LiveFacts(NameFinder names, IHttpProbe http, LiveOptions options, IAutodiscoverTopology? topology)
    : IAutodiscoverFacts
{
    private readonly ConcurrentDictionary<string, Lazy<Task<StepOutcome>>> _asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly EndpointProbe _endpoints = new(names, http, options);

    public async Task<IReadOnlyList<StepOutcome>> AskAsync(AutodiscoverMethod method, AutodiscoverQuestion question,
        CancellationToken cancel)
    {
        string target = StepTarget.Of(method, question.Domain);
        Func<CancellationToken, Task<StepOutcome>>? ask = method switch
        {
            AutodiscoverMethod.RootDomain => c => _endpoints.FollowAsync(target, isGet: false, c),
            AutodiscoverMethod.AutodiscoverHost => c => HostAsync(target, question.Domain, c),
            AutodiscoverMethod.HttpRedirect => c => _endpoints.FollowAsync(target, isGet: true, c),
            AutodiscoverMethod.ServiceRecord => c => ServiceAsync(target, c),
            AutodiscoverMethod.Restart or AutodiscoverMethod.PreferredLocalXml or AutodiscoverMethod.LastKnownGood
                or AutodiscoverMethod.Microsoft365Priority or AutodiscoverMethod.ServiceConnectionPoint
                or AutodiscoverMethod.LocalXml or AutodiscoverMethod.Microsoft365Failsafe => null,
            _ => throw ClosedSet.Outside(method),
        };
        return method == AutodiscoverMethod.ServiceConnectionPoint ? await ConnectionPointsAsync(question, cancel).ConfigureAwait(false)
            : ask is null ? [KeptOnClient.Outcome(method)]
            : [StepFindings.Judge(method, await OnceAsync(target, target, ask, cancel).ConfigureAwait(false))];
    }

    private async Task<IReadOnlyList<StepOutcome>> ConnectionPointsAsync(AutodiscoverQuestion question, CancellationToken cancel)
    {
        if (topology is null)
        {
            return [new StepOutcome
            {
                Target = string.Empty,
                Verdict = AutodiscoverVerdict.Skipped,
                Detail = question.DomainJoined ? "Active Directory is not asked: give a plan or a state with the service connection points."
                    : "The client is not a member of the domain.",
            }];
        }

        ConnectionPointFacts points = new(topology);
        if (points.Skipped(question) is { } skipped)
        {
            return [skipped];
        }

        List<StepOutcome> outcomes = [];
        foreach (ConnectionPointCandidate candidate in points.Candidates(question))
        {
            outcomes.Add(candidate.Url is not { } url
                ? ConnectionPointFacts.Unknown(candidate)
                : ConnectionPointFacts.Known(candidate,
                    await OnceAsync(url, url, c => _endpoints.FollowAsync(url, isGet: false, c), cancel).ConfigureAwait(false)));
        }

        return outcomes;
    }

    private async Task<StepOutcome> HostAsync(string target, Fqdn domain, CancellationToken cancel)
    {
        StepOutcome outcome = await _endpoints.FollowAsync(target, isGet: false, cancel).ConfigureAwait(false);
        if (outcome.Verdict == AutodiscoverVerdict.NoName)
        {
            return outcome;
        }

        HostLookup host = await names.FindAsync(StepTarget.Host(domain), cancel).ConfigureAwait(false);
        HostLookup unknown = await names.FindAsync(options.UnknownLabel + "." + domain.Value, cancel).ConfigureAwait(false);
        return unknown.Addresses.Count == 0 || !unknown.Addresses.SequenceEqual(host.Addresses) ? outcome
            : StepFindings.With(outcome, outcome.Target, outcome.Detail,
                [Findings.Warning(AutodiscoverFindingCodes.WildcardTrap, domain.Value,
                "The name has the same address as a name that was made up: a wildcard answers for it, so clients ask a host that was not "
                    + "meant, or it has a record of its own with the address of the wildcard.",
                "Look into the zone: make a record of its own for autodiscover where it has none, or take the wildcard away.",
                "S9",
                [.. unknown.Addresses])]);
    }

    private async Task<StepOutcome> ServiceAsync(string record, CancellationToken cancel)
    {
        DnsAnswer answer = await names.AskAsync(record, DnsRecordType.SRV, cancel).ConfigureAwait(false);
        List<DnsAnswerRecord> found = [.. answer.Of(DnsRecordType.SRV)];
        if (found.Count == 0)
        {
            return HostLookup.Conclusive(answer.Status)
                ? new StepOutcome { Target = record, Verdict = AutodiscoverVerdict.NoName, Detail = "There is no such record." }
                : new StepOutcome { Target = record, Verdict = AutodiscoverVerdict.Inconclusive,
                    Detail = $"The DNS server {answer.Server} could not tell: {answer.Status}." };
        }

        string[] otherPorts = [
            .. found.Where(r => r.Port != StepTarget.ServicePort)
                .Select(r => r.Value + ":" + r.Port.ToString(CultureInfo.InvariantCulture))];
        StepOutcome otherPort = StepFindings.WrongPort(record, otherPorts);
        DnsAnswerRecord? best = found.Where(r => r.Port == StepTarget.ServicePort).OrderBy(r => r.Preference)
            .ThenByDescending(r => r.Weight).ThenBy(r => r.Value, StringComparer.Ordinal).FirstOrDefault();
        if (best is null)
        {
            return otherPort;
        }

        List<Finding> findings = otherPorts.Length > 0 ? [.. otherPort.Findings] : [];
        if (best.Value is "" or ".")
        {
            return new StepOutcome { Target = record, Verdict = AutodiscoverVerdict.NoName,
                Detail = "The record says that the service is not offered.", Findings = findings };
        }

        HostLookup host = await names.FindAsync(best.Value, cancel).ConfigureAwait(false);
        if (host.Chain.Count > 0)
        {
            findings.Add(Findings.Warning(AutodiscoverFindingCodes.ServiceTargetAlias, record,
                $"The target {VisibleText.Short(best.Value)} of the service record is an alias, which it must not be (RFC 2782).",
                "Let the record lead to a name with address records.", "S10", [.. host.Chain.Take(1)]));
        }

        StepOutcome reached = await _endpoints.FollowAsync(StepTarget.Url("https", best.Value), isGet: false, cancel, isLedTo: true)
            .ConfigureAwait(false);
        return StepFindings.With(reached, record, $"The record leads to {VisibleText.Short(best.Value)}. {reached.Detail}", findings);
    }

    /// <summary>Asks within the time of one step, and once for all clients.</summary>
    private Task<StepOutcome> OnceAsync(string key, string target, Func<CancellationToken, Task<StepOutcome>> ask,
        CancellationToken cancel) =>
        _asked.GetOrAdd(key, _ => new Lazy<Task<StepOutcome>>(() => WithinTimeAsync(target, ask, cancel))).Value;

    private async Task<StepOutcome> WithinTimeAsync(string target, Func<CancellationToken, Task<StepOutcome>> ask, CancellationToken cancel)
    {
        using CancellationTokenSource step = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        step.CancelAfter(options.Timeout);
        try
        {
            return await ask(step.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new StepOutcome { Target = target, Verdict = AutodiscoverVerdict.Inconclusive,
                Detail = $"The step did not end within {EndpointProbe.Milliseconds(options.Timeout)}." };
        }
    }
}
