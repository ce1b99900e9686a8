using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;

namespace ExchangeNamespace.Tests.Builds;

/// <summary>What is wrong with a build table, one sentence each, so that the author of a row sees what to mend.</summary>
internal static class CatalogueProblems
{
    public static IReadOnlyList<string> Of(IReadOnlyList<string[]> cells)
    {
        List<ExchangeRelease> rows = [.. cells.Select(c => new ExchangeRelease(c))];
        return
        [
            .. cells.Where(c => c.Length < 10 || c.Any(v => v != v.Trim())).Select(c => $"{c[6]}: fewer than ten columns, or white space around a value"),
            .. rows.Zip(rows.Skip(1)).Where(p => p.First.Build >= p.Second.Build).Select(p => $"{p.Second.Build} stands below {p.First.Build}"),
            .. Twice(rows, r => new[] { r.Build }.Concat(r.AltBuilds.Select(a => a.Key)).Select(b => b.ToString()), "is a number of more than one row"),
            .. Twice(rows, r => [$"{r.Product} {r.Level} {r.Update}".Trim()], "names more than one row"),
            .. Twice(rows, r => r.Kb is null ? [] : [$"{r.Kb} on {r.Product} {r.Level}"], "is the KB number of more than one row"),
            .. rows.SelectMany(r => Single(r, rows)),
            .. rows.SelectMany(r => Replaced(r, rows)),
            .. rows.GroupBy(r => r.Product + " " + r.Level).Concat(rows.Where(r => r.Update is null).GroupBy(r => "the levels of " + r.Product))
                .SelectMany(line => line.Zip(line.Skip(1)).Where(p => IsAfter(p.First.ReleaseDate, p.Second.ReleaseDate)).Select(p => $"{p.Second.Build} ({p.Second.ReleaseDate}) has a higher build than {p.First.Build} ({p.First.ReleaseDate}), yet an earlier date")),
        ];
    }

    private static IEnumerable<string> Single(ExchangeRelease r, List<ExchangeRelease> rows)
    {
        if (Family(r) is { } wrong)
        {
            yield return $"{r.Build} is not in the family of {wrong}";
        }

        ExchangeRelease? level = rows.Find(b => b.Build == r.BaseBuild);
        if (level is null || level.Update is not null || level.Product != r.Product || level.Level != r.Level || (r.Update is null && level != r))
        {
            yield return $"{r.Build}: its base build {r.BaseBuild} is not the row of {r.Product} {r.Level}";
        }

        if (r.LongBuildAsPrinted is { } printed && Version.Parse(printed) is var number && number != r.Build && r.AltBuilds.All(a => a.Key != number))
        {
            yield return $"{r.Build}: the printed long build {printed} is neither its own number nor one of the others";
        }

        if (r.Kb is { } kb && !Regex.IsMatch(kb, "^KB[0-9]{6,7}$"))
        {
            yield return $"{r.Build}: '{kb}' is not a KB number";
        }

        string kind = r.Update is null
            ? (r.Level.StartsWith("SP", StringComparison.Ordinal) ? "SP" : r.Level.StartsWith("CU", StringComparison.Ordinal) ? "CU" : r.Level)
            : Regex.IsMatch(r.Update, "^Update Rollup [1-9][0-9]?( v[1-9])?$") ? "RU"
            : Regex.IsMatch(r.Update, "^[A-Z][a-z]{2}[0-9]{2}HU(v[1-9])?$") ? "HU"
            : Regex.IsMatch(r.Update, "^([A-Z][a-z]{2}[0-9]{2}SU(v[1-9])?|Security Update KB[0-9]+)$") ? "SU"
            : "?";
        if (kind != r.Kind)
        {
            yield return $"{r.Build}: kind {r.Kind} does not go with '{r.Level} {r.Update}'";
        }

        if (!Regex.IsMatch(r.ReleaseDate, "^20[0-9]{2}-[0-9]{2}(-[0-9]{2})?$") || !DateTime.TryParse(r.ReleaseDate, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date))
        {
            yield return $"{r.Build}: '{r.ReleaseDate}' is not a date";
        }
        else if (r.Update is not null && Regex.IsMatch(r.Update, "^[A-Z][a-z]{2}[0-9]{2}") && !IsMonthOf(r.Update, date))
        {
            yield return $"{r.Build}: '{r.Update}' is dated {r.ReleaseDate}";
        }
    }

    /// <summary>A second version keeps the name of the first, whose month may be over.</summary>
    private static bool IsMonthOf(string update, DateTime date)
    {
        int months = date.Year * 12 + date.Month;
        return DateTime.TryParseExact(update[..5], "MMMyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime named)
            && (named.Year * 12 + named.Month) is int first
            && (months == first || (months > first && Regex.IsMatch(update, "v[2-9]$")));
    }

    private static IEnumerable<string> Replaced(ExchangeRelease r, List<ExchangeRelease> rows)
    {
        if (r.Replaces.Count > 0 != r.ReplacesBasis is not null)
        {
            yield return $"{r.Build}: 'replaces' and its basis go together";
        }

        foreach (string kb in r.Replaces)
        {
            List<ExchangeRelease> older = [.. rows.Where(o => o.Kb == kb && o.Product == r.Product)];
            if (older.Count == 0)
            {
                yield return $"{r.Build} replaces {kb}, which no row of {r.Product} has";
            }
            else if (kb == r.Kb || older.Any(o => IsAfter(o.ReleaseDate, r.ReleaseDate)))
            {
                yield return $"{r.Build} replaces {kb}, which is not older";
            }
        }
    }

    private static string? Family(ExchangeRelease r)
    {
        string level = r.Build.Minor == 0 ? "RTM" : "SP" + r.Build.Minor.ToString(CultureInfo.InvariantCulture);
        bool fits = r.Product switch
        {
            "2007" => r.Build is { Major: 8, Minor: <= 3 } && r.Level == level,
            "2010" => r.Build is { Major: 14, Minor: <= 3 } && r.Level == level,
            "2013" => r.Build is { Major: 15, Minor: 0 },
            "2016" => r.Build is { Major: 15, Minor: 1 },
            "2019" => r.Build is { Major: 15, Minor: 2, Build: < 2562 },
            "SE" => r.Build is { Major: 15, Minor: 2, Build: >= 2562 },
            _ => false,
        };
        return fits ? null : r.Product + " " + r.Level;
    }

    private static bool IsAfter(string first, string second)
    {
        int known = Math.Min(first.Length, second.Length);
        return string.CompareOrdinal(first, 0, second, 0, known) > 0;
    }

    private static IEnumerable<string> Twice(List<ExchangeRelease> rows, Func<ExchangeRelease, IEnumerable<string>> keys, string problem) => rows
        .SelectMany(r => keys(r).Distinct())
        .GroupBy(k => k)
        .Where(g => g.Count() > 1)
        .Select(g => $"{g.Key} {problem}");
}
