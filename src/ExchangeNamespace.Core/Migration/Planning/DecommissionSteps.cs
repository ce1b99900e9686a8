using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>Step S: the ordered end of the old servers, each with the check that it is safe.</summary>
internal static class DecommissionSteps
{
    public static void Make(HopContext context)
    {
        Hop hop = context.Hop;
        if (hop.Removed.Count == 0)
        {
            return;
        }

        StepDraft applications = Step(context, "applications", "Point every application and device to the shared names",
            MigrationPlace.Client,
            [HopContext.Work("List what speaks to an old server by its own name or address: applications, scanners, monitoring, "
                + "scripts, POP and IMAP clients.")],
            [new MigrationCheck("Nothing on the list is left.", null, "an empty list")],
            [.. context.AllCutOvers, .. context.Mailboxes, context.Capture], "Nothing that Exchange knows was changed.");
        StepDraft quiet = Step(context, "quiet", "See in the logs that the old servers are quiet", MigrationPlace.ServerConsole,
            [HopContext.Work("Read the IIS logs (ActiveSync, EWS, Outlook, OWA, OAB, Autodiscover), the POP and IMAP logs and the "
                + "SMTP protocol logs of a week, with a month end in it for mail.")],
            [new MigrationCheck("Only servers and probes are in the logs.", null, "no client")],
            [applications, .. context.Left], "Nothing was changed.");
        List<StepDraft> points = Points(context, quiet);
        StepDraft send = Send(context);
        StepDraft mailboxes = Empty(context, quiet);
        List<StepDraft> gates = [.. points, send, mailboxes, .. AddressBook(context, mailboxes), .. Array(context, mailboxes)];
        gates.Add(DatabaseSteps.End(context, [.. gates]));
        List<StepDraft> uninstalled = [];
        foreach (PlannedServer server in hop.Removed)
        {
            StepDraft rests = Rest(context, server, gates);
            uninstalled.Add(Uninstall(context, server, rests));
        }

        Clean(context, uninstalled);
    }

    private static List<StepDraft> Points(HopContext context, StepDraft quiet) =>
    [
        .. context.Hop.Removed.GroupBy(s => s.Version).Select(group =>
        {
            IReadOnlyList<ExchangeCommand> lines = [.. group.Select(s => MigrationCommands.ConnectionPoint(s, null,
                "Clients inside take a server that stays.", Captured(context, s)))];
            return Step(context, "scp", $"Clear the service connection points of {group.Key}", MigrationPlace.ExchangeShell,
                HopContext.Lines(lines),
                [new MigrationCheck("Outlook inside still finds its settings.",
                    "Get-AutodiscoverRoute <address of a user> -State $newState -View Internal -DomainJoined", "the shared name")],
                [quiet, .. context.ConnectionPoints, .. context.Installed.Values], "The value of before comes back.", group.Key,
                [.. group.Select(s => s.Name)], HopContext.Back(lines),
                before: [new MigrationCheck("Every server that stays has the right value.", "Compare-NamespacePlan $target $newState",
                    "no row for Autodiscover")], rule: "S4", subject: group.Key.ToString(),
                wait: new MigrationWait(TimeSpan.FromHours(3), "The value replicates with Active Directory.", MigrationSources.Knowledge,
                    MigrationCertainty.Unverified));
        }),
    ];

    private static ExchangeCommand? Captured(HopContext context, PlannedServer server)
    {
        Captured<string> value = context.Input.State?.Find(server.Name, ClientService.Autodiscover)?.Internal ?? default;
        string? planned = server.Services.First(a => a.Service == ClientService.Autodiscover).Internal.Value;
        string? back = value.IsKnown && context.Hop.Number == 1 ? value.Value : planned;
        return back is not null && PowerShellLiteral.CanQuote(back) ? MigrationCommands.ConnectionPoint(server, back,
            "The value of before.") : null;
    }

    private static StepDraft Send(HopContext context)
    {
        Hop hop = context.Hop;
        ExchangeVersion shell = hop.To.Servers.Max(s => s.Version)!;
        IReadOnlyList<CapturedSendConnector>? naming = TransportSteps.Naming(context.Input.State, hop.Removed);
        IReadOnlyList<ExchangeCommand> lines = [
            .. from connector in naming ?? []
               let rest = TransportSteps.Sources(connector, hop.Removed, hop.Added)
               where rest.Count > 0
               select MigrationCommands.SourceServers(connector.Identity, rest, shell, "Mail leaves through servers that stay.",
                   MigrationCommands.SourceServers(connector.Identity, TransportSteps.Sources(connector, [], hop.Added), shell,
                       "Old and new servers."))];
        return Step(context, "send", "Take the old servers off every send connector, and close port 25 to them",
            MigrationPlace.ExchangeShell,
            [
                .. lines.Count > 0 ? HopContext.Lines(lines)
                    : [HopContext.Work(naming is null ? "The send connectors were not captured: set the list of each without the "
                        + "old servers."
                        : "No captured send connector names an old server.")],
                HopContext.Work("The same for foreign and delivery agent connectors, for the rule of the firewall, and for an Edge "
                    + "subscription, which is made again."),
            ],
            [new MigrationCheck("No connector names an old server, and the queues of the old servers stay empty.",
                "Get-SendConnector | Format-Table Name,SourceTransportServers", "servers that stay")],
            [.. context.Transport, .. context.AllCutOvers, context.Capture], "The list of before comes back.", shell,
            [.. hop.Removed.Select(s => s.Name)], HopContext.Back(lines), rule: "S46");
    }

    private static StepDraft Empty(HopContext context, StepDraft quiet)
    {
        ExchangeVersion shell = context.Hop.To.Servers.Max(s => s.Version)!;
        string[] kinds = ["-Arbitration", "-Archive", "-PublicFolder", "-AuditLog"];
        bool has = shell.Product >= ExchangeProduct.Exchange2016;
        return Step(context, "empty", "See that no mailbox of any kind is left, and remove the move requests", MigrationPlace.ExchangeShell,
            [HopContext.Work("Remove completed move requests and batches, first with -WhatIf: they block the uninstallation. Look "
                + "for discovery and site mailboxes too.")],
            [
                .. context.Hop.Removed.SelectMany(s => kinds.Where((_, i) => i < 2 || has).Prepend(string.Empty).Select(k =>
                    new MigrationCheck(
                    $"No {(k.Length == 0 ? "user" : k.Substring(1))} mailbox is on {s.Name}.",
                    $"Get-Mailbox {(k.Length == 0 ? string.Empty : k + " ")}-Server {PowerShellLiteral.Quote(s.Name, LiteralForm.Bare)} "
                        + "-ResultSize Unlimited",
                    "no output"))),
                new MigrationCheck("No request is left.", "Get-MoveRequest -ResultSize Unlimited", "no output"),
            ],
            [quiet, .. context.Mailboxes, .. context.SystemMailboxes], "Nothing that clients use was changed.", shell,
            [.. context.Hop.Removed.Select(s => s.Name)],
            before: [new MigrationCheck("The shell sees every domain of the forest.", "Set-ADServerSettings -ViewEntireForest $true",
                "no output")]);
    }

    private static IEnumerable<StepDraft> AddressBook(HopContext context, StepDraft mailboxes)
    {
        ExchangeVersion shell = context.Hop.To.Servers.Max(s => s.Version)!;
        bool legacy = context.Hop.Removed.Any(s => s.Version.Product <= ExchangeProduct.Exchange2010);
        yield return Step(context, "address-book-old", "See that a server that stays makes the offline address book",
            MigrationPlace.ExchangeShell,
            [HopContext.Work(legacy ? "Give every database and address book policy that stays the address book of the new "
                + "version, wait for the download "
                + "of a day, and remove the old "
                + "one." : "The arbitration mailbox that makes it has moved: nothing to do, if the check is true.")],
            [new MigrationCheck("No database names an old address book.", DatabaseSteps.All(context.Hop, shell)
                + " | Format-Table Name,Server,OfflineAddressBook", "address books of the new version")],
            [mailboxes], "An address book that was removed is made again, and every client downloads it in full.", shell,
            [.. context.Hop.Removed.Select(s => s.Name)]);
    }

    private static IEnumerable<StepDraft> Array(HopContext context, StepDraft mailboxes)
    {
        if (context.Hop.Removed.All(s => s.Version.Product != ExchangeProduct.Exchange2010)
            || context.Hop.To.Servers.Any(s => s.Version.Product == ExchangeProduct.Exchange2010))
        {
            yield break;
        }

        ExchangeVersion shell = context.Hop.Removed.First(s => s.Version.Product == ExchangeProduct.Exchange2010).Version;
        ExchangeState? state = context.Input.State;
        IReadOnlyList<ExchangeCommand> lines = state is null ? []
            : [.. state.ClientAccessArrays.Where(a => PowerShellLiteral.CanQuote(a.Name)).Select(a =>
                MigrationCommands.RemoveArray(a.Name, shell))];
        yield return Step(context, "array", "Remove the client access array and its name in DNS", MigrationPlace.ExchangeShell,
            [
                .. lines.Count > 0 ? HopContext.Lines(lines)
                    : [HopContext.Work(state?.Has(StateKind.ClientAccessArray) == true ? "No array was captured."
                        : "Arrays were not captured: remove those that Get-ClientAccessArray shows.")],
                HopContext.Work("Remove the name of the array from DNS inside, and the public folder databases when no replica is "
                    + "left."),
            ],
            [new MigrationCheck("No database has the array.", "Get-MailboxDatabase | Format-Table Name,RpcClientAccessServer",
                "servers that stay")],
            [mailboxes], "Make the array again with its name and site.", shell,
            [.. context.Hop.Removed.Where(s => s.Version.Product == ExchangeProduct.Exchange2010).Select(s => s.Name)],
            certainty: MigrationCertainty.Derived);
    }

    private static StepDraft Rest(HopContext context, PlannedServer server, IReadOnlyList<StepDraft> gates)
    {
        bool modern = server.Version.Product >= ExchangeProduct.Exchange2013;
        string? partner = context.Hop.To.Servers.FirstOrDefault(s => s.Version.Product >= ExchangeProduct.Exchange2013)?.Fqdn?.Value;
        return Step(context, "rest", $"Leave {server.Name} in maintenance for a week, running", MigrationPlace.ExchangeShell,
            [
                .. modern ? ServerMaintenance.Begin(server, partner, inGroup: false)
                    : [HopContext.Work("This version has no maintenance mode: leave it running, and stop nothing.")],
                new ServerChange { Stage = ServerStage.Maintenance, Server = server.Name, Fqdn = server.Fqdn, Site = server.Site,
                    Before = server.Version, After = server.Version },
            ],
            [new MigrationCheck("Nothing is missed.", null, "no call, no queue that grows, no failed probe")],
            gates, "Bring it back into service.", modern ? server.Version : null, [server.Name],
            modern
                ? [.. ServerMaintenance.End(server, inGroup: false), InService(server)]
                : [InService(server)],
            wait: new MigrationWait(TimeSpan.FromDays(7), "What still uses the server shows within a week; longer where a month end "
                + "matters.",
                MigrationSources.Decommission, MigrationCertainty.Documented), subject: server.Name);
    }

    private static ServerChange InService(PlannedServer server) => new()
    {
        Stage = ServerStage.InService, Server = server.Name, Fqdn = server.Fqdn, Site = server.Site, Before = server.Version,
        After = server.Version,
    };

    private static StepDraft Uninstall(HopContext context, PlannedServer server, StepDraft rests) => Step(context, "uninstall",
        $"Uninstall Exchange from {server.Name}", MigrationPlace.ServerConsole,
        [
            HopContext.Work(server.Version.Product <= ExchangeProduct.Exchange2010
                ? "Where the roles are on several servers: Mailbox first, then Unified Messaging, Hub Transport and Client Access last."
                : "Remove the monitoring mailboxes on it first."),
            new ServerChange { Stage = ServerStage.Uninstall, Server = server.Name, Fqdn = server.Fqdn, Site = server.Site,
                Before = server.Version,
                Line = SetupLines.Of(server.Version).Uninstall },
        ],
        [new MigrationCheck("The server is gone from the organisation.", "Get-ExchangeServer | Format-Table Name,AdminDisplayVersion",
            $"no {server.Name}")],
        [rests], "It cannot be taken back: a new server would have to be installed.", null, [server.Name], subject: server.Name);

    /// <summary>Names, records and objects that nothing uses any more.</summary>
    private static void Clean(HopContext context, IReadOnlyList<StepDraft> uninstalled)
    {
        Hop hop = context.Hop;
        List<DnsChange> records = [.. context.Moves.Where(m => m.Kind == NameMoveKind.Retired).Select(m => new DnsChange
        {
            View = m.View, Name = m.Name, Type = m.Type, Before = m.ServersAfter.Count > 0 ? m.After : m.Before, After = [],
        })];
        records.AddRange(LegacyName.Ends(hop));
        if (records.Count > 0)
        {
            Step(context, "names", "Remove the names that are in use no longer", MigrationPlace.Dns, records,
                [new MigrationCheck("Nothing asks for them.", null, "no query in the log of the DNS servers")], uninstalled,
                "Make the records again.", back: [.. records.Select(r => new DnsChange
                { View = r.View, Name = r.Name, Type = r.Type, Before = [], After = r.Before })],
                before: [new MigrationCheck("Applications that refresh once a week have the new names.", null,
                    "a week after the cut-over")],
                certainty: MigrationCertainty.Derived);
        }

        Step(context, "clean", "Clean up what the old servers leave behind", MigrationPlace.ActiveDirectory,
            [HopContext.Work("Computer accounts, those of the cluster and of the alternate service account among them; service "
                + "principal names of old names; DNS records of the servers; firewall rules; backup, virus scanner and monitoring; names "
                + "of the certificate at its next renewal.")],
            [new MigrationCheck("The plan holds.", "Test-Namespace $target $newState", "no Failed")],
            uninstalled, "Nothing that Exchange uses was changed.", certainty: MigrationCertainty.Derived);
    }

    private static StepDraft Step(HopContext context, string id, string title, MigrationPlace place, IReadOnlyList<MigrationAction> actions,
        IReadOnlyList<MigrationCheck> after, IReadOnlyList<StepDraft> needs, string note, ExchangeVersion? shell = null,
        IReadOnlyList<string>? servers = null, IReadOnlyList<MigrationAction>? back = null, IReadOnlyList<MigrationCheck>? before = null,
        MigrationWait? wait = null, string rule = "", string? subject = null,
        MigrationCertainty certainty = MigrationCertainty.Documented) => context.Add(new StepDraft
    {
        Id = context.Id("end-" + id, subject),
        Hop = context.Hop.Number,
        Phase = MigrationPhase.Decommission,
        Title = title,
        Place = place,
        Shell = shell,
        Servers = servers ?? [.. context.Hop.Removed.Select(s => s.Name)],
        Actions = actions,
        Before = before ?? [],
        After = after,
        TakeBack = back ?? [],
        TakeBackNote = note,
        Wait = wait,
        Needs = needs,
        Rule = rule,
        Source = MigrationSources.Decommission,
        Certainty = certainty,
    });
}
