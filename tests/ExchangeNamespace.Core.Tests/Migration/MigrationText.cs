using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;

namespace ExchangeNamespace.Tests.Migration;

/// <summary>Everything that a migration says, as lines to be read and compared.</summary>
internal static class MigrationText
{
    public static IEnumerable<string> Of(NamespaceMigration migration)
    {
        yield return migration.ToString();
        foreach (Finding finding in migration.Findings)
        {
            yield return finding + " " + finding.Remedy;
        }

        foreach (MigrationStep step in migration.Steps)
        {
            yield return string.Empty;
            yield return $"{step.Number}. {step.Title}";
            yield return $"   {step.Id}: {step.Phase}, {step.Place}{(step.ShellVersion is null ? string.Empty : ", shell of " + step.ShellVersion)}"
                + $", {step.Certainty}, {step.Rule} {step.Source}";
            yield return "   after: " + string.Join(", ", step.DependsOn);
            foreach (string line in step.Before.Select(c => "   before? " + Check(c))
                .Concat(step.Actions.SelectMany(a => Lines("   > ", a)))
                .Concat(step.After.Select(c => "   after? " + Check(c)))
                .Concat(step.Effects.Select(e => $"   clients: {e.Clients}: {e.Text}"))
                .Concat(step.TakeBack.SelectMany(a => Lines("   < ", a)))
                .Append("   back: " + step.TakeBackNote))
            {
                yield return line;
            }

            if (step.Wait is { } wait)
            {
                yield return $"   wait {wait.Duration}: {wait.Reason} ({wait.Source}, {wait.Certainty})";
            }
        }
    }

    private static string Check(MigrationCheck check) => $"{check.Text} {(check.Line is null ? string.Empty : "[" + check.Line + "] ")}= {check.Expected}";

    private static IEnumerable<string> Lines(string head, MigrationAction action) =>
        action.ToString().Split('\n').Select(l => $"{head}{action.GetType().Name}: {l}");
}
