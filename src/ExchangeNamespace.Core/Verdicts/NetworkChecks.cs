using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.Services;
using ExchangeNamespace.Mail.Identity;
using ExchangeNamespace.Model;
using ExchangeNamespace.SplitDns;

namespace ExchangeNamespace.Verdicts;

/// <summary>The checks that contact servers, by observers that were made for the servers that were named.</summary>
internal static class NetworkChecks
{
    /// <summary>A part for each name in both views.</summary>
    public static IEnumerable<CheckJob> Names(SplitDnsChecks checks, SplitDnsJudge judge, SplitDnsObserver observer) =>
        checks.Names.Select(name =>
        new CheckJob(NamespaceCheck.SplitDns, async cancel =>
        {
            NameObservation seen = await observer.ObserveNameAsync(name.Name, cancel).ConfigureAwait(false);
            SplitDnsName verdict = InTurn(judge, j => j.Judge(name, seen));
            return [NamespaceCheckResult.Of(NamespaceCheck.SplitDns, verdict, verdict.Findings)];
        }));

    /// <summary>A part for each zone, to be made after the names.</summary>
    public static IEnumerable<CheckJob> Zones(SplitDnsChecks checks, SplitDnsJudge judge, SplitDnsObserver observer, string unknownLabel) =>
        judge.Zones.Select(zone => new CheckJob(NamespaceCheck.SplitDns, async cancel =>
        {
            ZoneObservation seen = await observer.ObserveZoneAsync(zone, unknownLabel, checks.MailOf(zone), cancel).ConfigureAwait(false);
            SplitDnsZone verdict = InTurn(judge, j => j.Judge(seen));
            return [NamespaceCheckResult.Of(NamespaceCheck.SplitDns, verdict, verdict.Findings, $"{verdict.Subject} (zone)")];
        }));

    /// <summary>A part for each mail domain of a plan.</summary>
    public static IEnumerable<CheckJob> Mail(NamespacePlan plan, MailObserver observer, DateTime now) => MailCheck.Of(plan).Select(check =>
        new CheckJob(NamespaceCheck.MailIdentity, async cancel =>
        {
            MailObservation seen = await observer.ObserveAsync(check, cancel).ConfigureAwait(false);
            return [.. MailRules.Judge(seen, now).Select(link => NamespaceCheckResult.Of(NamespaceCheck.MailIdentity, link, link.Findings,
                $"{link.Domain} {link.Link} {link.Subject}"))];
        }));

    /// <summary>A part for each endpoint and name.</summary>
    public static IEnumerable<CheckJob> Endpoints(NamespacePlan plan, IEnumerable<EndpointQuestion> questions, EndpointObserver observer,
        ICertificateReader reader, TimeSpan time, DateTime now) => questions.Select(question =>
        new CheckJob(NamespaceCheck.Endpoint, async cancel =>
        {
            IReadOnlyList<LiveAnswer> answers = await observer.AskAsync(question, cancel).ConfigureAwait(false);
            return await Task.Run<IReadOnlyList<NamespaceCheckResult>>(
                () => [.. Judge(plan, question, answers, reader, time, now, cancel)], cancel).ConfigureAwait(false);
        }));

    /// <summary>The results of services in the form of the verdict.</summary>
    public static IEnumerable<NamespaceCheckResult> Services(IEnumerable<NamespaceServiceCheck> checks) => checks.Select(c =>
        NamespaceCheckResult.Of(NamespaceCheck.Service, c, c.Findings, validUntil: c.Certificate?.Certificate?.NotAfter));

    /// <summary>Answers come on several threads, and what a name answered counts for its zone.</summary>
    private static T InTurn<T>(SplitDnsJudge judge, Func<SplitDnsJudge, T> work)
    {
        lock (judge)
        {
            return work(judge);
        }
    }

    private static IEnumerable<NamespaceCheckResult> Judge(NamespacePlan plan, EndpointQuestion question,
        IReadOnlyList<LiveAnswer> answers, ICertificateReader reader, TimeSpan time, DateTime now, CancellationToken cancel)
    {
        CertificateNeeds needs = EndpointNeeds.Of(plan, question);
        foreach (LiveAnswer answer in answers)
        {
            List<InputFault> faults = [];
            FoundCertificate found = FoundCertificate.Of(answer, reader, time, faults, cancel);
            NamespaceCertificate verdict = new FoundCertificates([found]) { Now = now, Needs = needs, Services = [] }
                .Judge(found, time, cancel);
            yield return faults.Count > 0
                ? NamespaceCheckResult.Of(NamespaceCheck.Endpoint, verdict.Subject, verdict.Findings,
                    CheckSummary.Unknown(faults[0].Message, "Look at the certificate on the server.", "S8"))
                : NamespaceCheckResult.Of(NamespaceCheck.Endpoint, verdict, verdict.Findings,
                    validUntil: verdict.Certificate?.NotAfter);
        }
    }
}
