using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>How long others wait after a step, and for what.</summary>
/// <param name="Length">At least this long.</param>
/// <param name="Reason">What must pass.</param>
internal readonly record struct StepWait(TimeSpan Length, string Reason);

/// <summary>
/// What is waited for after each step: what the step says, how long an authority takes, and how long resolvers keep the answers of before.
/// </summary>
internal sealed class StepWaits
{
    private readonly CalendarRequest _request;
    private readonly ILookup<RecordKey, (MigrationStep Step, TimeSpan TimeToLive)> _lowered;
    private readonly SortedSet<string> _unknown = new(StringComparer.Ordinal);

    public StepWaits(IEnumerable<MigrationStep> steps, CalendarRequest request)
    {
        _request = request;
        _lowered = steps.SelectMany(RecordMoves.Of, (step, change) => (step, change)).Where(c => RecordMoves.Lowers(c.change))
            .ToLookup(c => RecordKey.Of(c.change), c => (c.step, c.change.TimeToLiveAfter!.Value));
    }

    /// <summary>The records whose time to live was assumed, each with its view.</summary>
    public IReadOnlyCollection<string> AssumedRecords => _unknown;

    /// <summary>The longest wait after a step; a length of zero for none.</summary>
    public StepWait After(MigrationStep step, PhaseTime time)
    {
        StepWait longest = step.Wait is { } own && !IsStatedBetter(step) ? new StepWait(own.Duration, own.Reason) : default;
        if (time.Delivery > longest.Length)
        {
            longest = new StepWait(time.Delivery, "the authority checks the order and issues the certificate (estimate)");
        }

        foreach (DnsChange change in RecordMoves.Of(step))
        {
            if (Kept(step, change) is { } kept && kept.Length > longest.Length)
            {
                longest = kept;
            }
        }

        return longest;
    }

    /// <summary>The steps that lower the time to live of the records that a step moves.</summary>
    public IEnumerable<MigrationStep> Lowering(MigrationStep step) => RecordMoves.Of(step).Where(RecordMoves.Moves)
        .SelectMany(c => Lowering(step, c)).Select(l => l.Step).Distinct();

    private IEnumerable<(MigrationStep Step, TimeSpan TimeToLive)> Lowering(MigrationStep step, DnsChange change) =>
        _lowered[RecordKey.Of(change)].Where(l => l.Step.Number < step.Number);

    /// <summary>
    /// The wait of a step that lowers records of unknown time to live rests on an assumption, which the stated one replaces.
    /// </summary>
    private bool IsStatedBetter(MigrationStep step) => _request.TimeToLive is not null && RecordMoves.Of(step).Any()
        && RecordMoves.Of(step).All(c => RecordMoves.Lowers(c) && c.TimeToLiveBefore is null);

    /// <summary>How long resolvers keep the answers of before; null where there were none, or nothing of it changes.</summary>
    private StepWait? Kept(MigrationStep step, DnsChange change)
    {
        if (change.Before.Count == 0 || !(RecordMoves.Moves(change) || RecordMoves.Lowers(change)))
        {
            return null;
        }

        TimeSpan old = TimeToLive(step, change, out string source);
        string kept = $"resolvers keep the old answer of {RecordKey.Of(change)} for {CalendarText.Length(old)}{source}";
        return RecordMoves.Moves(change) ? new StepWait(old, kept)
            : new StepWait(old + CalendarAssumptions.Transfer,
                $"{kept}, and every DNS server has the change after {CalendarText.Length(CalendarAssumptions.Transfer)} (estimate)");
    }

    private TimeSpan TimeToLive(MigrationStep step, DnsChange change, out string source)
    {
        source = string.Empty;
        if (change.TimeToLiveBefore is { } known)
        {
            return known;
        }

        if (Lowering(step, change).Select(l => (TimeSpan?)l.TimeToLive).LastOrDefault() is { } lowered)
        {
            return lowered;
        }

        if (_request.TimeToLive is { } stated)
        {
            source = " (as stated)";
            return stated;
        }

        source = " (assumed)";
        _unknown.Add(RecordKey.Of(change).ToString());
        return CalendarAssumptions.TimeToLive;
    }
}
