using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>What matters most comes first, and what is said of many servers in the same words is said once.</summary>
internal static class FindingOrder
{
    /// <summary>Folds repeats into the first of them, and orders by severity; within a severity the order of the rules stays.</summary>
    public static IReadOnlyList<Finding> Of(IEnumerable<Finding> findings) =>
        [.. findings.GroupBy(Words).Select(Fold).OrderByDescending(f => f.Severity)];

    private static (string Code, FindingSeverity Severity, string Message, string Remedy, string Values) Words(Finding finding) =>
        (finding.Code, finding.Severity, finding.Message, finding.Remedy, string.Join("\n", finding.Values));

    private static Finding Fold(IEnumerable<Finding> same)
    {
        Finding[] all = [.. same];
        if (all.Length == 1)
        {
            return all[0];
        }

        Finding first = all[0];
        string[] servers = [.. all.SelectMany(f => f.Servers).Distinct(StringComparer.OrdinalIgnoreCase)];
        bool areServers = Array.TrueForAll(all, f => f.Servers.Count > 0);
        string[] subjects = areServers ? servers : [.. all.Select(f => f.Subject).Distinct(StringComparer.Ordinal)];
        return new Finding
        {
            Code = first.Code,
            Severity = first.Severity,
            Subject = NameList.Describe(subjects),
            Message = first.Message,
            Remedy = first.Remedy,
            Rule = first.Rule,
            Values = first.Values,
            Servers = servers,
        };
    }
}
