using System;
using System.Globalization;

namespace ExchangeNamespace.Text;

/// <summary>
/// Days as text: <c>2026-03-15</c> on every machine. Without the invariant culture some calendars would print another year.
/// </summary>
internal static class DayText
{
    public const string Form = "yyyy-MM-dd";

    public static string Of(DateTime day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text is not a day in <see cref="Form"/>.</exception>
    public static DateTime Parse(string text) => DateTime.ParseExact(text, Form, CultureInfo.InvariantCulture);
}
