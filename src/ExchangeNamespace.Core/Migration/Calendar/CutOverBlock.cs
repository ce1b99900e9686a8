using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>
/// The steps of one cut-over: inside and outside lead to the new servers in the same hours, or clients meet old and new for days.
/// </summary>
internal static class CutOverBlock
{
    /// <summary>The steps from a place on that belong into one window; one step where it stands alone.</summary>
    public static IEnumerable<MigrationStep> From(IReadOnlyList<MigrationStep> steps, int first)
    {
        MigrationStep begin = steps[first];
        return begin.Phase != MigrationPhase.CutOver || !ClientVisibility.IsVisible(begin)
            ? [begin]
            : steps.Skip(first).TakeWhile(s => s.Phase == begin.Phase && s.Hop == begin.Hop && ClientVisibility.IsVisible(s));
    }

    /// <summary>The hours of each step within a window; null where they do not fit.</summary>
    /// <param name="block">The steps in order.</param>
    /// <param name="window">The window.</param>
    /// <param name="bound">Before which moment a step does not begin, by the steps before the block.</param>
    /// <param name="work">How long a step takes.</param>
    /// <param name="depends">Whether the first step depends on the second.</param>
    /// <param name="wait">How long others wait after a step.</param>
    public static IReadOnlyList<TimeSlot>? Fit(IReadOnlyList<MigrationStep> block, TimeSlot window,
        Func<MigrationStep, DateTimeOffset> bound, Func<MigrationStep, TimeSpan> work, Func<MigrationStep, MigrationStep, bool> depends,
        Func<MigrationStep, TimeSpan> wait)
    {
        List<TimeSlot> slots = [];
        DateTimeOffset free = window.Begin;
        foreach (MigrationStep step in block)
        {
            DateTimeOffset begin = SlotFinder.RoundUp(slots.Select((s, i) => depends(step, block[i]) ? s.End + wait(block[i]) : s.End)
                .Append(free).Append(bound(step)).Max());
            TimeSlot slot = new(begin, begin + work(step));
            if (slot.End > window.End)
            {
                return null;
            }

            slots.Add(slot);
        }

        return slots;
    }
}
