using System;
using System.Linq;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>The Edge subscription, which has the servers that were in its site when it was made.</summary>
internal static class EdgeSteps
{
    private const string Synchronised = "EdgeSync";

    public static void Make(HopContext context)
    {
        if (context.Hop.Added.Count == 0 || IsUsed(context.Input.State) is not { } used)
        {
            return;
        }

        context.Transport.Add(context.Add(new StepDraft
        {
            Id = context.Id("edge"),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.Transport,
            Title = "Subscribe the Edge servers again, with the new servers",
            Place = MigrationPlace.ExchangeShell,
            Shell = context.Hop.Newest,
            Servers = [.. context.Hop.Added.Select(s => s.Name)],
            Actions =
            [
                HopContext.Work("The new servers take no part in an Edge subscription that was made before them: without another "
                    + "one, mail through the Edge servers ends with the last old server. Export a subscription on each Edge server, "
                    + "import it in the shell of the new version for the site, and start the synchronisation."),
                HopContext.Work("Edge servers count when versions meet: each has the minimum update of its version, and follows "
                    + "to the new version before the old one is refused."),
                .. used ? [] : new[] { HopContext.Work("Without an Edge server there is nothing to do.") },
            ],
            After =
            [
                new MigrationCheck("Every Edge server is in step.", "Test-EdgeSynchronization | Format-Table Name,SyncStatus", "Normal"),
                new MigrationCheck("A message passes in and out through the Edge servers.", null, "the new servers in its header"),
            ],
            TakeBackNote = "The subscription works with the old servers as well, as long as they stand.",
            Needs = [.. context.Installed.Values],
            Source = MigrationSources.Edge,
            Certainty = MigrationCertainty.Documented,
        }));
    }

    /// <summary>True where a capture shows an Edge server, false where nothing tells, null where the captured settings show none.</summary>
    private static bool? IsUsed(ExchangeState? state)
    {
        if (state is null)
        {
            return false;
        }

        bool seen = state.Servers.Any(s => s.IsEdgeServer is { IsKnown: true, Value: true })
            || state.SendConnectors.Any(c => c.Identity.StartsWith(Synchronised, StringComparison.OrdinalIgnoreCase));
        return seen ? true : state.Has(StateKind.SendConnector) ? null : false;
    }
}
