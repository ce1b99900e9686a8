using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>Puts what was seen at all places together: what differs between a host and its servers is seen nowhere else.</summary>
/// <param name="plan">The plan.</param>
/// <param name="state">The captured settings; null without them.</param>
internal sealed class ServiceJudge(NamespacePlan plan, ExchangeState? state)
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoSchemes = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Judges everything: place by place, the certificate before the services.</summary>
    public IReadOnlyList<NamespaceServiceCheck> Judge(IReadOnlyList<ServiceCertificate> certificates,
        IReadOnlyList<ServiceObservation> services)
    {
        List<NamespaceServiceCheck> all = [];
        foreach (IGrouping<string, ServiceObservation> place in services.GroupBy(PlaceOf))
        {
            all.AddRange(certificates.Where(c => PlaceOf(c.Place) == place.Key)
                .Select(c => Certificate(c, [.. certificates.Where(s => s.Place.Server is not null)], [.. place])));
            all.AddRange(place.Select(seen => Service(seen, services)));
        }

        return all;
    }

    private static string PlaceOf(ServiceObservation seen) =>
        seen.Place is { } place ? PlaceOf(place) : seen.Question.Server?.Name ?? seen.Question.Host;

    private static string PlaceOf(ServicePlace place) => (place.Server?.Name ?? place.Host) + " " + place.Address;

    private NamespaceServiceCheck Certificate(ServiceCertificate shown, IReadOnlyList<ServiceCertificate> servers,
        IReadOnlyList<ServiceObservation> seen)
    {
        ServiceAnswer[] answers = [.. seen.SelectMany(s => s.Secure).Where(a => a.Code != 0)];
        ServiceIssue?[] issues = [shown.AgainstServers(servers, plan, state), TransportRules.Judge(shown.Place.Text, answers)];
        Finding[] findings = [.. shown.Verdict.Findings.Concat(issues.OfType<ServiceIssue>().Select(i => i.Finding))
            .OrderByDescending(f => f.Severity)];
        CheckSummary summary = CheckSummary.Of(findings, shown.Own);
        return new NamespaceServiceCheck
        {
            Subject = "TLS " + shown.Place.Text,
            Outcome = summary.Outcome,
            Message = summary.Message,
            Remedy = summary.Remedy,
            Rule = summary.Rule,
            Verdict = summary.Outcome switch
            {
                CheckOutcome.Passed => ServiceVerdict.Healthy,
                CheckOutcome.Unknown => ServiceVerdict.NotAnswered,
                CheckOutcome.Warning or CheckOutcome.Failed => findings[0].Code == ServiceFindingCodes.TransportSecurity
                    ? ServiceVerdict.TransportSecurity : ServiceVerdict.Certificate,
                _ => throw ClosedSet.Outside(summary.Outcome),
            },
            HostName = shown.Verdict.ServerName ?? shown.Place.Host,
            Server = shown.Place.Server?.Name,
            Address = shown.Place.Address,
            AnsweredBy = NamesOf(answers),
            TransportSecurity = answers.Select(a => a.TransportSecurity).FirstOrDefault(t => t is not null),
            Certificate = shown.Verdict,
            CertificateSha256 = shown.Leaf,
            Findings = findings,
        };
    }

    private NamespaceServiceCheck Service(ServiceObservation seen, IReadOnlyList<ServiceObservation> all)
    {
        ServiceQuestion question = seen.Question;
        string subject = Subject(seen);
        ServiceIssue[] issues = [.. Issues(seen, subject, all).OrderByDescending(i => i.Finding.Severity)];
        CheckSummary summary = CheckSummary.Of(issues.Select(i => i.Finding), Own(seen, issues));
        return new NamespaceServiceCheck
        {
            Subject = subject,
            Outcome = summary.Outcome,
            Message = summary.Message,
            Remedy = summary.Remedy,
            Rule = summary.Rule,
            Service = question.Service,
            Verdict = issues.Length == 0 ? ServiceVerdict.Healthy : issues[0].Verdict,
            HostName = question.Host,
            Server = question.Server?.Name,
            Address = seen.Place?.Address,
            StatusCode = [.. seen.Answers.Select(a => a.Code)],
            Scheme = [.. seen.Answers.SelectMany(a => a.Schemes).Distinct(StringComparer.OrdinalIgnoreCase)],
            AnsweredBy = NamesOf(seen.Secure),
            Build = [.. seen.Secure.Select(a => a.Build?.ToString()).OfType<string>().Distinct()],
            TransportSecurity = seen.Secure.Select(a => a.TransportSecurity).FirstOrDefault(t => t is not null),
            Findings = [.. issues.Select(i => i.Finding)],
        };
    }

    private IEnumerable<ServiceIssue> Issues(ServiceObservation seen, string subject, IReadOnlyList<ServiceObservation> all)
    {
        if (seen.Place is null)
        {
            return [AnswerRules.Silent(subject, seen.Why)];
        }

        ServiceQuestion question = seen.Question;
        IReadOnlyDictionary<string, IReadOnlyList<string>> direct = question.Server is null ? Direct(question, all) : NoSchemes;
        List<(ServiceIssue Issue, ServiceAnswer Answer)> first = [];
        foreach (ServiceAnswer answer in seen.Answers)
        {
            first.AddRange(new[]
            {
                AnswerRules.Judge(question, subject, answer), SchemeRules.Judge(question, subject, answer, direct),
                ServerRules.Name(question, subject, answer, plan), ServerRules.Version(question, subject, answer, plan, state),
            }.OfType<ServiceIssue>().Select(issue => (issue, answer)));
        }

        bool isHealthy = first.All(i => i.Issue.Finding.Severity != FindingSeverity.Error);
        ServiceIssue?[] others =
        [
            WayRules.Plain(seen, subject),
            isHealthy ? WayRules.Health(seen, subject) : null,
            question.Server is null ? ServerRules.Uneven(subject, Builds(question, all)) : null,
            .. seen.Json.Select(j => WayRules.Json(subject, j.Address, j.Answer, plan)),
        ];
        List<(ServiceIssue Issue, ServiceAnswer Answer)> pages = [];
        foreach (ServiceAnswer logon in seen.Logons)
        {
            pages.AddRange(ServerRules.Version(question, subject, logon, plan, state) is { } issue ? [(issue, logon)] : []);
        }

        List<(ServiceIssue Issue, ServiceAnswer Answer)> second = [];
        foreach (ServiceAnswer answer in isHealthy ? seen.Handshakes : [])
        {
            second.AddRange(WayRules.Handshake(answer, subject) is { } issue ? [(issue, answer)] : []);
        }

        return [.. Tally(first, seen.Answers), .. Tally(pages, seen.Logons), .. Tally(second, seen.Handshakes),
            .. others.OfType<ServiceIssue>()];
    }

    /// <summary>Each thing that answers show, once, with how many of them show it and who gave them.</summary>
    private static IEnumerable<ServiceIssue> Tally(List<(ServiceIssue Issue, ServiceAnswer Answer)> issues,
        IReadOnlyList<ServiceAnswer> answers)
    {
        foreach (IGrouping<string, (ServiceIssue Issue, ServiceAnswer Answer)> g in issues.GroupBy(
            i => i.Issue.Finding.Code + i.Issue.Finding.Message))
        {
            ServiceAnswer[] bad = [.. g.Select(i => i.Answer)];
            string[] by = NamesOf(bad);
            string[] others = NamesOf(answers.Except(bad));
            yield return answers.Count == 1 ? g.First().Issue
                : g.First().Issue.Saying(string.Format(CultureInfo.InvariantCulture, "{0} of {1} answers{2}.", bad.Length, answers.Count,
                    by.Length > 0 ? ", from " + string.Join(", ", by)
                    : others.Length > 0 ? ", which name no server; the others came from " + string.Join(", ", others)
                    : string.Empty));
        }
    }

    private static CheckSummary Own(ServiceObservation seen, IReadOnlyList<ServiceIssue> issues)
    {
        bool isSilent = seen.Answers.All(a => a.Code == 0) || (seen.Handshakes.Count > 0 && seen.Handshakes.All(a => a.Code == 0));
        ServiceIssue? unknown = issues.FirstOrDefault(i => i.Verdict == ServiceVerdict.NotKnown
            || (isSilent && i.Verdict == ServiceVerdict.NotAnswered) || i.Finding.Code == ServiceFindingCodes.JsonUnknown);
        return unknown is not null ? CheckSummary.Unknown(unknown.Finding.Message, unknown.Finding.Remedy, unknown.Finding.Rule)
            : CheckSummary.Passed(seen.Answers.SelectMany(a => a.Schemes).Distinct(StringComparer.OrdinalIgnoreCase).ToArray()
                is { Length: > 0 } schemes
                ? $"It asks who is there, as a healthy server does: {string.Join(", ", schemes)}."
                : "It leads to the logon page, as a healthy server does.");
    }

    /// <summary>What the servers behind a host offer when they are asked themselves; one that answers otherwise is left out.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Direct(ServiceQuestion question, IEnumerable<ServiceObservation> all)
    {
        Dictionary<string, IReadOnlyList<string>> schemes = new(StringComparer.OrdinalIgnoreCase);
        foreach (ServiceObservation seen in all.Where(s => s.Question.Server is { } server && s.Question.Service == question.Service
            && question.Behind.Contains(server)))
        {
            if (seen.Answers.FirstOrDefault(a => a.Code == 401) is { } challenge)
            {
                schemes[seen.Question.Server!.Name] = challenge.Schemes;
            }
        }

        return schemes;
    }

    private static Dictionary<string, Version> Builds(ServiceQuestion question, IEnumerable<ServiceObservation> all)
    {
        Dictionary<string, Version> builds = new(StringComparer.OrdinalIgnoreCase);
        foreach (ServiceObservation seen in all.Where(s => s.Question.Service == question.Service
            && (s.Question.Server is { } server ? question.Behind.Contains(server) : s.Question.Host == question.Host)))
        {
            foreach (ServiceAnswer answer in seen.Secure.Where(a => a.Build is not null && a.FrontEnd is not null))
            {
                builds[answer.FrontEnd!] = answer.Build!;
            }
        }

        return builds;
    }

    private static string[] NamesOf(IEnumerable<ServiceAnswer> answers) =>
        [.. answers.Select(a => a.FrontEnd).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(n => n, StringComparer.OrdinalIgnoreCase)];

    private static string Subject(ServiceObservation seen)
    {
        ServiceQuestion question = seen.Question;
        string place = question.Server?.Name ?? question.Host;
        string at = seen.Place is { } known ? $" ({known.Address})" : string.Empty;
        return question.Server is null ? $"{question.Service} {place}{at}" : $"{question.Service} {place}{at} as {question.Host}";
    }
}
