using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>
/// A calendar as a Gantt chart in Mermaid. Colons, semicolons and number signs mean something in it, and there is no quoting: a text has
/// letters, digits and a few marks, and all else is a hyphen.
/// </summary>
public static class CalendarGantt
{
    private const string Clock = "yyyy-MM-dd HH:mm";
    private const int LongestText = 70;

    /// <summary>Writes the chart.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <returns>Lines of ASCII, for a code block that is marked <c>mermaid</c>.</returns>
    public static IReadOnlyList<string> Of(MigrationCalendar calendar)
    {
        List<string> lines = ["gantt", "    dateFormat YYYY-MM-DD HH:mm", "    axisFormat %Y-%m-%d"];
        string? section = null;
        foreach (CalendarEntry entry in calendar.Entries.Where(e => IsShown(e, calendar)))
        {
            if (SectionOf(entry) is var its && its != section)
            {
                section = its;
                lines.Add("    section " + its);
            }

            lines.Add($"    {Text(entry)} :{Kind(entry)}{Moment(entry.Begin)}, "
                + (entry.Window == CalendarHours.Day ? "0d" : Moment(entry.End)));
        }

        return lines;
    }

    /// <summary>Days long before or after the work would leave no room for it.</summary>
    private static bool IsShown(CalendarEntry entry, MigrationCalendar calendar) => entry.Window != CalendarHours.Day
        || (entry.Begin >= calendar.Start && entry.Begin <= calendar.End);

    private static string SectionOf(CalendarEntry entry) => entry.Kind switch
    {
        CalendarKind.Step or CalendarKind.Background => Hop(entry.Step!) + PhaseText.Name(entry.Step!.Phase),
        CalendarKind.Renewal or CalendarKind.CertificateEnd or CalendarKind.SupportEnd => "To know",
        _ => throw ClosedSet.Outside(entry.Kind),
    };

    private static string Hop(MigrationStep step) => step.Hop == 1 ? string.Empty
        : step.Hop.ToString(CultureInfo.InvariantCulture) + ". ";

    private static string Kind(CalendarEntry entry) => entry.Kind switch
    {
        CalendarKind.Step => entry.Window == CalendarHours.MaintenanceWindow ? "crit, " : string.Empty,
        CalendarKind.Background => "active, ",
        CalendarKind.Renewal => "crit, ",
        CalendarKind.CertificateEnd or CalendarKind.SupportEnd => "milestone, ",
        _ => throw ClosedSet.Outside(entry.Kind),
    };

    private static string Text(CalendarEntry entry)
    {
        string number = entry.Kind == CalendarKind.Step ? entry.Step!.Number.ToString(CultureInfo.InvariantCulture) + " " : string.Empty;
        StringBuilder text = new();
        foreach (char c in number + entry.Title)
        {
            text.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or ' ' or '.' or '(' or ')' ? c : '-');
        }

        return text.Length > LongestText ? text.ToString(0, LongestText).TrimEnd() + "..." : text.ToString().Trim();
    }

    private static string Moment(DateTimeOffset moment) => moment.ToString(Clock, CultureInfo.InvariantCulture);
}
