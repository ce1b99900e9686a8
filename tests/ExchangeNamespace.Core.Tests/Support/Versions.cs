using System.Collections.Generic;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
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
}
