using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using ExchangeNamespace.Hosted.Tests.Commands.Findings;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>
/// Every code of the page of findings can be seen by who runs the command, and has the severity that the page says: as an error, a
/// warning or a message of the information stream, and those of scripts as objects.
/// </summary>
public sealed partial class DocumentedCodeTests(FindingStage stage) : IClassFixture<FindingStage>
{
    private static readonly FindingRow[] Rows = [.. FindingTables.All.SelectMany(t => t.Rows())];

    public static TheoryData<string, int> Numbers => [.. Rows.Select((r, i) => (r.Code, i))];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_documented_code_is_seen_when_its_script_runs(string code, int number)
    {
        FindingRow row = Rows[number];
        string[] documented = Documented()[code];

        HostRun run = stage.Run(row);

        Seen[] all = [.. Show(row, run)];
        Seen[] seen = [.. all.Where(s => s.Code == code)];
        string[] severities = [.. seen.Select(s => s.Severity)];
        Assert.True(seen.Length > 0, $"{code} was not among: {string.Join(", ", all.Select(s => s.Code))} {string.Join(" ", run.Errors)}");
        Assert.Empty(severities.Except(documented));
        Assert.True(row.Severity is null || severities.Contains(row.Severity), $"{code} was {string.Join(", ", severities)}.");
        Assert.All(seen, s => Assert.Matches(@"\A((?!: ).)+: (?![a-z]+ )\S", s.Text));
    }

    [Theory]
    [InlineData("EXN173", "and not on 20")]
    [InlineData("EXN187", "have one issued with a usual key.")]
    [InlineData("EXN188", "export it again.")]
    [InlineData("EXN189", "Let the server or the file give the certificate and those of its authorities, and no other")]
    [InlineData("EXN191", "of the authority (an extension that cannot be read).")]
    [InlineData("EXN275", "contoso.com: The domain has 21 exchangers, and 20 of them are looked at.")]
    [InlineData("EXN352", "EX02: The captured version 'Version 99.9 (Build 1.1)' is not one that this module knows.")]
    public void A_finding_says_what_is_wrong_and_what_to_do(string code, string expected)
    {
        FindingRow row = Rows.First(r => r.Code == code);

        Assert.Contains(Show(row, stage.Run(row)), s => s.Code == code && s.Text.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_documented_code_has_a_row_for_each_of_its_severities()
    {
        Dictionary<string, string[]> documented = Documented();
        string[] wanted = [.. documented.SelectMany(d => d.Value.Length == 1 ? [d.Key] : d.Value.Select(s => d.Key + "/" + s))];
        string[] given = [.. Rows.Select(r => r.Severity is null ? r.Code : r.Code + "/" + r.Severity)];

        string[] without = [.. wanted.Except(given).Except(FindingTables.WithoutRow.Keys)];
        Assert.True(without.Length == 0, "Give a row in Commands/Findings for " + string.Join(", ", without) + ".");
        Assert.Empty(given.Except(wanted));
        Assert.Empty(FindingTables.WithoutRow.Keys.Except(wanted.Except(given)));
    }

    [Fact]
    public void Information_is_silent_until_it_is_asked_for()
    {
        const string script = "Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion SE -DnsModel Pinpoint 3>$null ";
        StringWriter said = new();
        using ModuleHost printing = ModuleHost.Open(console: new HostConsole(said, said, HostConsole.DefaultWidth, HasColor: false));

        printing.Print("$null = " + script);
        Assert.DoesNotContain("EXN040", said.ToString(), StringComparison.Ordinal);
        printing.Print("$null = " + script + "-InformationAction Continue");
        Assert.Contains("EXN040 DNS: ", said.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<Seen> Show(FindingRow row, HostRun run) =>
        run.Records.SelectMany(r => row.AsObject ? SeenAsObject(r) : SeenInStream(r));

    private static IEnumerable<Seen> SeenInStream(HostRecord record) => record.Value switch
    {
        ErrorRecord error => [new(error.FullyQualifiedErrorId.Split(',')[0], "Error", error.ToString())],
        WarningRecord warning => [new(warning.Message.Split(' ')[0], "Warning", warning.Message[7..])],
        InformationRecord information => information.Tags.Select(t => new Seen(t, "Information", information.ToString()[7..])),
        _ => [],
    };

    private static IEnumerable<Seen> SeenAsObject(HostRecord record)
    {
        PSMemberInfoCollection<PSPropertyInfo> members = PSObject.AsPSObject(record.Value).Properties;
        return members["Code"]?.Value is string code
            ? [new(code, members["Severity"].Value.ToString()!, $"line {members["Line"].Value}: {members["Message"].Value}")]
            : [];
    }

    private static Dictionary<string, string[]> Documented() => Row()
        .Matches(File.ReadAllText(Path.Combine(SharedData.RepositoryRoot(), "docs", "findings.md")))
        .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Split(", "));

    [GeneratedRegex(@"^\| (EXN\d{3}) \| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    /// <summary>A finding as it was shown: its text is the subject, a colon and the sentences.</summary>
    private sealed record Seen(string Code, string Severity, string Text);
}
