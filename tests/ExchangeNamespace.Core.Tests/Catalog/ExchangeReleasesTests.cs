using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Catalog;

public class ExchangeReleasesTests
{
    [Fact]
    public void The_table_holds_448_builds_in_ascending_order()
    {
        Assert.Equal(448, ExchangeReleases.All.Count);
        Assert.Equal(ExchangeReleases.All.OrderBy(r => r.Build), ExchangeReleases.All);
    }

    [Theory]
    [InlineData("2019", "CU12", "15.2.1118.7", "Version 15.2 (Build 1118.7)")]
    [InlineData("2007", "sp1", "8.1.240.6", "Version 8.1 (Build 240.6)")]
    [InlineData("SE", "RTM", "15.2.2562.17", "Version 15.2 (Build 2562.17)")]
    public void A_level_has_its_base_build(string product, string level, string build, string adminDisplayVersion)
    {
        ExchangeRelease release = ExchangeReleases.FindBase(product, level)!;

        Assert.Equal(Version.Parse(build), release.Build);
        Assert.Null(release.Update);
        Assert.Equal(adminDisplayVersion, release.AdminDisplayVersion);
    }

    [Fact]
    public void An_unknown_level_has_none() => Assert.Null(ExchangeReleases.FindBase("2019", "CU99"));

    [Fact]
    public void A_release_names_what_it_replaces_and_its_long_build()
    {
        ExchangeRelease release = ExchangeReleases.FindExact(new Version(15, 2, 1118, 9))!;

        Assert.Equal(["KB5012698"], release.Replaces);
        Assert.Equal("direct supersedence, MSRC (not the full cumulative list)", release.ReplacesBasis);
        Assert.Equal("15.02.1118.009", release.LongBuild);
        Assert.Equal(new Version(15, 2, 1118, 7), release.BaseBuild);
        Assert.Equal("Version 15.2 (Build 1118.7)", release.AdminDisplayVersion);
    }

    [Fact]
    public void The_table_equals_its_source_field_by_field()
    {
        using JsonDocument source = SharedData.Json("exchange-builds.json");

        List<string> expected = [.. source.RootElement.EnumerateArray().Select(Describe)];
        List<string> actual = [.. ExchangeReleases.All.Select(Describe)];

        Assert.Equal(expected, actual);
    }

    private static string Describe(JsonElement row)
    {
        Assert.Equal(21, row.EnumerateObject().Count());
        return string.Join('\t',
            Text(row, "product"), Text(row, "level"), Text(row, "update"), Text(row, "kind"), Text(row, "kb"), Text(row, "kbSource"),
            Text(row, "releaseDate"), Text(row, "dateSource"), Text(row, "shortBuild"), Text(row, "longBuild"), Text(row, "longBuildAsPrinted"),
            List(row, "replaces", Scalar), Text(row, "replacesBasis"), Text(row, "baseBuild"), Text(row, "adminDisplayVersion"),
            List(row, "cumulativeOver", c => Text(c, "update") + "/" + Text(c, "kb") + "/" + Text(c, "shortBuild")),
            List(row, "altBuilds", a => Text(a, "shortBuild") + "/" + Text(a, "longBuild") + "/" + Text(a, "source")),
            Text(row, "cuAlias"), List(row, "msrcSupersedesRaw", Scalar), List(row, "notes", Scalar), Text(row, "source"));
    }

    private static string Describe(ExchangeRelease r) => string.Join('\t',
        r.Product, r.Level, r.Update, r.Kind, r.Kb, r.KbSource,
        r.ReleaseDate, r.DateSource, r.Build, r.LongBuild, r.LongBuildAsPrinted,
        string.Join('|', r.Replaces), r.ReplacesBasis, r.BaseBuild, r.AdminDisplayVersion,
        string.Join('|', ExchangeReleases.CumulativeOver(r).Select(c => c.Update + "/" + c.Kb + "/" + c.Build)),
        string.Join('|', r.AltBuilds.Select(a => a.Key + "/" + ExchangeRelease.ToLongBuild(a.Key) + "/" + a.Value)),
        r.CuAlias, string.Join('|', r.MsrcSupersedes), string.Join('|', r.Notes), r.Source);

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();

    private static string Scalar(JsonElement value) => value.GetString()!;

    private static string List(JsonElement row, string name, Func<JsonElement, string> part) =>
        string.Join('|', row.GetProperty(name).EnumerateArray().Select(part));
}
