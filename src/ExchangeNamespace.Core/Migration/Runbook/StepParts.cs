using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Runbook;

/// <summary>The actions of a step by the shell or person that does them.</summary>
internal static class StepParts
{
    public static IReadOnlyList<StepPart> Of(MigrationStep step) => Of(step, step.Actions);

    public static IReadOnlyList<StepPart> Back(MigrationStep step) => Of(step, step.TakeBack);

    private static IReadOnlyList<StepPart> Of(MigrationStep step, IEnumerable<MigrationAction> actions) =>
        Merged(actions.SelectMany(a => Of(step, a)));

    /// <summary>Parts of the same shell with the same remark, one after the other, are one.</summary>
    private static IReadOnlyList<StepPart> Merged(IEnumerable<StepPart> parts)
    {
        List<StepPart> merged = [];
        foreach (StepPart part in parts)
        {
            StepPart? last = merged.Count > 0 ? merged[merged.Count - 1] : null;
            if (last is not null && last.Shell.Equals(part.Shell) && last.Remark == part.Remark && last.IsToFillIn == part.IsToFillIn)
            {
                merged[merged.Count - 1] = last with { Lines = [.. last.Lines, .. part.Lines] };
            }
            else
            {
                merged.Add(part);
            }
        }

        return merged;
    }

    private static IEnumerable<StepPart> Of(MigrationStep step, MigrationAction action) => action switch
    {
        ExchangeLine line => [Command(line.Command)],
        ConsoleLine line => [Raw(Console(step, line.Shell), [line.Line])],
        CertificateChange { Lines.Count: > 0 } change => change.Lines.Select(Command),
        ServerChange { Line: { } line } change => [Raw(Of(step, change), [line])],
        MailboxMove { Lines.Count: > 0 } move => [Raw(Exchange(step.ShellVersion), move.Lines)],
        _ => [new StepPart(new PartShell(PartKind.ByHand), [ActionText.Of(action)])],
    };

    private static StepPart Command(ExchangeCommand command) =>
        new(new PartShell(PartKind.ExchangeShell, ShellGenerations.Of(command.Version)), [.. command.WithCaution()], command.Reason);

    /// <summary>Only printable ASCII is a line of a script.</summary>
    private static StepPart Raw(PartShell shell, IReadOnlyList<string> lines) =>
        lines.All(l => l.All(c => c is >= ' ' and <= '~'))
            ? new StepPart(shell, lines) { IsToFillIn = lines.Any(HasPlace) }
            : new StepPart(new PartShell(PartKind.ByHand), [.. lines.Select(l => ShownText.Of(l))]);

    private static bool HasPlace(string line)
    {
        int open = line.IndexOf('<');
        return open >= 0 && line.IndexOf('>', open) > open;
    }

    private static PartShell Console(MigrationStep step, ConsoleShell shell) => shell switch
    {
        ConsoleShell.CommandPrompt => new PartShell(PartKind.CommandPrompt),
        ConsoleShell.PowerShell => new PartShell(PartKind.PowerShell),
        ConsoleShell.ExchangeShell => Exchange(step.ShellVersion),
        _ => throw ClosedSet.Outside(shell),
    };

    private static PartShell Of(MigrationStep step, ServerChange change) => change.Stage is ServerStage.Maintenance or ServerStage.InService
        ? Exchange(step.ShellVersion ?? change.After ?? change.Before) : new PartShell(PartKind.CommandPrompt);

    private static PartShell Exchange(ExchangeVersion? version) => version is null ? new PartShell(PartKind.ByHand)
        : new PartShell(PartKind.ExchangeShell, ShellGenerations.Of(version));
}
