using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>One row for each entry: its text above a line of years or months, on which it is a bar or a day.</summary>
internal sealed class TimeLineLayout
{
    public const int Wide = 1000;
    public const int Slim = 344;

    private const int Margin = 12;
    private const int RowGap = 10;
    private const int BarHeight = 12;
    private const int DayWidth = 12;
    private const int TextColumn = 400;
    private const int MarkGap = 8;
    private const int ArrowRoom = 14;

    private readonly PictureBuilder _picture = new();
    private readonly DrawingWords _words;
    private readonly DateTime _asOf;
    private readonly TimeScale _scale;
    private readonly int _width;
    private readonly int _lineX;

    private TimeLineLayout(DrawingWords words, DateTime asOf, TimeScale scale, int width)
    {
        _words = words;
        _asOf = asOf;
        _scale = scale;
        _width = width;
        _lineX = IsWide ? Margin + TextColumn : Margin;
    }

    private bool IsWide => _width == Wide;

    private int LineLength => _width - Margin - _lineX;

    public static Picture Draw(IReadOnlyList<TimeLineEntry> entries, DateTime asOf, DrawingWords words, TimeScale scale, int width,
        Picture? narrow = null)
    {
        TimeLineLayout layout = new(words, asOf, scale, width);
        string description = words.Today + ": " + DayText.Of(asOf) + ". "
            + string.Join(" ", entries.Select(e => layout.KindWord(e.Kind) + ", " + e.Label + ": " + Days(e) + "."));
        return layout._picture.Build(width, layout.Place(entries), words.TimeLineTitle, description, narrow);
    }

    private int Place(IReadOnlyList<TimeLineEntry> entries)
    {
        int bottom = Bottom(entries);
        int frame = _picture.AddBox(BoxKind.Key, new PictureRect(0, 0, _width, bottom), null, [_words.TimeLineTitle]);
        int y = PlaceHead(frame, bottom - Margin);
        int rows = y;
        if (entries.Count == 0)
        {
            _picture.AddLabel(frame, TextFit.One(_words.NoEntries, LabelStyle.Plain, _width - (2 * Margin)), Margin, y + RowGap);
            y += RowGap + LabelFont.Of(LabelStyle.Plain).LineHeight;
        }

        foreach (TimeLineEntry entry in entries)
        {
            y = PlaceEntry(entry, y);
        }

        if (IsWide)
        {
            PlaceToday(rows - 2, bottom - Margin);
        }

        return bottom;
    }

    private int Bottom(IReadOnlyList<TimeLineEntry> entries) =>
        Margin + 40 + RowGap + Margin + (entries.Count == 0 ? RowGap + LabelFont.Of(LabelStyle.Plain).LineHeight
            : entries.Sum(e => RowGap + RowHeight(e)));

    /// <summary>The day of the report and the years or months; one without room for its number has a short mark only.</summary>
    private int PlaceHead(int frame, int bottom)
    {
        int today = _lineX + _scale.Place(_asOf, LineLength);
        FittedLine word = TextFit.One(_words.Today + " " + DayText.Of(_asOf), LabelStyle.Strong, _width - (2 * Margin));
        int left = Math.Min(Math.Max(Margin, today - (word.Width / 2)), _width - Margin - word.Width);
        _picture.AddLabel(frame, word, left, Margin);
        int y = Margin + word.Height + 2;
        int free = 0;
        foreach ((DateTime day, string text) in _scale.Marks)
        {
            int x = _lineX + _scale.Place(day, LineLength);
            FittedLine mark = TextFit.One(text, LabelStyle.Quiet, LineLength);
            bool hasText = x + 4 >= free && x + 4 + mark.Width <= _width;
            int top = hasText ? y : y + mark.Height;
            _picture.AddLink(LinkKind.Tick, null, null, [new(x, top), new(x, IsWide ? bottom : y + mark.Height + 4)]);
            if (hasText)
            {
                _picture.AddLabel(frame, mark, x + 4, y);
                free = x + 4 + mark.Width + MarkGap;
            }
        }

        return Margin + 40;
    }

    private int PlaceEntry(TimeLineEntry entry, int top)
    {
        int y = top + RowGap;
        IReadOnlyList<FittedLine> text = Label(entry);
        FittedLine days = DayLine(entry);
        int height = RowHeight(entry);
        int x = IsWide ? Margin : 0;
        int box = _picture.AddBox(BoxKind.Entry, new PictureRect(x, y, IsWide ? TextColumn - Margin : _width, height), null,
            [KindWord(entry.Kind), entry.Label, Days(entry)], entry.Kind);
        int line = y;
        foreach (FittedLine part in text)
        {
            _picture.AddLabel(box, part, Margin, line);
            line += part.Height;
        }

        _picture.AddLabel(box, days, Margin, line);
        int barY = IsWide ? y + ((height - BarHeight) / 2) : line + days.Height + 3;
        PlaceBar(entry, box, barY);
        return y + height;
    }

    /// <summary>The narrow form has text above each bar, so that its line is there for the bars only.</summary>
    private void PlaceToday(int from, int to)
    {
        int x = _lineX + _scale.Place(_asOf, LineLength);
        _picture.AddLink(LinkKind.Today, null, null, [new(x, from), new(x, to)], _words.Today);
    }

    /// <summary>A single day is a dot; a span without a known beginning comes from the left edge.</summary>
    private void PlaceBar(TimeLineEntry entry, int box, int y)
    {
        if ((entry.End ?? entry.Start) is not { } last)
        {
            return;
        }

        if (!IsWide)
        {
            PlaceToday(y - 3, y + BarHeight + 3);
        }

        int end = _lineX + _scale.Place(last, LineLength);
        int start = entry.End is null ? end - (DayWidth / 2) : _lineX + _scale.Place(entry.Start ?? DateTime.MinValue, LineLength);
        bool later = _scale.IsLater(last);
        int right = later ? _width - Margin - ArrowRoom : _width - Margin;
        start = Math.Min(start, right - DayWidth);
        int length = entry.End is null ? DayWidth : Math.Max(DayWidth, Math.Min(end, right) - start);
        _picture.AddBox(entry.End is null ? BoxKind.Day : BoxKind.Span, new PictureRect(start, y, length, BarHeight),
            IsWide ? null : box, null, entry.Kind);
        if (later)
        {
            _picture.AddLink(LinkKind.Later, null, box, [new(right, y + (BarHeight / 2)), new(right + ArrowRoom, y + (BarHeight / 2))],
                Days(entry));
        }
    }

    private IReadOnlyList<FittedLine> Label(TimeLineEntry entry) => TextFit.Wrap(entry.Label, LabelStyle.Strong, TextWidth, 2);

    private FittedLine DayLine(TimeLineEntry entry) =>
        TextFit.One(KindWord(entry.Kind) + " \u00B7 " + Days(entry), LabelStyle.Quiet, TextWidth);

    private int TextWidth => (IsWide ? TextColumn : _width) - (2 * Margin);

    private int RowHeight(TimeLineEntry entry) => Label(entry).Sum(l => l.Height) + DayLine(entry).Height + (IsWide ? 2 : BarHeight + 6);

    private static string Days(TimeLineEntry entry) => (entry.Start, entry.End) switch
    {
        ({ } start, { } end) when start.Date == end.Date => DayText.Of(start),
        ({ } start, { } end) => DayText.Of(start) + " \u2013 " + DayText.Of(end),
        ({ } start, null) => DayText.Of(start),
        (null, { } end) => "\u2192 " + DayText.Of(end),
        (null, null) => "?",
    };

    private string KindWord(TimeLineKind kind) => kind switch
    {
        TimeLineKind.Certificate => _words.KeyCertificate,
        TimeLineKind.Support => _words.KeySupport,
        TimeLineKind.Step => _words.KeyStep,
        TimeLineKind.Rule => _words.KeyRule,
        _ => throw ClosedSet.Outside(kind),
    };
}
