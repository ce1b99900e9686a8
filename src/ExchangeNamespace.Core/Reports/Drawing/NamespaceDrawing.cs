using System.Globalization;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>Draws a plan: outside and inside as two halves, and which name leads where.</summary>
public static class NamespaceDrawing
{
    private const int Width = 760;
    private const int Margin = 16;

    /// <summary>Draws a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="words">The fixed words.</param>
    /// <returns>The picture, the same on every machine.</returns>
    public static Picture Draw(NamespacePlan plan, DrawingWords words)
    {
        PictureBuilder builder = new();
        FittedLine clients = TextFit.One(words.ClientsOutside, LabelStyle.Strong, 200);
        int from = builder.AddBox(BoxKind.Clients, new PictureRect(Margin, Margin, 240, 40), null, [words.ClientsOutside]);
        builder.AddLabel(from, clients, Margin + 12, Margin + 10);
        int y = Margin;
        foreach (PlannedSite site in plan.Sites)
        {
            string name = site.Name.Length == 0 ? words.OneSite : site.Name;
            FittedLine line = TextFit.One(name, LabelStyle.Strong, 300);
            FittedLine host = TextFit.One(site.ExternalHost?.Value ?? words.NotPublished, LabelStyle.Quiet, 300);
            PictureRect bounds = new(400, y, Width - 400 - Margin, 60);
            int box = builder.AddBox(BoxKind.Site, bounds, null, [name, host.Text]);
            builder.AddLabel(box, line, bounds.X + 12, y + 8);
            builder.AddLabel(box, host, bounds.X + 12, y + 30);
            if (site.ExternalHost is not null)
            {
                builder.AddLink(LinkKind.Outside, from, box,
                    [new(256, Margin + 20), new(328, Margin + 20), new(328, bounds.Middle), new(400, bounds.Middle)]);
            }

            y += 72;
        }

        return builder.Build(Width, System.Math.Max(y, 72), string.Format(CultureInfo.InvariantCulture, words.NamespaceTitle,
            plan.ExternalHost), string.Join(" ", plan.Sites.Select(s => s.ToString())));
    }
}
