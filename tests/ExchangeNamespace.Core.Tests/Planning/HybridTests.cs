using System;
using System.Linq;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Certificates;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>
/// A plan that shares mailboxes with Exchange Online. Source: MicrosoftDocs/microsoft-365-docs
/// configure-exchange-server-for-hybrid-modern-authentication.md (text of 2020-06-16: names of MAPI, EWS, Autodiscover, OAB and Outlook
/// Anywhere; OAuth on MAPI, EWS, OAB and Autodiscover; no EvoSTS beside 2010).
/// </summary>
public class HybridTests
{
    [Theory]
    [InlineData("2013", "-OAuthAuthentication:$true", "-RequireSSL:$true -OAuthAuthentication:$true")]
    [InlineData("2016", "-OAuthAuthentication:$true", "-OAuthAuthentication:$true")]
    [InlineData("2019", "-OAuthAuthentication:$true", "-OAuthAuthentication:$true")]
    [InlineData("SE", "-OAuthAuthentication:$true", "-OAuthAuthentication:$true")]
    [InlineData("2010", null, null)]
    [InlineData("2007SP3", null, null)]
    public void Tokens_are_switched_on_where_the_version_has_them(string version, string? ews, string? oab)
    {
        string[] lines = [.. Plans.Lines(Plan(version, "ModernAuthentication"))];

        Assert.Equal(ews is null ? 0 : 2, lines.Count(l => l.Contains("OAuthAuthentication", StringComparison.Ordinal)));
        if (ews is not null)
        {
            Assert.EndsWith("https://mail.contoso.com/EWS/Exchange.asmx " + ews, Assert.Single(lines, l => l.StartsWith("Set-WebServices", StringComparison.Ordinal)), StringComparison.Ordinal);
            Assert.EndsWith("https://mail.contoso.com/OAB " + oab, Assert.Single(lines, l => l.StartsWith("Set-Oab", StringComparison.Ordinal)), StringComparison.Ordinal);
            Assert.Contains("-IISAuthenticationMethods Ntlm,OAuth,Negotiate", Assert.Single(lines, l => l.StartsWith("Set-Mapi", StringComparison.Ordinal)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("None")]
    [InlineData("Coexistence")]
    public void Without_modern_authentication_the_lines_stay(string use) =>
        Assert.Equal(Plans.Lines(Plan("SE", null)), Plans.Lines(Plan("SE", use)));

    [Fact]
    public void Service_principal_names_have_every_host_inside_and_outside()
    {
        NamespacePlan plan = Plan("SE", "ModernAuthentication", ("InternalHost", "mail.corp.contoso.com"), ("SmtpDomain", new[] { "contoso.com", "fabrikam.com" }),
            ("ServiceHost", Plans.Members(("OutlookAnywhere", Plans.Members(("Internal", "oa.corp.contoso.com"), ("External", "oa.contoso.com"))))));

        Finding finding = Assert.Single(plan.Findings, f => f.Code == FindingCodes.ModernAuthenticationInCloud);
        Assert.Equal(
            [
                "https://autodiscover.contoso.com/", "https://autodiscover.fabrikam.com/", "https://mail.contoso.com/", "https://mail.corp.contoso.com/",
                "https://oa.contoso.com/", "https://oa.corp.contoso.com/",
            ],
            finding.Values.OrderBy(v => v, StringComparer.Ordinal));
        Assert.DoesNotContain(plan.Findings.Concat(plan.Notes), f => f.Code == FindingCodes.HybridServicePrincipalNames);
    }

    [Theory]
    [InlineData("Coexistence", true)]
    [InlineData("ModernAuthentication", true)]
    [InlineData("None", false)]
    public void Names_that_Exchange_Online_reaches_are_listed(string use, bool listed) => Assert.Equal(
        listed ? ["mail.contoso.com", "autodiscover.contoso.com"] : [],
        Plan("SE", use).Findings.Where(f => f.Code == FindingCodes.HybridPublicNames).SelectMany(f => f.Values));

    [Theory]
    [InlineData(true, SettingVerdict.Equal)]
    [InlineData(false, SettingVerdict.Differs)]
    [InlineData(null, SettingVerdict.Unknown)]
    public void The_switch_of_the_organisation_is_compared(bool? on, SettingVerdict verdict)
    {
        ExchangeState state = State(on);
        SettingComparison row = Assert.Single(PlanComparer.Compare(Plan("SE", "ModernAuthentication"), state), r => r.Setting == "OAuth2ClientProfileEnabled");

        Assert.Equal(verdict, row.Verdict);
        Assert.DoesNotContain(PlanComparer.Compare(Plan("SE", "Coexistence"), state), r => r.Setting == "OAuth2ClientProfileEnabled");
    }

    [Theory]
    [InlineData("2013", "ModernAuthentication", "2013")]
    [InlineData("SE", "ModernAuthentication", "SE")]
    [InlineData("SE", "Coexistence", null)]
    [InlineData("2010", "ModernAuthentication", null)]
    public void The_switch_of_the_organisation_is_a_line_for_a_person(string version, string use, string? shell)
    {
        ExchangeCommand[] switches = [.. CommandBuilder.Build(Plan(version, use), new CommandSelection()).Where(c => c.Name == "Set-OrganizationConfig")];

        Assert.Equal(shell is null ? [] : [$"{shell}: # Set-OrganizationConfig -OAuth2ClientProfileEnabled:$true"], switches.Select(c => $"{c.Version}: {c}"));
        Assert.All(switches, c => Assert.Contains("Set-AuthServer", c.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, 0, null, 0)]
    [InlineData(false, 1, "# Set-OrganizationConfig -OAuth2ClientProfileEnabled:$false", 0)]
    [InlineData(null, 1, null, 1)]
    public void Only_a_switch_that_is_not_on_is_written_and_taken_back(bool? on, int lines, string? undo, int unknown)
    {
        ChangePlanner planner = new(State(on), new CommandSelection());
        ExchangeCommand[] switches = [.. planner.Build(Plan("SE", "ModernAuthentication")).Where(c => c.Name == "Set-OrganizationConfig")];

        Assert.Equal(lines, switches.Length);
        Assert.Equal(undo, switches.SingleOrDefault()?.Undo?.ToString());
        Assert.Equal(unknown, planner.Findings.Count(f => f.Message.Contains("OAuth2ClientProfileEnabled", StringComparison.Ordinal) || f.Subject.Contains("OAuth2ClientProfileEnabled", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Coexistence", null, 1)]
    [InlineData("ModernAuthentication", null, 1)]
    [InlineData("None", null, 0)]
    [InlineData("Coexistence", false, 0)]
    [InlineData("None", true, 1)]
    public void Certificates_follow_the_plan_unless_they_are_told(string use, bool? told, int findings)
    {
        NamespacePlan plan = Plan("SE", use, ("SmtpDomain", new[] { "contoso.com", "fabrikam.com" }), ("AutodiscoverSrvDomain", new[] { "fabrikam.com" }));

        Assert.Equal(findings, CertificatePlans.Make(plan, new CertificateRequestInput { Hybrid = told })
            .Findings.Count(f => f.Code == CertificateFindingCodes.HybridWithServiceRecord));
    }

    private static ExchangeState State(bool? on)
    {
        StateReader reader = new();
        Assert.True(reader.Read([], new System.Collections.Generic.Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            [CaptureMarks.CapturedBy] = "Get-OrganizationConfig",
            ["Name"] = "Contoso",
            [on is null ? "Other" : "OAuth2ClientProfileEnabled"] = on,
        }));
        return reader.Finish()!;
    }

    private static NamespacePlan Plan(string version, string? use, params (string, object?)[] members) => Plans.Make(
        "EX01", [("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.contoso.com"), ("DnsModel", "Split"), ("ExchangeVersion", version), ("Hybrid", use), .. members]);
}
