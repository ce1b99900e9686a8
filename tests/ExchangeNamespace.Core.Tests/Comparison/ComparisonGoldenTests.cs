using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Comparison;

/// <summary>Whole comparisons, every row with all that it says, compared letter by letter.</summary>
public class ComparisonGoldenTests
{
    public static TheoryData<string> Names => [.. ComparisonSamples.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_comparison_equals_its_golden_file(string name)
    {
        (NamespacePlan plan, ExchangeState state) = ComparisonSamples.Of(name);

        GoldenText.Hold($"Comparison/Golden/{name}.golden.txt", PlanComparer.Compare(plan, state).SelectMany(Lines));
    }

    /// <summary>What a row without a finding says is left out where <see cref="SettingSummaryTests"/> holds it.</summary>
    private static IEnumerable<string> Lines(SettingComparison row)
    {
        yield return $"{row}, {row.Outcome}{(row.Rule.Length > 0 ? $" [{row.Rule}]" : string.Empty)}; planned {row.Planned}; captured {row.Current}";
        if (row.PlannedEnd != row.Planned || row.CurrentEnd != row.Current)
        {
            yield return $"  short: {row.PlannedEnd} | {row.CurrentEnd}";
        }

        if (row.Note.Length > 0 && row.Note != row.Finding?.Message)
        {
            yield return "  note: " + row.Note;
        }

        if (row.Finding is null)
        {
            yield break;
        }

        foreach (string line in GoldenText.Lines(row.Finding))
        {
            yield return "  " + line;
        }

        if (row.Message != row.Finding.Message || row.Remedy != row.Finding.Remedy)
        {
            yield return $"  says: {row.Message} {row.Remedy}";
        }
    }
}
