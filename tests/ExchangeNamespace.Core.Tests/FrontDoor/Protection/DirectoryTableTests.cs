using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.Protection;
using Xunit;
using static ExchangeNamespace.Tests.FrontDoor.Protection.ProtectionSamples;

namespace ExchangeNamespace.Tests.FrontDoor.Protection;

/// <summary>
/// Row by row what Microsoft recommends: learn.microsoft.com, "Configure Windows Extended Protection in Exchange Server" (2025-04-30), and
/// Get-ExtendedProtectionConfigurationResult.ps1 of CSS-Exchange (2026-04).
/// </summary>
public class DirectoryTableTests
{
    private const string Build = "15.2.1544.9";

    [Theory]
    [InlineData("API", "Require", "Require")]
    [InlineData("Autodiscover", "None", "None")]
    [InlineData("ECP", "Require", "Require")]
    [InlineData("EWS", "Allow", "Require")]
    [InlineData("MAPI", "Require", null)]
    [InlineData("MAPI/emsmdb", null, "Require")]
    [InlineData("MAPI/nspi", null, "Require")]
    [InlineData("Microsoft-Server-ActiveSync", "Allow", "Require")]
    [InlineData("Microsoft-Server-ActiveSync/Proxy", "Allow", "Require")]
    [InlineData("OAB", "Allow", "Require")]
    [InlineData("OWA", "Require", "Require")]
    [InlineData("PowerShell", "None", "Require")]
    [InlineData("PushNotifications", null, "Require")]
    [InlineData("RPC", "Require", "Require")]
    [InlineData("RPCWithCert", null, "Require")]
    public void Each_directory_has_its_value_in_each_web_site(string name, string? front, string? back)
    {
        Assert.Equal(front, Row(ExchangeWebSite.FrontEnd));
        Assert.Equal(back, Row(ExchangeWebSite.BackEnd));

        string? Row(ExchangeWebSite site) =>
            ProtectedDirectory.All.SingleOrDefault(d => d.Name == name && d.Site == site)?.Wanted.ToString();
    }

    [Fact]
    public void The_table_has_no_other_directory() => Assert.Equal(25, ProtectedDirectory.All.Count);

    /// <summary>Each value in each directory: supported up to the recommended one, secured from it on.</summary>
    [Fact]
    public void Supported_and_secured_are_two_answers()
    {
        foreach (ProtectedDirectory directory in ProtectedDirectory.All)
        {
            foreach (TokenCheckingMode value in new[] { TokenCheckingMode.None, TokenCheckingMode.Allow, TokenCheckingMode.Require })
            {
                ProtectionCheck check = Directory(Check(Plan(Build), iis: File((directory.Path, value.ToString()))), directory.Name, directory.Site);

                Assert.Equal((value, directory.Wanted), (check.Value!.Value, check.Recommended!.Value));
                Assert.Equal((value <= directory.Wanted, value >= directory.Wanted), (check.Supported!.Value, check.Secured!.Value));
                Assert.Equal(
                    value == directory.Wanted ? (ProtectionVerdict.AsRecommended, CheckOutcome.Passed)
                        : (value < directory.Wanted ? ProtectionVerdict.Lower : ProtectionVerdict.Higher, CheckOutcome.Warning),
                    (check.Verdict, check.Outcome));
                Assert.Equal(value == directory.Wanted ? [] : [value < directory.Wanted ? "EXN840" : "EXN841"], check.Findings.Select(f => f.Code));
                Assert.DoesNotContain("Set-", check.Remedy);
            }
        }
    }

    [Theory]
    [InlineData("EWS", "Outlook for Mac")]
    [InlineData("OAB", "Outlook for Mac")]
    [InlineData("Microsoft-Server-ActiveSync", "iOS")]
    [InlineData("PowerShell", "remote PowerShell")]
    public void A_higher_value_names_who_is_locked_out(string directory, string clients) => Assert.Contains(
        clients, Directory(Check(Plan(Build), iis: File(($"Default Web Site/{directory}", "Require"))), directory).Message);

    [Theory]
    [InlineData("2010SP3")]
    [InlineData("2007SP3")]
    public void A_version_without_guidance_leaves_everything_at_None(string version)
    {
        ProtectionCheck owa = Directory(Check(Plan(version), Capture(Owa("Require"))), "OWA");

        Assert.Equal((ProtectionVerdict.NotSupported, CheckOutcome.Warning, TokenCheckingMode.None), (owa.Verdict, owa.Outcome, owa.Recommended!.Value));
        Assert.Equal("EXN842", Assert.Single(owa.Findings).Code);
    }

    [Fact]
    public void A_build_without_the_update_must_not_check_tokens()
    {
        ProtectionCheck owa = Directory(Check(Plan("15.2.986.26"), iis: File()), "OWA");

        Assert.Equal((ProtectionVerdict.NotSupported, CheckOutcome.Failed, false, true), (owa.Verdict, owa.Outcome, owa.Supported!.Value, owa.Secured!.Value));
        Assert.Equal("EXN842", Assert.Single(owa.Findings).Code);
    }

    /// <summary>A capture may hold what Active Directory says: None of it proves nothing, the other values show that it is on.</summary>
    [Theory]
    [InlineData("None", ProtectionVerdict.NotJudged, CheckOutcome.Unknown)]
    [InlineData("", ProtectionVerdict.NotJudged, CheckOutcome.Unknown)]
    [InlineData("something", ProtectionVerdict.NotJudged, CheckOutcome.Unknown)]
    [InlineData("Allow", ProtectionVerdict.Lower, CheckOutcome.Warning)]
    [InlineData("require", ProtectionVerdict.AsRecommended, CheckOutcome.Passed)]
    public void None_of_a_capture_is_not_judged(string captured, ProtectionVerdict verdict, CheckOutcome outcome)
    {
        ProtectionCheck owa = Directory(Check(Plan(Build), Capture(Owa(captured))), "OWA");

        Assert.Equal((verdict, outcome), (owa.Verdict, owa.Outcome));
    }

    [Fact]
    public void The_file_of_IIS_counts_and_not_the_capture() => Assert.Equal(
        TokenCheckingMode.None, Directory(Check(Plan(Build), Capture(Owa("Require")), File(("Default Web Site/OWA", "None"))), "OWA").Value);

    [Fact]
    public void A_captured_directory_of_the_back_end_is_one() => Assert.Equal(
        TokenCheckingMode.Require,
        Directory(Check(Plan(Build), Capture(("Get-OwaVirtualDirectory", [("Identity", "EX01\\owa (Exchange Back End)"),
            ("ExtendedProtectionTokenChecking", "Require")]))), "OWA", ExchangeWebSite.BackEnd).Value);

    /// <summary>2013 has no API, and a server without a role has no directories of it.</summary>
    [Fact]
    public void Only_directories_of_the_version_and_the_server_are_judged()
    {
        Assert.DoesNotContain(Check(Plan("15.0.1497.40"), iis: File()), c => c.Directory == "API");
        Assert.Equal("OWA", Assert.Single(Check(Plan(Build), iis: Document("<system.applicationHost><sites><site name='Default Web Site'><application path='/owa' />"
            + "</site></sites></system.applicationHost>")), c => c.Directory.Length > 0).Directory);
    }

    /// <summary>The mitigation of 2022 secures, and is not to be used any more.</summary>
    [Fact]
    public void A_filter_of_addresses_stands_in_on_EWS_of_the_back_end_alone()
    {
        const string Filter = "<location path='Exchange Back End/EWS'><system.webServer><security><ipSecurity allowUnlisted='false' /></security></system.webServer></location></configuration>";
        ProtectionCheck ews = Directory(Check(Plan(Build), iis: File(("Exchange Back End/EWS", "None")).Replace("</configuration>", Filter)), "EWS", ExchangeWebSite.BackEnd);

        Assert.Equal((ProtectionVerdict.Lower, true, true), (ews.Verdict, ews.Supported!.Value, ews.Secured!.Value));
        Assert.Contains("filter", ews.Message);
    }

    [Fact]
    public void A_directory_that_checks_tokens_asks_for_TLS()
    {
        string plain = File().Replace("Ssl,Ssl128", "None");
        ProtectionCheck[] checks = [.. Check(Plan(Build), iis: plain).Where(c => c.Findings.Any(f => f.Code == "EXN855"))];

        // Three recommended values are None.
        Assert.Equal(25 - 3, checks.Length);
        Assert.DoesNotContain(Check(Plan(Build), iis: File()), c => c.Findings.Any(f => f.Code == "EXN855"));
    }

    internal static (string Cmdlet, (string Name, object? Value)[] Properties) Owa(string value, string server = "EX01") =>
        ("Get-OwaVirtualDirectory", [("Identity", server + "\\owa (Default Web Site)"), ("InternalUrl", "https://mail.contoso.com/owa"),
            ("ExtendedProtectionTokenChecking", value)]);
}
