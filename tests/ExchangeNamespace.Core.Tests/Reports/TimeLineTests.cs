using System;
using System.Linq;
using ExchangeNamespace.Reports.Drawing;
using Xunit;

namespace ExchangeNamespace.Tests.Reports;

public class TimeLineTests
{
    private static readonly DateTime Today = new(2026, 6, 1);

    [Fact]
    public void Entries_stand_in_the_order_of_their_ends_beside_the_day_of_the_report()
    {
        Picture picture = TimeLine.Draw(
            [Entry(TimeLineKind.Support, "Exchange SE", null, new DateTime(2035, 12, 31)), Entry(TimeLineKind.Certificate, "mail", Today.AddDays(-90), Today.AddDays(10)),
                Entry(TimeLineKind.Step, "move", new DateTime(2026, 8, 3), null)], Today, new DrawingWords());

        PictureChecks.AssertSound(picture);
        Assert.Equal(["mail", "move", "Exchange SE"], picture.Boxes.Where(b => b.Kind == BoxKind.Entry).Select(b => b.Lines[1]));
        PictureBox span = picture.Boxes.First(b => b.Kind == BoxKind.Span);
        int today = Assert.Single(picture.Links, l => l.Kind == LinkKind.Today).Points[0].X;
        Assert.InRange(today, span.Bounds.X, span.Bounds.Right);
        Assert.True(picture.Boxes.First(b => b.Kind == BoxKind.Day).Bounds.X > today);
        Assert.Single(picture.Links, l => l.Kind == LinkKind.Later);
    }

    [Fact]
    public void A_time_line_of_many_years_or_of_nothing_is_sound()
    {
        PictureChecks.AssertSound(TimeLine.Draw([], Today, new DrawingWords()));
        Random random = new(7);
        for (int i = 0; i < 300; i++)
        {
            PictureChecks.AssertSound(TimeLine.Draw([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Entry((TimeLineKind)random.Next(4),
                new string('W', random.Next(1, 60)), random.Next(3) == 0 ? null : Day(), random.Next(3) == 0 ? null : Day()))], Day(), new DrawingWords()));
        }

        DateTime Day() => new DateTime(1999, 1, 1).AddDays(random.Next(20_000));
    }

    private static TimeLineEntry Entry(TimeLineKind kind, string label, DateTime? start, DateTime? end) =>
        new() { Kind = kind, Label = label, Start = start, End = end };
}
