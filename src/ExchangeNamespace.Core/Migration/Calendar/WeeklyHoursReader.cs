using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>
/// Reads hours of the week: days and two clock times of 24 hours, such as <c>Sat 22:00-02:00</c>, <c>Mon-Thu 20:00-23:00</c> or
/// <c>Sat,Sun 08:00-18:00</c>. Days are English, in full or by three letters, or <c>Daily</c>.
/// </summary>
internal static class WeeklyHoursReader
{
    public const string Form = "Give days and clock times of 24 hours, such as 'Sat 22:00-02:00', 'Mon-Thu 20:00-23:00', "
        + "'Sat,Sun 08:00-18:00' or 'Daily 22:00-23:30'. An end that is not later than the beginning is on the next day.";

    private const string Daily = "Daily";
    private const int Week = 7;

    private static readonly Regex Pattern = new(
        @"\A\s*(?<days>[A-Za-z]+(?:\s*[-,]\s*[A-Za-z]+)*)\s+(?<from>[0-9]{1,2}:[0-9]{2})\s*-\s*(?<to>[0-9]{1,2}:[0-9]{2})\s*\z",
        RegexOptions.CultureInvariant);

    /// <summary>Reads each text; what is refused becomes a fault.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="parameter">Where they came from, for the fault.</param>
    /// <param name="faults">Takes the faults.</param>
    public static IReadOnlyList<WeeklyHours> Read(IEnumerable<string?> texts, string parameter, ICollection<InputFault> faults)
    {
        List<WeeklyHours> hours = [];
        foreach (string? text in texts)
        {
            if (Parse(text ?? string.Empty) is { } read)
            {
                hours.Add(read);
            }
            else
            {
                faults.Add(new InputFault(FaultIds.HoursInvalid, parameter, text,
                    $"'{VisibleText.Short(text ?? string.Empty)}' is not a window of the week. {Form}"));
            }
        }

        return hours;
    }

    private static WeeklyHours? Parse(string text)
    {
        Match match = Pattern.Match(text);
        return match.Success && Days(match.Groups["days"].Value) is { Count: > 0 } days
            && Clock(match.Groups["from"].Value) is { } from && Clock(match.Groups["to"].Value) is { } to
            && from < TimeSpan.FromDays(1) && from != to
                ? new WeeklyHours(days, from, to == TimeSpan.FromDays(1) ? TimeSpan.Zero : to) : null;
    }

    /// <summary>The days in the order of the week; null where one is not a day.</summary>
    private static IReadOnlyList<DayOfWeek>? Days(string text)
    {
        HashSet<DayOfWeek> days = [];
        foreach (string part in text.Split(','))
        {
            string[] ends = [.. part.Split('-').Select(p => p.Trim())];
            if (ends.Length == 1 && string.Equals(ends[0], Daily, StringComparison.OrdinalIgnoreCase))
            {
                days.UnionWith(Enumerable.Range(0, Week).Select(d => (DayOfWeek)d));
            }
            else if (ends.Length <= 2 && Day(ends[0]) is { } first && Day(ends[ends.Length - 1]) is { } last)
            {
                int count = (((int)last - (int)first + Week) % Week) + 1;
                days.UnionWith(Enumerable.Range((int)first, count).Select(d => (DayOfWeek)(d % Week)));
            }
            else
            {
                return null;
            }
        }

        return [.. days.OrderBy(d => ((int)d + Week - 1) % Week)];
    }

    private static DayOfWeek? Day(string text) => Enumerable.Range(0, Week).Select(d => (DayOfWeek?)d).FirstOrDefault(d =>
        string.Equals(text, d.ToString(), StringComparison.OrdinalIgnoreCase)
            || string.Equals(text, d.ToString()!.Substring(0, 3), StringComparison.OrdinalIgnoreCase));

    /// <summary>00:00 to 24:00.</summary>
    private static TimeSpan? Clock(string text)
    {
        int[] parts = [.. text.Split(':').Select(p => int.Parse(p, CultureInfo.InvariantCulture))];
        TimeSpan time = new(parts[0], parts[1], 0);
        return parts[1] < 60 && time <= TimeSpan.FromDays(1) ? time : null;
    }
}
