using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>
/// Every code of the page of findings can be seen by who runs the command: as an error, a warning, a message of the information stream,
/// or an object that the command gives.
/// </summary>
public sealed partial class DocumentedCodeTests : CommandTest
{
    public static TheoryData<string> Codes => [.. FindingRows.Scripts.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_documented_code_is_seen_when_its_script_runs(string code)
    {
        HostRun run = Run(FindingRows.Prelude + FindingRows.Scripts[code]);

        Assert.Contains(code, run.Records.SelectMany(Seen));
    }

    [Fact]
    public void Each_code_with_a_script_is_documented() => Assert.Empty(FindingRows.Scripts.Keys.Except(Documented()));

    [Fact]
    public void A_new_code_comes_with_a_script()
    {
        string[] missing = [.. FindingRows.Missing.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(n => "EXN" + n)];
        string[] without = [.. Documented().Except(FindingRows.Scripts.Keys).Except(missing)];

        Assert.True(without.Length == 0, "Give a script in FindingRows.Scripts for " + string.Join(", ", without) + ".");
        Assert.Empty(missing.Intersect(FindingRows.Scripts.Keys));
        Assert.Empty(missing.Except(Documented()));
    }

    [Fact]
    public void Information_is_silent_until_it_is_asked_for()
    {
        const string script = "Quiet-Plan EX01 $mail | Export-DnsScript -View External -Format Bind ";
        StringWriter said = new();
        using ModuleHost printing = ModuleHost.Open(console: new HostConsole(said, said, HostConsole.DefaultWidth, HasColor: false));

        printing.Print(FindingRows.Prelude + script);
        Assert.DoesNotContain("EXN105", said.ToString(), StringComparison.Ordinal);
        printing.Print(FindingRows.Prelude + script + "-InformationAction Continue");
        Assert.Contains("EXN105 113.0.203.in-addr.arpa: ", said.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Seen(HostRecord record) => record.Value switch
    {
        ErrorRecord error => [error.FullyQualifiedErrorId.Split(',')[0]],
        WarningRecord warning => [warning.Message.Split(' ')[0]],
        InformationRecord information => information.Tags,
        _ when record.Stream == HostStream.Output && PSObject.AsPSObject(record.Value).Properties["Code"]?.Value is string code => [code],
        _ => [],
    };

    private static IReadOnlyList<string> Documented() => [.. Row()
        .Matches(File.ReadAllText(Path.Combine(SharedData.RepositoryRoot(), "docs", "findings.md")))
        .Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"^\| (EXN\d{3}) \| (?:Information|Warning|Error)", RegexOptions.Multiline)]
    private static partial Regex Row();
}
