using System;
using System.Globalization;
using ExchangeNamespace.State;
using Xunit;

namespace ExchangeNamespace.Tests.State;

/// <summary>A captured value reads the same in every culture.</summary>
public class CapturedTextTests
{
    [Theory]
    [InlineData("en-US")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("sv-SE")]
    public void The_culture_does_not_count(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            Assert.Equal("2026-07-10 23:59:59Z", Captured.Known(new DateTime(2026, 7, 10, 23, 59, 59, DateTimeKind.Utc)).ToString());
            Assert.Equal("-1234", Captured.Known(-1234).ToString());
            Assert.Equal("True", Captured.Known(true).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
