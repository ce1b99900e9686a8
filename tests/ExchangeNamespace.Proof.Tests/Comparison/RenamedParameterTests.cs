using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Rules;
using ExchangeNamespace.Proof.Scripts;
using ExchangeNamespace.ScriptParsing;
using ExchangeNamespace.Scripts;
using ExchangeNamespace.Scripts.Rules;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using ExchangeNamespace.Text;
using Xunit;

namespace ExchangeNamespace.Proof.Comparison;

/// <summary>
/// A future update renames one parameter: -InternalUrl of Set-WebServicesVirtualDirectory becomes -InternalUri. The rows below are all that
/// changes; emission, script check, comparison and capture draw the line at the same build.
/// </summary>
public class RenamedParameterTests
{
    private const string Cmdlet = "Set-WebServicesVirtualDirectory";
    private const string Old = "InternalUrl";
    private const string New = "InternalUri";
    private const string Update = "15.2.3000.5";

    private static readonly VersionCatalog Rows = new(
        new CmdletCatalog(CmdletRows()),
        new ServiceCatalog([.. ServiceCatalog.Default.Dialects.SelectMany(ServiceRows)]),
        new CmdletSuccessors(CmdletSuccessors.Default.Successors,
        [
            .. CmdletSuccessors.Default.Renames,
            new([Cmdlet], Old, VersionRanges.Parse(Update + "..SE"), New),
            new([Cmdlet], New, VersionRanges.Parse("2007RTM..<" + Update), Old),
        ]));

    [Theory]
    [InlineData("2019CU15", Old, New)]
    [InlineData("SERTM", Old, New)]
    [InlineData("15.2.2562.57", Old, New)]
    [InlineData("15.2.2999.9", Old, New)]
    [InlineData(Update, New, Old)]
    [InlineData("15.2.3100.1", New, Old)]
    public void Emission_script_check_comparison_and_capture_agree_about_a_renamed_parameter(string text, string name, string other)
    {
        ExchangeVersion version = Lint.Version(text);
        NamespacePlan plan = Plan(text);

        ExchangeCommand emitted = CommandBuilder.Build(plan, new CommandSelection(), Rows.Services).Single(c => c.Name == Cmdlet);
        Assert.Equal([name], Named(emitted));

        Assert.Empty(Check(emitted.ToString(), version));
        ScriptFinding wrong = Assert.Single(
            Check(emitted.ToString().Replace("-" + name + " ", "-" + other + " ", StringComparison.Ordinal), version));
        Assert.Equal(
            (ScriptFindingCodes.ParameterNotInVersion, FindingSeverity.Error, name), (wrong.Code, wrong.Severity, wrong.Replacement));

        ExchangeState state = State(name);
        SettingComparison row = PlanComparer.Compare(plan, state, Rows.Services)
            .Single(r => r.Service == "EWS" && (r.Setting == Old || r.Setting == New));
        Assert.Equal((name, SettingVerdict.Differs), (row.Setting, row.Verdict));
        ExchangeCommand change = new ChangePlanner(state, new CommandSelection(), Rows.Services).Build(plan).Single(c => c.Name == Cmdlet);
        Assert.Equal([name], Named(change));
        Assert.Equal([name], Named(change.Undo!));

        string captured = CaptureScript.Render(version, Rows)
            .Single(l => l.StartsWith("Get-WebServicesVirtualDirectory", StringComparison.Ordinal));
        Assert.Contains("'" + name + "'", captured);
        Assert.DoesNotContain("'" + other + "'", captured);
    }

    [Fact]
    public void A_bare_product_name_has_the_lines_of_its_first_build_and_the_user_is_told()
    {
        ExchangeVersion version = Lint.Version("SE");
        ExchangeCommand emitted = CommandBuilder.Build(Plan("SE"), new CommandSelection(), Rows.Services).Single(c => c.Name == Cmdlet);

        Assert.Equal([Old], Named(emitted));
        ScriptFinding finding = Assert.Single(Check(emitted.ToString(), version));
        Assert.Equal((ScriptFindingCodes.ParameterNotInVersion, FindingSeverity.Warning), (finding.Code, finding.Severity));
        Assert.Contains("It is in 2007RTM to the last build before " + Update + ".", finding.Message);
        ScriptFinding newer = Assert.Single(Check(emitted.ToString().Replace(Old, New, StringComparison.Ordinal), version));
        Assert.Equal(FindingSeverity.Error, newer.Severity);
        Assert.Equal(Planning.Drafts.FindingCodes.BareProductVersion, VersionRules.Changing(version, "EX01", Rows.Services)?.Code);
    }

    [Theory]
    [InlineData("2010")]
    [InlineData("2013")]
    [InlineData("2016")]
    [InlineData("2019")]
    [InlineData("SE")]
    public void No_update_changes_a_line_today(string version) =>
        Assert.Null(VersionRules.Changing(Lint.Version(version), "EX01", ServiceCatalog.Default));

    [Fact]
    public void A_capture_of_either_shell_is_read() =>
        Assert.All([Old, New], name => Assert.Equal(
            "https://old.contoso.com/EWS/Exchange.asmx", State(name).Services.Single().Internal.Value));

    private static NamespacePlan Plan(string version) => Plans.Make(
        "EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", version), ("DnsModel", "Split"));

    private static string[] Named(ExchangeCommand command) => [.. command.Parameters.Select(p => p.Name).Where(n => n is Old or New)];

    private static IReadOnlyList<ScriptFinding> Check(string line, ExchangeVersion version) =>
        ScriptLinter.Check(ScriptReader.Read(line, () => false), version, () => false, catalog: Rows);

    private static ExchangeState State(string name)
    {
        StateReader reader = new(Rows.Services);
        Assert.True(reader.Read(["ADWebServicesVirtualDirectory"], new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Identity"] = "EX01\\EWS (Default Web Site)",
            ["Server"] = "EX01",
            [name] = "https://old.contoso.com/EWS/Exchange.asmx",
            ["ExternalUrl"] = "https://mail.contoso.com/EWS/Exchange.asmx",
        }));
        return reader.Finish()!;
    }

    private static IEnumerable<string[]> CmdletRows()
    {
        string cmdlet = string.Empty;
        foreach (string[] row in CatalogResource.Rows("exchange-cmdlets.tsv"))
        {
            cmdlet = row[0] == "C" ? row[1] : cmdlet;
            if (cmdlet == Cmdlet && row[0] == "P" && row[1] == Old)
            {
                yield return ["P", Old, row[2], "2007RTM..<" + Update, "__All"];
                yield return ["P", New, row[2], Update + "..SE", "__All"];
            }
            else
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<ServiceDialect> ServiceRows(ServiceDialect row)
    {
        if (row.Service != ClientService.EWS || row.Versions.Below is not null)
        {
            return [row];
        }

        Version update = new(Update);
        return
        [
            row with { Versions = row.Versions with { Below = update } },
            row with { Versions = new VersionRange(update, null), InternalParameter = New },
        ];
    }
}
