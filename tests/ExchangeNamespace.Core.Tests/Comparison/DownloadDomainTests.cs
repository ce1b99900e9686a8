using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Comparison;

/// <summary>
/// Download domains from plan to lines, comparison and undo (learn.microsoft.com, exchange-download-domains; CSS-Exchange,
/// DownloadDomainCheck: the host differs from that of OWA).
/// </summary>
public class DownloadDomainTests
{
    private const string Host = "dl.contoso.com";
    private const string Owa = "https://mail.contoso.com/owa";

    [Theory]
    [InlineData("2016CU18", "2016CU23", true)]
    [InlineData("2019CU7", "SE", true)]
    [InlineData("2016CU17", "2016CU23", false)]
    [InlineData("2013", "2019CU14", false)]
    [InlineData("2016", "2019CU14", false)] // a bare name does not say the level
    public void The_switch_counts_for_all_servers_so_all_must_have_a_host(string one, string other, bool wanted)
    {
        NamespacePlan plan = Plan(one, other);
        string[] lines = Plans.Lines(plan);

        Assert.Equal(wanted, lines.Any(l => l.StartsWith("Set-OrganizationConfig", StringComparison.Ordinal)));
        Assert.Equal(wanted, lines[^1] == "Set-OrganizationConfig -EnableDownloadDomains:$true");
        Assert.Equal(wanted, plan.Findings.Concat(plan.Notes).All(f => f.Code != "EXN029"));
    }

    [Theory]
    [InlineData(null, null, false, "EDI", "edi")] // as setup leaves it
    [InlineData(Host, Host, true, "", "")]
    [InlineData("DL.contoso.com.", "Dl.Contoso.Com", true, "", "")] // the same names
    [InlineData("old.contoso.com", Host, true, "E", "E")]
    [InlineData(Host, "", true, "I", "i")]
    [InlineData(Host, Host, false, "D", "d")]
    public void Only_what_differs_is_set_and_taken_back(string? external, string? inner, bool on, string forward, string back)
    {
        NamespacePlan plan = Plan("2019CU14");
        ExchangeState state = Capture(external, inner, on);
        ChangePlanner changes = new(state, new CommandSelection());
        string[] lines = [.. changes.Build(plan).Where(IsOurs).Select(c => c.Line)];
        string[] undo = [.. changes.BuildUndo(plan).Where(IsOurs).Select(c => c.Line)];

        Assert.Equal(forward, Letters(lines));
        Assert.Equal(back, Letters(undo));
        Assert.Equal(forward.Contains('D', StringComparison.Ordinal), lines.Contains("Set-OrganizationConfig -EnableDownloadDomains:$true"));
        Assert.Equal(back.Contains('d', StringComparison.Ordinal), undo.FirstOrDefault() == "Set-OrganizationConfig -EnableDownloadDomains:$false");
        Assert.Equal(forward.Length == 0, PlanComparer.Compare(plan, state).Where(r => r.Setting.Contains("Download", StringComparison.Ordinal)).All(r => r.Outcome == CheckOutcome.Passed));
    }

    [Fact]
    public void What_was_not_captured_is_set_without_a_way_back_and_told()
    {
        ChangePlanner changes = new(Read(Directory([])), new CommandSelection());
        ExchangeCommand[] commands = [.. changes.Build(Plan("2019CU14"))];

        Assert.Contains(commands, c => c.Name == "Set-OrganizationConfig" && c.Undo is null);
        Assert.Contains(changes.Findings, f => f is { Code: "EXN360", Subject: "Set-OrganizationConfig EnableDownloadDomains" });
        Assert.Contains(PlanComparer.Compare(Plan("2019CU14"), Read(Directory([]))), r => r is { Service: "Organization", Outcome: CheckOutcome.Unknown });
    }

    [Theory]
    [InlineData(true, "mail.contoso.com", Host, SettingVerdict.Differs)] // CVE-2021-1730 stays open
    [InlineData(true, null, Host, SettingVerdict.Missing)]
    [InlineData(true, "a.contoso.com", "a.contoso.com", null)]
    [InlineData(false, "mail.contoso.com", Host, null)]
    public void A_host_that_does_not_go_with_the_switch_is_told(bool on, string? external, string inner, SettingVerdict? verdict)
    {
        SettingComparison? row = PlanComparer.Compare(Plan("2019CU14"), Capture(external, inner, on)).SingleOrDefault(r => r.Finding?.Code == "EXN373");

        Assert.Equal(verdict, row?.Verdict);
    }

    [Fact]
    public void The_certificate_must_cover_the_captured_host()
    {
        ExchangeState state = Read(
            Directory([("ExternalDownloadHostName", "old.fabrikam.com")]),
            Of("Get-ExchangeCertificate", ("CapturedFrom", "EX01"), ("Thumbprint", new string('1', 40)), ("CertificateDomains", "mail.contoso.com"), ("Services", "IIS")));

        Assert.Contains(PlanComparer.Compare(Plan("2019CU14"), state), r => r.Finding is { Code: "EXN365" } f && f.Values.SequenceEqual(["old.fabrikam.com"]));
    }

    [Fact]
    public void Both_views_and_the_certificate_of_the_plan_have_the_name()
    {
        NamespacePlan plan = Plan("2019CU14");

        Assert.Contains(Host, plan.Certificates.Single().Names.Select(n => n.Name));
        Assert.Equal([DnsView.External, DnsView.Internal], plan.DnsRecords.Where(r => r.Name.Value == Host).Select(r => r.View).Order());
    }

    private static bool IsOurs(ExchangeCommand command) => command.Line.Contains("Download", StringComparison.Ordinal);

    /// <summary>E and I: the hosts are set; small: to nothing. D and d: the switch.</summary>
    private static string Letters(string[] lines) => string.Concat(
        new[] { ("E", "-ExternalDownloadHostName"), ("D", "-EnableDownloadDomains"), ("I", "-InternalDownloadHostName") }
            .Select(p => lines.FirstOrDefault(l => l.Contains(p.Item2, StringComparison.Ordinal)) is not { } line ? ""
                : line.Contains(p.Item2 + " $null", StringComparison.Ordinal) || line.Contains(p.Item2 + ":$false", StringComparison.Ordinal) ? p.Item1.ToLowerInvariant() : p.Item1));

    private static NamespacePlan Plan(params string[] versions) => Plans.Make(
        versions.Select((v, i) => (object)Plans.Members(("Name", "EX0" + (i + 1)), ("Version", v))).ToArray(),
        ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("DnsModel", "Split"), ("DownloadHost", Host));

    private static ExchangeState Capture(string? external, string? inner, bool on) => Read(
        Directory([("ExternalDownloadHostName", external), ("InternalDownloadHostName", inner)]),
        Of("Get-OrganizationConfig", ("Name", "Contoso"), ("EnableDownloadDomains", on)));

    private static Dictionary<string, object?> Directory((string, object?)[] more) => Of("Get-OwaVirtualDirectory",
        [("Identity", @"EX01\owa (Default Web Site)"), ("Name", "owa (Default Web Site)"), ("InternalUrl", Owa), ("ExternalUrl", Owa), .. more]);

    private static Dictionary<string, object?> Of(string cmdlet, params (string Name, object? Value)[] members) =>
        Plans.Members([(CaptureMarks.CapturedBy, cmdlet), .. members]);

    private static ExchangeState Read(params Dictionary<string, object?>[] objects)
    {
        StateReader reader = new();
        Assert.All(objects, o => Assert.True(reader.Read([], o)));
        return reader.Finish()!;
    }
}
