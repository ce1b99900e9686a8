using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Catalog;

/// <summary>
/// The dates that change what a public authority may issue (CA/Browser Forum Baseline Requirements 2.2.6, sections 4.2.2 and 6.3.2).
/// </summary>
internal static class CertificateCalendar
{
    /// <summary>No certificate with an internal name has been valid after this day.</summary>
    public static readonly DateTime InternalNamesEnd = new(2015, 11, 1);

    private static readonly IReadOnlyList<(DateTime From, int Days)> Lifetimes =
    [
        (new DateTime(2020, 9, 1), 398),
        (new DateTime(2026, 3, 15), 200),
        (new DateTime(2027, 3, 15), 100),
        (new DateTime(2029, 3, 15), 47),
    ];

    /// <summary>The longest lifetime in days on a day; null before the first entry.</summary>
    public static int? LifetimeOn(DateTime day) => Lifetimes.LastOrDefault(l => l.From <= day) is { Days: > 0 } found ? found.Days : null;

    /// <summary>The next shortening after a day; null after the last.</summary>
    public static (DateTime From, int Days)? NextAfter(DateTime day) =>
        Lifetimes.FirstOrDefault(l => l.From > day) is { Days: > 0 } next ? next : null;
}
