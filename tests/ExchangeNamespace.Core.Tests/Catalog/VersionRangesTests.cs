using System;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Catalog;

/// <summary>The notation in which every table names versions, and the builds that it means.</summary>
public class VersionRangesTests
{
    [Theory]
    [InlineData("2007RTM,2010..2016,SE", "2007RTM 2010 2013 2016 SE")]
    [InlineData("2007rtm..2007sp3", "2007RTM 2007SP1 2007SP2 2007SP3")]
    [InlineData("", "")]
    public void A_cell_names_whole_versions(string cell, string keys) => Assert.Equal(keys, string.Join(' ', VersionKeys.Parse(cell)));

    [Theory]
    [InlineData("2013..<2016CU23", "2016CU22", true)]
    [InlineData("2013..<2016CU23", "15.1.2375.37", true)]
    [InlineData("2013..<2016CU23", "2016CU23", false)]
    [InlineData("2016..2016CU22", "15.1.2375.37", true)]
    [InlineData("2016..2016CU22", "2016CU23", false)]
    [InlineData("2013SP1..SE", "2013CU3", false)]
    [InlineData("2013SP1..SE", "2013", true)]
    [InlineData("2016CU22", "2016CU22", true)]
    [InlineData("2016CU22", "2016CU21", false)]
    [InlineData("SE", "15.2.2562.57", true)]
    [InlineData("15.2.2600.0..SE", "15.2.2599.9", false)]
    [InlineData("15.2.2600.0..SE", "15.2.2600.0", true)]
    public void A_cell_has_a_build_or_not(string cell, string version, bool expected) =>
        Assert.Equal(expected, VersionRanges.Parse(cell).Contains(VersionKeys.Read(version)));

    [Theory]
    [InlineData("2013..<2016CU23", "2016", true, false)]
    [InlineData("2013..2016", "2016", true, true)]
    [InlineData("2013,2016..SE", "SE", true, true)]
    [InlineData("2013SP1..SE", "2013", true, true)]
    [InlineData("2016..<15.2.2600.0", "SE", true, false)]
    [InlineData("15.2.2600.0..SE", "SE", false, false)]
    [InlineData("2016..<2016CU23", "2016CU22", true, true)]
    public void A_bare_product_name_stands_for_its_lowest_build_and_for_all_of_them(string cell, string version, bool lowest, bool all)
    {
        VersionRanges ranges = VersionRanges.Parse(cell);

        Assert.Equal((lowest, all), (ranges.Contains(VersionKeys.Read(version)), ranges.ContainsAll(VersionKeys.Read(version))));
    }

    [Theory]
    [InlineData("2007RTM..SE", "2007RTM to SE")]
    [InlineData("2010", "2010")]
    [InlineData("2007RTM,2010..2013", "2007RTM, 2010 to 2013")]
    [InlineData("2013SP1..SE", "2013SP1 to SE")]
    [InlineData("2013..<2016CU23,2019..<2019CU12", "2013 to 2016CU22, 2019 to 2019CU11")]
    [InlineData("2016..<15.2.2600.0", "2016 to the last build before 15.2.2600.0")]
    [InlineData("15.2.2600.0..SE", "15.2.2600.0 to SE")]
    public void A_cell_reads_as_words(string cell, string words) => Assert.Equal(words, VersionRanges.Parse(cell).ToString());

    [Fact]
    public void A_name_that_no_table_knows_is_an_error_that_lists_the_known_ones() =>
        Assert.Contains("2007RTM", Assert.Throws<ArgumentException>(() => VersionRanges.Parse("2003")).Message);

    [Theory]
    [InlineData("2010,2007RTM")]
    [InlineData("2016..2010")]
    [InlineData("2010..2016,2013")]
    public void Versions_out_of_order_are_an_error(string cell) => Assert.Throws<ArgumentException>(() => VersionRanges.Parse(cell));

    [Fact]
    public void Each_level_of_the_table_of_builds_is_a_name() => Assert.All(
        ExchangeReleases.All.Where(r => r.Update is null),
        r => Assert.True(VersionRanges.Parse(r.Product + r.Level).Contains(VersionKeys.Read(r.Build.ToString())), r.Product + r.Level));
}
