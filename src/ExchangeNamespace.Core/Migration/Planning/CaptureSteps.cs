using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>Steps A to C: capture, minimum updates, and the offline address book of each database by name.</summary>
internal static class CaptureSteps
{
    /// <summary>Shows the build of the program file.</summary>
    public const string ShowBuild = "Get-Command ExSetup.exe | ForEach-Object { $_.FileVersionInfo.ProductVersion }";

    public static void Make(HopContext context)
    {
        Capture(context);
        Updates(context);
        if (context.Hop.BringsProduct)
        {
            AddressBooks(context);
        }
    }

    private static void Capture(HopContext context)
    {
        Hop hop = context.Hop;
        IReadOnlyList<ExchangeVersion> shells = [
            .. hop.From.Servers.Select(s => s.Version).GroupBy(ShellGenerations.Of).Select(g => g.Max()!)];
        context.Capture = context.Add(new StepDraft
        {
            Id = context.Id("capture"),
            Hop = hop.Number,
            Phase = MigrationPhase.Capture,
            Title = "Capture the settings, and see that everything works as it is",
            Place = MigrationPlace.Module,
            Servers = [.. hop.From.Servers.Select(s => s.Name)],
            Actions =
            [
                .. shells.Select(v => new ConsoleLine
                {
                    Shell = ConsoleShell.PowerShell,
                    Line = "Export-StateCaptureScript -ExchangeVersion "
                        + PowerShellLiteral.Quote(v.ToString(), Catalog.LiteralForm.Bare) + " -Path "
                        + PowerShellLiteral.Quote($"capture-{v}.ps1", Catalog.LiteralForm.DoubleQuoted),
                }),
                HopContext.Work("Run each script in the shell of its version, and keep the folder that it writes. Keep beside it what no "
                    + "script captures: both DNS views with each time to live, the rules of load balancer, proxy and firewall, and the "
                    + "service principal names."),
            ],
            After =
            [
                new MigrationCheck("What works today is known, so that a fault is not taken for one of the migration.",
                    "Test-Namespace $present $state", "no Failed that is not known"),
                new MigrationCheck("The capture can be read.", "Import-ExchangeState $folder", "servers, services and certificates"),
            ],
            TakeBackNote = "Nothing was changed.",
            Needs = context.Entry,
            Rule = "S14",
            Source = MigrationSources.Knowledge,
            Certainty = MigrationCertainty.Derived,
        });
    }

    private static void Updates(HopContext context)
    {
        foreach ((PlannedServer server, KnownRelease minimum, bool? reached) in MinimumUpdates.Of(context.Hop).Where(m =>
            m.Reached != true))
        {
            StepDraft step = context.Add(new StepDraft
            {
                Id = context.Id("update", server.Name),
                Hop = context.Hop.Number,
                Phase = MigrationPhase.MinimumUpdate,
                Title = reached == false ? $"Update {server.Name} from {server.Version} to {minimum} or later"
                    : $"See that {server.Name} has {minimum} or later, and update it where it has not",
                Place = MigrationPlace.ServerConsole,
                Servers = [server.Name],
                Actions =
                [
                    new ServerChange
                    {
                        Stage = ServerStage.Update,
                        Server = server.Name,
                        Fqdn = server.Fqdn,
                        Site = server.Site,
                        Before = server.Version,
                        After = minimum.Version,
                    },
                ],
                Before =
                [
                    new MigrationCheck("The build is read from the program file: AdminDisplayVersion does not show rollups.",
                        ShowBuild, "the build before"),
                ],
                After =
                [
                    new MigrationCheck("The build is new enough.",
                        ShowBuild, $"{minimum.Build} or later"),
                ],
                Effects = [new ClientEffect("Clients of " + server.Name, "Services stop while the update runs.")],
                TakeBackNote = "A cumulative update or service pack cannot be taken off.",
                Needs = [context.Capture],
                Source = MinimumUpdates.Source(context.Hop, server),
                Certainty = MigrationCertainty.Documented,
            });
            context.BeforeInstall.Add(step);
        }
    }

    private static void AddressBooks(HopContext context)
    {
        foreach (IGrouping<ExchangeVersion, PlannedServer> group in context.Hop.From.Servers.GroupBy(s => s.Version))
        {
            bool is2007 = group.Key.Product == ExchangeProduct.Exchange2007;
            IReadOnlyList<ExchangeCommand> lines = is2007 ? [] : [.. group.Select(MigrationCommands.PinAddressBook)];
            context.BeforeInstall.Add(context.Add(new StepDraft
            {
                Id = context.Id("address-book", group.Key.ToString()),
                Hop = context.Hop.Number,
                Phase = MigrationPhase.OfflineAddressBook,
                Title = $"Name the offline address book of each database on {group.Key}",
                Place = MigrationPlace.ExchangeShell,
                Shell = group.Key,
                Servers = [.. group.Select(s => s.Name)],
                Actions = is2007
                    ? [HopContext.Work("In the properties of each mailbox database, on the tab Client Settings, choose the offline "
                        + "address book that its users have today, where none is chosen.")]
                    : HopContext.Lines(lines),
                After =
                [
                    new MigrationCheck("No database is without an offline address book.", is2007 ? null
                        : "Get-MailboxDatabase | Format-Table Name,Server,OfflineAddressBook", "a name in each row"),
                ],
                TakeBackNote = "Need not be taken back: the databases have what their users had. To clear it again, set the captured "
                    + "value.",
                Needs = [context.Capture],
                Source = is2007 ? MigrationSources.Checklist2007 : MigrationSources.Checklist2010,
                Certainty = group.Key.Product <= ExchangeProduct.Exchange2010 ? MigrationCertainty.Documented : MigrationCertainty.Derived,
            }));
        }
    }
}
