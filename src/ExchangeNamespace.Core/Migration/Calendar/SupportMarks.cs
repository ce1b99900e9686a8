using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>The last day of support of each version that the migration leaves behind.</summary>
internal static class SupportMarks
{
    public static void Add(NamespaceMigration migration, CalendarRequest request, List<CalendarEntry> entries, List<Finding> findings)
    {
        DateTimeOffset end = entries.Select(e => e.End).DefaultIfEmpty(request.Now).Max();
        foreach (ExchangeProduct product in Left(migration))
        {
            string name = "Exchange " + ExchangeVersionReader.ProductText(product);
            DateTimeOffset day = ZoneClock.Begin(SupportCalendar.Of(product).ExtendedEnd, request.Zone);
            entries.Add(new CalendarEntry
            {
                Kind = CalendarKind.SupportEnd,
                Title = $"Last day of support of {name}",
                Begin = day,
                End = day,
                Window = CalendarHours.Day,
                Reason = $"After this day {name} gets no update of the public support.",
            });
            if (day.Date < end.Date)
            {
                findings.Add(CalendarFindings.SupportEnds(name, day, isOver: day.Date < request.Now.Date));
            }
        }
    }

    private static IEnumerable<ExchangeProduct> Left(NamespaceMigration migration) => migration.Plans.Take(migration.Plans.Count - 1)
        .Prepend(migration.Present).SelectMany(Products).Distinct().Except(Products(migration.Target)).OrderBy(p => p);

    private static IEnumerable<ExchangeProduct> Products(NamespacePlan plan) => plan.Servers.Select(s => s.Version.Product);
}
