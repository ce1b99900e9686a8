using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Routing;

/// <summary>A route as a Mermaid flowchart: the client, each server, and an arrow for what it does.</summary>
internal static class RouteGraph
{
    public static string Of(ClientAccessRoute route)
    {
        MermaidFlowchart chart = new();
        MermaidNode from = chart.AddNode(MermaidShape.Rounded,
            $"{route.Protocol} client, {(route.View == DnsView.External ? "outside" : "inside")}");
        string? label = route.EntryUrl;
        bool redirected = false;
        foreach (RouteHop hop in route.Hops)
        {
            bool fails = hop.Action is RouteAction.Fail or RouteAction.Unknown;
            MermaidNode server = chart.AddNode(
                fails ? MermaidShape.Hexagon : MermaidShape.Box,
                hop.Server, hop.Site.Length == 0 ? null
                    : "site " + hop.Site, $"{hop.Action} ({hop.Certainty}, {hop.RuleId})", fails || hop.Action == RouteAction.Local
                    ? hop.Manner : null);
            chart.AddArrow(from, server, label, dotted: redirected);
            from = server;
            label = hop.Url is null ? null : $"{hop.Action} {hop.Url}";
            redirected = hop.Action == RouteAction.Redirect;
        }

        if (route.Hops.Last().Action == RouteAction.Local)
        {
            chart.AddArrow(from,
                chart.AddNode(MermaidShape.Rounded, $"mailbox, {route.MailboxProduct}",
                    route.MailboxSite.Length == 0 ? null : "site " + route.MailboxSite));
        }

        return chart.ToString();
    }
}
