using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>Step I for each new server, once it shows its certificate: the URLs of the plan.</summary>
internal static class NewServerSteps
{
    public static void Directories(HopContext context)
    {
        foreach (PlannedServer server in context.Hop.Added)
        {
            context.Ready.Add(server.Name, !InstallSteps.SetsNames(context) ? Directories(context, server)
                : context.Certificates.TryGetValue(server.Name, out StepDraft? certificate) ? certificate : context.Installed[server.Name]);
        }
    }

    private static StepDraft Directories(HopContext context, PlannedServer server)
    {
        ClientService[] kept = [.. server.Services.Where(a => a.Internal.Action == SettingAction.Leave && a.IsActive).Select(a =>
            a.Service)];
        return context.Add(new StepDraft
        {
            Id = context.Id("urls", server.Name),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.NewVirtualDirectories,
            Title = $"Set the URLs of {server.Name} to the names of the plan",
            Place = MigrationPlace.ExchangeShell,
            Shell = server.Version,
            Servers = [server.Name],
            Actions = InstallSteps.Directories(context.Hop, server),
            After =
            [
                new MigrationCheck("Every setting is as planned.", "Compare-NamespacePlan $target $newState", $"no row for {server.Name}"),
                new MigrationCheck(kept.Length == 0 ? "No URL has the name of the server: Autodiscover hands out values of any server of "
                    + "the site."
                    : "Inside URLs have the name of the server, which is on the certificate.", null,
                    kept.Length == 0 ? "names of the plan only" : "the full name of the server"),
            ],
            Effects =
            [
                new ClientEffect("Every client of the site", "Nothing yet: the names lead to the servers of before."),
            ],
            TakeBackNote = "Setup's values need not come back: clients do not reach the server yet. To leave the server, take back its "
                + "installation.",
            Needs =
            [
                context.Certificates.TryGetValue(server.Name, out StepDraft? certificate) ? certificate : context.Installed[server.Name],
                .. context.NewNames,
            ],
            Rule = "S8",
            Source = MigrationSources.ActiveDirectorySites,
            Certainty = MigrationCertainty.Documented,
        });
    }
}
