using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>Judges at one moment whether mail flows in and out, with names that match.</summary>
internal sealed class MailJudge(Moment moment, NamespaceMigration migration)
{
    private const string NameRule = "S42";
    private const string IdentityRule = "S50";

    /// <summary>Mail in: each mail exchanger leads to servers that receive, with a certificate that has its name.</summary>
    public IEnumerable<(string Host, Judgement Judgement)> In()
    {
        foreach (string host in Exchangers())
        {
            NameEntry? entry = moment.Names.Find(DnsView.External, host);
            Judgement judgement = entry is null
                ? Bad(SimulationFindingCodes.NameUnanswered, host, $"the mail exchanger {host} has no answer in the External view.",
                    "Keep its record as long as the MX record names it.", NameRule)
                : Receives(host, entry.Servers, "External DNS");
            foreach (KeptAnswer kept in moment.Names.Kept(DnsView.External, host).Where(k => k.Until is not null))
            {
                judgement = judgement.And(Receives(host, [.. kept.Places.SelectMany(p => p.Servers)],
                    $"an answer from before step {kept.Step}, which may be kept until {Duration.Text(kept.Until!.Value)}"));
            }

            yield return (host, judgement);
        }
    }

    /// <summary>Mail out: each connector has servers that send, with a certificate that has the name in EHLO.</summary>
    public IEnumerable<(string Connector, Judgement Judgement)> Out()
    {
        foreach (KeyValuePair<string, SimulatedSender> sender in moment.Senders)
        {
            if (sender.Value.Servers is not { Count: > 0 } names)
            {
                yield return (sender.Key, Judgement.Unknown);
                continue;
            }

            Judgement judgement = Served(sender.Key, [.. names.Select(HostText.FirstLabel)], $"{sender.Key} sends from");
            foreach (SimulatedServer server in Found(names).Where(s => s.Answers))
            {
                judgement = judgement.And(Named(sender.Key, sender.Value.Host.Value, server, "says in EHLO"));
            }

            yield return (sender.Key, judgement);
        }
    }

    private IEnumerable<string> Exchangers()
    {
        IReadOnlyList<Fqdn> services = migration.Present.Mail?.HygieneHosts ?? [];
        IEnumerable<string> hosts = moment.Names.Of(DnsView.External, DnsRecordType.MX)
            .SelectMany(m => m.Entry.Places).Select(p => p.Address).OfType<string>()
            .Where(h => !services.Any(s => string.Equals(s.Value, h, StringComparison.OrdinalIgnoreCase)));
        return hosts.Concat(services.Count > 0 && migration.Present.MailHost is { } own ? [own.Value] : [])
            .Select(NameTable.Key).Distinct();
    }

    private Judgement Receives(string host, IReadOnlyCollection<string> names, string how)
    {
        Judgement judgement = Served(host, names, $"{host} ({how}) leads to");
        foreach (SimulatedServer server in Found(names).Where(s => s.Answers))
        {
            judgement = judgement.And(Named(host, host, server, "receives mail under"));
        }

        return judgement;
    }

    private Judgement Served(string subject, IReadOnlyCollection<string> names, string leads)
    {
        SimulatedServer[] servers = [.. Found(names)];
        return servers.Length == 0 ? Judgement.Unknown
            : servers.FirstOrDefault(s => !s.IsInstalled) is { } gone
                ? Bad(SimulationFindingCodes.MailBroken, subject, $"{leads} {gone.Name}, where Exchange is no longer installed.",
                    "Move mail to the new servers before the old ones are removed.", NameRule)
            : servers.Any(s => s.IsInService) ? Judgement.Good
            : servers.All(s => s.ComesBack)
                ? Judgement.Bad(new Trouble(SimulationFindingCodes.Interruption, FindingSeverity.Warning, subject,
                    $"mail waits while {NameList.Describe(names)} is worked on.", "Do it in a maintenance window.", NameRule))
            : Bad(SimulationFindingCodes.MailBroken, subject, $"{leads} {NameList.Describe(names)}, which is out of service.",
                "Move mail to servers in service first.", NameRule);
    }

    private static Judgement Named(string subject, string? host, SimulatedServer server, string does) =>
        host is null || server.Mail is null ? Judgement.Unknown
        : server.Mail.Covers(host) ? Judgement.Good
        : Bad(SimulationFindingCodes.MailBroken, subject,
            $"{server.Name} {does} {host}, but its SMTP service shows {server.Mail.Describe()}, which does not cover that name.",
            "Enable a certificate with the mail name for SMTP before mail comes to the server.", IdentityRule);

    private IEnumerable<SimulatedServer> Found(IEnumerable<string> names) =>
        names.Select(n => moment.Find(HostText.FirstLabel(n))).OfType<SimulatedServer>().Distinct();

    private static Judgement Bad(string code, string subject, string message, string remedy, string rule) =>
        Judgement.Bad(Trouble.Error(code, subject, message, remedy, rule));
}
