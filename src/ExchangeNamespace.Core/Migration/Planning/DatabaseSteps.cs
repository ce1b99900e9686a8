using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>Databases and database availability groups, which no plan of names holds: work by hand, each with its check.</summary>
internal static class DatabaseSteps
{
    /// <summary>The databases of the new servers, before a mailbox moves to them.</summary>
    public static void Make(HopContext context)
    {
        Hop hop = context.Hop;
        if (hop.Added.Count == 0)
        {
            return;
        }

        ExchangeVersion version = hop.Newest!;
        string[] names = [.. hop.Added.Select(s => s.Name)];
        context.Databases.Add(context.Add(new StepDraft
        {
            Id = context.Id("databases"),
            Hop = hop.Number,
            Phase = MigrationPhase.SystemMailboxes,
            Title = $"Make the databases of {NameList.Describe(names)}",
            Place = MigrationPlace.ExchangeShell,
            Shell = version,
            Servers = names,
            Actions =
            [
                HopContext.Work("Name and place the database that setup made, or make others: with the quotas, the retention of deleted "
                    + "items, the journal recipient and the offline address book of the old ones."),
                HopContext.Work(Group(hop, version)),
                HopContext.Work("Let the backup of the new databases run once: moved mailboxes fill the disk of the logs until it does."),
            ],
            After =
            [
                new MigrationCheck("Each database is mounted, and each copy of it is healthy.",
                    "Get-MailboxDatabase | Get-MailboxDatabaseCopyStatus | Format-Table Name,Status,CopyQueueLength", "Mounted or Healthy"),
                new MigrationCheck("Each new database has what the old ones have.",
                    All(hop, version) + " | Format-Table Name,Server,ProhibitSendQuota,DeletedItemRetention,OfflineAddressBook",
                    "the same values as those of before"),
            ],
            TakeBackNote = "Remove copies, databases and group as long as no mailbox is in them.",
            Needs = [.. context.Installed.Values],
            Source = MigrationSources.HighAvailability,
            Certainty = MigrationCertainty.Documented,
        }));
    }

    /// <summary>The end of the databases of old servers, once they are empty.</summary>
    public static StepDraft End(HopContext context, IReadOnlyList<StepDraft> needs)
    {
        Hop hop = context.Hop;
        string[] names = [.. hop.Removed.Select(s => s.Name)];
        bool clustered = hop.Removed.Any(s => s.Version.Product == ExchangeProduct.Exchange2007);
        bool groups = hop.Removed.Any(s => s.Version.Product >= ExchangeProduct.Exchange2010);
        ExchangeVersion shell = hop.Removed.Max(s => s.Version)!;
        return context.Add(new StepDraft
        {
            Id = context.Id("end-databases"),
            Hop = hop.Number,
            Phase = MigrationPhase.Decommission,
            Title = $"Remove the databases of {NameList.Describe(names)}, and their group",
            Place = MigrationPlace.ExchangeShell,
            Shell = shell,
            Servers = names,
            Actions =
            [
                .. groups ? [HopContext.Work("In a database availability group: remove every passive copy, then the databases, then each "
                    + "member, then the group, then what its witness server keeps of it. The files on the disks stay until they are "
                    + "deleted.")]
                    : Array.Empty<MigrationAction>(),
                .. clustered ? [HopContext.Work("On a cluster of 2007: remove the clustered mailbox server before its nodes.")]
                    : Array.Empty<MigrationAction>(),
                HopContext.Work("Remove each database first with -WhatIf. One that cannot be removed has a mailbox of some kind, an "
                    + "archive of a mailbox elsewhere, or a hold: find it, and delete nothing in Active Directory instead."),
            ],
            After =
            [
                .. names.Select(n => new MigrationCheck($"No database is left on {n}.",
                    "Get-MailboxDatabase -Server " + PowerShellLiteral.Quote(n, Catalog.LiteralForm.Bare), "no output")),
                .. groups ? [new MigrationCheck("No group has an old server.", "Get-DatabaseAvailabilityGroup | Format-Table Name,Servers,"
                    + "WitnessServer", "servers that stay")] : Array.Empty<MigrationCheck>(),
            ],
            TakeBackNote = "It cannot be taken back, and nothing that clients use was in them.",
            Needs = needs,
            Source = MigrationSources.Decommission,
            Certainty = MigrationCertainty.Documented,
        });
    }

    /// <summary>Shells of 2013 and later leave the databases of before out, unless they are asked for them.</summary>
    public static string All(Hop hop, ExchangeVersion shell) => "Get-MailboxDatabase" + (shell.Product >= ExchangeProduct.Exchange2013
        && hop.From.Servers.Any(s => s.Version.Product <= ExchangeProduct.Exchange2010) ? " -IncludePreExchange2013" : string.Empty);

    /// <summary>Whether a group takes new servers: one version of Exchange and of Windows, where 2019 and SE count as one.</summary>
    private static string Group(Hop hop, ExchangeVersion version) => version.Product == ExchangeProduct.ExchangeSE
        && hop.From.Servers.Any(s => s.Version.Product == ExchangeProduct.Exchange2019)
        ? "A database availability group of 2019 takes servers of SE with the same Windows; one of any other version does not. A new "
            + "group has a witness that is in no group, its servers, then a copy of each database."
        : "With several servers: a database availability group has one version of Exchange and of Windows, so that of the old servers "
            + "takes no new one. Make a group with a witness that is in no group, add the new servers, then a copy of each database.";
}
