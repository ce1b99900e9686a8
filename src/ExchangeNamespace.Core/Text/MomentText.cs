using System;
using System.Globalization;

namespace ExchangeNamespace.Text;

/// <summary>
/// Moments as text: a day, or a day with a clock time, which may name its distance from UTC. They are read alike on every machine, whatever
/// its calendar and its time zone.
/// </summary>
internal static class MomentText
{
    private static readonly string[] Forms =
    [
        DayText.Form,
        "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
        "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    /// <summary>The day as it is written, whatever the distance from UTC; null where the text has another form.</summary>
    public static DateTime? Day(string text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset read)
            ? read.Date : null;

    /// <summary>
    /// The moment, UTC where the text names its distance from UTC, and of no kind elsewhere; null where the text has another form.
    /// </summary>
    public static DateTime? Moment(string text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out DateTime read)
            ? read : null;
}
