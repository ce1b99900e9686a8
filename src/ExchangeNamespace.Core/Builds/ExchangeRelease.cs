using System;
using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Builds;

/// <summary>One released build of Exchange: a release, service pack, cumulative update, rollup, security update or hotfix.</summary>
internal sealed class ExchangeRelease
{
    private readonly Lazy<DateTime> _availableFrom;

    /// <summary>Reads a row of <c>exchange-builds.tsv</c>.</summary>
    public ExchangeRelease(string[] row)
    {
        Product = row[0];
        Level = row[1];
        Update = Optional(row, 2);
        Kind = row[3];
        Kb = Optional(row, 4);
        ReleaseDate = row[5];
        _availableFrom = new Lazy<DateTime>(() => LastDayOf(ReleaseDate));
        Build = Version.Parse(row[6]);
        Replaces = CatalogResource.List(CatalogResource.Cell(row, 7), ',');
        ReplacesBasis = Optional(row, 8);
        BaseBuild = Version.Parse(row[9]);
        AltBuilds = ReadAltBuilds(CatalogResource.Cell(row, 10));
        CuAlias = Optional(row, 11);
        LongBuildAsPrinted = Optional(row, 12);
        MsrcSupersedes = CatalogResource.List(CatalogResource.Cell(row, 13), ',');
        Notes = CatalogResource.List(CatalogResource.Cell(row, 14), '|');
        KbSource = Optional(row, 15);
        DateSource = Optional(row, 16);
        Source = CatalogResource.Cell(row, 17);
    }

    /// <summary><c>2007</c>, <c>2010</c>, <c>2013</c>, <c>2016</c>, <c>2019</c> or <c>SE</c>.</summary>
    public string Product { get; }

    /// <summary><c>RTM</c>, <c>SPn</c>, <c>CUn</c> or <c>Preview</c>.</summary>
    public string Level { get; }

    /// <summary>The update on top of the level, for example <c>May22SU</c>; null for the level itself.</summary>
    public string? Update { get; }

    /// <summary><c>RTM</c>, <c>SP</c>, <c>CU</c>, <c>Preview</c>, <c>RU</c>, <c>SU</c> or <c>HU</c>.</summary>
    public string Kind { get; }

    /// <summary><c>KB</c> number; null when no source gives it.</summary>
    public string? Kb { get; }

    /// <summary><c>YYYY-MM-DD</c>, or <c>YYYY-MM</c> where only the month is known.</summary>
    public string ReleaseDate { get; }

    /// <summary>The release day; the last day of the month where only the month is known, so that no row counts too early.</summary>
    public DateTime AvailableFrom => _availableFrom.Value;

    /// <summary>The build, for example 15.2.1118.9.</summary>
    public Version Build { get; }

    /// <summary>The build as file versions show it, for example <c>15.02.1118.009</c>.</summary>
    public string LongBuild => ToLongBuild(Build);

    /// <summary>KB numbers that a source lists as replaced; empty means not documented, not "replaces nothing".</summary>
    public IReadOnlyList<string> Replaces { get; }

    /// <summary>On what basis <see cref="Replaces"/> is known; null when it is empty.</summary>
    public string? ReplacesBasis { get; }

    /// <summary>The build of the release, service pack or cumulative update this one sits on.</summary>
    public Version BaseBuild { get; }

    /// <summary>What <c>Get-ExchangeServer</c> shows in AdminDisplayVersion: the level only, never rollups or security updates.</summary>
    public string AdminDisplayVersion => string.Format(
        CultureInfo.InvariantCulture, "Version {0}.{1} (Build {2}.{3})", BaseBuild.Major, BaseBuild.Minor, BaseBuild.Build,
        BaseBuild.Revision);

    /// <summary>Other numbers that a source prints for the same release, with that source.</summary>
    public IReadOnlyList<KeyValuePair<Version, string>> AltBuilds { get; }

    /// <summary>Half-year name of a cumulative update, for example <c>2022H1</c>; null for the others.</summary>
    public string? CuAlias { get; }

    /// <summary>The long build as Microsoft's table prints it; null where that table lacks the row.</summary>
    public string? LongBuildAsPrinted { get; }

    /// <summary>Supersedence values of the Microsoft Security Response Center, unedited.</summary>
    public IReadOnlyList<string> MsrcSupersedes { get; }

    /// <summary>Remarks.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Code or address that gives <see cref="Kb"/>.</summary>
    public string? KbSource { get; }

    /// <summary>Code that gives <see cref="ReleaseDate"/>.</summary>
    public string? DateSource { get; }

    /// <summary>Source codes, joined by <c>; </c>.</summary>
    public string Source { get; }

    /// <summary>A build with two, two, four and three digits, as file versions show it.</summary>
    public static string ToLongBuild(Version build) => string.Format(
        CultureInfo.InvariantCulture, "{0:00}.{1:00}.{2:0000}.{3:000}", build.Major, build.Minor, build.Build, build.Revision);

    private static DateTime LastDayOf(string date) => date.Length < DayText.Form.Length
        ? DayText.Parse(date + "-01").AddMonths(1).AddDays(-1)
        : DayText.Parse(date);

    private static string? Optional(string[] row, int column) =>
        CatalogResource.Cell(row, column) is { Length: > 0 } text ? text : null;

    private static List<KeyValuePair<Version, string>> ReadAltBuilds(string cell)
    {
        var result = new List<KeyValuePair<Version, string>>();
        foreach (string part in CatalogResource.List(cell, '|'))
        {
            (string build, string? source) = CatalogResource.Cut(part, '@');
            result.Add(new KeyValuePair<Version, string>(Version.Parse(build), source ?? string.Empty));
        }

        return result;
    }
}
