using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using Xunit;
using static ExchangeNamespace.Diagnostics.CheckOutcome;

namespace ExchangeNamespace.Tests.Diagnostics;

/// <summary>What findings and a verdict of its own come to, for every type of result.</summary>
public class CheckSummaryTests
{
    /// <summary>Severities in the order of the findings, I, W and E; what is known without them; the outcome and whose words it has.</summary>
    public static TheoryData<string, CheckOutcome, CheckOutcome, string> Decisions => new()
    {
        { "", Passed, Passed, "own" },
        { "I", Passed, Passed, "own" },
        { "IIW", Passed, Warning, "W2" },
        { "WE", Passed, Failed, "E1" },
        { "EWE", Passed, Failed, "E0" },
        { "WW", Passed, Warning, "W0" },
        { "", Warning, Warning, "own" },
        { "I", Warning, Warning, "own" },
        { "W", Warning, Warning, "W0" },
        { "E", Warning, Failed, "E0" },
        { "", Unknown, Unknown, "own" },
        { "IW", Unknown, Unknown, "own" },
        { "WE", Unknown, Failed, "E1" },
        { "", Failed, Failed, "own" },
        { "IW", Failed, Failed, "own" },
        { "IWE", Failed, Failed, "E2" },
    };

    public static TheoryData<string, bool> Answers => new()
    {
        { "", false },
        { "P", true },
        { "PWP", true },
        { "PUP", false },
        { "U", false },
        { "F", false },
        { "PWF", false },
        { "Pr", false },
        { "r", false },
    };

    [Theory]
    [MemberData(nameof(Decisions))]
    public void The_worst_finding_decides_unless_more_is_known(string severities, CheckOutcome own, CheckOutcome outcome, string words)
    {
        CheckSummary summary = CheckSummary.Of(severities.Select(Make), Own(own));

        Assert.Equal((outcome, words), (summary.Outcome, summary.Message));
        Assert.Equal(outcome == Passed ? ("", "") : ($"do {words}", $"rule {words}"), (summary.Remedy, summary.Rule));
    }

    [Theory]
    [InlineData(Passed)]
    [InlineData(Warning)]
    [InlineData(Failed)]
    [InlineData(Unknown)]
    public void The_words_of_a_finding_leave_the_outcome(CheckOutcome own)
    {
        CheckSummary summary = Own(own).In(Make('E', 0));

        Assert.Equal((own, "E0"), (summary.Outcome, summary.Message));
        Assert.Equal(own == Passed, summary.Remedy.Length == 0 && summary.Rule.Length == 0);
        Assert.Equal("own", Own(own).In(null).Message);
    }

    /// <summary>P, W, F and U are outcomes in turn, r is something that was refused.</summary>
    [Theory]
    [MemberData(nameof(Answers))]
    public void The_answer_is_true_only_where_everything_is_known_to_be_good(string events, bool holds)
    {
        Dictionary<char, CheckOutcome> outcomes = new() { ['P'] = Passed, ['W'] = Warning, ['F'] = Failed, ['U'] = Unknown };
        CheckAnswer answer = new();
        foreach (char one in events)
        {
            if (outcomes.TryGetValue(one, out CheckOutcome outcome))
            {
                answer.Add(outcome);
            }
            else
            {
                answer.Refuse();
            }
        }

        Assert.Equal(holds, answer.Holds);
    }

    private static CheckSummary Own(CheckOutcome outcome) => outcome switch
    {
        Passed => CheckSummary.Passed("own"),
        Warning => CheckSummary.Warning("own", "do own", "rule own"),
        Failed => CheckSummary.Failed("own", "do own", "rule own"),
        _ => CheckSummary.Unknown("own", "do own", "rule own"),
    };

    private static Finding Make(char severity, int number) => new()
    {
        Code = "EXN000",
        Severity = severity == 'E' ? FindingSeverity.Error : severity == 'W' ? FindingSeverity.Warning : FindingSeverity.Information,
        Subject = "it",
        Message = $"{severity}{number}",
        Remedy = $"do {severity}{number}",
        Rule = $"rule {severity}{number}",
    };
}
