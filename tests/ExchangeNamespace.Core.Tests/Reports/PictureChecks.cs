using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Reports.Drawing;
using Xunit;

namespace ExchangeNamespace.Tests.Reports;

/// <summary>What holds for every picture, by the rectangles that it states.</summary>
internal static class PictureChecks
{
    public static void AssertSound(Picture picture)
    {
        PictureRect all = new(0, 0, picture.Width, picture.Height);
        Assert.All(picture.Boxes, b => Assert.True(all.Contains(b.Bounds), $"{b} leaves {picture}"));
        Assert.All(picture.Labels, l => Assert.True(picture.Boxes[l.Box].Bounds.Contains(l.Bounds), $"'{l}' leaves {picture.Boxes[l.Box]}"));
        Assert.All(picture.Links.SelectMany(l => l.Points), p => Assert.True(all.Contains(new PictureRect(p.X, p.Y, 0, 0))));
        Assert.Empty(Overlaps(picture.Labels.Select(l => l.Bounds)));
        PictureBox[] solid = [.. picture.Boxes.Where(b => b.Kind is not (BoxKind.Outside or BoxKind.Inside or BoxKind.Key))];
        foreach (IGrouping<int?, PictureBox> siblings in solid.GroupBy(b => b.Parent))
        {
            Assert.Empty(Overlaps(siblings.Select(b => b.Bounds)));
        }

        foreach (PictureLink link in picture.Links)
        {
            Assert.All(Parts(link), part => Assert.DoesNotContain(picture.Labels, l => l.Bounds.Overlaps(part)));
            Assert.All(link.Points.Zip(link.Points.Skip(1), (a, b) => (a, b)), p => Assert.True(p.a.X == p.b.X || p.a.Y == p.b.Y));
        }

        if (picture.Narrow is { } narrow)
        {
            AssertSound(narrow);
        }
    }

    private static IEnumerable<PictureRect> Parts(PictureLink link) => link.Points.Zip(link.Points.Skip(1), (a, b) => new PictureRect(
        System.Math.Min(a.X, b.X), System.Math.Min(a.Y, b.Y), System.Math.Abs(a.X - b.X) + 1, System.Math.Abs(a.Y - b.Y) + 1));

    private static IEnumerable<(PictureRect First, PictureRect Second)> Overlaps(IEnumerable<PictureRect> rects)
    {
        PictureRect[] all = [.. rects];
        for (int i = 0; i < all.Length; i++)
        {
            for (int j = i + 1; j < all.Length; j++)
            {
                if (all[i].Overlaps(all[j]))
                {
                    yield return (all[i], all[j]);
                }
            }
        }
    }
}
