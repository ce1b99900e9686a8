using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>What setup, maintenance and removal of a server do, and what they lose.</summary>
internal sealed class ServerActions(Moment moment, NamespaceMigration migration)
{
    private const string Rule = "S30";

    public IEnumerable<Trouble> Run(ServerChange change, int hop, ServerStage? next)
    {
        SimulatedServer? server = moment.Find(change.Server) is { IsInstalled: true } installed ? installed : null;
        switch (change.Stage)
        {
            case ServerStage.Install:
                return Install(change, hop, server);
            case ServerStage.Update:
            case ServerStage.UpgradeInPlace:
                moment.ToUpdate.Remove((hop, change.Server.ToUpperInvariant()));
                return server is null ? [Missing(change)] : Upgrade(change, server);
            case ServerStage.Maintenance:
            case ServerStage.InService:
                if (server is null)
                {
                    return [Missing(change)];
                }

                server.IsInService = change.Stage == ServerStage.InService;
                server.ComesBack = next == ServerStage.InService;
                return next != ServerStage.Uninstall ? []
                    : [.. Held(server).Select(k => Impossible(server.Name, $"{server.Name} goes out of service for good, and {k} mailboxes "
                        + "may still be on it.", "Move every mailbox of every kind first."))];
            case ServerStage.Uninstall:
                return server is null ? [Missing(change)] : Uninstall(server);
            default:
                throw ClosedSet.Outside(change.Stage);
        }
    }

    private IEnumerable<Trouble> Install(ServerChange change, int hop, SimulatedServer? present)
    {
        if (present is not null || change.After is null)
        {
            return [Impossible(change.Server, $"{change.Server} is installed already.", "Install each server once.")];
        }

        string? refusal = Refusal(change.After, except: null) ?? moment.ToUpdate.Where(u => u.Hop == hop)
            .Select(u => $"{u.Server} has not got the update that a step gives it first").FirstOrDefault();
        moment.HasNewDefaultBook |= moment.Servers.Values.All(s => !s.IsInstalled || s.Product < change.After.Product);
        if (change.After.Product >= ExchangeProduct.Exchange2016 && moment.MapiOverHttp.Value != true
            && moment.Servers.Values.All(s => !s.IsInstalled || s.Product == ExchangeProduct.Exchange2010))
        {
            moment.MapiOverHttp = State.Captured.Known(true);
        }

        PlannedServer? planned = migration.Plans.SelectMany(p => p.Servers)
            .FirstOrDefault(s => string.Equals(s.Name, change.Server, StringComparison.OrdinalIgnoreCase));
        moment.Servers[change.Server] = SetupDefaults.Server(change, planned, migration.Target.ADDomain);
        return refusal is null ? []
            : [Impossible(change.Server, $"setup stops: {refusal}.", "Update or remove the older servers first.")];
    }

    private IEnumerable<Trouble> Upgrade(ServerChange change, SimulatedServer server)
    {
        List<Trouble> troubles = [];
        if (change.Before is { } before && before.Product != server.Product)
        {
            troubles.Add(Trouble.Error(SimulationFindingCodes.OutOfOrder, server.Name,
                $"the step expects {before} on {server.Name}, and it has {server.Version} then.",
                "Put the step where its change finds what it expects.", Rule));
        }

        if (change.After is { } after)
        {
            if (change.Stage == ServerStage.UpgradeInPlace)
            {
                if (server.IsInService)
                {
                    troubles.Add(Impossible(server.Name,
                        $"setup stops the services of {server.Name} while clients are led to it.",
                        "Put the server into maintenance before setup, and back into service after it."));
                }

                if (Refusal(after, server) is { } refusal)
                {
                    troubles.Add(Impossible(server.Name, $"setup stops: {refusal}.", "Update or remove the older servers first."));
                }
            }

            server.Version = after;
        }

        return troubles;
    }

    private string? Refusal(ExchangeVersion next, SimulatedServer? except) => moment.Servers.Values
        .Where(s => s.IsInstalled && s != except)
        .Select(s => SetupRules.Refusal(s.Version, next)).FirstOrDefault(r => r is not null);

    private List<Trouble> Uninstall(SimulatedServer server)
    {
        List<Trouble> troubles = [];
        foreach (MailboxKind kind in Held(server).ToList())
        {
            troubles.Add(Impossible(server.Name, $"{kind} mailboxes may still be on {server.Name}: setup refuses the removal.",
                "Move every mailbox of every kind first."));
        }

        foreach (HashSet<string> holders in moment.Holders.Values)
        {
            holders.Remove(server.Name);
        }

        if (server.IsInService)
        {
            troubles.Add(Impossible(server.Name, $"{server.Name} is removed without a time in maintenance that shows what still uses it.",
                "Put the server into maintenance for a week first."));
        }

        foreach (KeyValuePair<string, SimulatedSender> sender in moment.Senders.Where(
            s => s.Value.Servers?.Any(n => Same(n, server.Name)) == true))
        {
            troubles.Add(Impossible(server.Name, $"{server.Name} is still a source of the send connector {sender.Key}.",
                "Take it out of SourceTransportServers first."));
        }

        foreach (KeyValuePair<string, HashSet<string>> receiver in moment.Receivers.Where(r => r.Value.Remove(server.Name)
            && r.Value.Count == 0))
        {
            troubles.Add(Trouble.Error(SimulationFindingCodes.MailBroken, receiver.Key,
                $"the receive connector {receiver.Key} goes away with {server.Name}, and no other server has one of that name: devices "
                    + "and programs that relay by it can no longer send.",
                "Make the connector on a new server first, with its addresses, permission groups and relay right.", "S45"));
        }

        server.IsInstalled = false;
        server.ConnectionPoint = State.Captured.Null<string>();
        return troubles;
    }

    /// <summary>The kinds of mailboxes that are or may be on a server. 2007 has none of the system.</summary>
    private IEnumerable<MailboxKind> Held(SimulatedServer server) => moment.Holders
        .Where(h => h.Value.Contains(server.Name) && (h.Key != MailboxKind.System || server.Product != ExchangeProduct.Exchange2007))
        .Select(h => h.Key).OrderBy(k => k);

    private static Trouble Missing(ServerChange change) => Impossible(change.Server,
        $"{change.Stage} is for {change.Server}, which is not installed at that moment.", "Put the step after its setup.");

    private static Trouble Impossible(string server, string message, string remedy) =>
        Trouble.Error(SimulationFindingCodes.NotPossible, server, message, remedy, Rule);

    private static bool Same(string one, string other) =>
        string.Equals(HostText.FirstLabel(one), other, StringComparison.OrdinalIgnoreCase);
}
