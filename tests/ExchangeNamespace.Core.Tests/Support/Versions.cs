using System;
using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Support;

/// <summary>The versions at which a dialect can change, oldest first.</summary>
internal static class Versions
{
    public static readonly IReadOnlyList<string> All =
        ["2007RTM", "2007SP1", "2007SP2", "2007SP3", "2010", "2010SP3", "2013RTM", "2013CU3", "2013", "2013CU23", "2016", "2016CU23", "2019", "2019CU12", "2019CU15", "SE"];

    public static ExchangeVersion Read(string text)
    {
        Assert.True(ExchangeVersionReader.TryParse(text, "ExchangeVersion", out ExchangeVersion? version, out InputFault? fault), fault?.Message);
        return version;
    }

    /// <summary>The cumulative update that a version text means at least, as the catalogue counts them.</summary>
    public static int CumulativeUpdate(ExchangeVersion version) => version switch
    {
        { Level: { } level } when level.StartsWith("CU", StringComparison.Ordinal) => int.Parse(level.AsSpan(2), CultureInfo.InvariantCulture),
        { Product: ExchangeProduct.Exchange2013 } when version.Level != "RTM" => 4,
        _ => 0,
    };
}
