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
        if (group.IsPilot)
        {
            string[] pilots = [.. _moment.HoldersOf(MailboxKind.Pilot).Where(
                n => _moment.Find(n) is { IsInstalled: true } s && MailboxGroup.Of(s, true) == group)];
            return Servers(view, group, host, protocol, redirects, pilots, "the hosts file of the test computer");
        }

        NameEntry? entry = _moment.Names.Find(view, host);
        Judgement judgement = entry is not null
            ? Servers(view, group, host, protocol, redirects, entry.Servers, $"{view} DNS")
            : _moment.FindHost(host) is { } own && view == DnsView.Internal
                ? Servers(view, group, host, protocol, redirects, [own.Name], "Internal DNS")
                : Judgement.Bad(Trouble.Error(SimulationFindingCodes.NameUnanswered, host, $"{host} has no answer in the {view} view.",
                    "Make the record before clients are given the name, and remove it after they have forgotten it.", NameRule,
                    $"{view} DNS has no record of {host}"));
        foreach (KeptAnswer kept in _moment.Names.Kept(view, host))
        {
            judgement = judgement.And(kept.Until is null ? Judgement.Unknown
                : Servers(view, group, host, protocol, redirects,
                    [.. kept.Places.SelectMany(p => p.Servers).Distinct(StringComparer.OrdinalIgnoreCase)],
                    $"an answer of {view} DNS from before step {kept.Step}, which may be kept until {Duration.Text(kept.Until.Value)}"));
        }

        return judgement;
    }

    private Judgement Servers(DnsView view, MailboxGroup group, string host, RouteProtocol protocol, int redirects,
        IReadOnlyCollection<string> names, string how)
    {
        SimulatedServer[] servers = [.. names.Select(_moment.Find).OfType<SimulatedServer>()];
        if (servers.Length == 0)
        {
            return Judgement.Unknown;
        }

        string leads = $"{host} leads to {NameList.Describe(names)} ({how})";
        if (names.FirstOrDefault(n => _moment.Find(n) is null && _moment.ToCome.Contains(n)) is { } early)
        {
            return Bad(SimulationFindingCodes.NotServed, host, $"{host} leads to {early}, where Exchange is not installed yet.",
                "Let servers join after they were prepared.", "S30", leads);
        }

        if (servers.FirstOrDefault(s => !s.IsInstalled) is { } gone)
        {
            return Bad(SimulationFindingCodes.NotServed, host, $"{host} leads to {gone.Name}, where Exchange is no longer installed.",
                "Take the server out of DNS and out of the pool, and wait for old answers, before it is removed.", "S30", leads);
        }

        SimulatedServer[] answering = [.. servers.Where(s => s.IsInService)];
        if (answering.Length == 0)
        {
            return servers.All(s => s.ComesBack)
                ? Judgement.Bad(new Trouble(SimulationFindingCodes.Interruption, FindingSeverity.Warning, host,
                    $"{host} is interrupted while {NameList.Describe(names)} is worked on.",
                    "Do it in a maintenance window, or add a second server.", "S30") { Path = [leads] })
                : Bad(SimulationFindingCodes.NotServed, host, $"{host} leads only to {NameList.Describe(names)}, which is out of service.",
                    "Lead the name to servers in service first.", "S30", leads);
        }

        Judgement judgement = Judgement.Good;
        HashSet<(string, ExchangeProduct, string?)> seen = [];
        foreach (SimulatedServer server in answering)
        {
            judgement = judgement.And(Certificate(view, host, protocol, server, leads));
            if (seen.Add((server.Site, server.Product, FrontEndJudge.ExternalHost(server, protocol))))
            {
                judgement = judgement.And(FrontEnd(view, group, host, protocol, redirects, server, leads));
            }
        }

        return judgement;
    }

    private Judgement Certificate(DnsView view, string host, RouteProtocol protocol, SimulatedServer server, string leads)
    {
        bool proxied = view == DnsView.External && _moment.Proxy is not null;
        ShownCertificate? shown = proxied ? _moment.Proxy : server.Web;
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

        return protocol == RouteProtocol.OutlookAnywhere && _moment.PrincipalName is { IsKnown: true, Value: { } principal }
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
}
