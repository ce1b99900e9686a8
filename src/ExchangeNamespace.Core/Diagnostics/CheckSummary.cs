using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Diagnostics;

/// <summary>The part of a result that every check has. What findings come to is decided here, and in no other place.</summary>
internal sealed record CheckSummary
{
    /// <summary>What is wrong for certain outweighs what could not be told, and that outweighs a warning.</summary>
    private static readonly CheckOutcome[] BestFirst =
        [CheckOutcome.Passed, CheckOutcome.Warning, CheckOutcome.Unknown, CheckOutcome.Failed];

    /// <summary>By the number of the severity: information, warning, error.</summary>
    private static readonly CheckOutcome[] OfSeverity = [CheckOutcome.Passed, CheckOutcome.Warning, CheckOutcome.Failed];

    private CheckSummary(CheckOutcome outcome, string message, string remedy, string rule)
    {
        Outcome = outcome;
        Message = message;
        Remedy = remedy;
        Rule = rule;
    }

    /// <summary>What the check came to.</summary>
    public CheckOutcome Outcome { get; }

    /// <summary>Why.</summary>
    public string Message { get; }

    /// <summary>What to do; empty where it passed.</summary>
    public string Remedy { get; }

    /// <summary>The rule behind it; empty where it passed.</summary>
    public string Rule { get; }

    /// <summary>A check that passed: there is nothing to do, and no rule that was not kept.</summary>
    public static CheckSummary Passed(string message) => new(CheckOutcome.Passed, message, string.Empty, string.Empty);

    /// <summary>A check that passed with a consequence to know.</summary>
    public static CheckSummary Warning(string message, string remedy, string rule) => new(CheckOutcome.Warning, message, remedy, rule);

    /// <summary>A check that failed, whatever the findings say.</summary>
    public static CheckSummary Failed(string message, string remedy, string rule) => new(CheckOutcome.Failed, message, remedy, rule);

    /// <summary>A check that could not be made.</summary>
    public static CheckSummary Unknown(string message, string remedy, string rule) => new(CheckOutcome.Unknown, message, remedy, rule);

    /// <summary>The same outcome in the words of a finding.</summary>
    public CheckSummary In(Finding? words) =>
        words is null ? this
        : Outcome == CheckOutcome.Passed ? Passed(words.Message)
        : new CheckSummary(Outcome, words.Message, words.Remedy, words.Rule);

    /// <summary>
    /// What a check comes to. The worst finding decides where it is no better than what is known without the findings; information never
    /// makes a check worse.
    /// </summary>
    /// <param name="findings">The findings about the subject.</param>
    /// <param name="own">What is known without them.</param>
    public static CheckSummary Of(IEnumerable<Finding> findings, CheckSummary own)
    {
        Finding? worst = findings.OrderByDescending(f => f.Severity).FirstOrDefault();
        return worst is not null && OutcomeOf(worst.Severity) is var outcome and not CheckOutcome.Passed
            && Weight(outcome) >= Weight(own.Outcome)
            ? new CheckSummary(outcome, worst.Message, worst.Remedy, worst.Rule)
            : own;
    }

    /// <summary>What a finding of a severity makes of a check.</summary>
    public static CheckOutcome OutcomeOf(FindingSeverity severity) => OfSeverity[(int)severity];

    /// <summary>The worst of several outcomes; passed without one.</summary>
    public static CheckOutcome Worst(IEnumerable<CheckOutcome> outcomes) =>
        BestFirst[outcomes.Select(Weight).DefaultIfEmpty(0).Max()];

    /// <summary>How much an outcome weighs among others, from 0.</summary>
    public static int Weight(CheckOutcome outcome) => Array.IndexOf(BestFirst, outcome);
}
