using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.Protection;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using Xunit;
using static ExchangeNamespace.Tests.FrontDoor.Protection.ProtectionSamples;

namespace ExchangeNamespace.Tests.FrontDoor.Protection;

/// <summary>
/// Row by row the builds and conditions of learn.microsoft.com, "Configure Windows Extended Protection in Exchange Server" (2025-04-30),
/// and ExchangeExtendedProtectionManagement.ps1 of CSS-Exchange (2026-04).
/// </summary>
public class ServerTableTests
{
    private static readonly (string, object?)[] None = [];

    /// <summary>The first builds with support, the builds before them, and levels that do not show the update.</summary>
    [Theory]
    [InlineData("2007SP3", "None")]
    [InlineData("2010SP3", "None")]
    [InlineData("2013", "UpdateNotShown")]
    [InlineData("2013SP1", "TooOld")]
    [InlineData("15.0.1497.2", "UpdateNotShown")]
    [InlineData("15.0.1497.36", "TooOld")]
    [InlineData("15.0.1497.38", "Supported")]
    [InlineData("2016", "UpdateNotShown")]
    [InlineData("2016CU21", "TooOld")]
    [InlineData("2016CU22", "UpdateNotShown")]
    [InlineData("15.1.2375.28", "TooOld")]
    [InlineData("15.1.2375.30", "Supported")]
    [InlineData("2016CU23", "UpdateNotShown")]
    [InlineData("15.1.2507.9", "TooOld")]
    [InlineData("15.1.2507.11", "Supported")]
    [InlineData("2019", "UpdateNotShown")]
    [InlineData("2019CU10", "TooOld")]
    [InlineData("2019CU11", "UpdateNotShown")]
    [InlineData("15.2.986.26", "TooOld")]
    [InlineData("15.2.986.28", "Supported")]
    [InlineData("2019CU12", "UpdateNotShown")]
    [InlineData("15.2.1118.9", "TooOld")]
    [InlineData("15.2.1118.11", "Supported")]
    [InlineData("2019CU13", "Supported")]
    [InlineData("2019CU14", "Supported")]
    [InlineData("2019CU15", "Supported")]
    [InlineData("SE", "Supported")]
    public void Each_build_stands_as_documented(string text, string expected)
    {
        Assert.True(ExchangeVersionReader.TryParse(text, "Version", out ExchangeVersion? version, out _));

        Assert.Equal(expected, ExtendedProtectionLevels.Of(version).ToString());
    }

    /// <summary>Off until it is switched on, but for the setup of 2019 CU14 and later.</summary>
    [Theory]
    [InlineData("15.2.1118.11", FindingSeverity.Warning, ProtectionVerdict.Blocked)]
    [InlineData("2019CU13", FindingSeverity.Warning, ProtectionVerdict.Blocked)]
    [InlineData("2019CU14", FindingSeverity.Error, ProtectionVerdict.Contradicted)]
    [InlineData("2019CU15", FindingSeverity.Error, ProtectionVerdict.Contradicted)]
    [InlineData("SE", FindingSeverity.Error, ProtectionVerdict.Contradicted)]
    public void A_separate_certificate_is_an_error_where_it_is_on_by_default(string version, FindingSeverity severity, ProtectionVerdict verdict)
    {
        ProtectionCheck server = Server(Check(Plan(version, ("ReverseProxy", "SeparateCertificate"))));

        Assert.Equal(("EXN845", severity, verdict), (server.Findings[0].Code, server.Findings[0].Severity, server.Verdict));
        Assert.Equal(severity == FindingSeverity.Error ? CheckOutcome.Failed : CheckOutcome.Warning, server.Outcome);
    }

    public static TheoryData<string, string, object, string> Conditions => new()
    {
        { "15.2.1118.11", "SslOffloading", true, "EXN844" },
        { "15.2.1118.11", "SameCertificate", false, "EXN845" },
        { "15.0.1497.38", "PublicFolders", "Content", "EXN849" },
        { "15.0.1497.38", "PublicFolders", "Hierarchy", "EXN849" },
        { "15.1.2375.30", "PublicFolders", "Hierarchy", "EXN849" },
        { "15.2.986.28", "PublicFolders", "Hierarchy", "EXN849" },
        { "15.2.1118.11", "LmCompatibilityLevel", 2L, "EXN850" },
        { "15.2.1118.11", "LmCompatibilityLevel", 0L, "EXN850" },
        { "15.2.1118.11", "SuppressExtendedProtection", 1L, "EXN851" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_broken_condition_keeps_it_off_and_is_an_error_where_it_is_on(string build, string member, object value, string code)
    {
        (string, object?)[] facts = [.. Good.Where(g => g.Name != member), (member, value)];

        ProtectionCheck off = Server(Check(Plan(build), null, null, Facts("EX01", [.. facts, ("ExtendedProtection", false)])));
        ProtectionCheck on = Server(Check(Plan(build), null, null, Facts("EX01", [.. facts, ("ExtendedProtection", true)])));

        Assert.Equal((code, CheckOutcome.Warning, ProtectionVerdict.Blocked), (Assert.Single(off.Findings).Code, off.Outcome, off.Verdict));
        Assert.Equal((code, CheckOutcome.Failed, ProtectionVerdict.Contradicted), (Assert.Single(on.Findings).Code, on.Outcome, on.Verdict));
    }

    [Theory]
    [InlineData("15.1.2375.30", "PublicFolders", "Content")]
    [InlineData("15.1.2507.11", "PublicFolders", "Hierarchy")]
    [InlineData("15.2.1118.11", "PublicFolders", "Hierarchy")]
    [InlineData("2019CU13", "PublicFolders", "Hierarchy")]
    [InlineData("15.2.1118.11", "LmCompatibilityLevel", 3L)]
    [InlineData("15.2.1118.11", "LmCompatibilityLevel", 5L)]
    [InlineData("15.2.1118.11", "SuppressExtendedProtection", 0L)]
    [InlineData("15.2.1118.11", "SslOffloading", false)]
    [InlineData("15.2.1118.11", "SameCertificate", true)]
    [InlineData("SE", "TlsVersion", "1.2")]
    public void A_server_that_meets_every_condition_is_ready(string build, string member, object value)
    {
        ProtectionCheck server = Server(Check(Plan(build), null, null, Facts("EX01", [.. Good.Where(g => g.Name != member), (member, value)])));

        Assert.Equal((ProtectionVerdict.Ready, CheckOutcome.Passed), (server.Verdict, server.Outcome));
        Assert.Empty(server.Findings);
    }

    /// <summary>What was not stated is unknown, and never a verdict.</summary>
    [Theory]
    [InlineData("SslOffloading")]
    [InlineData("TlsVersion")]
    [InlineData("LmCompatibilityLevel")]
    [InlineData("SuppressExtendedProtection")]
    [InlineData("PublicFolders")]
    [InlineData("HybridAgent")]
    public void What_is_not_known_is_named(string member)
    {
        ProtectionCheck server = Server(Check(
            Plan("15.2.986.28", ("Hybrid", "Coexistence")), null, null, Facts("EX01", [.. Good.Where(g => g.Name != member)])));

        Assert.Equal((ProtectionVerdict.NotJudged, CheckOutcome.Unknown), (server.Verdict, server.Outcome));
        Assert.Contains(member, server.Message);
        Assert.Contains("-ServerFact", server.Remedy);
    }

    [Fact]
    public void A_level_that_does_not_show_the_update_is_unknown_until_the_build_is_stated()
    {
        ExchangeState state = Capture(("Get-ExchangeServer", [("Name", "EX01"), ("AdminDisplayVersion", "Version 15.2 (Build 1118.7)")]));

        Assert.Contains("(Build)", Server(Check(Plan("2019"), state, null, Facts("EX01", Good))).Message);
        Assert.Equal(ProtectionVerdict.Ready, Server(Check(Plan("2019"), state, null, Facts("EX01", [.. Good, ("Build", "15.2.1118.40")]))).Verdict);
        Assert.Equal("EXN843", Assert.Single(Server(Check(Plan("2019"), state, null, Facts("EX01", [.. Good, ("Build", "15.2.1118.9")]))).Findings).Code);
        Assert.Equal(ProtectionVerdict.Ready, Server(Check(Plan("15.2.1118.40"), state, null, Facts("EX01", Good))).Verdict);
        Assert.Contains("(Build)", Server(Check(Plan("2019CU14"), state, null, Facts("EX01", Good))).Message);
    }

    /// <summary>The one line that is written: what Microsoft's script asks for itself.</summary>
    [Theory]
    [InlineData("2013CU23")]
    [InlineData("15.1.2507.11")]
    [InlineData("15.2.1118.11")]
    [InlineData("SE")]
    public void Offloading_of_Outlook_Anywhere_has_its_line(string version)
    {
        ExchangeState state = Capture(("Get-OutlookAnywhere", [("Identity", "EX01\\Rpc (Default Web Site)"), ("Name", "Rpc (Default Web Site)"), ("SSLOffloading", true)]));

        ProtectionCheck server = Server(Check(Plan(version), state));

        Assert.Equal("Set-OutlookAnywhere -Identity \"EX01\\Rpc (Default Web Site)\" -SSLOffloading:$false -InternalClientsRequireSsl:$true -ExternalClientsRequireSsl:$true", server.Line);
        Assert.Contains(server.Findings, f => f.Code == "EXN844" && f.Remedy.EndsWith(server.Line, System.StringComparison.Ordinal));
    }

    [Fact]
    public void Front_end_EWS_behind_a_Hybrid_Agent_stays_None()
    {
        ServerFacts agent = Facts("EX01", ("HybridAgent", true));

        ProtectionCheck on = Directory(Check(Plan("SE"), null, File(), agent), "EWS");
        ProtectionCheck off = Directory(Check(Plan("SE"), null, File(("Default Web Site/EWS", "None")), agent), "EWS");

        Assert.Equal(("EXN848", CheckOutcome.Failed, ProtectionVerdict.Higher), (Assert.Single(on.Findings).Code, on.Outcome, on.Verdict));
        Assert.Equal((CheckOutcome.Passed, ProtectionVerdict.AsRecommended, TokenCheckingMode.None), (off.Outcome, off.Verdict, off.Recommended!.Value));
        Assert.Equal(TokenCheckingMode.Require, Directory(Check(Plan("SE"), null, File(), agent), "EWS", ExchangeWebSite.BackEnd).Recommended);
    }

    /// <summary>The strategy of the plan says which certificate must be the same one, with its names.</summary>
    [Theory]
    [InlineData("None", ProtectionVerdict.Ready, "")]
    [InlineData("SharedCertificate", ProtectionVerdict.Ready, "EXN846 EXN847")]
    [InlineData("SharedCertificateWithServerNames", ProtectionVerdict.Ready, "EXN846 EXN847")]
    [InlineData("SeparateCertificate", ProtectionVerdict.Contradicted, "")]
    public void The_strategy_decides_which_certificate_must_be_the_same(string strategy, ProtectionVerdict verdict, string codes)
    {
        ProtectionCheck plan = Check(Plan(["EX01", "EX02"], "SE", ("ReverseProxy", strategy), ("SmtpDomain", "contoso.com")))[0];

        Assert.Equal(("mail.contoso.com", verdict, codes), (plan.Subject, plan.Verdict, string.Join(" ", plan.Findings.Select(f => f.Code))));
        if (codes.Length > 0)
        {
            Assert.Contains("EX01, EX02, ReverseProxy", plan.Message);
            Assert.Equal(["mail.contoso.com", "autodiscover.contoso.com"], plan.Findings[0].Values.Take(2));
        }
    }

    [Fact]
    public void The_order_of_a_renewal_is_said_only_where_it_may_be_on() => Assert.Equal(
        ["EXN846"], Check(Plan("15.2.1118.11", ("ReverseProxy", "SharedCertificate")))[0].Findings.Select(f => f.Code));

    [Fact]
    public void Servers_behind_one_name_that_differ_are_named()
    {
        ExchangeState state = Capture(DirectoryTableTests.Owa("Require"), DirectoryTableTests.Owa("Allow", "EX02"));
        ProtectionCheck differ = Assert.Single(Check(Plan(["EX01", "EX02"], "15.2.1118.11"), state), c => c.Findings.Any(f => f.Code == "EXN853"));

        Assert.Equal(("mail.contoso.com", ProtectionVerdict.Differs, CheckOutcome.Warning), (differ.Subject, differ.Verdict, differ.Outcome));
        Assert.Contains("OWA (Require at EX01, Allow at EX02)", differ.Message);
        Assert.DoesNotContain(Check(null, Capture(DirectoryTableTests.Owa("Require"), DirectoryTableTests.Owa("require", "EX02"))), c => c.Verdict == ProtectionVerdict.Differs);
    }

    [Theory]
    [InlineData("1.2", "1.2, 1.3", true)]
    [InlineData("1.2,1.1", "1.1;1.2", false)]
    [InlineData("1.2", null, false)]
    public void Versions_of_TLS_that_differ_are_named_where_they_are_stated(string first, string? second, bool differ)
    {
        ProtectionCheck[] found = [.. Check(Plan(["EX01", "EX02"], "SE"), null, null, Facts("EX01", ("TlsVersion", first)),
            Facts("EX02", second is null ? None : [("TlsVersion", second)])).Where(c => c.Findings.Any(f => f.Code == "EXN852"))];

        Assert.Equal(differ, found.Length == 1);
        Assert.All(found, f => Assert.Equal(CheckOutcome.Failed, f.Outcome));
    }

    [Fact]
    public void Calls_between_old_and_protected_servers_fail()
    {
        ProtectionCheck found = Assert.Single(Check(Plan(["EX01", "EX02"], "SE"), null, null, Facts("EX01", ("Build", "15.1.2106.2"))), c => c.Findings.Any(f => f.Code == "EXN854"));

        Assert.Equal(("Organisation", CheckOutcome.Failed), (found.Subject, found.Outcome));
    }

    [Fact]
    public void Edge_servers_have_no_directories_and_are_left_out() => Assert.Empty(Check(null, Capture(("Get-ExchangeServer",
        [("Name", "EDGE1"), ("AdminDisplayVersion", "Version 15.2 (Build 1118.7)"), ("IsEdgeServer", true)]))));

    [Fact]
    public void A_server_without_a_version_is_not_judged() => Assert.Equal(
        (ProtectionVerdict.NotJudged, CheckOutcome.Unknown), Server(Check(null, Capture(DirectoryTableTests.Owa("Require")))) is var s ? (s.Verdict, s.Outcome) : default);

    [Theory]
    [InlineData("None")]
    [InlineData("SharedCertificate")]
    [InlineData("SeparateCertificate")]
    public void The_plan_and_the_check_agree_about_proxies(string strategy)
    {
        NamespacePlan plan = Plan("SE", ("ReverseProxy", strategy));

        Assert.Equal(
            plan.Findings.Any(f => f is { Code: "EXN017", Severity: FindingSeverity.Error }), Server(Check(plan)).Findings.Any(f => f.Code == "EXN845"));
    }
}
