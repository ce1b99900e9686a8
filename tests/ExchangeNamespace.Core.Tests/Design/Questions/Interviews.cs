using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Design.Questions;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Design.Questions;

/// <summary>Goes through the questions.</summary>
internal static class Interviews
{
    public static DesignInterview Begin(string? machineDomain = null, IReadOnlyDictionary<string, object?>? known = null) =>
        DesignInterview.Begin(known ?? new Dictionary<string, object?>(), machineDomain is null ? null : Fqdn.Parse(machineDomain), Plans.Today);

    /// <summary>Answers in the order of the questions; none of them may be refused.</summary>
    public static DesignInterview Answers(this DesignInterview interview, params string[] answers) => answers.Aggregate(interview, (i, a) => i.Good(a));

    /// <summary>Answers by key, everything else with its default, up to a question; to the end where none is named.</summary>
    public static DesignInterview To(this DesignInterview interview, string? key, IReadOnlyDictionary<string, string> answers)
    {
        while (interview.Question is { } question && question.Key != key)
        {
            interview = interview.Good(answers.TryGetValue(question.Key, out string? answer) ? answer : string.Empty);
        }

        return interview;
    }

    private static DesignInterview Good(this DesignInterview interview, string answer)
    {
        (DesignInterview? next, IReadOnlyList<InputFault> refused) = interview.Answer(answer);
        Assert.True(next is not null, $"{interview.Question!.Key} '{answer}': {string.Join(" ", refused.Select(f => f.Message))}");
        return next!;
    }

    /// <summary>All that a plan says, for comparison.</summary>
    public static string[] Text(NamespacePlan plan) =>
    [
        .. PlanSummary.Of(plan).Select(l => l.ToString()),
        .. Plans.Lines(plan),
        .. plan.DnsRecords.Select(r => r.ToString()!),
        .. plan.Certificates.SelectMany(c => c.Names.Select(n => $"{n.Name} {n.Reason}")),
        .. plan.Servers.Select(s => $"{s.Name} {s.Fqdn} {s.Version} {s.Site} {s.InternetFacing}"),
        .. plan.Zones.Select(z => $"{z.Name} {z.Model}"),
        .. plan.Findings.Concat(plan.Notes).Select(f => f.ToString()!),
    ];
}
