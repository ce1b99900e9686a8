using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Builds;

/// <summary>Texts that no table prints: each gives the right rows or one clear fault, never an exception.</summary>
public class OtherShapesTests
{
    private static readonly (int Major, int Minor)[] Families = [(8, 0), (8, 1), (8, 2), (8, 3), (14, 0), (14, 1), (14, 2), (14, 3), (15, 0), (15, 1), (15, 2)];

    /// <summary>Text and the builds it names.</summary>
    public static TheoryData<string, string> Right => new()
    {
        { "8.01.0336.001", "8.1.336.1" },
        { "08.01.0336.001", "8.1.336.1" },
        { "8.01.0336.01", "8.1.336.1" },
        { "8.1.336.1", "8.1.336.1" },
        { "008.001.000336.000001", "8.1.336.1" },
        { "15.02.1748.037", "15.2.1748.37" },
        { "\t15.2.1748.37 ", "15.2.1748.37" },
        { "\u00a015.2.1748.37\u00a0", "15.2.1748.37" },
        { "v15.2.1748.37", "15.2.1748.37" },
        { "Version: 15.2.1748.37", "15.2.1748.37" },
        { "build 15.2.1748.37", "15.2.1748.37" },
        { "15.2.30922.7", "15.2.922.7" },
        { "15.1.32106.2", "15.1.2106.2" },
        { "15.0.31497.2", "15.0.1497.2" },
        { "15.1.31531.3", "15.1.1531.3" },
        { "Version 15.2 (Build 30922.7)", "15.2.922.7" },
        { "version 15.1 (build 32106.2)", "15.1.2106.2" },
        { "Version 15.0 (Build 31497.2)", "15.0.1497.2" },
        { "Version  15.1  (Build  31531.3)", "15.1.1531.3" },
        { "Version 15.1(Build 31531.3)", "15.1.1531.3" },
        { "Version 8.1 (Build 240.6)", "8.1.240.6" },
        { "Version 8.3 (Build 83.6)", "8.3.83.6" },
        { "Version 8.3 (Build 83.6: Service Pack 3)", "8.3.83.6" },
        { "Version 15.0 (Build 1395.4)", "15.0.1395.4" },
        { "Version 15.2 (Build 1748.10)", "15.2.1748.10" },
        { "VERSION 15.2 (BUILD 1748.10)", "15.2.1748.10" },
        { "Version 15.2 (Build 858.2)", "15.2.858.5" },
        { "Version 15.0 (Build 712.22)", "15.0.712.24" },
        { "id 8.3.348.2", "8.3.348.2" },
        { "id 8.3.348.1", "8.3.348.2" },
        { "ID 15.1.2507.6", "15.1.2507.6" },
        { "mapi id 14.03.0339.000", "14.3.339.0" },
        { "mapi  id 14.03.0336.000", "14.3.339.0" },
        { "with mapi id 14.03.0339.000;", "14.3.339.0" },
        { "Received: from a.contoso.com (10.0.0.1) by b.contoso.com (10.0.0.2) with Microsoft SMTP Server id 8.3.348.2; Mon, 3 Mar 2014 08:00:00 +0100", "8.3.348.2" },
        { "by ex.contoso.com ([::1]) with mapi id 15.02.1118.009; Thu, 12 May 2022 09:00:00 +0000", "15.2.1118.9" },
        { "(version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.1.2507.44 via Mailbox Transport", "15.1.2507.44" },
        { "by x (15.2.1118.9) with Microsoft SMTP Server id 15.2.1118.9\r\n\tid 15.2.1118.9", "15.2.1118.9" },
        { "14.3.328.5", "14.2.328.5" },
        { "14.03.0266.002", "14.3.266.1" },
        { "15.1.1415.8", "15.1.1415.10" },
        { "15.1.1466.13", "15.1.1466.16" },
        { "8.0.685.24", "8.0.685.25" },
        { "8.1.336", "8.1.336.1" },
        { "08.01.0336", "8.1.336.1" },
        { "2019 CU14 Mar24SU", "15.2.1544.9" },
        { "2019CU14Mar24SU", "15.2.1544.9" },
        { "Exchange2019CU14Mar24SU", "15.2.1544.9" },
        { "Exchange Server 2019 CU14 (2024H1) Mar24SU", "15.2.1544.9" },
        { "Mar24SU for Exchange Server 2019 CU14", "15.2.1544.9" },
        { "Exchange 2019, Cumulative Update 14, March 2024 Security Update", "15.2.1544.9" },
        { "2019 CU-14 Mar-24-SU", "15.2.1544.9" },
        { "2019/CU14/Mar24SU", "15.2.1544.9" },
        { "mar24su 2019 cu14", "15.2.1544.9" },
        { "2019 CU14 March24 SU", "15.2.1544.9" },
        { "2019 CU14 Mar 2024 SU", "15.2.1544.9" },
        { "2019 Mar24SU", "15.2.1258.32 15.2.1544.9" },
        { "2019 2024H1 Mar24SU", "15.2.1544.9" },
        { "2019 2024h1", "15.2.1544.4" },
        { "2022H1 Exchange 2016", "15.1.2507.6" },
        { "Security Update For Exchange Server 2019 CU14 (KB5036401)", "15.2.1544.9" },
        { "Exchange Server 2019 KB5036401", "15.2.1544.9" },
        { "Exchange 2007 SP1 Update Rollup 5", "8.1.336.1" },
        { "Exchange Server 2007 Service Pack 1 Update Rollup 5", "8.1.336.1" },
        { "Update Rollup 5 for Exchange Server 2007 SP1 (KB953467)", "8.1.336.1" },
        { "Update Rollup 5 for Microsoft Exchange Server 2007 Service Pack 1: KB953467", "8.1.336.1" },
        { "2007 SP1 RU5", "8.1.336.1" },
        { "2007SP1RU5", "8.1.336.1" },
        { "2007 SP1 UR 5", "8.1.336.1" },
        { "2007 SP1 Rollup 5", "8.1.336.1" },
        { "2007-SP1-RU5", "8.1.336.1" },
        { "2007 RU7", "8.0.813.0 8.1.359.2 8.3.264.0" },
        { "2007 SP3 RU3", "8.3.159.0" },
        { "2007 SP3 RU3 v1", "8.3.159.0" },
        { "2007 SP3 RU3 v2", "8.3.159.2" },
        { "2007 SP3 RU3-v2", "8.3.159.2" },
        { "2007 SP3 RU3v2", "8.3.159.2" },
        { "2010 SP3 RU8", "14.3.224.1 14.3.224.2" },
        { "2010 SP3 RU8 v1", "14.3.224.1" },
        { "Update Rollup 8-v2 for Exchange Server 2010 SP3", "14.3.224.2" },
        { "2010SP3", "14.3.123.4" },
        { "Exchange 2010 RTM", "14.0.639.21" },
        { "2013 SP1", "15.0.847.32" },
        { "2013 CU4", "15.0.847.32" },
        { "Exchange Server 2013 SP1 (CU4)", "15.0.847.32" },
        { "2013CU23", "15.0.1497.2" },
        { "2016CU23", "15.1.2507.6" },
        { "Cumulative Update 23 for Exchange Server 2016", "15.1.2507.6" },
        { "Exchange Server 2016 Preview", "15.1.225.16" },
        { "2016 RTM", "15.1.225.42" },
        { "2019 rtm", "15.2.221.12" },
        { "2019 CU14 Nov24SU v2", "15.2.1544.14" },
        { "2019 CU14 Nov24SUv2", "15.2.1544.14" },
        { "2019 CU14 Nov24SU", "15.2.1544.13" },
        { "2019 CU14 Nov24SUv1", "15.2.1544.13" },
        { "2019 CU14 Apr 2024 Hotfix Update", "15.2.1544.11" },
        { "SE RTM", "15.2.2562.17" },
        { "SERTM", "15.2.2562.17" },
        { "SE", "15.2.2562.17" },
        { "Exchange SE", "15.2.2562.17" },
        { "ExchangeSE", "15.2.2562.17" },
        { "Exchange Server Subscription Edition", "15.2.2562.17" },
        { "Exchange Server Subscription Edition (SE) RTM Aug26SU", "15.2.2562.46" },
        { "SE Aug26SU", "15.2.2562.46" },
        { "SEAug26SU", "15.2.2562.46" },
        { "SE August 2026 SU", "15.2.2562.46" },
        { "SE Sep26SU", "15.2.2562.49" },
        { "SE Sep26SUv2", "15.2.2562.53" },
        { "SE September 2026 SU v2", "15.2.2562.53" },
        { "SE KB5129955", "15.2.2562.53" },
        { "KB953467", "8.1.336.1" },
        { "kb 953467", "8.1.336.1" },
        { "KB: 953467", "8.1.336.1" },
        { "(KB953467)", "8.1.336.1" },
        { "953467", "8.1.336.1" },
        { "5036401", "15.2.1544.9" },
        { "KB957978", "8.1.336.1" },
        { "KB4012178", "15.0.847.53 15.0.1236.6 15.1.544.30" },
        { "KB4012178 2016", "15.1.544.30" },
        { "Security Update KB4012178 for Exchange 2013 SP1", "15.0.847.53" },
        { "2013 CU14 Security Update KB4012178", "15.0.1236.6" },
        { "KB2874216 Exchange 2010", "14.2.375.0" },
    };

    /// <summary>Text and the id of the fault.</summary>
    public static TheoryData<string, string> Wrong => new()
    {
        { "", FaultIds.BuildTextEmpty },
        { "   ", FaultIds.BuildTextEmpty },
        { "\r\n\t", FaultIds.BuildTextEmpty },
        { "8.1", FaultIds.BuildTextUnreadable },
        { "15", FaultIds.BuildTextUnreadable },
        { "15.2", FaultIds.BuildTextUnreadable },
        { "15.2.", FaultIds.BuildTextUnreadable },
        { "15.2.1118.", FaultIds.BuildTextUnreadable },
        { ".15.2.1118.7", FaultIds.BuildTextUnreadable },
        { "15.2.1118.7.1", FaultIds.BuildTextUnreadable },
        { "15.2.1118.7a", FaultIds.BuildTextUnreadable },
        { "15.2.1118,7", FaultIds.BuildTextUnreadable },
        { "15,2,1118,7", FaultIds.BuildTextUnreadable },
        { "15..2.1118", FaultIds.BuildTextUnreadable },
        { "15.2.-1118.7", FaultIds.BuildTextUnreadable },
        { "-15.2.1118.7", FaultIds.BuildTextUnreadable },
        { "15.2.11181118.7", FaultIds.BuildTextUnreadable },
        { "15.2.1118.99999999999", FaultIds.BuildTextUnreadable },
        { "99999999999.2.1118.7", FaultIds.BuildTextUnreadable },
        { "1e1.2.3.4", FaultIds.BuildTextUnreadable },
        { "15.2.0x45e.7", FaultIds.BuildTextUnreadable },
        { "\u0661\u0665.2.1118.7", FaultIds.BuildTextUnreadable },
        { "\uff11\uff15.2.1118.7", FaultIds.BuildTextUnreadable },
        { "15.2.9999", FaultIds.BuildTextUnreadable },
        { "8.1.1", FaultIds.BuildTextUnreadable },
        { "Version 15.2", FaultIds.BuildTextUnreadable },
        { "Version 15.2 (Build 1118)", FaultIds.BuildTextUnreadable },
        { "Version 15.2 Build 1118.7", FaultIds.BuildTextUnreadable },
        { "Version 15.2 (Build 1118.7", FaultIds.BuildTextUnreadable },
        { "Version 15.2 (Build 1118.7) extra", FaultIds.BuildTextUnreadable },
        { "Version 15.2.1 (Build 1118.7)", FaultIds.BuildTextUnreadable },
        { "Version x.y (Build 1.2)", FaultIds.BuildTextUnreadable },
        { "6.5.7638.1", FaultIds.BuildFamilyUnknown },
        { "Version 6.5 (Build 7638.2: Service Pack 2)", FaultIds.BuildFamilyUnknown },
        { "5.5.2653.0", FaultIds.BuildFamilyUnknown },
        { "8.4.1.0", FaultIds.BuildFamilyUnknown },
        { "14.4.1.0", FaultIds.BuildFamilyUnknown },
        { "15.3.1.0", FaultIds.BuildFamilyUnknown },
        { "15.20.8769.31", FaultIds.BuildFamilyUnknown },
        { "16.0.1.1", FaultIds.BuildFamilyUnknown },
        { "0.0.0.0", FaultIds.BuildFamilyUnknown },
        { "10.0.0.1", FaultIds.BuildFamilyUnknown },
        { "192.168.1.1", FaultIds.BuildFamilyUnknown },
        { "id 15.20.8769.31", FaultIds.BuildFamilyUnknown },
        { "6.5.7638", FaultIds.BuildFamilyUnknown },
        { "id 8.3.348.2; id 14.3.339.0", FaultIds.BuildTextAmbiguous },
        { "with mapi id 15.02.1118.009; with mapi id 15.02.1118.012", FaultIds.BuildTextAmbiguous },
        { "2007", FaultIds.BuildTextAmbiguous },
        { "2010", FaultIds.BuildTextAmbiguous },
        { "2016", FaultIds.BuildTextAmbiguous },
        { "Exchange 2019", FaultIds.BuildTextAmbiguous },
        { "Microsoft Exchange Server 2013", FaultIds.BuildTextAmbiguous },
        { "2016 2019", FaultIds.BuildTextAmbiguous },
        { "2019 SE", FaultIds.BuildTextAmbiguous },
        { "2019 CU13 CU14", FaultIds.BuildTextAmbiguous },
        { "2019 CU14 Mar24SU Apr24HU", FaultIds.BuildTextAmbiguous },
        { "2007 SP1 RU5 KB953467 KB952580", FaultIds.BuildTextAmbiguous },
        { "2007 SP3 RU3 RU3v2", FaultIds.BuildTextAmbiguous },
        { "2019 2022H1 2023H1", FaultIds.BuildTextAmbiguous },
        { "2019 CU16", FaultIds.BuildNameUnknown },
        { "2019 CU99", FaultIds.BuildNameUnknown },
        { "2016 CU24", FaultIds.BuildNameUnknown },
        { "2016 SP1", FaultIds.BuildNameUnknown },
        { "2007 SP4", FaultIds.BuildNameUnknown },
        { "2007 CU1", FaultIds.BuildNameUnknown },
        { "2007 SP1 RU11", FaultIds.BuildNameUnknown },
        { "2007 SP1 RU5 v2", FaultIds.BuildNameUnknown },
        { "2010 SP3 RU8 v3", FaultIds.BuildNameUnknown },
        { "2019 CU14 Jan24SU", FaultIds.BuildNameUnknown },
        { "2019 CU14 Mar24HU", FaultIds.BuildNameUnknown },
        { "2019 CU14 Mar24SUv2", FaultIds.BuildNameUnknown },
        { "2019 CU15 Mar24SU", FaultIds.BuildNameUnknown },
        { "2019 CU13 2024H1", FaultIds.BuildNameUnknown },
        { "2019 2030H1", FaultIds.BuildNameUnknown },
        { "2013 2022H1", FaultIds.BuildNameUnknown },
        { "SE CU1", FaultIds.BuildNameUnknown },
        { "SECU1", FaultIds.BuildNameUnknown },
        { "SE Preview", FaultIds.BuildNameUnknown },
        { "SE Aug27SU", FaultIds.BuildNameUnknown },
        { "2019 CU14 KB953467", FaultIds.BuildNameUnknown },
        { "2007 SP2 KB953467", FaultIds.BuildNameUnknown },
        { "2007 SP1 RU4 (KB953467)", FaultIds.BuildNameUnknown },
        { "2007 SP2 KB957978", FaultIds.BuildNameUnknown },
        { "KB9999999", FaultIds.BuildKbUnknown },
        { "KB1234", FaultIds.BuildKbUnknown },
        { "12345", FaultIds.BuildKbUnknown },
        { "99999999", FaultIds.BuildKbUnknown },
        { "2019 CU14 KB9999999", FaultIds.BuildKbUnknown },
        { "KB953467 CU1 RU9", FaultIds.BuildTextUnreadable },
        { "1942127710", FaultIds.BuildTextUnreadable },
        { "1226839078", FaultIds.BuildTextUnreadable },
        { "KB", FaultIds.BuildTextUnreadable },
        { "KB123456789", FaultIds.BuildTextUnreadable },
        { "Q953467", FaultIds.BuildTextUnreadable },
        { "Exchange", FaultIds.BuildTextUnreadable },
        { "Microsoft Exchange Server", FaultIds.BuildTextUnreadable },
        { "CU14", FaultIds.BuildTextUnreadable },
        { "Mar24SU", FaultIds.BuildTextUnreadable },
        { "2024H1", FaultIds.BuildTextUnreadable },
        { "Update Rollup 5", FaultIds.BuildTextUnreadable },
        { "2019 CU14 Security Update", FaultIds.BuildTextUnreadable },
        { "2019 CU14 SU3", FaultIds.BuildTextUnreadable },
        { "2019 CU0", FaultIds.BuildTextUnreadable },
        { "2019 CU", FaultIds.BuildTextUnreadable },
        { "2019 CU100", FaultIds.BuildTextUnreadable },
        { "2019 CU14 beta", FaultIds.BuildTextUnreadable },
        { "not 2019 CU14", FaultIds.BuildTextUnreadable },
        { "2003 SP2", FaultIds.BuildTextUnreadable },
        { "2022", FaultIds.BuildTextUnreadable },
        { "20190", FaultIds.BuildKbUnknown },
        { "Exchange Online", FaultIds.BuildTextUnreadable },
        { "Windows Server 2019", FaultIds.BuildTextUnreadable },
        { "Mailserver", FaultIds.BuildTextUnreadable },
        { "Seven", FaultIds.BuildTextUnreadable },
        { "2019 CU14 \u041car24SU", FaultIds.BuildTextUnreadable },
        { "2019\u2013CU14", FaultIds.BuildTextUnreadable },
        { "\0", FaultIds.BuildTextUnreadable },
        { "15.2.1118.7\0", FaultIds.BuildTextUnreadable },
        { "\ud800", FaultIds.BuildTextUnreadable },
        { "\ud83d\ude00", FaultIds.BuildTextUnreadable },
        { "'; Remove-Item *", FaultIds.BuildTextUnreadable },
        { "$(Get-Date)", FaultIds.BuildTextUnreadable },
        { "{0}", FaultIds.BuildTextUnreadable },
        { "id", FaultIds.BuildTextUnreadable },
        { "id x.y.z.w", FaultIds.BuildTextUnreadable },
        { "System.Collections.Hashtable", FaultIds.BuildTextUnreadable },
    };

    [Fact]
    public void There_are_more_than_two_hundred_texts() => Assert.InRange(Right.Count + Wrong.Count, 200, int.MaxValue);

    [Theory]
    [MemberData(nameof(Right))]
    public void A_text_names_its_rows(string text, string builds) =>
        Assert.Equal(builds.Split(' '), Reading.All(text).Select(f => f.Build.ToString()));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_text_that_names_none_has_one_clear_fault(string text, string id)
    {
        InputFault fault = Reading.Fault(text);

        Assert.Equal((id, "Version", text), (fault.Id, fault.Parameter, fault.Value));
        Assert.All(fault.Message, c => Assert.InRange(c, ' ', '~'));
        Assert.InRange(fault.Message.Length, 20, 700);
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_and_a_very_long_one_are_faults()
    {
        Assert.Equal(FaultIds.BuildTextEmpty, Reading.Fault(null).Id);
        Assert.Equal(FaultIds.BuildTextUnreadable, Reading.Fault(new string('9', 100_000)).Id);
        Assert.Equal(FaultIds.BuildTextUnreadable, Reading.Fault(new string(' ', 50_000) + "id" + new string(' ', 50_000) + "x").Id);
    }

    [Fact]
    public void A_fault_about_a_name_says_what_there_is()
    {
        Assert.Contains("Exchange 2007 SP1 has Update Rollup 1, Update Rollup 2,", Reading.Fault("2007 SP1 RU11").Message, StringComparison.Ordinal);
        Assert.Contains("Exchange 2016 has Preview, RTM, CU1,", Reading.Fault("2016 CU24").Message, StringComparison.Ordinal);
        Assert.Contains("2026-11-10", Reading.Fault("KB9999999").Message, StringComparison.Ordinal);
        Assert.Contains("versionNumber", Reading.Fault("1942127710").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_gives_rows_or_one_fault() => Gen.OneOf(Garbage, Mutation).Sample(text =>
    {
        List<InputFault> faults = [];
        IReadOnlyList<ExchangeBuildInfo> found = ExchangeBuildReader.Read(text, Reading.Day, "Version", faults);
        return (found.Count > 0) != (faults.Count == 1) && faults.Count <= 1;
    });

    [Fact]
    public void Any_build_of_a_known_family_is_its_own_row_or_lies_between_its_neighbours() => Numbers.Sample(build =>
    {
        ExchangeBuildInfo found = Reading.One(build.ToString());
        return found.Match switch
        {
            BuildMatch.Exact => found.Build == build && ExchangeReleases.All.Any(r => r.Build == build),
            BuildMatch.AlternativeNumber => found.AlternativeBuilds.Contains(build),
            BuildMatch.Unlisted => found.Build == build && found.IsNewest is null
                && (found.Lower is null || found.Lower.Build < build) && (found.Higher is null || found.Higher.Build > build)
                && !ExchangeReleases.All.Any(r => ProductOf(r) == found.Product && r.Build > (found.Lower?.Build ?? new Version(0, 0)) && r.Build < (found.Higher?.Build ?? new Version(99, 0))),
            _ => false,
        };
    });

    private static Gen<string> Garbage => Gen.String[Gen.Char["0123456789. ()vKBSPCURUVersionBuildidMarSUHx-:\t\n\u00a0\u2019"], 0, 40];

    private static Gen<string> Mutation => Gen.Select(Gen.Int[0, ExchangeReleases.All.Count - 1], Gen.Int[0, 3], Gen.Int[0, 60], Gen.Char).Select((row, form, at, c) =>
    {
        ExchangeRelease release = ExchangeReleases.All[row];
        string text = form switch
        {
            0 => release.Build.ToString(),
            1 => release.AdminDisplayVersion,
            2 => $"Exchange Server {release.Product} {release.Level} {release.Update} ({release.Kb})",
            _ => "with mapi id " + release.LongBuild,
        };
        return text.Insert(at % (text.Length + 1), c.ToString());
    });

    private static Gen<Version> Numbers => Gen.Select(
        Gen.Int[0, Families.Length - 1].Select(i => Families[i]),
        Gen.OneOf(Gen.Int[0, 3000], Gen.Int[0, ExchangeReleases.All.Count - 1].Select(i => ExchangeReleases.All[i].Build.Build)),
        Gen.Int[0, 70]).Select((family, build, revision) => new Version(family.Major, family.Minor, build, revision));

    private static ExchangeProduct ProductOf(ExchangeRelease row) => ExchangeUpdate.From(row).Product;
}
