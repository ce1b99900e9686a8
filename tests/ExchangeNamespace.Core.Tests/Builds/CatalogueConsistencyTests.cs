using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;
using Xunit;

namespace ExchangeNamespace.Tests.Builds;

public class CatalogueConsistencyTests
{
    private static readonly string[] Product = ["2007", "2010", "2013", "2016", "2019", "SE"];

    /// <summary>One fault put into a sound table: the build of the row, the column, the new value, and what must be said.</summary>
    public static TheoryData<string, int, string, string> Mistakes => new()
    {
        { "8.1.336.1", 6, "8.1.300.1", "8.1.300.1 stands below 8.1.311.3" },
        { "8.1.336.1", 6, "8.1.340.1", "8.1.340.1 is a number of more than one row" },
        { "8.1.336.1", 10, "8.1.340.1@learn", "8.1.340.1 is a number of more than one row" },
        { "8.1.336.1", 2, "Update Rollup 6", "2007 SP1 Update Rollup 6 names more than one row" },
        { "8.1.336.1", 4, "KB952580", "KB952580 on 2007 SP1 is the KB number of more than one row" },
        { "8.1.336.1", 4, "953467", "'953467' is not a KB number" },
        { "8.1.336.1", 1, "SP2", "8.1.336.1 is not in the family of 2007 SP2" },
        { "8.1.336.1", 0, "2010", "8.1.336.1 is not in the family of 2010 SP1" },
        { "15.2.2562.46", 0, "2019", "15.2.2562.46 is not in the family of 2019 RTM" },
        { "8.1.336.1", 9, "8.2.176.2", "8.1.336.1: its base build 8.2.176.2 is not the row of 2007 SP1" },
        { "8.1.240.6", 9, "8.2.176.2", "8.1.240.6: its base build 8.2.176.2 is not the row of 2007 SP1" },
        { "8.1.336.1", 12, "8.01.0336.02", "8.1.336.1: the printed long build 8.01.0336.02 is neither" },
        { "8.1.336.1", 3, "SU", "8.1.336.1: kind SU does not go with 'SP1 Update Rollup 5'" },
        { "8.1.336.1", 5, "2008-13-01", "8.1.336.1: '2008-13-01' is not a date" },
        { "8.1.336.1", 5, "2009-03-01", "8.1.340.1 (2009-02-10) has a higher build than 8.1.336.1 (2009-03-01)" },
        { "15.2.1118.7", 5, "2023-06-01", "has a higher build than 15.2.1118.7 (2023-06-01), yet an earlier date" },
        { "15.2.2562.46", 5, "2026-09-08", "15.2.2562.46: 'Aug26SU' is dated 2026-09-08" },
        { "15.2.2562.53", 5, "2026-08-31", "15.2.2562.53: 'Sep26SUv2' is dated 2026-08-31" },
        { "15.2.2562.53", 2, "Sep26SUv1", "15.2.2562.53: 'Sep26SUv1' is dated 2026-10-02" },
        { "8.1.336.1", 7, "KB981407", "8.1.336.1 replaces KB981407, which is not older" },
        { "8.1.336.1", 7, "KB953467", "8.1.336.1 replaces KB953467, which is not older" },
        { "8.1.336.1", 7, "KB5121573", "8.1.336.1 replaces KB5121573, which no row of 2007 has" },
        { "8.1.336.1", 8, "", "8.1.336.1: 'replaces' and its basis go together" },
        { "8.1.336.1", 4, " KB953467", "8.1.336.1: fewer than ten columns, or white space around a value" },
    };

    [Fact]
    public void The_table_has_no_problem() => Assert.Empty(CatalogueProblems.Of(Table()));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_in_a_row_is_told(string build, int column, string value, string problem)
    {
        List<string[]> table = Table();
        string[] row = table.Find(r => r[6] == build)!;
        row[column] = value;

        Assert.Contains(CatalogueProblems.Of(table), p => p.StartsWith(problem, StringComparison.Ordinal) || p.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_KB_number_may_stand_for_several_levels_and_products_only_as_known()
    {
        List<string> shared = [.. ExchangeReleases.All.Where(r => r.Kb is not null).GroupBy(r => r.Kb!).Where(g => g.Count() > 1).Select(g => g.Key)];

        Assert.Equal(49, shared.Count);
        Assert.Equal(25, ExchangeReleases.All.GroupBy(r => r.Kb ?? r.Build.ToString()).Max(g => g.Count()));
        Assert.All(shared, kb => Assert.Equal(
            ExchangeReleases.All.Count(r => r.Kb == kb),
            ExchangeReleases.All.Where(r => r.Kb == kb).Select(r => (r.Product, r.Level)).Distinct().Count()));
    }

    /// <summary>The builds at which a dialect changes are those of the catalogue: none before, the level itself and everything after.</summary>
    [Fact]
    public void The_boundaries_of_the_dialects_are_rows_of_the_catalogue()
    {
        FieldInfo[] boundaries = [.. typeof(ExchangeBuilds).GetFields(BindingFlags.Static | BindingFlags.Public).Where(f => f.FieldType == typeof(Version))];
        Assert.NotEmpty(boundaries);
        Assert.All(boundaries, field =>
        {
            var build = (Version)field.GetValue(null)!;
            (string product, string level) = Named(field.Name);
            ExchangeRelease row = ExchangeReleases.FindBase(product, level)!;

            Assert.NotNull(row);
            if (build.Revision >= 0)
            {
                Assert.Equal(row.Build, build);
            }

            ExchangeRelease first = level == "RTM" ? ExchangeReleases.All.First(r => r.Product == product) : row;
            Assert.Equal(first, ExchangeReleases.All.First(r => r.Build >= build));
            Assert.All(ExchangeReleases.All, r => Assert.Equal(IsFrom(r, first), r.Build >= build));
        });
    }

    [Fact]
    public void The_ranges_of_the_dialects_begin_and_end_at_boundaries()
    {
        List<Version> boundaries = [.. typeof(ExchangeBuilds).GetFields(BindingFlags.Static | BindingFlags.Public).Select(f => f.GetValue(null)).OfType<Version>()];
        List<VersionRange> ranges = [.. typeof(ExchangeBuilds).GetFields(BindingFlags.Static | BindingFlags.Public).Select(f => f.GetValue(null)).OfType<VersionRange>()];

        Assert.NotEmpty(ranges);
        Assert.All(ranges, range =>
        {
            Assert.Contains(range.From, boundaries);
            Assert.True(range.Below is null || boundaries.Contains(range.Below));
        });
    }

    [Fact]
    public void Every_row_reads_as_a_version_of_its_product_everywhere_else_in_the_module() => Assert.All(ExchangeReleases.All, row =>
    {
        Assert.True(ExchangeVersionReader.TryParse(row.Build.ToString(), "Version", out ExchangeVersion? version, out _));
        Assert.Equal(row.Product, ExchangeVersionReader.ProductText(version.Product));
    });

    private static List<string[]> Table() => [.. CatalogResource.Rows("exchange-builds.tsv")];

    private static bool IsFrom(ExchangeRelease row, ExchangeRelease first)
    {
        int product = Array.IndexOf(Product, row.Product).CompareTo(Array.IndexOf(Product, first.Product));
        return product > 0 || (product == 0 && row.BaseBuild >= first.BaseBuild);
    }

    private static (string Product, string Level) Named(string field)
    {
        string text = field["Exchange".Length..];
        string product = Product.Single(p => text.StartsWith(p, StringComparison.Ordinal));
        string level = text[product.Length..].ToUpperInvariant();
        return (product, level.Length == 0 ? "RTM" : level);
    }
}
