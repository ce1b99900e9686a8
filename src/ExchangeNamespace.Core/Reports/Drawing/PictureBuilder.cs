using System.Collections.Generic;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>Collects the parts of a picture and gives each box its number.</summary>
internal sealed class PictureBuilder
{
    private readonly List<PictureBox> _boxes = [];
    private readonly List<PictureLink> _links = [];
    private readonly List<PictureLabel> _labels = [];

    public int AddBox(BoxKind kind, PictureRect bounds, int? parent = null, IReadOnlyList<string>? lines = null,
        TimeLineKind? variant = null)
    {
        int id = _boxes.Count;
        _boxes.Add(new PictureBox { Id = id, Kind = kind, Bounds = bounds, Parent = parent, Lines = lines ?? [], Variant = variant });
        return id;
    }

    public void AddLink(LinkKind kind, int? from, int? to, IReadOnlyList<PicturePoint> points, string meaning = "") =>
        _links.Add(new PictureLink { Kind = kind, From = from, To = to, Points = points, Meaning = meaning });

    /// <summary>Adds a line of text whose room begins at a point.</summary>
    public void AddLabel(int box, FittedLine line, int x, int y)
    {
        LabelFont font = LabelFont.Of(line.Style);
        _labels.Add(new PictureLabel
        {
            Text = line.Text,
            FullText = line.FullText,
            Style = line.Style,
            Box = box,
            Bounds = new PictureRect(x, y, line.Width, font.LineHeight),
            IsGuessed = line.IsGuessed,
        });
    }

    /// <summary>Adds a line of text in the middle of a room.</summary>
    public void AddCentred(int box, FittedLine line, int left, int width, int y)
    {
        _labels.Add(new PictureLabel
        {
            Text = line.Text,
            FullText = line.FullText,
            Style = line.Style,
            Box = box,
            Bounds = new PictureRect(left + ((width - line.Width) / 2), y, line.Width, LabelFont.Of(line.Style).LineHeight),
            Centred = true,
            IsGuessed = line.IsGuessed,
        });
    }

    public Picture Build(int width, int height, string title, string description, Picture? narrow = null) => new()
    {
        Width = width,
        Height = height,
        Title = title,
        Description = description,
        Boxes = _boxes,
        Links = _links,
        Labels = _labels,
        Narrow = narrow,
    };
}
