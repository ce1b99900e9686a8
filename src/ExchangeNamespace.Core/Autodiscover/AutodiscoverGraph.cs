using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Autodiscover;

/// <summary>A walk as a flowchart of Mermaid: a box for each step, steps of the same rank in one frame, an arrow to where Autodiscover is found.</summary>
internal static class AutodiscoverGraph
{
    private const string NewLine = "\n";

    public static string Of(AutodiscoverRoute route)
    {
        StringBuilder text = new();
        Add(text, "flowchart TD");
        Add(text, $"  client([{MermaidLiteral.Quote(route.EmailAddress, $"{route.Client}, {(route.DomainJoined ? "domain-joined" : "not domain-joined")}", route.Site is null ? route.View.ToString() : $"{route.View}, site {route.Site}")}])");
        string before = "client";
        foreach (IGrouping<int, (AutodiscoverStep Step, int Number)> rank in route.Steps.Select((s, i) => (Step: s, Number: i)).GroupBy(s => s.Step.Rank))
        {
            (AutodiscoverStep Step, int Number)[] steps = [.. rank];
            string id = steps.Length == 1 ? Id(steps[0].Number) : "rank" + rank.Key.ToString(CultureInfo.InvariantCulture);
            if (steps.Length == 1)
            {
                Add(text, "  " + Box(steps[0]));
            }
            else
            {
                string why = steps.Any(s => s.Step.Certainty == OrderCertainty.Disputed) ? "order not known" : "one at random";
                Add(text, $"  subgraph {id} [{MermaidLiteral.Quote(why)}]");
                foreach ((AutodiscoverStep Step, int Number) step in steps)
                {
                    Add(text, "    " + Box(step));
                }

                Add(text, "  end");
            }

            Add(text, $"  {before} {(steps.Any(s => s.Step.Verdict == AutodiscoverVerdict.NotReached) ? "-.->" : "-->")} {id}");
            before = id;
        }

        AddEndpoints(text, route);
        return text.ToString();
    }

    private static void AddEndpoints(StringBuilder text, AutodiscoverRoute route)
    {
        List<string> endpoints = [.. route.Steps.Select(s => s.Endpoint).OfType<string>().Distinct()];
        for (int i = 0; i < endpoints.Count; i++)
        {
            string id = "endpoint" + i.ToString(CultureInfo.InvariantCulture);
            Add(text, $"  {id}{{{{{MermaidLiteral.Quote(endpoints[i])}}}}}");
            for (int step = 0; step < route.Steps.Count; step++)
            {
                if (route.Steps[step].Endpoint == endpoints[i])
                {
                    Add(text, $"  {Id(step)} ==>|{MermaidLiteral.Quote(route.Steps[step].Verdict.ToString())}| {id}");
                }
            }
        }
    }

    private static string Box((AutodiscoverStep Step, int Number) step) =>
        $"{Id(step.Number)}[{MermaidLiteral.Quote(step.Step.Method.ToString(), step.Step.Target, step.Step.Verdict.ToString())}]";

    private static string Id(int number) => "step" + number.ToString(CultureInfo.InvariantCulture);

    private static void Add(StringBuilder text, string line) => text.Append(line).Append(NewLine);
}
