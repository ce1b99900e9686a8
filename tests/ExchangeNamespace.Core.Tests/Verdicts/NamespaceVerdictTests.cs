using System;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Verdicts;
using Xunit;

namespace ExchangeNamespace.Tests.Verdicts;

public class NamespaceVerdictTests
{
    [Theory]
    [InlineData("", CheckOutcome.Unknown)]
    [InlineData("Passed Passed", CheckOutcome.Passed)]
    [InlineData("Passed Warning", CheckOutcome.Warning)]
    [InlineData("Warning Unknown Passed", CheckOutcome.Unknown)]
    [InlineData("Unknown Failed Warning", CheckOutcome.Failed)]
    public void The_worst_outcome_decides_and_no_result_is_no_pass(string outcomes, CheckOutcome verdict) => Assert.Equal(verdict,
        Results.Verdict([.. outcomes.Split([' '], StringSplitOptions.RemoveEmptyEntries)
            .Select((o, i) => Results.Of("s" + i, (CheckOutcome)Enum.Parse(typeof(CheckOutcome), o)))]).Outcome);

    [Fact]
    public void The_message_counts_and_names_the_worst_first()
    {
        NamespaceVerdict verdict = Results.Verdict(
            Results.Of("a", CheckOutcome.Warning), Results.Of("b", CheckOutcome.Failed, rule: "S8"), Results.Of("c", CheckOutcome.Unknown),
            Results.Of("d", CheckOutcome.Warning), Results.Of("e", CheckOutcome.Passed));

        Assert.Equal("1 failed, 1 unknown, 2 with a warning, 1 passed. See SplitDns b, SplitDns c, SplitDns a and 1 more.", verdict.Message);
        Assert.Equal(("Mend it.", "S8"), (verdict.Remedy, verdict.Rule));
    }

    [Fact]
    public void Several_results_about_one_subject_become_the_worst_with_the_findings_of_all()
    {
        NamespaceCheckResult one = Assert.Single(Results.Verdict(
            Results.Of("a", CheckOutcome.Passed), Results.Of("a", CheckOutcome.Failed, findings: Results.Finding("EXN001", FindingSeverity.Error)),
            Results.Of("a", CheckOutcome.Warning, findings: Results.Finding("EXN002", FindingSeverity.Warning))).Results);

        Assert.Equal((CheckOutcome.Failed, "EXN001 EXN002"), (one.Outcome, string.Join(" ", one.Findings.Select(f => f.Code))));
    }

    [Fact]
    public void Results_stand_in_the_order_of_the_table() => Assert.Equal(["Comparison", "StartTls", "SplitDns"], Results.Verdict(
        Results.Of("a", CheckOutcome.Passed), Results.Of("a", CheckOutcome.Passed, NamespaceCheck.StartTls),
        Results.Of("a", CheckOutcome.Passed, NamespaceCheck.Comparison)).Results.Select(r => r.Check.ToString()));
}
