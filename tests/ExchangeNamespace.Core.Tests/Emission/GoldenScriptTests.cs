using System;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Emission;

/// <summary>
/// The whole script of a three-site plan, per version, compared byte for byte. Set EXN_UPDATE_GOLDEN=1 to write the files anew,
/// and read the difference before it is committed.
/// </summary>
public class GoldenScriptTests
{
    public static TheoryData<string> AllVersions =>
        ["2007RTM", "2007SP1", "2007SP2", "2007SP3", "2010", "2013RTM", "2013", "2016", "2016CU23", "2019", "2019CU12", "SE"];

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void The_script_equals_its_golden_file(string version) =>
        GoldenText.Hold($"Emission/Golden/{version}.golden.ps1", Script(version));

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void Each_command_stands_under_its_reason_and_equals_its_one_liner(string version)
    {
        NamespacePlan plan = ThreeSites(version);
        ExchangeCommand[] commands = [.. CommandBuilder.Build(plan, new CommandSelection())];
        string[] lines = Script(version).Split("\r\n");

        Assert.Equal(commands.Select(c => c.ToString()), lines.Where(l => l.Length > 0 && l[0] != '#'));
        Assert.All(commands, c => Assert.NotEmpty(c.Reason));
        Assert.All(commands, c => Assert.Equal("# " + c.Reason, lines[Array.IndexOf(lines, c.ToString()) - 1]));
    }

    [Fact]
    public void The_head_leads_names_to_the_servers_that_may_answer_and_names_the_machines_of_its_own_shell()
    {
        NamespacePlan plan = Plans.Make(
            new object[]
            {
                Plans.Members(("Name", "OLD"), ("Site", "Zurich"), ("Version", "2010SP3"), ("IPAddress", "10.1.0.10")),
                Plans.Members(("Name", "NEW"), ("Site", "Zurich"), ("Version", "2016CU23"), ("IPAddress", "10.1.0.11")),
                Plans.Members(("Name", "FAR"), ("Site", "Bern"), ("Version", "2016CU23")),
            },
            ("ExternalHost", "mail.contoso.com"),
            ("DnsModel", "Split"),
            ("Site", new object[] { Plans.Members(("Name", "Zurich")), Plans.Members(("Name", "Bern"), ("ExternalHost", "bern.contoso.com")) }));

        Assert.Equal(
            [
                "# - inside, mail.contoso.com, autodiscover.contoso.com lead to 10.1.0.11",
                "# - inside, bern.contoso.com leads to an address that was not stated",
                "# - the certificate with mail.contoso.com, autodiscover.contoso.com is bound to IIS on OLD",
            ],
            ScriptRenderer.Render(plan, ShellGeneration.Exchange2010, []).Where(l => l.StartsWith("# - inside", StringComparison.Ordinal) || l.StartsWith("# - the certificate", StringComparison.Ordinal)));
    }

    private static string Script(string version)
    {
        NamespacePlan plan = ThreeSites(version);
        ShellGeneration shell = ShellGenerations.Of(plan.Servers[0].Version);
        return string.Concat(ScriptRenderer.Render(plan, shell, CommandBuilder.Build(plan, new CommandSelection { Generation = shell })).Select(l => l + "\r\n"));
    }

    private static NamespacePlan ThreeSites(string version) => Plans.Make(
        new object[]
        {
            Plans.Members(("Name", "HQ-EX01"), ("Site", "Headquarters"), ("IPAddress", "10.1.0.11"), ("OutlookAnywhereEnabled", true)),
            Plans.Members(("Name", "HQ-EX02"), ("Site", "Headquarters"), ("IPAddress", "10.1.0.12")),
            Plans.Members(("Name", "EU-EX01"), ("Site", "Europe"), ("IPAddress", "10.2.0.11")),
            Plans.Members(("Name", "PL-EX01"), ("Site", "Sao Paulo Plant"), ("IPAddress", "10.3.0.11")),
        },
        ("ExternalHost", "mail.contoso.com"),
        ("SmtpDomain", new[] { "contoso.com", "contoso.de" }),
        ("ADDomain", "corp.contoso.com"),
        ("DnsModel", "Split"),
        ("MailHost", "smtp.contoso.com"),
        ("ExchangeVersion", version),
        ("ExternalIPAddress", "192.0.2.10"),
        ("Site", new object[]
        {
            Plans.Members(("Name", "Headquarters"), ("SiteScope", new[] { "Headquarters", "Branch-1" })),
            Plans.Members(("Name", "Europe"), ("ExternalHost", "mail.contoso.de"), ("ExternalIPAddress", "192.0.2.20"), ("SiteScope", "Europe")),
            Plans.Members(("Name", "Sao Paulo Plant"), ("InternetFacing", false), ("InternalHost", "mail-plant.contoso.com"), ("SiteScope", "Sao Paulo Plant")),
        }));
}
