using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>
/// The form for narrow screens: one column, in which requests from outside flow down to the servers and those from inside flow up to them.
/// Names say in words where they lead.
/// </summary>
internal sealed class NarrowLayout
{
    public const int Width = 344;

    private const int Margin = 4;
    private const int BoxX = 30;
    private const int BoxWidth = Width - (2 * BoxX);
    private const int LeftRail = 16;
    private const int RightRail = Width - LeftRail;
    private const int Gap = 14;
    private const int LineHeight = 17;

    private readonly PictureBuilder _picture = new();
    private readonly Scene _scene;
    private readonly DrawingWords _words;
    private readonly SceneBlocks _blocks;
    private readonly Dictionary<int, (int Box, int Middle)> _servers = [];
    private readonly int _outside;
    private readonly int _inside;

    private NarrowLayout(Scene scene, DrawingWords words)
    {
        _scene = scene;
        _words = words;
        _blocks = new SceneBlocks(scene, words);
        (int door, int bottom) = new NarrowLayout(this).PlaceHalves();
        _outside = _picture.AddBox(BoxKind.Outside, new PictureRect(Margin, Margin, Width - (2 * Margin), door - Margin - 2), null,
            [words.Outside]);
        _inside = _picture.AddBox(BoxKind.Inside, new PictureRect(Margin, door + 2, Width - (2 * Margin), bottom - door - 2), null,
            [words.Inside]);
    }

    /// <summary>A second run on a sheet of its own, to know how high the halves become before they are drawn.</summary>
    private NarrowLayout(NarrowLayout other)
    {
        _scene = other._scene;
        _words = other._words;
        _blocks = other._blocks;
    }

    public static Picture Draw(Scene scene, DrawingWords words, string title, string description)
    {
        NarrowLayout layout = new(scene, words);
        (_, int bottom) = layout.PlaceHalves();
        int y = bottom + Gap;
        foreach (SceneCertificate certificate in scene.Certificates)
        {
            TextBlock block = layout._blocks.Certificate(certificate, Width - (2 * Margin));
            block.Place(layout._picture, Margin, y, block.Height);
            y += block.Height + Gap;
        }

        IEnumerable<(LinkKind Kind, string Text)> key = KeyStrip.Of(scene, words)
            .Where(k => k.Kind is LinkKind.Outside or LinkKind.Inside);
        return layout._picture.Build(Width, KeyStrip.Place(layout._picture, key, Margin, y, Width - (2 * Margin)) + Margin, title,
            description);
    }

    /// <summary>Both halves; gives where they meet, and the lower edge.</summary>
    private (int Door, int Bottom) PlaceHalves()
    {
        int y = Head(_outside, _words.Outside, 12);
        (int clients, int clientsMiddle, y) = Put(_blocks.Clients(DnsView.External, BoxWidth), y);
        y = View(_outside, DnsView.External, y);
        List<(int Box, int Middle)> outside = [];
        foreach (NameCard card in NameCards.Of(_scene.Outside))
        {
            (int box, int middle, y) = Put(_blocks.Names(card, BoxWidth, _scene.Units.Count > 1), y);
            outside.Add((box, middle));
        }

        TextBlock door = _blocks.Door(BoxWidth);
        int meet = y + (door.Height / 2);
        (int doorBox, int doorMiddle, y) = Put(door, y);
        Link(LinkKind.Outside, clients, clientsMiddle, LeftRail, BoxX, outside);
        foreach ((int box, int middle) in outside)
        {
            Link(LinkKind.Outside, box, middle, RightRail, BoxX + BoxWidth, [(doorBox, doorMiddle)]);
        }

        y = PlaceSites(Head(_inside, _words.Inside, y - 4));
        Link(LinkKind.Outside, doorBox, doorMiddle, LeftRail, BoxX,
            [.. _scene.Outside.SelectMany(n => n.Rows).Distinct().OrderBy(r => r).Select(r => _servers[r])], WideRows.SitePadding);
        return (meet, PlaceInside(y));
    }

    private int PlaceSites(int top)
    {
        int y = top;
        foreach (IGrouping<PlannedSite, SceneUnit> site in _scene.Units.GroupBy(u => u.Site))
        {
            TextBlock head = _blocks.SiteHead(site.Key, BoxWidth);
            int width = BoxWidth - (2 * WideRows.SitePadding);
            TextBlock[] servers = [.. site.Select(u => _blocks.Servers(u, width))];
            int height = head.Height + servers.Sum(b => b.Height + WideRows.SitePadding);
            int frame = head.Place(_picture, BoxX, y, height);
            int inner = y + head.Height;
            foreach ((SceneUnit unit, TextBlock block) in site.Zip(servers, (u, b) => (u, b)))
            {
                _servers[unit.Row] = (block.Place(_picture, BoxX + WideRows.SitePadding, inner, block.Height, frame),
                    inner + (block.Height / 2));
                inner += block.Height + WideRows.SitePadding;
            }

            y += height + Gap;
        }

        return y;
    }

    private int PlaceInside(int top)
    {
        int y = View(_inside, DnsView.Internal, top);
        List<(int Box, int Middle)> names = [];
        foreach (NameCard card in NameCards.Of(_scene.Inside))
        {
            (int box, int middle, y) = Put(_blocks.Names(card, BoxWidth, _scene.Units.Count > 1), y);
            names.Add((box, middle));
            Link(LinkKind.Inside, box, middle, RightRail, BoxX + BoxWidth, [.. card.Rows.Select(r => _servers[r])], -WideRows.SitePadding);
        }

        (int clients, int clientsMiddle, y) = Put(_blocks.Clients(DnsView.Internal, BoxWidth), y);
        Link(LinkKind.Inside, clients, clientsMiddle, LeftRail, BoxX, names);
        return y;
    }

    private int Head(int box, string text, int y)
    {
        _picture.AddLabel(box, TextFit.One(text, LabelStyle.Half, BoxWidth), BoxX, y);
        return y + LabelFont.Of(LabelStyle.Half).LineHeight + 6;
    }

    private int View(int box, DnsView view, int y)
    {
        foreach (FittedLine line in TextFit.Wrap(_blocks.ViewText(view), LabelStyle.Quiet, BoxWidth, 2))
        {
            _picture.AddLabel(box, line, BoxX, y);
            y += LineHeight;
        }

        return y + 4;
    }

    private (int Box, int Middle, int Next) Put(TextBlock block, int y) =>
        (block.Place(_picture, BoxX, y, block.Height), y + (block.Height / 2), y + block.Height + Gap);

    /// <summary>Lines along a rail from one box to others, all on the same side.</summary>
    private void Link(LinkKind kind, int from, int fromY, int rail, int edge, IReadOnlyList<(int Box, int Middle)> targets, int inset = 0)
    {
        foreach ((int box, int middle) in targets)
        {
            _picture.AddLink(kind, from, box, [new(edge, fromY), new(rail, fromY), new(rail, middle), new(edge + inset, middle)]);
        }
    }
}
