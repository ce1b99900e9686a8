using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Routing;

namespace ExchangeNamespace.Autodiscover;

/// <summary>
/// A walk as a flowchart of Mermaid: a node for each step, side by side where they share a rank, and an arrow to where Autodiscover is
/// found. The first step of a rank carries the arrows to the next.
/// </summary>
internal static class AutodiscoverGraph
{
    public static string Of(AutodiscoverRoute route)
    {
        MermaidFlowchart chart = new();
        MermaidNode before = chart.AddNode(
            MermaidShape.Rounded,
            route.EmailAddress,
            $"{route.Client}, {(route.DomainJoined ? "domain-joined" : "not domain-joined")}",
            route.Site is null ? route.View.ToString() : $"{route.View}, site {route.Site}");
        Dictionary<string, MermaidNode> endpoints = [];
        foreach (IGrouping<int, AutodiscoverStep> rank in route.Steps.GroupBy(s => s.Rank))
        {
            List<MermaidNode> nodes = [];
            foreach (AutodiscoverStep step in rank)
            {
                nodes.Add(AddStep(chart, before, step, rank.Count() > 1));
                if (step.Endpoint is { } endpoint)
                {
                    if (!endpoints.TryGetValue(endpoint, out MermaidNode found))
                    {
                        endpoints.Add(endpoint, found = chart.AddNode(MermaidShape.Rounded, endpoint));
                    }

                    chart.AddArrow(nodes[nodes.Count - 1], found, step.Verdict.ToString());
                }
            }

            before = nodes[0];
        }

        return chart.ToString();
    }

    private static MermaidNode AddStep(MermaidFlowchart chart, MermaidNode before, AutodiscoverStep step, bool isShared)
    {
        MermaidShape shape = step.Verdict is AutodiscoverVerdict.WrongCertificate or AutodiscoverVerdict.RedirectRefused
            ? MermaidShape.Hexagon : MermaidShape.Box;
        MermaidNode node = chart.AddNode(shape, step.Rank.ToString(CultureInfo.InvariantCulture) + " " + step.Method, step.Target,
            step.Verdict.ToString());
        string? label = !isShared ? null : step.Certainty == OrderCertainty.Disputed ? "order not known" : "one at random";
        chart.AddArrow(before, node, label, dotted: step.Verdict is AutodiscoverVerdict.NotReached or AutodiscoverVerdict.Skipped);
        return node;
    }
}
