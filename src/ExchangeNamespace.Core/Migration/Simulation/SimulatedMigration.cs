using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>A migration together with what its simulation says about it.</summary>
internal static class SimulatedMigration
{
    /// <summary>
    /// The migration itself where the simulation finds no error, else one with an error more (EXN715), which names the first.
    /// </summary>
    public static NamespaceMigration Of(NamespaceMigration migration)
    {
        List<MigrationVerdict> failed = [.. MigrationSimulator.Run(migration).Where(v => v.Outcome == CheckOutcome.Failed)];
        return failed.Count == 0 ? migration : new NamespaceMigration
        {
            Present = migration.Present,
            State = migration.State,
            Plans = migration.Plans,
            Steps = migration.Steps,
            Findings = [Error(migration, failed), .. migration.Findings],
        };
    }

    private static Finding Error(NamespaceMigration migration, IReadOnlyList<MigrationVerdict> failed)
    {
        MigrationVerdict first = failed.OrderBy(v => v.Step ?? int.MaxValue).First();
        return Findings.Error(SimulationFindingCodes.Fails, migration.Target.ExternalHost.Value,
            $"{Failing(failed.Count)} of {first.Subject}: {first.Message}",
            "Run no line before Test-NamespaceMigration finds no error. Change the plans that the migration is made from, or do the steps "
                + "that it names in another way.",
            "1E");
    }

    private static string Failing(int count) => count == 1
        ? "A check of the simulation of these steps fails. It is that"
        : $"{count} checks of the simulation of these steps fail. The first is that";
}
