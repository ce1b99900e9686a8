using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using Xunit;

namespace ExchangeNamespace.Tests.Builds;

/// <summary>Every row of the catalogue is found by each text that is written for it.</summary>
public class RowFormsTests
{
    public static TheoryData<string> Rows => [.. ExchangeReleases.All.Select(r => r.Build.ToString())];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_is_found_by_each_form_of_its_number(string build)
    {
        ExchangeRelease row = Row(build);
        foreach (string text in NumberForms(row))
        {
            ExchangeBuildInfo found = Reading.One(text);

            Assert.Equal((text, BuildMatch.Exact, row.Build), (text, found.Match, found.Build));
            Assert.Equal((row.Level, row.Update, row.Kb, row.ReleaseDate), (found.Level, found.Update, found.Kb, found.ReleaseDate));
            Assert.Equal(row.Product, ExchangeVersionReader.ProductText(found.Product));
            Assert.Equal(row.LongBuild, found.LongBuild);
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_is_found_by_other_numbers_that_are_printed_for_it(string build)
    {
        ExchangeRelease row = Row(build);
        IEnumerable<string> printed = row.AltBuilds.SelectMany(alt => new[] { alt.Key.ToString(), ExchangeRelease.ToLongBuild(alt.Key) });
        if (row.LongBuildAsPrinted is { } asPrinted)
        {
            printed = printed.Append(asPrinted);
        }

        foreach (string text in printed)
        {
            ExchangeBuildInfo found = Reading.One(text);

            Assert.Equal((text, row.Build), (text, found.Build));
            Assert.Equal(Version.Parse(text) == row.Build ? BuildMatch.Exact : BuildMatch.AlternativeNumber, found.Match);
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_is_found_by_each_form_of_its_name(string build)
    {
        ExchangeRelease row = Row(build);
        foreach (string text in NameForms(row))
        {
            ExchangeBuildInfo found = Reading.One(text);

            Assert.Equal((text, BuildMatch.Exact, row.Build), (text, found.Match, found.Build));
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_is_found_by_its_KB_number(string build)
    {
        ExchangeRelease row = Row(build);
        if (row.Kb is not { } kb)
        {
            Assert.Null(Reading.One(build).Kb);
            return;
        }

        List<string> everyRow = [.. ExchangeReleases.All.Where(r => r.Kb == kb).Select(r => r.Build.ToString())];
        foreach (string text in new[] { kb, kb.ToLowerInvariant(), kb[2..], "KB " + kb[2..] })
        {
            Assert.Equal(everyRow, Reading.All(text).Select(f => f.Build.ToString()));
        }

        // With the product and level beside it, a KB number names one row.
        Assert.Equal(row.Build, Reading.One($"Exchange Server {row.Product} {row.Level} ({kb})").Build);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_display_text_of_a_row_gives_its_level_and_has_it_among_the_candidates(string build)
    {
        ExchangeRelease row = Row(build);
        Version level = row.BaseBuild;
        string raw = FormattableString.Invariant($"Version {level.Major}.{level.Minor} (Build {level.Build + 30000}.{level.Revision})");
        string described = row.AdminDisplayVersion.Replace(")", ": Service Pack)", StringComparison.Ordinal);
        foreach (string text in new[] { row.AdminDisplayVersion, raw, described, row.AdminDisplayVersion.ToUpperInvariant() })
        {
            ExchangeBuildInfo found = Reading.One(text);

            Assert.Equal((text, BuildMatch.LevelOnly, row.Level, level), (text, found.Match, found.Level, found.Build));
            Assert.False(found.IsUpdateKnown);
            Assert.Equal((null, null, null, null), (found.Update, found.Kb, found.ReleaseDate, found.IsNewest));
            Assert.Contains(row.Build, found.Candidates.Select(c => c.Build));
            Assert.All(found.Candidates, c => Assert.Equal(row.Level, c.Level));
            Assert.Empty(found.Missing);
        }
    }

    private static ExchangeRelease Row(string build) => ExchangeReleases.All.Single(r => r.Build == Version.Parse(build));

    private static IEnumerable<string> NumberForms(ExchangeRelease row)
    {
        Version b = row.Build;
        yield return b.ToString();
        yield return row.LongBuild;
        yield return string.Format(CultureInfo.InvariantCulture, "{0}.{1:00}.{2:0000}.{3:000}", b.Major, b.Minor, b.Build, b.Revision);
        yield return string.Format(CultureInfo.InvariantCulture, "{0}.{1:00}.{2:0000}.{3:00}", b.Major, b.Minor, b.Build, b.Revision);
        yield return $"{b.Major}.{b.Minor}.{b.Build + 30000}.{b.Revision}";
        yield return "  " + b + "\r\n";
        yield return "Version " + b;
        yield return "id " + b;
        yield return "mapi id " + row.LongBuild;
        yield return $"from mail.contoso.com (192.0.2.1) by ex01.contoso.com (192.0.2.2) with Microsoft SMTP Server (TLS) id {b}; Tue, 6 Jan 2026 10:00:00 +0000";
    }

    private static IEnumerable<string> NameForms(ExchangeRelease row)
    {
        string update = row.Update is null ? string.Empty : " " + row.Update;
        yield return $"{row.Product} {row.Level}{update}";
        yield return $"Exchange {row.Product} {row.Level}{update}";
        yield return $"Microsoft Exchange Server {row.Product} {row.Level}{update}";
        yield return $"exchange server {row.Product} {row.Level}{update}".ToLowerInvariant();
        yield return $"{row.Product}{row.Level}{update}";
        yield return $"Exchange{row.Product}{row.Level}{update.Replace(" ", string.Empty, StringComparison.Ordinal)}";
        yield return $"{update} for Exchange Server {row.Product} {row.Level}";
        yield return $"{row.Product} {Long(row.Level)}{update}";
        yield return $"Exchange Server {row.Product} {row.Level}{update}{(row.Kb is null ? string.Empty : $" ({row.Kb})")}";
        if (row.Product == "SE")
        {
            yield return "Exchange Server Subscription Edition " + row.Level + update;
        }

        if (row.Kind == "RU")
        {
            yield return $"{row.Product} {row.Level} {row.Update!.Replace("Update Rollup ", "RU", StringComparison.Ordinal)}";
            yield return $"{row.Product} {row.Level} {row.Update!.Replace("Update Rollup ", "UR", StringComparison.Ordinal).Replace(" v", "-v", StringComparison.Ordinal)}";
            yield return $"{row.Update!.Replace("Update ", string.Empty, StringComparison.Ordinal)} for Exchange {row.Product} {Long(row.Level)}";
        }

        if (row.CuAlias is { } halfYear)
        {
            yield return $"Exchange Server {row.Product} {row.Level} ({halfYear})";
            yield return $"{row.Product} {halfYear}";
        }

        if (row.Update is { } month && char.IsLower(month[1]) && char.IsDigit(month[3]))
        {
            yield return $"{row.Product} {row.Level} {month[..3]} 20{month[3..5]} {month[5..]}";
        }
    }

    private static string Long(string level) => level
        .Replace("SP", "Service Pack ", StringComparison.Ordinal)
        .Replace("CU", "Cumulative Update ", StringComparison.Ordinal);
}
