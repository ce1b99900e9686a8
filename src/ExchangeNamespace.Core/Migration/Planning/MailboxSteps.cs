using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>Steps L, M and Q: system mailboxes first, a pilot before the cut-over, users and public folders after it.</summary>
internal static class MailboxSteps
{
    private const string Arbitration = "Get-Mailbox -Arbitration -ResultSize Unlimited | Format-Table Name,Database,AdminDisplayVersion";

    public static void System(HopContext context)
    {
        PlannedServer[] from = [.. context.Hop.Removed.Where(s => s.Version.Product >= ExchangeProduct.Exchange2010)];
        if (from.Length == 0 || MailboxTargets.One(context.Hop, from) is not { } to)
        {
            return;
        }

        bool hasLogs = from.Any(s => s.Version.Product >= ExchangeProduct.Exchange2016);
        context.SystemMailboxes.Add(context.Add(new StepDraft
        {
            Id = context.Id("system-mailboxes"),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.SystemMailboxes,
            Title = $"Move arbitration and system mailboxes to {to.Name}",
            Place = MigrationPlace.ExchangeShell,
            Shell = to.Version,
            Servers = [.. from.Select(s => s.Name), to.Name],
            Actions =
            [
                new MailboxMove
                {
                    Kind = MailboxKind.System,
                    From = [.. from.Select(s => s.Name)],
                    To = [to.Name],
                    Lines =
                    [
                        .. from.Select(s => MigrationCommands.MoveSystem("Arbitration", s, to)),
                        .. hasLogs ? from.SelectMany(s => new[] { "AuditLog", "AuxAuditLog" }.Select(k => MigrationCommands.MoveSystem(k,
                            s, to)))
                            : [],
                    ],
                },
                HopContext.Work("Move the discovery search mailboxes with them. The requests are made in the newest shell."),
            ],
            After = [new MigrationCheck("Every arbitration mailbox is on the new version.", Arbitration, $"databases of {to.Name}")],
            TakeBack = [new MailboxMove { Kind = MailboxKind.System, From = [to.Name], To = [from[0].Name],
                Lines = [MigrationCommands.MoveBack(to, from[0])] }],
            TakeBackNote = "They move back in the newest shell, as long as the old version lives.",
            Needs = context.Ready.Count > 0 ? [.. context.Ready.Values, .. context.Databases] : [context.Capture, .. context.Databases],
            Source = MigrationSources.SystemMailbox + "; " + MigrationSources.Decommission,
            Certainty = MigrationCertainty.Documented,
        }));
    }

    public static void Pilot(HopContext context)
    {
        if (context.Hop.Added.Count == 0)
        {
            return;
        }

        PlannedServer to = context.Hop.Added.OrderByDescending(s => s.Version.Product).First();
        PlannedServer? from = context.Hop.Old.OrderByDescending(s => string.Equals(s.Site, to.Site, StringComparison.OrdinalIgnoreCase))
            .FirstOrDefault();
        context.Pilot.Add(context.Add(new StepDraft
        {
            Id = context.Id("pilot"),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.Pilot,
            Title = "Try everything on a few clients whose hosts file leads to the new servers",
            Place = MigrationPlace.Client,
            Shell = to.Version,
            Servers = [.. context.Hop.Added.Select(s => s.Name)],
            Actions =
            [
                HopContext.Work("On a few clients" + (NameSteps.Replicates(context.Hop) ? $" of the site {to.Site}" : string.Empty)
                    + $", lead the names under which {to.Name} will answer to its address in the hosts file: Outlook, Outlook on the web, "
                    + "ActiveSync and what else is used, first with a mailbox that is still on an old server."),
                new MailboxMove
                {
                    Kind = MailboxKind.Pilot, From = from is null ? [] : [from.Name], To = [to.Name],
                        Lines = [MigrationCommands.MovePilot(to)],
                },
                HopContext.Work("Then try the same with the mailbox that has moved."),
            ],
            Before =
            [
                new MigrationCheck("The names resolve as before for all other clients.",
                    "Test-SplitDns $present -InternalServer <DNS server> -ExternalServer <DNS server>", "as before"),
            ],
            After =
            [
                new MigrationCheck("Both mailboxes open by every protocol, from inside and outside.", null, "no prompt, no certificate "
                    + "warning"),
                new MigrationCheck("The way of each request is the expected one.", "Get-ClientAccessRoute $target -All", "no Failure"),
            ],
            Effects =
            [
                new ClientEffect("The test clients", "They are the first that reach the new servers. Other clients of the test user reach "
                    + "the moved mailbox after the cut-over."),
            ],
            TakeBack = from is null ? [] : [new MailboxMove { Kind = MailboxKind.Pilot, From = [to.Name], To = [from.Name],
                Lines = [MigrationCommands.MoveBack(to, from)] }],
            TakeBackNote = "Remove the lines from the hosts files, and move the test mailbox back.",
            Needs = [.. context.Ready.Values, .. context.Prepared, .. context.Databases, .. context.SystemMailboxes,
                .. context.ProxyCertificates],
            Source = MigrationSources.CutOver,
            Certainty = MigrationCertainty.Documented,
        }));
    }

    public static void Users(HopContext context)
    {
        if (context.Hop.Removed.Count == 0)
        {
            return;
        }

        List<StepDraft> last = [];
        foreach (IGrouping<string, PlannedServer> site in context.Hop.Removed.GroupBy(s => s.Site, StringComparer.OrdinalIgnoreCase))
        {
            ILookup<string, PlannedServer> ways = site.ToLookup(
                s => string.Join(",", MailboxTargets.Of(context.Hop, s).Select(t => t.Name)));
            last.AddRange(ways.Select(way => Move(context, site.Key, [.. way], MailboxTargets.Of(context.Hop, way.First()))));
        }

        context.Mailboxes.AddRange(last);
        context.Mailboxes.Add(PublicFolders(context, last));
    }

    private static StepDraft Move(HopContext context, string site, IReadOnlyList<PlannedServer> from, IReadOnlyList<PlannedServer> to) =>
        context.Add(new StepDraft
        {
            Id = context.Id("mailboxes", site),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.Mailboxes,
            Title = $"Move the mailboxes{(site.Length == 0 ? string.Empty : " of " + site)}, in batches",
            Place = MigrationPlace.ExchangeShell,
            Shell = to[0].Version,
            Servers = [.. from.Concat(to).Select(s => s.Name)],
            Actions =
            [
                new MailboxMove
                {
                    Kind = MailboxKind.User,
                    From = [.. from.Select(s => s.Name)],
                    To = [.. to.Select(s => s.Name)],
                    Lines = [.. from.Select((s, i) => MigrationCommands.MoveUsers(s, to[i % to.Count]))],
                },
                HopContext.Work("Move archives, shared and room mailboxes with their users, complete each batch in the evening, "
                    + "and recycle MSExchangeAutodiscoverAppPool on the new servers afterwards."),
            ],
            Before =
            [
                new MigrationCheck("The databases of the new servers are there, with quota, backup and copies like those of before.", null,
                    "room for every mailbox"),
            ],
            After =
            [
                new MigrationCheck("Every request is complete.", "Get-MoveRequest -ResultSize Unlimited | Group-Object Status",
                    "Completed alone"),
                new MigrationCheck("A moved user gets the new settings.", null, "Outlook connects without a question"),
            ],
            Effects =
            [
                new ClientEffect("Outlook", "It disconnects for seconds when the move completes, and may ask for a restart."),
                new ClientEffect("Outlook on the web", "The session ends; users sign in again."),
                new ClientEffect("ActiveSync", "Some devices synchronise everything again."),
            ],
            TakeBack = [new MailboxMove { Kind = MailboxKind.User, From = [.. to.Select(s => s.Name)], To = [.. from.Select(s => s.Name)],
                Lines = [MigrationCommands.MoveBack(to[0], from[0])] }],
            TakeBackNote = "Mailboxes move back as long as the old version lives; the names must not go back while one is on the new "
                + "version, where the old one cannot proxy to it.",
            Wait = new MigrationWait(TimeSpan.FromHours(12), "Servers in front may keep the old place of a mailbox that long.",
                MigrationSources.Knowledge, MigrationCertainty.Unverified),
            Needs = [.. context.AllCutOvers, .. context.Databases, .. context.SystemMailboxes, .. context.Transport,
                .. context.Ready.Values, context.Capture],
            Source = VersionSources.UpgradeToSE,
            Certainty = MigrationCertainty.Documented,
        });

    private static StepDraft PublicFolders(HopContext context, IReadOnlyList<StepDraft> users)
    {
        bool legacy = LegacyPublicFolders.AreMigrated(context.Hop);
        PlannedServer to = MailboxTargets.One(context.Hop, context.Hop.Removed) ?? MailboxTargets.One(context.Hop, [])!;
        IReadOnlyList<StepDraft> needs = legacy ? [LegacyPublicFolders.Copy(context, users)] : users;
        return context.Add(new StepDraft
        {
            Id = context.Id("public-folders"),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.Mailboxes,
            Title = legacy ? "Close the public folders of before, and complete the batch" : "Move the public folders, after every user",
            Place = MigrationPlace.ExchangeShell,
            Shell = to.Version,
            Servers = [.. context.Hop.Removed.Select(s => s.Name)],
            Actions =
            [
                new MailboxMove
                {
                    Kind = MailboxKind.PublicFolder,
                    From = [.. context.Hop.Removed.Select(s => s.Name)],
                    To = [to.Name],
                    Lines = legacy || to.Version.Product < ExchangeProduct.Exchange2013 ? []
                        : [.. context.Hop.Removed.Where(s => s.Version.Product >= ExchangeProduct.Exchange2013)
                            .Select(s => MigrationCommands.MoveSystem("PublicFolder", s, to))],
                },
                .. legacy ? LegacyPublicFolders.Close : to.Version.Product < ExchangeProduct.Exchange2013
                    ? [HopContext.Work("Make a public folder database on a new server, add it as a replica of every folder, and "
                        + "when all is replicated move the replicas away from the old servers with MoveAllReplicas.ps1.")]
                    : Array.Empty<MigrationAction>(),
                HopContext.Work("Without public folders there is nothing to do."),
            ],
            After = [new MigrationCheck("No public folder is left on an old server.", null, legacy
                ? "structure, statistics and rights as kept in the files" : "none")],
            Effects = [new ClientEffect("Users of public folders", "The folders are not reachable while the last part moves.")],
            TakeBackNote = legacy ? "The batch can be rolled back until it is completed and the old database is removed."
                : "Public folder mailboxes move back as other mailboxes do.",
            Needs = needs,
            Source = MigrationSources.BatchMigration,
            Certainty = MigrationCertainty.Documented,
        });
    }
}
