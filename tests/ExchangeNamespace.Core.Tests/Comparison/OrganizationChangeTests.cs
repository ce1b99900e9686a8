using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Comparison;

/// <summary>The lines of the organisation, each with the line that takes it back, and what is told of many servers.</summary>
public class OrganizationChangeTests
{
    private const string Provider = "Set-OutlookProvider -Identity EXPR -CertPrincipalName ";
    private const string Tokens = "# Set-OrganizationConfig -OAuth2ClientProfileEnabled:";

    [Theory]
    [InlineData("msstd:*.contoso.com", null, null)]
    [InlineData("MSSTD:*.contoso.com", null, null)]
    [InlineData("msstd:old.contoso.com", "\"msstd:*.contoso.com\"", "\"msstd:old.contoso.com\"")]
    [InlineData("", "\"msstd:*.contoso.com\"", "$null")]
    [InlineData(null, "\"msstd:*.contoso.com\"", "$null")]
    public void The_principal_name_of_a_provider_is_set_and_taken_back(string? captured, string? forward, string? back)
    {
        ChangePlanner changes = new(Read(CapturedVariants.Object("Get-OutlookProvider", ("Name", "expr"), ("CertPrincipalName", captured))), new CommandSelection());
        ExchangeCommand? change = changes.Build(Wildcard).SingleOrDefault(c => c.Name == "Set-OutlookProvider");

        Assert.Equal(forward is null ? null : Provider + forward, change?.ToString());
        Assert.Equal(back is null ? null : Provider + back, change?.Undo?.ToString());
        Assert.Equal(back is null ? null : "Takes back the principal name: the value as captured.", change?.Undo?.Reason);
        Assert.DoesNotContain(changes.Findings, f => f.Subject.Contains("Set-OutlookProvider", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("EXPR", false)] // without the property
    [InlineData("EXCH", true)] // another provider
    public void A_principal_name_that_was_not_captured_has_no_way_back_and_is_told(string name, bool hasProperty)
    {
        Dictionary<string, object?> provider = CapturedVariants.Object("Get-OutlookProvider", ("Name", name));
        if (hasProperty)
        {
            provider["CertPrincipalName"] = "msstd:*.contoso.com";
        }

        ChangePlanner changes = new(Read(provider), new CommandSelection());
        ExchangeCommand change = changes.Build(Wildcard).Single(c => c.Name == "Set-OutlookProvider");

        Assert.Null(change.Undo);
        Assert.Contains(changes.Findings, f => f.Subject == "Set-OutlookProvider CertPrincipalName" && f.Values.SequenceEqual(["EXPR"]));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Modern_authentication_is_switched_and_taken_back_by_hand(bool captured, bool changes)
    {
        NamespacePlan plan = Plans.Make(
            "EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.contoso.com"), ("DnsModel", "Split"), ("ExchangeVersion", "SE"), ("Hybrid", "ModernAuthentication"));
        ChangePlanner planner = new(Read(CapturedVariants.Object("Get-OrganizationConfig", ("Name", "Contoso"), ("OAuth2ClientProfileEnabled", captured))), new CommandSelection());
        ExchangeCommand? change = planner.Build(plan).SingleOrDefault(c => c.Name == "Set-OrganizationConfig");

        Assert.Equal(changes ? (Tokens + "$true", Tokens + "$false") : (null, null), (change?.ToString(), change?.Undo?.ToString()));
        Assert.Equal(
            changes ? "By hand, where it was switched on: takes back modern authentication, which was off when captured." : null, change?.Undo?.Reason);
    }

    [Fact]
    public void A_switch_that_was_not_captured_has_no_way_back_and_is_told()
    {
        NamespacePlan plan = Plans.Make(
            "EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.contoso.com"), ("DnsModel", "Split"), ("ExchangeVersion", "SE"), ("Hybrid", "ModernAuthentication"));
        ChangePlanner planner = new(Read(CapturedVariants.Object("Get-OrganizationConfig", ("Name", "Contoso"))), new CommandSelection());

        Assert.Null(planner.Build(plan).Single(c => c.Name == "Set-OrganizationConfig").Undo);
        Assert.Contains(planner.Findings, f => f.Message.StartsWith("On the organisation the old value was not captured", System.StringComparison.Ordinal)
            && f.Values.SequenceEqual(["the organisation"]));
    }

    [Fact]
    public void Outlook_Anywhere_that_was_not_captured_is_enabled_without_a_line_that_disables_it()
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Plans.Members(("Name", "EX01"), ("OutlookAnywhereEnabled", false)) }, ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2010SP3"));
        ChangePlanner planner = new(Read(CapturedVariants.Object("Get-OrganizationConfig", ("Name", "Contoso"))), new CommandSelection());

        Assert.Null(planner.Build(plan).Single(c => c.Name == "Enable-OutlookAnywhere").Undo);
    }

    [Theory]
    [InlineData(5, "On EX01, EX02, EX03, EX04, EX05 the old value")]
    [InlineData(7, "On EX01, EX02, EX03, EX04, EX05 and 2 more the old value")]
    public void Of_many_servers_five_are_named(int count, string beginning)
    {
        NamespacePlan plan = Plans.Make(
            Enumerable.Range(1, count).Select(i => (object)("EX0" + i)).ToArray(), ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"));
        ChangePlanner changes = new(Read(CapturedVariants.Object("Get-OrganizationConfig", ("Name", "Contoso"))), new CommandSelection());
        Assert.NotEmpty(changes.Build(plan).ToList());

        Assert.All(changes.Findings, f => Assert.StartsWith(beginning, f.Message, System.StringComparison.Ordinal));
        Assert.All(changes.Findings, f => Assert.Equal(count, f.Values.Count));
    }

    private static NamespacePlan Wildcard => Plans.Make(
        "EX01", ("ExternalHost", "mail.contoso.com"), ("DnsModel", "Split"), ("ExchangeVersion", "2016CU23"), ("CommonName", "*.contoso.com"), ("CertificateName", "*.contoso.com"));

    private static ExchangeState Read(Dictionary<string, object?> captured)
    {
        StateReader reader = new();
        Assert.True(reader.Read([], captured));
        return reader.Finish()!;
    }
}
