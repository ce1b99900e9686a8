using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>
/// Judges at one moment whether a client reaches its mailbox under a name: the name has an answer, every server behind every answer that
/// the client may have is in service, shows a certificate that covers the name, and serves the mailbox or sends the client on to a name
/// of which the same is true.
/// </summary>
internal sealed class QuestionJudge
{
    private const int MostRedirects = 3;
    private const string NameRule = "S1";
    private const string CertificateRule = "S8";

    private readonly Moment _moment;
    private readonly FrontEndJudge _frontEnds;
    private readonly Dictionary<(DnsView, MailboxGroup, string, RouteProtocol), Judgement> _known = [];
    private readonly Dictionary<(DnsView, string, RouteProtocol), List<Answer>> _answers = [];

    public QuestionJudge(Moment moment)
    {
        _moment = moment;
        _frontEnds = new FrontEndJudge(moment);
    }

    public Judgement Judge(ClientQuestion question) =>
        Judge(question.View, question.Group, question.Host, question.Protocol, MostRedirects);

    private Judgement Judge(DnsView view, MailboxGroup group, string host, RouteProtocol protocol, int redirects)
    {
        if (_known.TryGetValue((view, group, host, protocol), out Judgement known))
        {
            return known;
        }

        Judgement judgement = redirects == 0
            ? Judgement.Bad(Trouble.Error(SimulationFindingCodes.NotServed, host, $"the client is sent from {host} to {host} again.",
                "Give the servers of each site a host of their own.", "S31"))
            : Decide(view, group, host, protocol, redirects);
        _known[(view, group, host, protocol)] = judgement;
        return judgement;
    }

    private Judgement Decide(DnsView view, MailboxGroup group, string host, RouteProtocol protocol, int redirects)
    {
        Judgement judgement = Judgement.Good;
        foreach (Answer answer in group.IsPilot && IsInHostsFile(view, group, host) ? [OfPilots(view, group, host, protocol)]
            : AnswersOf(view, host, protocol))
        {
            judgement = judgement.And(answer.Judgement);
            foreach (SimulatedServer server in answer.Servers)
            {
                judgement = judgement.And(FrontEnd(view, group, host, protocol, redirects, server, answer.Leads));
            }
        }

        return judgement;
    }

    /// <summary>
    /// The names that lead to the servers of a test user one day: those that the servers carry, and without a server that carries it a name
    /// that leads to their site.
    /// </summary>
    private bool IsInHostsFile(DnsView view, MailboxGroup group, string host)
    {
        if (_moment.Names.Find(view, host) is not { } entry)
        {
            return false;
        }

        SimulatedServer[] carrying = [.. _moment.Servers.Values.Where(s => s.IsInstalled && s.Hosts.Contains(host))];
        return carrying.Length > 0 ? carrying.Any(s => MailboxGroup.Of(s, true) == group)
            : entry.Servers.Select(_moment.Find).All(s => s is null || group.IsIn(s.Site));
    }

    /// <summary>Test users have the new servers in the hosts file.</summary>
    private Answer OfPilots(DnsView view, MailboxGroup group, string host, RouteProtocol protocol) => Servers(view, host, protocol,
        [.. _moment.HoldersOf(MailboxKind.Pilot).Where(
            n => _moment.Find(n) is { IsInstalled: true } s && MailboxGroup.Of(s, true) == group)],
        "the hosts file of the test computer");

    /// <summary>The answer of now, and those of before that clients may still have.</summary>
    private List<Answer> AnswersOf(DnsView view, string host, RouteProtocol protocol)
    {
        if (_answers.TryGetValue((view, host, protocol), out List<Answer>? known))
        {
            return known;
        }

        NameEntry? entry = _moment.Names.Find(view, host);
        List<Answer> answers =
        [
            entry is not null ? Servers(view, host, protocol, entry.Servers, $"{view} DNS")
                : view == DnsView.Internal && _moment.FindHost(host) is { } own
                    ? Servers(view, host, protocol, [own.Name], "Internal DNS")
                    : Answer.Bad(SimulationFindingCodes.NameUnanswered, host, $"{host} has no answer in the {view} view.",
                        "Make the record before clients are given the name, and remove it after they have forgotten it.", NameRule,
                        $"{view} DNS has no record of {host}"),
        ];
        foreach (KeptAnswer kept in _moment.Names.Kept(view, host))
        {
            answers.Add(kept.Until is not { } until ? new Answer(Judgement.Unknown, [], string.Empty)
                : Servers(view, host, protocol,
                    [.. kept.Places.SelectMany(p => p.Servers).Distinct(StringComparer.OrdinalIgnoreCase)],
                    $"an answer of {view} DNS from before step {kept.Step}, which may be kept for {Duration.Text(until - _moment.Now)}"));
        }

        _answers.Add((view, host, protocol), answers);
        return answers;
    }

    private Answer Servers(DnsView view, string host, RouteProtocol protocol, IReadOnlyCollection<string> names, string how)
    {
        SimulatedServer[] servers = [.. names.Select(_moment.Find).OfType<SimulatedServer>()];
        string leads = $"{host} leads to {NameList.Describe(names)} ({how})";
        if (names.FirstOrDefault(n => _moment.Find(n) is null && _moment.ToCome.Contains(n)) is { } early)
        {
            return Answer.Bad(SimulationFindingCodes.NotServed, host, $"{host} leads to {early}, where Exchange is not installed yet.",
                "Let servers join after they were prepared.", "S30", leads);
        }

        if (servers.Length == 0)
        {
            return new Answer(Judgement.Unknown, [], leads);
        }

        if (servers.FirstOrDefault(s => !s.IsInstalled) is { } gone)
        {
            return Answer.Bad(SimulationFindingCodes.NotServed, host,
                $"{host} leads to {gone.Name}, where Exchange is no longer installed.",
                "Take the server out of DNS and out of the pool, and wait for old answers, before it is removed.", "S30", leads);
        }

        SimulatedServer[] answering = [.. servers.Where(s => s.IsInService)];
        if (answering.Length == 0)
        {
            return servers.All(s => s.ComesBack)
                ? new Answer(Judgement.Bad(new Trouble(SimulationFindingCodes.Interruption, FindingSeverity.Warning, host,
                    $"{host} is interrupted while {NameList.Describe(names)} is worked on.",
                    "Do it in a maintenance window, or add a second server.", "S30") { Path = [leads] }), [], leads)
                : Answer.Bad(SimulationFindingCodes.NotServed, host,
                    $"{host} leads only to {NameList.Describe(names)}, which is out of service.",
                    "Lead the name to servers in service first.", "S30", leads);
        }

        Judgement judgement = Judgement.Good;
        foreach (SimulatedServer server in answering)
        {
            judgement = judgement.And(Certificate(view, host, protocol, server, leads));
        }

        return new Answer(judgement,
            [.. answering.GroupBy(s => (s.Site, s.Product, FrontEndJudge.ExternalHost(s, protocol))).Select(g => g.First())], leads);
    }

    private Judgement Certificate(DnsView view, string host, RouteProtocol protocol, SimulatedServer server, string leads)
    {
        bool proxied = _moment.Proxy.Count > 0 && (view == DnsView.External || _moment.Names.IsPublicOnly(host));
        ShownCertificate? shown = proxied ? _moment.Proxy.FirstOrDefault(p => p.Covers(host)) ?? _moment.Proxy[0] : server.Web;
        if (shown is null)
        {
            return Judgement.Unknown;
        }

        string who = proxied ? "the reverse proxy" : server.Name;
        if (!shown.IsTrusted || !shown.Covers(host))
        {
            return Bad(SimulationFindingCodes.NotCovered, host,
                $"{who} shows {shown.Describe()}{(shown.Covers(host) ? "" : $", which does not cover {host}")}.",
                "Enable a certificate with every name in use before clients are led to the server.", CertificateRule, leads);
        }

        // The provider EXPR is that of clients outside.
        return view == DnsView.External && protocol == RouteProtocol.OutlookAnywhere
            && _moment.PrincipalName is { IsKnown: true, Value: { } principal }
            && !shown.Names.Contains(principal, StringComparer.OrdinalIgnoreCase)
            ? Bad(SimulationFindingCodes.NotCovered, host,
                $"Outlook expects {principal} on the certificate (Set-OutlookProvider EXPR), and {who} shows {shown.Describe()}.",
                "Set CertPrincipalName to a name of every certificate in use.", CertificateRule, leads)
            : Judgement.Good;
    }

    private Judgement FrontEnd(DnsView view, MailboxGroup group, string host, RouteProtocol protocol, int redirects, SimulatedServer server,
        string leads)
    {
        FrontEndStep step = _frontEnds.Ask(view, server, protocol, group);
        if (step.RedirectedTo is not { } next)
        {
            return step.Judgement.Trouble is { } own
                ? Judgement.Bad(own with { Path = [leads, .. own.Path] }) : step.Judgement;
        }

        Judgement there = next == host
            ? Bad(SimulationFindingCodes.NotServed, host, $"{server.Name} sends the client to {next}, where it comes from.",
                "Give the servers that clients are sent to a host of their own.", "S31", leads)
            : Judge(view, group, next, protocol, redirects - 1);
        return there.Trouble is { } trouble
            ? Judgement.Bad(trouble with { Path = [leads, $"{server.Name} sends the client to {next}", .. trouble.Path] }) : there;
    }

    private static Judgement Bad(string code, string subject, string message, string remedy, string rule, params string[] path) =>
        Judgement.Bad(Trouble.Error(code, subject, message, remedy, rule, path));

    /// <summary>Where a name leads for every mailbox.</summary>
    /// <param name="Judgement">What is wrong there for every mailbox.</param>
    /// <param name="Servers">One server of each kind: the others do the same.</param>
    /// <param name="Leads">The answer in words.</param>
    private sealed record Answer(Judgement Judgement, IReadOnlyList<SimulatedServer> Servers, string Leads)
    {
        public static Answer Bad(string code, string subject, string message, string remedy, string rule, string leads) =>
            new(QuestionJudge.Bad(code, subject, message, remedy, rule, leads), [], leads);
    }
}
