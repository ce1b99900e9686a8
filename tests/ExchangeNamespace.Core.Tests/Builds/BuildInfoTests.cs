using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Builds;

public class BuildInfoTests
{
    private static readonly DateTime November2008 = new(2008, 11, 30);

    [Fact]
    public void Rollup_5_of_2007_SP1_is_needed_on_rollup_3_and_replaces_the_four_before()
    {
        ExchangeBuildInfo installed = Reading.One("KB949870", November2008);
        ExchangeBuildInfo newest = Reading.One(installed.NewestUpdate!.Kb!, November2008);

        Assert.Equal("KB953467", newest.Kb);
        Assert.False(installed.IsNewest);
        Assert.Equal(["8.1.311.3", "8.1.336.1"], Reading.Builds(installed.Missing));
        Assert.Equal(["KB953467"], installed.ReplacedBy.Select(u => u.Kb));
        Assert.Equal(["KB952580", "KB953467"], installed.ReplacedByDerived.Select(u => u.Kb));
        Assert.True(newest.IsNewest);
        Assert.Empty(newest.Missing);
        Assert.Equal(["KB945684", "KB948016", "KB949870", "KB952580"], newest.Replaces);
        Assert.Equal("full list, source article", newest.ReplacesBasis);
        Assert.Equal(newest.Replaces, newest.ReplacesDerived.Select(u => u.Kb!));
        Assert.StartsWith("derived:", newest.ReplacesDerivedBasis, StringComparison.Ordinal);
        Assert.Equal(
            ["KB949968: UM diversion header", "KB954197: CAS cannot copy OAB from a Windows 2008 CCR", "KB957978: OAB generation on Windows 2008 SCC, events 9328 and 9373"],
            newest.Fixes.Select(f => f.ToString()));
        Assert.Equal(SupportState.Supported, newest.SupportState);
    }

    [Fact]
    public void Scenario_SC36_comes_out_as_it_is_written()
    {
        using JsonDocument document = SharedData.Json("scenarios.json");
        JsonElement scenario = document.RootElement.GetProperty("scenarios").EnumerateArray().Single(s => s.GetProperty("id").GetString() == "SC36");
        JsonElement inputs = scenario.GetProperty("inputs");
        JsonElement expected = scenario.GetProperty("expected");
        DateTime day = inputs.GetProperty("asOf").GetDateTime();

        ExchangeBuildInfo installed = Reading.One(inputs.GetProperty("installed").GetString()!, day);
        ExchangeBuildInfo newest = Reading.One(installed.NewestUpdate!.Kb!, day);

        Assert.Equal(expected.GetProperty("latest").GetString(), newest.Kb);
        Assert.False(installed.IsNewest);
        Assert.Equal(expected.GetProperty("replaces").EnumerateArray().Select(k => k.GetString()!), newest.Replaces);
        Assert.Equal(
            expected.GetProperty("fixes").EnumerateObject().Select(f => (f.Name, f.Value.GetString()!)),
            newest.Fixes.Select(f => (f.Kb, f.Text)));
    }

    [Theory]
    [InlineData("KB949968")]
    [InlineData("954197")]
    [InlineData("Exchange 2007 SP1 KB957978")]
    public void A_single_fix_names_the_update_that_contains_it(string text)
    {
        ExchangeBuildInfo found = Reading.One(text);

        Assert.Equal((BuildMatch.FixOfUpdate, "KB953467"), (found.Match, found.Kb));
        Assert.Contains(found.Notes, n => n.EndsWith("is a fix that KB953467 contains.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("8.1.336.1", "2012-04-10", SupportState.Supported)]
    [InlineData("8.1.336.1", "2012-04-11", SupportState.Extended)]
    [InlineData("8.1.336.1", "2017-04-11", SupportState.Extended)]
    [InlineData("8.1.336.1", "2017-04-12", SupportState.OutOfSupport)]
    [InlineData("8.1.336.1", "2008-11-19", SupportState.NotReleased)]
    [InlineData("8.1.336.1", "2008-11-20", SupportState.Supported)]
    [InlineData("14.3.123.4", "2015-01-13", SupportState.Supported)]
    [InlineData("14.3.123.4", "2015-01-14", SupportState.Extended)]
    [InlineData("14.3.123.4", "2020-10-13", SupportState.Extended)]
    [InlineData("14.3.123.4", "2020-10-14", SupportState.OutOfSupport)]
    [InlineData("15.0.847.32", "2018-04-11", SupportState.Extended)]
    [InlineData("15.0.847.32", "2023-04-12", SupportState.OutOfSupport)]
    [InlineData("15.1.2507.6", "2025-10-14", SupportState.Extended)]
    [InlineData("15.1.2507.6", "2025-10-15", SupportState.OutOfSupport)]
    [InlineData("15.2.221.12", "2024-01-09", SupportState.Supported)]
    [InlineData("15.2.221.12", "2024-01-10", SupportState.Extended)]
    [InlineData("15.2.2562.17", "2035-12-31", SupportState.Supported)]
    [InlineData("15.2.2562.17", "2036-01-01", SupportState.OutOfSupport)]
    [InlineData("Version 8.1 (Build 240.6)", "2017-04-12", SupportState.OutOfSupport)]
    [InlineData("15.1.9999.1", "2025-10-15", SupportState.OutOfSupport)]
    public void Support_is_stated_for_the_day(string text, string day, SupportState state)
    {
        DateTime asOf = DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.Equal(state, Reading.One(text, asOf).SupportState);
    }

    [Fact]
    public void A_product_without_phases_has_no_mainstream_end_and_says_where_its_end_comes_from()
    {
        ExchangeBuildInfo found = Reading.One("SE Aug26SU");

        Assert.Null(found.MainstreamEnd);
        Assert.Equal(new DateTime(2035, 12, 31), found.ExtendedEnd);
        Assert.Contains(found.Notes, n => n.Contains("No retirement date", StringComparison.Ordinal));
    }

    [Fact]
    public void The_newest_update_is_that_of_the_level_and_of_the_day()
    {
        ExchangeBuildInfo found = Reading.One("2019 CU14 Mar24SU", new DateTime(2024, 4, 22));

        Assert.True(found.IsNewest);
        Assert.Empty(found.Missing);
        Assert.Equal("Exchange Server 2019 CU14 Mar24SU (KB5036401, 15.2.1544.9)", found.NewestOfProduct!.ToString());

        ExchangeBuildInfo later = Reading.One("2019 CU14 Mar24SU", new DateTime(2024, 4, 23));

        Assert.False(later.IsNewest);
        Assert.Equal("Apr24HU", later.NewestUpdate!.Update);
        Assert.Equal(["15.2.1544.11"], Reading.Builds(later.Missing));
    }

    [Fact]
    public void An_older_level_can_be_newest_of_its_own_and_not_of_the_product()
    {
        ExchangeBuildInfo found = Reading.One("2013 SP1 Mar21SU");

        Assert.True(found.IsNewest);
        Assert.Equal("15.0.1497.48", found.NewestOfProduct!.Build.ToString());
    }

    [Fact]
    public void A_row_of_which_only_the_month_is_known_counts_when_the_month_is_over()
    {
        Assert.Equal(SupportState.NotReleased, Reading.One("15.0.1473.5", new DateTime(2019, 6, 29)).SupportState);
        Assert.NotEqual(SupportState.NotReleased, Reading.One("15.0.1473.5", new DateTime(2019, 6, 30)).SupportState);
    }

    [Fact]
    public void A_build_that_is_not_out_yet_is_not_the_newest()
    {
        ExchangeBuildInfo found = Reading.One("KB953467", new DateTime(2008, 11, 1));

        Assert.False(found.IsNewest);
        Assert.Equal("KB952580", found.NewestUpdate!.Kb);
        Assert.Contains("Released 2008-11-20, which is after 2008-11-01.", found.Notes);
    }

    [Theory]
    [InlineData("SE Nov26SU", "2026-11-10", "True", false)]
    [InlineData("SE Nov26SU", "2026-11-11", "to 2026-11-10", true)]
    [InlineData("SE Aug26SU", "2026-11-10", "False", false)]
    [InlineData("SE Aug26SU", "2026-11-11", "False", true)]
    [InlineData("Version 15.2 (Build 2562.17)", "2026-11-11", "", true)]
    [InlineData("15.2.2562.99", "2026-11-11", "", true)]
    [InlineData("KB953467", "2008-11-30", "True", false)]
    public void After_the_last_row_of_the_catalogue_newest_is_said_with_the_day_up_to_which_it_is_known(string text, string day, string newest, bool isNoted)
    {
        ExchangeBuildInfo found = Reading.One(text, DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));

        Assert.Equal((new DateTime(2026, 11, 10), newest), (found.KnownUntil, found.Newest));
        Assert.Equal(isNoted, found.Notes.Any(n => n.StartsWith("What is newest is known up to 2026-11-10,", StringComparison.Ordinal)));
    }

    [Fact]
    public void Documented_and_derived_supersedence_are_kept_apart()
    {
        ExchangeBuildInfo undocumented = Reading.One("2007 SP1 RU4");
        ExchangeBuildInfo security = Reading.One("2019 CU12 May22SU");

        Assert.Empty(undocumented.Replaces);
        Assert.Null(undocumented.ReplacesBasis);
        Assert.Equal(["KB945684", "KB948016", "KB949870"], undocumented.ReplacesDerived.Select(u => u.Kb));
        Assert.Equal(["KB5012698"], security.Replaces);
        Assert.Equal("direct supersedence, MSRC (not the full cumulative list)", security.ReplacesBasis);
        Assert.Empty(security.ReplacesDerived);
        Assert.Null(security.ReplacesDerivedBasis);
    }

    [Theory]
    [InlineData("15.1.2507.18", "CU23", "15.1.2507.17", "15.1.2507.21")]
    [InlineData("15.2.1118.8", "CU12", "15.2.1118.7", "15.2.1118.9")]
    [InlineData("15.2.2562.99", "RTM", "15.2.2562.57", null)]
    [InlineData("15.2.2600.1", null, "15.2.2562.57", null)]
    [InlineData("15.2.2000.1", null, "15.2.1748.55", null)]
    [InlineData("15.2.100.1", null, null, "15.2.196.0")]
    [InlineData("15.0.1497.99", "CU23", "15.0.1497.48", null)]
    [InlineData("15.0.0.0", null, null, "15.0.516.32")]
    [InlineData("8.1.337.0", "SP1", "8.1.336.1", "8.1.340.1")]
    [InlineData("8.2.100.0", null, "8.1.436.0", "8.2.176.2")]
    [InlineData("8.3.999.9", "SP3", "8.3.517.0", null)]
    [InlineData("14.3.999.9", "SP3", "14.3.513.0", null)]
    [InlineData("Version 15.1 (Build 32507.18)", "CU23", "15.1.2507.17", "15.1.2507.21")]
    public void An_unlisted_build_has_neighbours_and_is_never_current(string text, string? level, string? lower, string? higher)
    {
        ExchangeBuildInfo found = Reading.One(text);

        Assert.Equal(BuildMatch.Unlisted, found.Match);
        Assert.Equal((level, lower, higher), (found.Level, found.Lower?.Build.ToString(), found.Higher?.Build.ToString()));
        Assert.Equal((null, null, null, null, null), (found.Update, found.Kb, found.Kind, found.ReleaseDate, found.IsNewest));
        Assert.False(found.IsUpdateKnown);
        Assert.All(found.Missing, u => Assert.True(u.Build > found.Build && u.Level == level));
    }

    [Fact]
    public void Three_parts_of_a_build_leave_the_update_open_where_several_share_them()
    {
        ExchangeBuildInfo open = Reading.One("15.2.1118");
        ExchangeBuildInfo rollup = Reading.One("14.1.289");
        ExchangeBuildInfo single = Reading.One("8.01.0336");

        Assert.Equal((BuildMatch.LevelOnly, "CU12"), (open.Match, open.Level));
        Assert.Equal(["14.1.289.3", "14.1.289.7"], Reading.Builds(rollup.Candidates));
        Assert.Equal((BuildMatch.LevelOnly, "SP1", null), (rollup.Match, rollup.Level, rollup.Update));
        Assert.Equal("KB953467", single.Kb);
    }

    [Fact]
    public void A_display_text_with_the_build_of_an_update_is_read_and_remarked()
    {
        ExchangeBuildInfo found = Reading.One("Version 8.3 (Build 348.2)");

        Assert.Equal((BuildMatch.Exact, "Update Rollup 13"), (found.Match, found.Update));
        Assert.Contains(found.Notes, n => n.StartsWith("AdminDisplayVersion does not show updates", StringComparison.Ordinal));
    }

    [Fact]
    public void Updates_of_2016_and_2019_after_the_end_of_support_are_remarked()
    {
        static bool IsPaid(string text) => Reading.One(text).Notes.Any(n => n.Contains("Extended Security Update", StringComparison.Ordinal));

        Assert.False(IsPaid("2019 CU15 Oct25SU"));
        Assert.True(IsPaid("2019 CU15 Dec25SU"));
        Assert.True(IsPaid("2016 CU23 Dec25SU"));
        Assert.False(IsPaid("SE Dec25SU"));
        Assert.False(IsPaid("15.2.1748.10"));
    }

    [Fact]
    public void A_list_holds_the_rows_of_the_day_and_the_products()
    {
        Assert.Equal(448, ExchangeBuildReader.List(Reading.Day, [], latestOnly: false).Count());
        Assert.Equal(52, ExchangeBuildReader.List(Reading.Day, ["2007"], latestOnly: false).Count());
        Assert.Equal(66, ExchangeBuildReader.List(Reading.Day, ["se", "2007"], latestOnly: false).Count());
        Assert.Empty(ExchangeBuildReader.List(new DateTime(2007, 3, 7), [], latestOnly: false));
        Assert.Equal("8.0.685.25", Assert.Single(ExchangeBuildReader.List(new DateTime(2007, 3, 8), [], latestOnly: false)).Build.ToString());
        Assert.Equal(
            ["8.3.517.0", "14.3.513.0", "15.0.1497.48", "15.1.2507.77", "15.2.1748.55", "15.2.2562.57"],
            ExchangeBuildReader.List(Reading.Day, [], latestOnly: true).Select(b => b.Build.ToString()));
    }
}
