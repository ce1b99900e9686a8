using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>Public folders of 2007 and 2010, which are databases, become the mailboxes of 2013 and 2016: by hand, in three steps.</summary>
internal static class LegacyPublicFolders
{
    public static bool AreMigrated(Hop hop) => hop.Removed.Any(s => s.Version.Product <= ExchangeProduct.Exchange2010)
        && hop.Newest?.Product >= ExchangeProduct.Exchange2013;

    /// <summary>Users who moved still reach the folders of before.</summary>
    public static void Share(HopContext context)
    {
        if (!AreMigrated(context.Hop))
        {
            return;
        }

        context.Prepared.Add(context.Add(new StepDraft
        {
            Id = context.Id("public-folders-share"),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.PrepareOld,
            Title = "Let moved users reach the public folders of before",
            Place = MigrationPlace.ExchangeShell,
            Shell = context.Hop.Newest,
            Servers = Old(context.Hop),
            Actions =
            [
                HopContext.Work("Each old server with public folders gets the Client Access role with Outlook Anywhere, and an empty "
                    + "database that is left out when mailboxes are placed, with one hidden mailbox."),
                HopContext.Work("Name these mailboxes with Set-OrganizationConfig -PublicFoldersEnabled Remote "
                    + "-RemotePublicFolderMailboxes."),
                HopContext.Work("Without public folders there is nothing to do."),
            ],
            After = [new MigrationCheck("The organisation names the mailboxes.",
                "Get-OrganizationConfig | Format-List PublicFoldersEnabled,RemotePublicFolderMailboxes", "Remote, and each mailbox")],
            TakeBackNote = "Set PublicFoldersEnabled to Local again.",
            Wait = new MigrationWait(TimeSpan.FromHours(3), "It takes hours until every server knows it.",
                MigrationSources.SharedPublicFolders, MigrationCertainty.Derived),
            Needs = [.. context.Installed.Values],
            Source = MigrationSources.SharedPublicFolders,
            Certainty = MigrationCertainty.Documented,
        }));
    }

    /// <summary>The folders are copied while users go on with those of before.</summary>
    public static StepDraft Copy(HopContext context, IReadOnlyList<StepDraft> users) => context.Add(new StepDraft
    {
        Id = context.Id("public-folders-copy"),
        Hop = context.Hop.Number,
        Phase = MigrationPhase.Mailboxes,
        Title = "Copy the public folders in a batch",
        Place = MigrationPlace.ExchangeShell,
        Shell = context.Hop.Newest,
        Servers = Old(context.Hop),
        Actions =
        [
            HopContext.Work("In the old shell, keep structure, statistics and rights of all folders in files, to compare them later; give "
                + "folders with a slash or backslash in their name another one, and see that PublicFoldersLockedForMigration and "
                + "PublicFolderMigrationComplete are False."),
            HopContext.Work("With the scripts of the document make the list of folders and mailboxes (500,000 folders at most), make the "
                + "public folder mailboxes, and make and start the batch with New-MigrationBatch -SourcePublicFolderDatabase."),
            HopContext.Work("Without public folders there is nothing to do."),
        ],
        Before = [new MigrationCheck("The migration mailbox is on the new version.", "Get-Mailbox -Arbitration -Identity Migration.*",
            "a database of a new server")],
        After = [new MigrationCheck("Every request has copied everything.", "Get-PublicFolderMailboxMigrationRequest", "Synced")],
        TakeBackNote = "Remove the batch and the public folder mailboxes; users have not noticed them.",
        Needs = users,
        Source = MigrationSources.BatchMigration,
        Certainty = MigrationCertainty.Documented,
    });

    /// <summary>What is done at the moment at which the old folders close.</summary>
    public static IReadOnlyList<MigrationAction> Close { get; } =
    [
        HopContext.Work("In the old shell close the folders with Set-OrganizationConfig -PublicFoldersLockedForMigration $true. Users "
            + "lose them now; servers notice it within two hours, or when the information store is restarted."),
        HopContext.Work("In the new shell set PublicFoldersEnabled to Remote, complete the batch, and try it with one mailbox whose "
            + "DefaultPublicFolderMailbox is a new one."),
        HopContext.Work("Then let every public folder mailbox serve the hierarchy, set PublicFolderMigrationComplete to True in the old "
            + "shell and PublicFoldersEnabled to Local in the new one."),
    ];

    private static IReadOnlyList<string> Old(Hop hop) =>
        [.. hop.Removed.Where(s => s.Version.Product <= ExchangeProduct.Exchange2010).Select(s => s.Name)];
}
