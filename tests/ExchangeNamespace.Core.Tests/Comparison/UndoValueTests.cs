using System.Linq;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Comparison;

/// <summary>What goes back of captured values that are empty or were captured in part.</summary>
public class UndoValueTests
{
    private static readonly (string Name, object?)[] Companions =
        [("InternalClientsRequireSsl", true), ("ExternalClientsRequireSsl", true), ("ExternalClientAuthenticationMethod", "Negotiate")];

    private static readonly NamespacePlan Facing = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("DnsModel", "Split"), ("ExchangeVersion", "SE"));

    private static readonly NamespacePlan Inside = Plans.Make(
        new object[] { Plans.Members(("Name", "EX01"), ("Site", "Bern")), Plans.Members(("Name", "EX02"), ("Site", "Zurich")) },
        ("ExternalHost", "mail.contoso.com"), ("DnsModel", "Split"), ("ExchangeVersion", "SE"),
        ("Site", new object[] { Plans.Members(("Name", "Bern"), ("InternetFacing", false)), Plans.Members(("Name", "Zurich")) }));

    /// <summary>No cmdlet takes an empty address, so one goes back as no value.</summary>
    [Theory]
    [InlineData("", "$null")]
    [InlineData(null, "$null")]
    [InlineData("https://old.contoso.com/owa", "https://old.contoso.com/owa")]
    public void A_captured_URL_goes_back_as_the_cmdlet_takes_it(string? captured, string back) => Assert.Equal(
        "Set-OwaVirtualDirectory -Identity \"EX01\\owa (Default Web Site)\" -ExternalUrl " + back,
        Change(Facing, "Set-OwaVirtualDirectory", (
            "Get-OwaVirtualDirectory",
            [("Identity", "EX01\\owa (Default Web Site)"), ("Name", "owa (Default Web Site)"), ("InternalUrl", "https://mail.contoso.com/owa"), ("ExternalUrl", captured)])).Undo?.ToString());

    /// <summary>Set-OutlookAnywhere asks for them beside a host, and takes none without one.</summary>
    [Theory]
    [InlineData("old.contoso.com", "old.contoso.com -ExternalClientsRequireSsl:$true -ExternalClientAuthenticationMethod Negotiate")]
    [InlineData("", "$null")]
    [InlineData(null, "$null")]
    public void What_stands_beside_a_host_goes_back_with_a_host_alone(string? captured, string back)
    {
        ExchangeCommand change = Change(Facing, "Set-OutlookAnywhere", Anywhere("mail.contoso.com", captured, Companions));

        Assert.Equal(
            "Set-OutlookAnywhere -Identity \"EX01\\Rpc (Default Web Site)\" -ExternalHostname mail.contoso.com -ExternalClientsRequireSsl:$true -ExternalClientAuthenticationMethod Negotiate",
            change.ToString());
        Assert.Equal("Set-OutlookAnywhere -Identity \"EX01\\Rpc (Default Web Site)\" -ExternalHostname " + back, change.Undo?.ToString());
    }

    [Fact]
    public void A_host_that_the_plan_clears_comes_back_with_what_stood_beside_it()
    {
        ExchangeCommand change = Change(Inside, "Set-OutlookAnywhere", Anywhere("mail.contoso.com", "old.contoso.com", Companions));

        Assert.Equal("Set-OutlookAnywhere -Identity \"EX01\\Rpc (Default Web Site)\" -ExternalHostname $null", change.ToString());
        Assert.Equal(
            "Set-OutlookAnywhere -Identity \"EX01\\Rpc (Default Web Site)\" -ExternalHostname old.contoso.com -ExternalClientsRequireSsl:$true -ExternalClientAuthenticationMethod Negotiate",
            change.Undo?.ToString());
    }

    [Fact]
    public void What_stood_beside_a_cleared_host_and_was_not_captured_is_told()
    {
        ChangePlanner changes = new(States.Read(Anywhere("mail.contoso.com", "old.contoso.com", ("InternalClientsRequireSsl", true))), new CommandSelection());
        ExchangeCommand change = changes.Build(Inside).Single(c => c.Name == "Set-OutlookAnywhere" && c.Target == "EX01");

        Assert.Equal("Set-OutlookAnywhere -Identity \"EX01\\Rpc (Default Web Site)\" -ExternalHostname old.contoso.com", change.Undo?.ToString());
        Assert.Equal(
            ["OutlookAnywhere ExternalClientAuthenticationMethod", "OutlookAnywhere ExternalClientsRequireSsl"],
            changes.Findings.Where(f => f.Values.Contains("EX01") && f.Subject.StartsWith("OutlookAnywhere", System.StringComparison.Ordinal)).Select(f => f.Subject));
    }

    private static ExchangeCommand Change(NamespacePlan plan, string name, (string, (string, object?)[]) captured) =>
        new ChangePlanner(States.Read(captured), new CommandSelection()).Build(plan).Single(c => c.Name == name && c.Target == "EX01");

    private static (string, (string, object?)[]) Anywhere(string inside, string? outside, params (string, object?)[] more) => (
        "Get-OutlookAnywhere",
        [("Identity", "EX01\\Rpc (Default Web Site)"), ("ServerName", "EX01"), ("InternalHostname", inside), ("ExternalHostname", outside), .. more]);
}
