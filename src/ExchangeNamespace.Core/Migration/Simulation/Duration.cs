using System;
using System.Globalization;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>Lengths of time in words.</summary>
internal static class Duration
{
    private const int MinutesShown = 120;
    private const int HoursShown = 48;

    /// <summary>For example <c>90 s</c>, <c>75 min</c>, <c>7 days</c>.</summary>
    public static string Text(TimeSpan time) =>
        time.TotalMinutes < 2 || time.Seconds != 0 ? Number(time.TotalSeconds) + " s"
        : time.TotalMinutes <= MinutesShown || time.Minutes != 0 ? Number(time.TotalMinutes) + " min"
        : time.TotalHours <= HoursShown || time.Hours != 0 ? Number(time.TotalHours) + " h"
        : Number(time.TotalDays) + " days";

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
