using System;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Verdicts;
using Xunit;

namespace ExchangeNamespace.Tests.Verdicts;

/// <summary>The rules of monitoring plug-ins: one line, the state as its word, one pipe, and performance data of a form.</summary>
public class NagiosLineTests
{
    private static readonly Regex Line = new(
        @"\AEXCHANGE NAMESPACE (OK|WARNING|CRITICAL|UNKNOWN) - [^|\r\n]+ \| ('[^'=]+'=-?[0-9]+(s|%|B|c)?(;[0-9]*){0,4})( '[^'=]+'=-?[0-9]+(s|%|B|c)?(;[0-9]*){0,4})*\z");

    [Theory]
    [InlineData(CheckOutcome.Passed, "OK", 0)]
    [InlineData(CheckOutcome.Warning, "WARNING", 1)]
    [InlineData(CheckOutcome.Failed, "CRITICAL", 2)]
    [InlineData(CheckOutcome.Unknown, "UNKNOWN", 3)]
    public void Each_outcome_has_its_word_and_its_code(CheckOutcome outcome, string word, int code)
    {
        string line = NagiosLine.Of(Results.Verdict(Results.Of("a", outcome)));

        Assert.StartsWith($"EXCHANGE NAMESPACE {word} - ", line, StringComparison.Ordinal);
        Assert.Matches(Line, line);
        Assert.Equal(code, NagiosLine.ExitCode(outcome));
    }

    [Fact]
    public void Nothing_checked_is_unknown() => Assert.StartsWith(
        "EXCHANGE NAMESPACE UNKNOWN - nothing was checked | ", NagiosLine.Of(Results.Verdict()), StringComparison.Ordinal);

    [Fact]
    public void Hostile_texts_leave_one_line_with_one_pipe_and_whole_data()
    {
        string line = NagiosLine.Of(Results.HostileVerdict());

        Assert.Matches(Line, line);
        Assert.Contains("<U+007C>", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, c => char.IsControl(c));
    }

    [Fact]
    public void A_long_list_is_cut_and_counted()
    {
        string line = NagiosLine.Of(Results.Verdict([.. Enumerable.Range(0, 300).Select(i =>
            Results.Of("s" + i, CheckOutcome.Failed, message: new string('x', 2000)))]));

        Assert.Contains("and 295 more", line, StringComparison.Ordinal);
        Assert.InRange(line.Length, 0, 1000);
    }

    [Fact]
    public void The_certificate_with_the_shortest_rest_counts() => Assert.EndsWith("'shortest_certificate'=86400s", NagiosLine.Of(Results.Verdict(
        Results.Of("a", CheckOutcome.Passed, end: Results.Now.AddDays(9)), Results.Of("b", CheckOutcome.Warning, end: Results.Now.AddDays(1)))), StringComparison.Ordinal);

    [Fact]
    public void A_label_keeps_neither_quote_nor_equals_sign() => Assert.Equal("'a_b_c<U+007C>d'", NagiosText.Label("a'b=c|d"));
}
