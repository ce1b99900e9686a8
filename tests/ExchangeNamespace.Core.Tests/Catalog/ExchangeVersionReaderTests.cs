using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Catalog;

public class ExchangeVersionReaderTests
{
    [Theory]
    [InlineData("2007SP1", ExchangeProduct.Exchange2007, "8.1.240.6", "SP1", "2007SP1")]
    [InlineData("Exchange2007SP1", ExchangeProduct.Exchange2007, "8.1.240.6", "SP1", "2007SP1")]
    [InlineData("exchange2007sp1", ExchangeProduct.Exchange2007, "8.1.240.6", "SP1", "2007SP1")]
    [InlineData("2007RTM", ExchangeProduct.Exchange2007, "8.0.685.25", "RTM", "2007RTM")]
    [InlineData("2010SP3", ExchangeProduct.Exchange2010, "14.3.123.4", "SP3", "2010SP3")]
    [InlineData("2010", ExchangeProduct.Exchange2010, "14.0", null, "2010")]
    [InlineData("2013CU23", ExchangeProduct.Exchange2013, "15.0.1497.2", "CU23", "2013CU23")]
    [InlineData("2013", ExchangeProduct.Exchange2013, "15.0.847.32", null, "2013")]
    [InlineData("2013SP1", ExchangeProduct.Exchange2013, "15.0.847.32", "SP1", "2013SP1")]
    [InlineData("2013CU4", ExchangeProduct.Exchange2013, "15.0.847.32", "SP1", "2013SP1")]
    [InlineData("2013RTM", ExchangeProduct.Exchange2013, "15.0.516.32", "RTM", "2013RTM")]
    [InlineData("2016", ExchangeProduct.Exchange2016, "15.1", null, "2016")]
    [InlineData("2019CU12", ExchangeProduct.Exchange2019, "15.2.1118.7", "CU12", "2019CU12")]
    [InlineData("SE", ExchangeProduct.ExchangeSE, "15.2.2562", null, "SE")]
    [InlineData("se", ExchangeProduct.ExchangeSE, "15.2.2562", null, "SE")]
    [InlineData("Exchange Server Subscription Edition", ExchangeProduct.ExchangeSE, "15.2.2562", null, "SE")]
    [InlineData("Exchange 2019 CU 15", ExchangeProduct.Exchange2019, "15.2.1748.10", "CU15", "2019CU15")]
    [InlineData("Exchange Server 2019 Cumulative Update 15", ExchangeProduct.Exchange2019, "15.2.1748.10", "CU15", "2019CU15")]
    [InlineData("2019 CU 12", ExchangeProduct.Exchange2019, "15.2.1118.7", "CU12", "2019CU12")]
    [InlineData("2019-CU15", ExchangeProduct.Exchange2019, "15.2.1748.10", "CU15", "2019CU15")]
    [InlineData("Exchange 2010 Service Pack 3", ExchangeProduct.Exchange2010, "14.3.123.4", "SP3", "2010SP3")]
    [InlineData("Exchange 2007 SP 1", ExchangeProduct.Exchange2007, "8.1.240.6", "SP1", "2007SP1")]
    [InlineData("Microsoft Exchange Server 2016 CU23", ExchangeProduct.Exchange2016, "15.1.2507.6", "CU23", "2016CU23")]
    [InlineData("Version 8.1 (Build 240.6)", ExchangeProduct.Exchange2007, "8.1.240.6", "SP1", "2007SP1")]
    [InlineData("Version 8.1 (Build 30240.6)", ExchangeProduct.Exchange2007, "8.1.240.6", "SP1", "2007SP1")]
    [InlineData("Version 8.0 (Build 30685.24:Oct 30, 2006, 6:44:29 PM)", ExchangeProduct.Exchange2007, "8.0.685.24", null, "8.0.685.24")]
    [InlineData("Version 15.2 (Build 30922.7)", ExchangeProduct.Exchange2019, "15.2.922.7", "CU10", "2019CU10")]
    [InlineData("15.2.1118.7", ExchangeProduct.Exchange2019, "15.2.1118.7", "CU12", "2019CU12")]
    [InlineData("15.2.1118.9", ExchangeProduct.Exchange2019, "15.2.1118.9", null, "15.2.1118.9")]
    [InlineData("15.02.1118.007", ExchangeProduct.Exchange2019, "15.2.1118.7", "CU12", "2019CU12")]
    [InlineData("08.01.0336.001", ExchangeProduct.Exchange2007, "8.1.336.1", null, "8.1.336.1")]
    [InlineData("15.2.2561.999", ExchangeProduct.Exchange2019, "15.2.2561.999", null, "15.2.2561.999")]
    [InlineData("15.2.2562.0", ExchangeProduct.ExchangeSE, "15.2.2562.0", null, "15.2.2562.0")]
    [InlineData("  2016  ", ExchangeProduct.Exchange2016, "15.1", null, "2016")]
    public void A_version_text_is_read(string text, ExchangeProduct product, string build, string? level, string canonical)
    {
        ExchangeVersion version = Versions.Read(text);

        Assert.Equal((product, Version.Parse(build), level, canonical), (version.Product, version.Build, version.Level, version.ToString()));
        Assert.Equal(version, Versions.Read(version.ToString()));
    }

    [Theory]
    [InlineData("2019CU99", "2019", "CU99", "CU15")]
    [InlineData("2016CU100", "2016", "CU100", "CU23")]
    [InlineData("2016SP1", "2016", "SP1", "CU23")]
    [InlineData("2010CU1", "2010", "CU1", "SP3")]
    [InlineData("Exchange 2016 CU 24", "2016", "CU24", "CU23")]
    [InlineData("2010SP9", "2010", "SP9", "SP3")]
    [InlineData("2007 Service Pack 4", "2007", "SP4", "SP3")]
    public void A_level_that_is_not_known_names_the_newest(string text, string product, string level, string newest)
    {
        Assert.False(ExchangeVersionReader.TryParse(text, "ExchangeVersion", out _, out InputFault? fault));
        Assert.Equal((FaultIds.VersionUnknown, text), (fault.Id, fault.Value));
        string bare = product == "2007" ? string.Empty : $", or {product} for lines that every update of it takes";
        Assert.StartsWith($"Exchange {product} has no {level} that this module knows; the newest is {newest}, released 20", fault.Message);
        Assert.EndsWith($". Say {product}{newest}{bare}. A newer level may need a newer version of this module.", fault.Message);
        Assert.True(ExchangeVersionReader.TryParse(product + newest, "ExchangeVersion", out _, out _));
    }

    [Fact]
    public void Every_release_is_read_by_level_display_text_raw_text_and_long_build()
    {
        foreach (ExchangeRelease release in ExchangeReleases.All.Where(r => r.Update is null))
        {
            Version b = release.Build;
            ExchangeVersion byLevel = Versions.Read(release.Product + release.Level);
            string raw = string.Format(CultureInfo.InvariantCulture, "Version {0}.{1} (Build {2}.{3})", b.Major, b.Minor, b.Build + 30000, b.Revision);
            foreach (string text in new[] { "Exchange" + release.Product + release.Level, release.AdminDisplayVersion, raw, release.LongBuild, b.ToString() })
            {
                Assert.Equal(byLevel, Versions.Read(text));
            }

            Assert.Equal((b, release.Level), (byLevel.Build, byLevel.Level));
            Assert.Equal(release.Product, ExchangeVersionReader.ProductText(byLevel.Product));
        }
    }

    [Fact]
    public void Every_update_is_read_by_its_build_and_keeps_it()
    {
        foreach (ExchangeRelease release in ExchangeReleases.All.Where(r => r.Update is not null))
        {
            ExchangeVersion version = Versions.Read(release.LongBuild);

            Assert.Equal((release.Build, release.Product), (version.Build, ExchangeVersionReader.ProductText(version.Product)));
        }
    }

    public static TheoryData<string> Garbage =>
    [
        "20", "2000", "2003", "2008", "2012", "2022", "2025", "20100", "SE2", "SEX", "S E", "Exchange", "Exchange Server", "Exchange2000", "ExchangeOnline", "Office365",
        "2016CU", "2016CU0", "2016CU-1", "2019.CU12", "CU12", "SP1", "RTM",
        "8", "8.1", "9.0.1.1", "8.4.1.1", "14.4.1.1", "15.3.1.1", "16.0.1.1", "15.2", "15.2.", "15.2.1118.7.1", "15.2.x.7", "15,2,1118,7", "-15.2.1118.7", "15.2.99999999999.7",
        "Version", "Version 15.2", "Version 15.2 Build 1118.7", "Version 15.2 (Build 1118)", "Version 15.2 (Build 1118.7", "Version 6.5 (Build 7638.2: Service Pack 2)",
        "0.1 (8.0.535.0)", "2016;calc", "2016\n2019", "\u0662\u0660\u0661\u0666", "2016'", "$(2016)", "latest", "null",
    ];

    [Theory]
    [MemberData(nameof(Garbage))]
    public void Anything_else_is_refused_with_the_texts_that_are_known(string text)
    {
        Assert.False(ExchangeVersionReader.TryParse(text, "ExchangeVersion", out ExchangeVersion? version, out InputFault? fault));
        Assert.Null(version);
        Assert.Equal((FaultIds.VersionUnknown, "ExchangeVersion"), (fault.Id, fault.Parameter));
        Assert.Contains(" is not a version that this module knows. ", fault.Message);
        Assert.Contains("2007RTM, 2007SP1, 2007SP2, 2007SP3, 2010, 2013, 2016, 2019, SE", fault.Message);
        Assert.All(fault.Message, c => Assert.InRange(c, ' ', '~'));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void No_text_is_a_missing_version(string? text)
    {
        Assert.False(ExchangeVersionReader.TryParse(text, "p", out _, out InputFault? fault));
        Assert.Equal(FaultIds.VersionMissing, fault.Id);
        Assert.StartsWith("No Exchange version. ", fault.Message);
    }

    [Theory]
    [InlineData("2007")]
    [InlineData("Exchange2007")]
    [InlineData("Exchange 2007")]
    [InlineData("exchange 2007")]
    [InlineData("Microsoft Exchange Server 2007")]
    public void Bare_2007_is_refused_and_lists_RTM_and_the_service_packs(string text)
    {
        Assert.False(ExchangeVersionReader.TryParse(text, "p", out _, out InputFault? fault));
        Assert.Equal(FaultIds.VersionAmbiguous, fault.Id);
        Assert.Contains("2007RTM, 2007SP1, 2007SP2 or 2007SP3", fault.Message);
    }

    [Fact]
    public void Versions_compare_by_build()
    {
        List<ExchangeVersion> ordered = [.. Support.Versions.All.Select(Versions.Read)];

        Assert.Equal(ordered.Select(v => v.ToString()), ordered.AsEnumerable().Reverse().Order().Select(v => v.ToString()));
        Assert.NotEqual(Versions.Read("2013"), Versions.Read("2013SP1"));
        Assert.Throws<ArgumentException>(() => ((IComparable)ordered[0]).CompareTo("2016"));
    }

    [Fact]
    public void Every_offered_text_is_read() => Assert.All(ExchangeVersionReader.CommonTexts, t => Assert.Equal(t, Versions.Read(t).ToString()));

    [Fact]
    public void PowerShell_converts_a_text_and_hears_why_not()
    {
        TypeConverter converter = TypeDescriptor.GetConverter(typeof(ExchangeVersion));

        Assert.Equal(Versions.Read("2016"), converter.ConvertFromInvariantString("2016"));
        Assert.Contains("2007RTM", Assert.Throws<FormatException>(() => converter.ConvertFromInvariantString("2007")).Message);
    }

    [Theory]
    [InlineData("8.0.999.9", true, false, false)]
    [InlineData("8.1.0.0", false, true, false)]
    [InlineData("8.3.999.0", false, true, false)]
    [InlineData("14.0.1.0", false, true, false)]
    [InlineData("15.0.847.31", false, false, false)]
    [InlineData("15.0.847.32", false, false, true)]
    [InlineData("15.2.2562.17", false, false, true)]
    public void A_range_holds_its_first_build_and_not_its_last(string build, bool rtm, bool sp1To2010, bool from2013Sp1)
    {
        ExchangeVersion version = Versions.Read(build);

        Assert.Equal(
            (rtm, sp1To2010, from2013Sp1),
            (ExchangeBuilds.Only2007Rtm.Contains(version), ExchangeBuilds.From2007Sp1To2010.Contains(version), ExchangeBuilds.From2013Sp1.Contains(version)));
    }
}
