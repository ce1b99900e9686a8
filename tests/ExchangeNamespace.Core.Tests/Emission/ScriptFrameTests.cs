using System;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Emission;

/// <summary>What stands around the lines of a script file.</summary>
public class ScriptFrameTests
{
    private static readonly DateTime Written = new(2026, 6, 1, 7, 5, 59, DateTimeKind.Utc);

    [Fact]
    public void A_file_begins_with_its_writer_and_ends_with_the_check() => Assert.Equal(
        [
            "# Written by ExchangeNamespace 0.1.0 on 2026-06-01 07:05 UTC. The script stops at the first error.",
            "$ErrorActionPreference = 'Stop'",
            "",
            "Get-Item x",
            "",
            "# Afterwards, verify:",
            "# Capture the settings again, in this shell, with the script of: Export-StateCaptureScript 2016 -Path capture.ps1",
            "# Then, where the module is: $plan | Compare-NamespacePlan -State (Import-ExchangeState <folder>)",
            "# The service connection points in Active Directory: Get-ExchangeServer | Where-Object { $_.IsClientAccessServer } | ForEach-Object { \"CN=$($_.Name),CN=Autodiscover,CN=Protocols,$($_.DistinguishedName)\" }",
        ],
        ScriptFrame.Enclose(["Get-Item x"], "0.1.0", Written, ScriptFrame.Verification(ShellGeneration.Exchange2016, ScriptBasis.CurrentState)));

    [Fact]
    public void What_is_taken_back_is_compared_with_the_plan_of_before() => Assert.Equal(
        "Then, where the module is: Import-ExchangeState <folder>, and compare with the plan of before: each undone value differs from the new plan again.",
        ScriptFrame.Verification(ShellGeneration.Exchange2010, ScriptBasis.Undo).ElementAt(1));

    [Fact]
    public void Without_a_check_nothing_follows_the_lines() => Assert.Equal(
        ["Get-Item x"], ScriptFrame.Enclose(["Get-Item x"], "0.1.0", Written, []).Skip(3));

    [Theory]
    [InlineData(ScriptBasis.Plan, "# - the present values are captured: there is no undo in this file, because it was written without them")]
    [InlineData(ScriptBasis.CurrentState, "# - nothing was changed since the capture: the lines are those that change it; -Undo writes the script that takes them back")]
    public void The_head_tells_what_the_lines_were_made_from(ScriptBasis basis, string line)
    {
        string[] head = [.. ScriptRenderer.Render(Plan, ShellGeneration.Exchange2016, [], basis)];

        Assert.Contains(line, head);
        Assert.Equal("# Namespace mail.contoso.com: run in the Exchange Management Shell of Exchange 2016, 2019 and SE.", head[0]);
    }

    [Fact]
    public void The_head_of_an_undo_tells_when_it_is_run() => Assert.Equal(
        [
            "# Takes namespace mail.contoso.com back: run in the Exchange Management Shell of Exchange 2016, 2019 and SE, after the script that changed it.",
            "# The lines put back the values as they were captured; what changed since then is overwritten.",
        ],
        ScriptRenderer.Render(Plan, ShellGeneration.Exchange2016, [], ScriptBasis.Undo));

    [Fact]
    public void A_line_of_the_organisation_stands_in_a_section_of_its_own()
    {
        ExchangeCommand line = OrganizationLines.DownloadDomains(true, Plan.Servers[0].Version, rehearse: false, "Downloads have a name of their own.");

        Assert.Equal(
            ["", "# === the organisation", "# Downloads have a name of their own.", "Set-OrganizationConfig -EnableDownloadDomains:$true"],
            ScriptRenderer.Render(Plan, ShellGeneration.Exchange2016, [line], ScriptBasis.Undo).Skip(2));
    }

    private static NamespacePlan Plan => Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2016"));
}
