using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Builds;

public class BetweenTests
{
    [Fact]
    public void Between_two_builds_of_one_level_lie_its_updates_the_newer_included() =>
        Assert.Equal(["8.1.311.3", "8.1.336.1"], Builds("KB949870", "KB953467"));

    [Fact]
    public void Between_two_levels_lie_the_rest_of_the_old_the_levels_and_the_updates_of_the_new() => Assert.Equal(
        ["15.2.1118.40", "15.2.1258.12", "15.2.1544.4", "15.2.1748.10", "15.2.1748.24"],
        Builds("2019 CU12 Oct23SU", "2019 CU15 Apr25HU"));

    [Fact]
    public void Without_a_newer_build_everything_since_is_listed_up_to_the_day()
    {
        Assert.Equal(["8.1.336.1"], Builds("KB952580", null, new DateTime(2008, 11, 30)));
        Assert.Empty(Builds("KB952580", null, new DateTime(2008, 11, 19)));
        Assert.Empty(Builds(ExchangeReleases.All[^1].Build.ToString(), null));
    }

    [Fact]
    public void The_same_build_twice_has_nothing_between() => Assert.Empty(Builds("15.2.1118.9", "15.2.1118.9"));

    [Fact]
    public void An_unlisted_build_has_its_place_too() =>
        Assert.Equal(["15.1.2507.21", "15.1.2507.23"], Builds("15.1.2507.18", "2016 CU23 Mar23SU"));

    [Fact]
    public void A_display_text_counts_as_its_level() =>
        Assert.Equal(["15.2.2562.17"], Builds("15.2.2562.1", "Version 15.2 (Build 2562.17)"));

    [Fact]
    public void A_KB_number_of_several_levels_means_the_row_on_the_level_of_the_older_build() =>
        Assert.All(Builds("2019 CU13 Nov23SU", "KB5049233"), b => Assert.StartsWith("15.2.1258.", b, StringComparison.Ordinal));

    [Theory]
    [InlineData("KB953467", "KB952580", FaultIds.BuildsNotInOrder)]
    [InlineData("15.1.2507.6", "15.2.1118.7", FaultIds.BuildsNotInOrder)]
    [InlineData("15.2.1748.10", "SE RTM", FaultIds.BuildsNotInOrder)]
    [InlineData("KB4012178", "15.1.2507.6", FaultIds.BuildTextAmbiguous)]
    [InlineData("", "15.1.2507.6", FaultIds.BuildTextEmpty)]
    [InlineData("rubbish", "15.1.2507.6", FaultIds.BuildTextUnreadable)]
    public void Two_builds_out_of_order_are_a_fault_of_Since(string since, string upTo, string id)
    {
        InputFault fault = Fault(since, upTo);

        Assert.Equal((id, "Since", since), (fault.Id, fault.Parameter, fault.Value));
    }

    [Fact]
    public void An_unreadable_newer_build_is_a_fault_of_Version() =>
        Assert.Equal((FaultIds.BuildTextUnreadable, "Version"), (Fault("15.1.2507.6", "rubbish").Id, Fault("15.1.2507.6", "rubbish").Parameter));

    [Fact]
    public void What_lies_between_is_above_the_older_and_not_above_the_newer_for_every_pair_of_a_product()
    {
        foreach (IGrouping<string, ExchangeRelease> product in ExchangeReleases.All.GroupBy(r => r.Product))
        {
            List<ExchangeRelease> rows = [.. product];
            for (int i = 0; i < rows.Count; i += 5)
            {
                for (int j = i; j < rows.Count; j += 7)
                {
                    List<Version> between = [.. Between(rows[i].Build.ToString(), rows[j].Build.ToString()).Select(b => b.Build)];

                    Assert.All(between, b => Assert.True(b > rows[i].Build && b <= rows[j].Build));
                    Assert.Equal(between.Order(), between);
                    Assert.Equal(i < j, between.Contains(rows[j].Build));
                }
            }
        }
    }

    private static string[] Builds(string since, string? upTo, DateTime? asOf = null) =>
        [.. Between(since, upTo, asOf).Select(b => b.Build.ToString())];

    private static IReadOnlyList<ExchangeBuildInfo> Between(string since, string? upTo, DateTime? asOf = null)
    {
        List<InputFault> faults = [];
        IReadOnlyList<ExchangeBuildInfo> found = ExchangeBuildReader.Between(since, upTo, asOf ?? Reading.Day, faults);
        Assert.Empty(faults);
        return found;
    }

    private static InputFault Fault(string since, string upTo)
    {
        List<InputFault> faults = [];
        Assert.Empty(ExchangeBuildReader.Between(since, upTo, Reading.Day, faults));
        return Assert.Single(faults);
    }
}
