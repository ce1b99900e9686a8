using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>A step before it has its number.</summary>
internal sealed class StepDraft
{
    public required string Id { get; init; }

    public required int Hop { get; init; }

    public required MigrationPhase Phase { get; init; }

    public required string Title { get; init; }

    public required MigrationPlace Place { get; init; }

    public ExchangeVersion? Shell { get; init; }

    public IReadOnlyList<string> Servers { get; init; } = [];

    public required IReadOnlyList<MigrationAction> Actions { get; init; }

    public IReadOnlyList<MigrationCheck> Before { get; init; } = [];

    public required IReadOnlyList<MigrationCheck> After { get; init; }

    public IReadOnlyList<ClientEffect> Effects { get; init; } = [];

    public IReadOnlyList<MigrationAction> TakeBack { get; init; } = [];

    public required string TakeBackNote { get; init; }

    public MigrationWait? Wait { get; init; }

    /// <summary>The steps that must be done before.</summary>
    public IReadOnlyList<StepDraft> Needs { get; init; } = [];

    public string Rule { get; init; } = string.Empty;

    public required string Source { get; init; }

    public required MigrationCertainty Certainty { get; init; }

    public MigrationStep Numbered(int number) => new()
    {
        Number = number,
        Id = Id,
        Hop = Hop,
        Phase = Phase,
        Title = Title,
        Place = Place,
        ShellVersion = Shell,
        Servers = Servers,
        Actions = Actions,
        Before = Before,
        After = After,
        Effects = Effects,
        TakeBack = TakeBack,
        TakeBackNote = TakeBackNote,
        Wait = Wait,
        DependsOn = [.. Needs.Select(n => n.Id).Distinct()],
        Rule = Rule,
        Source = Source,
        Certainty = Certainty,
    };
}
