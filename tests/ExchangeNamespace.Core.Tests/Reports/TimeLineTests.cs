using System;
using System.Globalization;
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
    public void Steps_of_two_months_are_spread_over_the_line_and_what_ends_later_has_an_arrow()
    {
        Picture picture = TimeLine.Draw(
            [Entry(TimeLineKind.Support, "Exchange SE", null, new DateTime(2035, 12, 31)), Entry(TimeLineKind.Step, "prepare", new DateTime(2026, 6, 8), null),
                Entry(TimeLineKind.Step, "move", new DateTime(2026, 7, 20), null)], Today, new DrawingWords());

        PictureChecks.AssertSound(picture);
        int[] days = [.. picture.Boxes.Where(b => b.Kind == BoxKind.Day).Select(b => b.Bounds.X)];
        Assert.Equal(2, days.Length);
        Assert.InRange(days[1] - days[0], 350, 450);
        Assert.Single(picture.Links, l => l.Kind == LinkKind.Later);
        Assert.Equal(["2026-06", "2026-07"], picture.Labels.Select(l => l.Text).Where(t => t.StartsWith("2026-0", StringComparison.Ordinal) && t.Length == 7));
    }

    [Theory]
    [InlineData("2026-06-08", "2028-05-31", "2026-06")]
    [InlineData("2026-06-08", "2028-06-01", "2026")]
    [InlineData("2026-02-08", "2026-02-09", "2026-02")]
    public void Steps_of_more_than_two_years_have_years(string first, string last, string mark)
    {
        Picture picture = TimeLine.Draw([Entry(TimeLineKind.Step, "move", DateTime.Parse(first, CultureInfo.InvariantCulture),
            DateTime.Parse(last, CultureInfo.InvariantCulture))], Today, new DrawingWords());

        Assert.Contains(mark, picture.Labels.Select(l => l.Text));
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
