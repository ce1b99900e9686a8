using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests;

/// <summary>The command as users call it.</summary>
public sealed class GetExchangeBuildTests : IDisposable
{
    private const string Show = " | ForEach-Object { \"$($_.Server)|$($_.Match)|$($_.Build)\" }";

    /// <summary>A server as remoting delivers it: types are gone, texts and properties are there.</summary>
    private const string Deserialized =
        """
        $server = [System.Management.Automation.PSSerializer]::Deserialize('<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj RefId="0"><TN RefId="0"><T>Deserialized.Microsoft.Exchange.Data.Directory.Management.ExchangeServer</T><T>Deserialized.System.Object</T></TN><ToString>EX1</ToString><Props><S N="Name">EX1</S><Obj N="AdminDisplayVersion" RefId="1"><TN RefId="1"><T>Deserialized.Microsoft.Exchange.Data.ServerVersion</T><T>Deserialized.System.Object</T></TN><ToString>Version 15.2 (Build 1748.10)</ToString><Props><I32 N="Major">15</I32><I32 N="Minor">2</I32><I32 N="Build">1748</I32><I32 N="Revision">10</I32></Props></Obj></Props></Obj></Objs>')

        """;

    private readonly StringWriter _output = new();
    private readonly ModuleHost _host;

    public GetExchangeBuildTests() => _host = ModuleHost.Open(console: new HostConsole(_output, TextWriter.Null, Width: 140, HasColor: false));

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("Get-ExchangeBuild 15.02.1748.037", "|Exact|15.2.1748.37")]
    [InlineData("Get-ExchangeBuild -Version KB953467", "|Exact|8.1.336.1")]
    [InlineData("Get-ExchangeBuild 953467", "|Exact|8.1.336.1")]
    [InlineData("Get-ExchangeBuild 5036401", "|Exact|15.2.1544.9")]
    [InlineData("Get-ExchangeBuild '2019 CU14 Mar24SU', KB953467", "|Exact|15.2.1544.9 |Exact|8.1.336.1")]
    [InlineData("'2016CU23', 'SE' | Get-ExchangeBuild", "|Exact|15.1.2507.6 |LevelOnly|15.2.2562.17")]
    [InlineData("[version]'15.2.1544.9' | Get-ExchangeBuild", "|Exact|15.2.1544.9")]
    [InlineData("Get-ExchangeBuild ([pscustomobject]@{ FileVersion = '15.02.1748.037'; FileName = 'ExSetup.exe' })", "|Exact|15.2.1748.37")]
    [InlineData("[pscustomobject]@{ Name = 'EX2'; AdminDisplayVersion = 'Version 15.2 (Build 31748.10)' } | Get-ExchangeBuild", "EX2|LevelOnly|15.2.1748.10")]
    [InlineData(Deserialized + "$server | Get-ExchangeBuild", "EX1|LevelOnly|15.2.1748.10")]
    [InlineData(Deserialized + "$server.AdminDisplayVersion | Get-ExchangeBuild", "|LevelOnly|15.2.1748.10")]
    [InlineData("Get-ExchangeBuild KB953467 -Since KB949870", "|Exact|8.1.311.3 |Exact|8.1.336.1")]
    [InlineData("Get-ExchangeBuild -Since KB952580 -AsOf 2008-11-30", "|Exact|8.1.336.1")]
    [InlineData("Get-ExchangeBuild -Product se -Latest -AsOf 2026-08-20", "|Exact|15.2.2562.46")]
    [InlineData("Get-ExchangeBuild -Product 2007, 2019 -Latest -AsOf 2026-08-20", "|Exact|8.3.517.0 |Exact|15.2.1748.49")]
    [InlineData("Get-ExchangeBuild -AsOf 2007-04-17", "|Exact|8.0.685.25 |Exact|8.0.708.3")]
    [InlineData("@() | Get-ExchangeBuild", "")]
    [InlineData("Get-ExchangeBuild @()", "")]
    public void It_answers(string script, string expected)
    {
        HostRun run = _host.Run(script + Show);

        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), run.Output);
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public void Without_an_argument_it_lists_the_catalogue() =>
        Assert.Equal([435], _host.Run("@(Get-ExchangeBuild -AsOf 2026-08-20).Count").Output);

    [Fact]
    public void The_newest_of_each_product_is_one_row_a_product() =>
        Assert.Equal(["Exchange2007", "Exchange2010", "Exchange2013", "Exchange2016", "Exchange2019", "ExchangeSE"], _host.Run("Get-ExchangeBuild -Latest | ForEach-Object { \"$($_.Product)\" }").Output);

    [Fact]
    public void The_day_is_today_unless_it_is_given() =>
        Assert.Equal([DateTime.Today, new DateTime(2008, 11, 30)], _host.Run("(Get-ExchangeBuild SE).AsOf; (Get-ExchangeBuild KB953467 -AsOf 2008-11-30).AsOf").Output);

    [Theory]
    [InlineData("''", "BuildTextEmpty", ErrorCategory.InvalidArgument)]
    [InlineData("'rubbish'", "BuildTextUnreadable", ErrorCategory.InvalidArgument)]
    [InlineData("2019", "BuildTextAmbiguous", ErrorCategory.InvalidArgument, "2019")]
    [InlineData("'2019'", "BuildTextAmbiguous", ErrorCategory.InvalidArgument)]
    [InlineData("'6.5.7638.1'", "BuildFamilyUnknown", ErrorCategory.ObjectNotFound)]
    [InlineData("'2019 CU16'", "BuildNameUnknown", ErrorCategory.ObjectNotFound)]
    [InlineData("'KB9999999'", "BuildKbUnknown", ErrorCategory.ObjectNotFound)]
    public void A_text_that_names_no_build_is_an_error_with_the_text_as_target(string value, string id, ErrorCategory category, string? target = null)
    {
        HostRun run = _host.Run("Get-ExchangeBuild " + value);

        ErrorRecord error = Assert.Single(run.Errors);
        Assert.Equal((id + ",ExchangeNamespace.Cmdlets.GetExchangeBuildCommand", category), (error.FullyQualifiedErrorId, error.CategoryInfo.Category));
        Assert.Equal(target ?? value.Trim('\''), error.TargetObject);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Builds_out_of_order_are_an_error_with_the_older_one_as_target()
    {
        HostRun run = _host.Run("Get-ExchangeBuild KB952580 -Since KB953467");

        ErrorRecord error = Assert.Single(run.Errors);
        Assert.Equal("BuildsNotInOrder,ExchangeNamespace.Cmdlets.GetExchangeBuildCommand", error.FullyQualifiedErrorId);
        Assert.Equal("KB953467", error.TargetObject);
    }

    [Fact]
    public void An_object_without_a_version_is_an_error_with_the_object_as_target()
    {
        HostRun run = _host.Run("$o = [pscustomobject]@{ Name = 'EX1' }; $o; Get-ExchangeBuild $o; Get-ExchangeBuild (Get-Module ExchangeNamespace).SessionState");

        Assert.All(run.Errors, e => Assert.Equal(("BuildObjectNotRecognised,ExchangeNamespace.Cmdlets.GetExchangeBuildCommand", ErrorCategory.InvalidType), (e.FullyQualifiedErrorId, e.CategoryInfo.Category)));
        Assert.Equal(2, run.Errors.Count);
        Assert.Same(run.Output[0], run.Errors[0].TargetObject is PSObject wrapped ? wrapped : run.Errors[0].TargetObject);
    }

    [Fact]
    public void No_value_is_an_error_of_its_own() =>
        Assert.Equal("BuildTextEmpty,ExchangeNamespace.Cmdlets.GetExchangeBuildCommand", Assert.Single(_host.Run("Get-ExchangeBuild $null").Errors).FullyQualifiedErrorId);

    [Fact]
    public void What_comes_after_an_error_is_still_answered() =>
        Assert.Equal(["|Exact|8.1.336.1"], _host.Run("'rubbish', 'KB953467' | Get-ExchangeBuild -ErrorAction SilentlyContinue" + Show).Output);

    [Fact]
    public void The_first_answer_is_out_before_the_next_text_is_asked_for()
    {
        List<string> order = [];
        _host.Run("& { 'ask'; 'KB953467'; 'ask'; 'KB952580' } | ForEach-Object { if ($_ -eq 'ask') { Write-Warning 'ask' } else { $_ } } | Get-ExchangeBuild", record => order.Add(record.Stream.ToString()));

        Assert.Equal(["Warning", "Output", "Warning", "Output"], order);
    }

    [Fact]
    public void An_unlisted_build_is_a_warning_with_its_neighbours()
    {
        HostRun run = _host.Run("Get-ExchangeBuild 15.1.2507.18" + Show);

        Assert.Equal(["|Unlisted|15.1.2507.18"], run.Output);
        Assert.Matches("15\\.1\\.2507\\.17.*15\\.1\\.2507\\.21", Assert.Single(run.Warnings));
    }

    [Fact]
    public void The_fixes_replaced_updates_and_missing_updates_are_properties() => Assert.Equal(
        ["KB949968 KB954197 KB957978", "KB945684 KB948016 KB949870 KB952580", "True", "KB952580 KB953467"],
        _host.Run("$b = Get-ExchangeBuild KB953467 -AsOf 2008-11-30; \"$($b.Fixes | ForEach-Object { $_.Kb })\"; \"$($b.Replaces)\"; \"$($b.IsNewest)\"; $o = Get-ExchangeBuild KB949870 -AsOf 2008-11-30; \"$($o.Missing | ForEach-Object { $_.Kb })\"").Output);

    [Theory]
    [InlineData("Notes", "15.1.2507.18")]
    [InlineData("Missing", "KB949870")]
    [InlineData("Candidates", "SE")]
    [InlineData("Replaces", "KB953467")]
    [InlineData("ReplacesDerived", "KB953467")]
    [InlineData("ReplacedBy", "KB949870")]
    [InlineData("ReplacedByDerived", "KB949870")]
    [InlineData("AlternativeBuilds", "8.3.348.2")]
    [InlineData("Fixes", "KB953467")]
    public void A_script_can_take_one_of_a_list(string property, string version) => Assert.Equal(
        [true],
        _host.Run("param($Property, $Version) $list = (Get-ExchangeBuild $Version -WarningAction SilentlyContinue).$Property; $first = @($list | ForEach-Object { $_ })[0]; $list.Count -gt 0 -and $null -ne $first -and [object]::ReferenceEquals($list[0], $first)", property, version).Output);

    [Theory]
    [InlineData("Get-ExchangeBuild KB953467", "Exchange Server Build Support Newest Server Released KB", "2007 SP1 Update Rollup 5 8.1.336.1 OutOfSupport False 2008-11-20 KB953467")]
    [InlineData("[pscustomobject]@{ Name = 'EX2'; AdminDisplayVersion = 'Version 8.1 (Build 240.6)' } | Get-ExchangeBuild", "Exchange Server Build Support Newest Server Released KB", "2007 SP1, update unknown 8.1.240.6 OutOfSupport EX2")]
    [InlineData("(Get-ExchangeBuild KB949870 -AsOf 2008-11-30).Missing", "Build Name KB Released Kind", "8.1.336.1 Exchange Server 2007 SP1 Update Rollup 5 KB953467 2008-11-20 RU")]
    [InlineData("Get-ExchangeBuild 'SE Nov26SU' -AsOf 2027-01-01", "Exchange Server Build Support Newest Server Released KB", "SE RTM Nov26SU 15.2.2562.57 Supported to 2026-11-10 2026-11-10")]
    [InlineData("(Get-ExchangeBuild KB953467).Fixes", "KB Text Source", "KB949968 UM diversion header the post of November 2008 on Update Rollup 5 for Exchange Se*")]
    public void It_is_shown_as_a_table(string script, string headers, string row)
    {
        Assert.Equal(0, _host.Print(script));

        string[] lines = [.. _output.ToString().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
        Assert.Equal(headers, lines[0]);
        Assert.Contains(lines.Skip(2), l => Matches(row, l));
    }

    [Fact]
    public void Products_are_offered_while_typing() => Assert.Equal(
        ["2007", "2010", "2013", "2016", "2019", "SE"],
        _host.Run("[System.Management.Automation.CommandCompletion]::CompleteInput('Get-ExchangeBuild -Product ', 27, $null).CompletionMatches | ForEach-Object { $_.CompletionText.Trim([char]39) }").Output);

    /// <summary>A process of its own, because what another test has read stays read.</summary>
    [Fact]
    public void The_catalogue_is_read_when_it_is_first_used_and_not_at_import()
    {
        const string State = "[AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'ExchangeNamespace.Core' } | ForEach-Object { \"read: $($_.GetType('ExchangeNamespace.Builds.ExchangeReleases').GetField('Rows', 'NonPublic, Static').GetValue($null).IsValueCreated)\" }; ";

        (int code, string[] output, string errors) = ShellProcess.Run("-Command", "[void] (Get-Command Get-ExchangeBuild).Parameters; " + State + "'used'; [void] (Get-ExchangeBuild SE); " + State);

        Assert.Equal((0, ""), (code, errors));
        Assert.DoesNotContain("read: True", output.TakeWhile(l => l != "used"));
        Assert.Equal("read: True", output[^1]);
    }

    private static bool Matches(string expression, string text) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(expression, text);
}
