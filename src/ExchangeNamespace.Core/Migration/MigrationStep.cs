using System;
using System.Collections.Generic;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration;

/// <summary>Something to look at before or after a step.</summary>
/// <param name="Text">What must be true.</param>
/// <param name="Line">The line that shows it, of this module or of the Exchange Management Shell; null when a person looks.</param>
/// <param name="Expected">What the line or the look must give.</param>
public sealed record MigrationCheck(string Text, string? Line, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Text}{(Line is null ? string.Empty : $" {Line}")} Expected: {Expected}";
}

/// <summary>What changes for which clients at a step.</summary>
/// <param name="Clients">The clients, for example <c>Outlook inside</c>.</param>
/// <param name="Text">What they see.</param>
public sealed record ClientEffect(string Clients, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Clients}: {Text}";
}

/// <summary>How long to wait after a step before those that depend on it.</summary>
/// <param name="Duration">At least this long.</param>
/// <param name="Reason">What must pass, for example the old time to live.</param>
/// <param name="Source">Where the time comes from.</param>
/// <param name="Certainty">How sure the time is.</param>
public sealed record MigrationWait(TimeSpan Duration, string Reason, string Source, MigrationCertainty Certainty)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Duration}: {Reason}";
}

/// <summary>One step: what is done where, what must be true before, what shows that it worked, and how to take it back.</summary>
public sealed class MigrationStep
{
    /// <summary>Not public, because PowerShell would make a step out of any hashtable, with nothing in it.</summary>
    internal MigrationStep()
    {
    }

    /// <summary>The place in the order, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>A name that stays when steps are added: phase, hop and subject, for example <c>1-cutover-mail.contoso.com</c>.</summary>
    public required string Id { get; init => field = ShownText.Of(value); }

    /// <summary>The hop that it belongs to, from 1: an organisation that needs a version in between has several.</summary>
    public required int Hop { get; init; }

    /// <summary>What it is for.</summary>
    public required MigrationPhase Phase { get; init; }

    /// <summary>The step in one line.</summary>
    public required string Title { get; init => field = ShownText.Of(value); }

    /// <summary>Where it is done.</summary>
    public required MigrationPlace Place { get; init; }

    /// <summary>The version whose shell runs the lines; null for a step without lines of Exchange.</summary>
    public ExchangeVersion? ShellVersion { get; init; }

    /// <summary>The servers that it is about.</summary>
    public IReadOnlyList<string> Servers { get; init => field = Indexable.Of(ShownText.Each(value)); } = [];

    /// <summary>What is done, in order.</summary>
    public required IReadOnlyList<MigrationAction> Actions { get; init => field = Indexable.Of(value); }

    /// <summary>What must be true before.</summary>
    public required IReadOnlyList<MigrationCheck> Before { get; init => field = Indexable.Of(value); }

    /// <summary>What shows that it worked.</summary>
    public required IReadOnlyList<MigrationCheck> After { get; init => field = Indexable.Of(value); }

    /// <summary>What changes for clients; empty when they see nothing.</summary>
    public IReadOnlyList<ClientEffect> Effects { get; init => field = Indexable.Of(value); } = [];

    /// <summary>What takes it back, in order; empty when nothing has to be or can be taken back.</summary>
    public required IReadOnlyList<MigrationAction> TakeBack { get; init => field = Indexable.Of(value); }

    /// <summary>What taking it back means, or why it cannot be taken back.</summary>
    public required string TakeBackNote { get; init => field = ShownText.Of(value); }

    /// <summary>How long the steps that depend on it wait; null for no wait.</summary>
    public MigrationWait? Wait { get; init; }

    /// <summary>The steps that must be done before, by their <see cref="Id"/>.</summary>
    public IReadOnlyList<string> DependsOn { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The rule, for example <c>S35</c>; empty when the mission has none for it.</summary>
    public required string Rule { get; init; }

    /// <summary>The document that says it.</summary>
    public required string Source { get; init; }

    /// <summary>How sure it is.</summary>
    public required MigrationCertainty Certainty { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Number}. {Title}";
}
