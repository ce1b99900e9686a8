using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Verdicts;
using Xunit;
using static ExchangeNamespace.Tests.Verdicts.Results;

namespace ExchangeNamespace.Tests.Verdicts;

public class BaselineTests
{
    private static readonly Finding One = Finding("EXN001", FindingSeverity.Warning);
    private static readonly Finding Other = Finding("EXN002", FindingSeverity.Warning);

    /// <summary>What was found before and now about one subject, and what is reported.</summary>
    public static TheoryData<string, string, string> Changes => new()
    {
        { "Passed", "Passed", "" },
        { "Passed", "Warning", "New" },
        { "Passed", "Unknown", "New" },
        { "Warning", "Warning", "" },
        { "Warning", "Failed", "Worse" },
        { "Warning", "Unknown", "Worse" },
        { "Unknown", "Failed", "Worse" },
        { "Failed", "Unknown", "" },
        { "Failed", "Warning", "" },
        { "Failed", "Passed", "Gone" },
        { "Unknown", "Passed", "Gone" },
        { "absent", "Failed", "New" },
        { "Failed", "absent", "Gone" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_result_is_reported_once(string before, string now, string change)
    {
        NamespaceCheckResult[] first = Make(before);
        NamespaceCheckResult[] second = Make(now);

        (IReadOnlyList<NamespaceCheckResult> reported, IReadOnlyList<BaselineEntry> next) = Compare(second, Results.Baseline(first));

        Assert.Equal(change, string.Join(" ", reported.Select(r => r.Change)));
        Assert.Empty(Compare(second, next).Reported);
    }

    [Fact]
    public void Another_finding_about_a_known_subject_is_new()
    {
        NamespaceCheckResult before = Of("a", CheckOutcome.Warning, findings: One);

        Assert.Equal(VerdictChange.New, Assert.Single(Compare([Of("a", CheckOutcome.Warning, findings: [One, Other])], Results.Baseline(before)).Reported).Change);
        Assert.Contains("EXN001", Assert.Single(Compare([Of("a", CheckOutcome.Passed)], Results.Baseline(before)).Reported).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_text_of_a_message_may_change() => Assert.Empty(
        Compare([Of("a", CheckOutcome.Failed, message: "12 days are left.")], Results.Baseline(Of("a", CheckOutcome.Failed, message: "13 days are left."))).Reported);

    [Fact]
    public void What_could_not_be_told_is_neither_gone_nor_forgotten()
    {
        IReadOnlyList<BaselineEntry> before = Results.Baseline(Of("a", CheckOutcome.Warning, findings: One), Of("b", CheckOutcome.Failed));

        (IReadOnlyList<NamespaceCheckResult> reported, IReadOnlyList<BaselineEntry> next) = Compare([Of("a", CheckOutcome.Unknown)], before);

        Assert.Equal([VerdictChange.New], reported.Select(r => r.Change));
        Assert.Equal(["a EXN001", "a S1", "b S1"], next.Select(e => $"{e.Subject} {e}").OrderBy(t => t, StringComparer.Ordinal));
    }

    [Fact]
    public void A_check_that_was_not_made_keeps_what_is_known()
    {
        IReadOnlyList<BaselineEntry> before = Results.Baseline(Of("a", CheckOutcome.Failed, NamespaceCheck.StartTls));

        (IReadOnlyList<NamespaceCheckResult> reported, IReadOnlyList<BaselineEntry> next) = Compare([Of("b", CheckOutcome.Passed)], before);

        Assert.Empty(reported);
        Assert.Equal(before, next);
    }

    [Fact]
    public void A_verdict_beside_its_own_baseline_passes_and_says_why()
    {
        NamespaceVerdict verdict = Results.Verdict(Of("a", CheckOutcome.Failed));

        NamespaceVerdict beside = VerdictMaker.Beside(verdict, Results.Baseline([.. verdict.Results]), out _);

        Assert.Equal((CheckOutcome.Passed, "Nothing differs from the baseline."), (beside.Outcome, beside.Message));
    }

    private static NamespaceCheckResult[] Make(string outcome) =>
        Enum.TryParse(outcome, out CheckOutcome parsed) ? [Of("a", parsed)] : [];

    private static (IReadOnlyList<NamespaceCheckResult> Reported, IReadOnlyList<BaselineEntry> Next) Compare(
        NamespaceCheckResult[] results, IReadOnlyList<BaselineEntry> before) =>
        ExchangeNamespace.Verdicts.Baseline.Compare(results, new HashSet<NamespaceCheck> { NamespaceCheck.SplitDns }, before);
}
