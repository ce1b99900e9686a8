using System;
using System.Globalization;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Builds;
using ExchangeNamespace.Text;
using Xunit;

namespace ExchangeNamespace.Tests.Model;

public class DayTextTests
{
    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    public void The_calendar_of_the_culture_does_not_count(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            Assert.Equal("2026-03-15", DayText.Of(new DateTime(2026, 3, 15)));
            Assert.Contains(DayText.Of(Releases.CatalogueDay), Reading.Fault("KB9999999").Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_month_without_a_day_counts_from_its_end() =>
        Assert.All(
            ExchangeReleases.All,
            row => Assert.StartsWith(row.ReleaseDate, DayText.Of(row.AvailableFrom), StringComparison.Ordinal));
}
