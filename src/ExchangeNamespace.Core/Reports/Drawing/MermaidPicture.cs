using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Routing;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>A picture as a flowchart in Mermaid: its boxes with what they say, its lines as arrows.</summary>
internal static class MermaidPicture
{
    public static string Write(Picture picture)
    {
        MermaidFlowchart chart = new();
        HashSet<int> linked = [.. picture.Links.SelectMany(l => new[] { l.From, l.To }).OfType<int>()];
        Dictionary<int, MermaidNode> nodes = [];
        foreach (PictureBox box in picture.Boxes.Where(b => linked.Contains(b.Id)))
        {
            nodes.Add(box.Id, chart.AddNode(box.Kind == BoxKind.Clients ? MermaidShape.Rounded : MermaidShape.Box, [.. box.Lines]));
        }

        foreach (PictureLink link in picture.Links)
        {
            if (link.From is { } from && link.To is { } to)
            {
                chart.AddArrow(nodes[from], nodes[to], dotted: link.Kind is LinkKind.Proxied or LinkKind.Redirected);
            }
        }

        return chart.ToString();
    }
}
