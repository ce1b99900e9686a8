using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Calendar;
using ExchangeNamespace.Reports.Drawing;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>
/// The phases of a migration as spans of the time line, from the first step of each to its last; names of steps stay out.
/// </summary>
internal static class MigrationSpans
{
    public static IEnumerable<TimeLineEntry> Of(ReportRequest request, ReportWords words) => request.Calendar
        .Where(e => e.Step is not null && e.Window != CalendarHours.Day)
        .GroupBy(e => (e.Step!.Hop, e.Step.Phase, IsRenewal: e.Kind == CalendarKind.Renewal))
        .Select(g => new TimeLineEntry
        {
            Kind = TimeLineKind.Step,
            Label = g.Key.IsRenewal ? words["time.renewal"] : Label(request, words, g.Key.Hop, g.Key.Phase),
            Start = g.Min(e => e.Begin.Date),
            End = g.Max(e => e.End.Date),
        });

    private static string Label(ReportRequest request, ReportWords words, int hop, MigrationPhase phase) =>
        request.Calendar.Any(e => e.Step?.Hop > 1) ? words.Format("time.hop", hop, words.Name(phase)) : words.Name(phase);
}
