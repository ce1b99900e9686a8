using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>
/// The wide form: names outside on the left, servers in the middle, names inside on the right. Requests flow from both edges to the
/// servers, and each row has its names beside it.
/// </summary>
internal sealed class WideLayout
{
    public const int Width = 1154;

    private const int Margin = 12;
    private const int NamesWidth = 264;
    private const int OutsideX = 46;
    private const int OutsideRail = 29;
    private const int OutsideTrunk = 333;
    private const int DoorX = 356;
    private const int DoorWidth = 108;
    private const int SitesX = 526;
    private const int SitesWidth = 278;
    private const int InsideX = 844;
    private const int InsideTrunk = 824;
    private const int InsideRail = 1125;
    private const int Top = 50;
    private const int CertificateColumns = 3;
    private const int Gap = 16;

    private readonly PictureBuilder _picture = new();
    private readonly Scene _scene;
    private readonly DrawingWords _words;
    private readonly SceneBlocks _blocks;
    private readonly Dictionary<int, int> _servers = [];

    private WideLayout(Scene scene, DrawingWords words)
    {
        _scene = scene;
        _words = words;
        _blocks = new SceneBlocks(scene, words);
    }

    public static Picture Draw(Scene scene, DrawingWords words, string title, string description, Picture narrow)
    {
        WideLayout layout = new(scene, words);
        return layout._picture.Build(Width, layout.Place(), title, description, narrow);
    }

    private int Place()
    {
        TextBlock outside = _blocks.Clients(DnsView.External, NamesWidth);
        TextBlock inside = _blocks.Clients(DnsView.Internal, NamesWidth);
        int clients = System.Math.Max(outside.Height, inside.Height);
        (NameCard Card, TextBlock Block)[] left = Cards(_scene.Outside);
        (NameCard Card, TextBlock Block)[] right = Cards(_scene.Inside);
        IReadOnlyList<FittedLine> view = TextFit.Wrap(_blocks.ViewText(DnsView.Internal), LabelStyle.Quiet, NamesWidth, 2);
        int dns = Top + clients + 14;
        WideRows rows = Rows(dns + (view.Count * 17) + 8, [.. left, .. right]);
        int bottom = System.Math.Max(rows.Bottom, dns + 60);
        Halves(bottom + Gap);
        _picture.AddLabel(0, TextFit.One(_blocks.ViewText(DnsView.External), LabelStyle.Quiet, NamesWidth), OutsideX,
            dns + ((view.Count - 1) * 17));
        for (int i = 0; i < view.Count; i++)
        {
            _picture.AddLabel(1, view[i], InsideX, dns + (i * 17));
        }

        int from = outside.Place(_picture, OutsideX, Top, clients);
        int back = inside.Place(_picture, InsideX, Top, clients);
        int door = PlaceDoor(bottom);
        PlaceServers(rows);
        foreach ((NameCard card, TextBlock block) in left)
        {
            LinkOutside(rows, card, PlaceCard(rows, card, block, OutsideX), from, clients, door);
        }

        foreach ((NameCard card, TextBlock block) in right)
        {
            LinkInside(rows, card, PlaceCard(rows, card, block, InsideX), back, clients);
        }

        PassageLinks.Place(_picture, _scene, _blocks, _servers, SitesX + WideRows.SitePadding, SitesX - 10, rows.Middle);
        return PlaceCertificates(bottom + (2 * Gap));
    }

    private (NameCard Card, TextBlock Block)[] Cards(IReadOnlyList<SceneName> names) =>
        [.. NameCards.Of(names).Select(c => (c, _blocks.Names(c, NamesWidth)))];

    private WideRows Rows(int top, (NameCard Card, TextBlock Block)[] cards)
    {
        WideRows rows = new(_scene.Units,
            _scene.Units.Select((u, i) => i == 0 || _scene.Units[i - 1].Site != u.Site ? _blocks.SiteHead(u.Site, SitesWidth).Height : 0),
            _scene.Units.Select(u => _blocks.Servers(u, SitesWidth - (2 * WideRows.SitePadding)).Height), top);
        foreach ((NameCard card, TextBlock block) in cards.OrderBy(c => c.Card.Last - c.Card.First))
        {
            rows.Stretch(card.First, card.Last, block.Height);
        }

        return rows;
    }

    private void Halves(int bottom)
    {
        int middle = DoorX + (DoorWidth / 2);
        int outside = _picture.AddBox(BoxKind.Outside, new PictureRect(Margin, Margin, middle - Margin - 3, bottom - Margin), null,
            [_words.Outside]);
        int inside = _picture.AddBox(BoxKind.Inside,
            new PictureRect(middle + 3, Margin, Width - Margin - middle - 3, bottom - Margin), null, [_words.Inside]);
        _picture.AddLabel(outside, TextFit.One(_words.Outside, LabelStyle.Half, middle - OutsideX - 20), OutsideX, 20);
        _picture.AddLabel(inside, TextFit.One(_words.Inside, LabelStyle.Half, Width - SitesX - 60), SitesX, 20);
    }

    /// <summary>A proxy stands in the way of every request; a firewall is a wall that they pass.</summary>
    private int PlaceDoor(int bottom)
    {
        TextBlock door = _blocks.Door(DoorWidth);
        if (!_blocks.HasProxy)
        {
            int wall = DoorX + (DoorWidth / 2);
            _picture.AddLink(LinkKind.Wall, null, null, [new(wall, Top + door.Height), new(wall, bottom + Gap)], _words.Firewall);
        }

        return door.Place(_picture, DoorX, Top, _blocks.HasProxy ? bottom - Top : door.Height);
    }

    private void PlaceServers(WideRows rows)
    {
        int site = 0;
        foreach (SceneUnit unit in _scene.Units)
        {
            if (rows.IsFirst(unit.Row))
            {
                int top = rows.HeadTop(unit.Row);
                site = _blocks.SiteHead(unit.Site, SitesWidth).Place(_picture, SitesX, top, rows.SiteBottom(unit.Row) - top);
            }

            _servers.Add(unit.Row, _blocks.Servers(unit, SitesWidth - (2 * WideRows.SitePadding))
                .Place(_picture, SitesX + WideRows.SitePadding, rows.UnitTop(unit.Row), rows.UnitHeight(unit.Row), site));
        }
    }

    /// <summary>Beside one row a box stands in the middle of its servers, beside several in the middle between them.</summary>
    private (int Box, int Middle) PlaceCard(WideRows rows, NameCard card, TextBlock block, int x)
    {
        int middle = card.First == card.Last ? rows.Middle(card.First) : (rows.SlotTop(card.First) + rows.SlotBottom(card.Last)) / 2;
        return (block.Place(_picture, x, middle - (block.Height / 2), block.Height), middle);
    }

    private void LinkOutside(WideRows rows, NameCard card, (int Box, int Middle) names, int clients, int clientsHeight, int door)
    {
        int start = Top + (clientsHeight / 2);
        _picture.AddLink(LinkKind.Outside, clients, names.Box,
            [new(OutsideX, start), new(OutsideRail, start), new(OutsideRail, names.Middle), new(OutsideX, names.Middle)]);
        foreach (int row in card.Rows)
        {
            int y = rows.Middle(row);
            PicturePoint[] way = Elbow(OutsideX + NamesWidth, names.Middle, OutsideTrunk, y);
            int end = SitesX + WideRows.SitePadding;
            if (_blocks.HasProxy)
            {
                _picture.AddLink(LinkKind.Outside, names.Box, door, [.. way, new(DoorX, y)]);
                _picture.AddLink(LinkKind.Outside, door, _servers[row], [new(DoorX + DoorWidth, y), new(end, y)]);
            }
            else
            {
                _picture.AddLink(LinkKind.Outside, names.Box, _servers[row], [.. way, new(end, y)]);
            }
        }
    }

    private void LinkInside(WideRows rows, NameCard card, (int Box, int Middle) names, int clients, int clientsHeight)
    {
        int start = Top + (clientsHeight / 2);
        int edge = InsideX + NamesWidth;
        _picture.AddLink(LinkKind.Inside, clients, names.Box,
            [new(edge, start), new(InsideRail, start), new(InsideRail, names.Middle), new(edge, names.Middle)]);
        foreach (int row in card.Rows)
        {
            int y = rows.Middle(row);
            _picture.AddLink(LinkKind.Inside, names.Box, _servers[row],
                [.. Elbow(InsideX, names.Middle, InsideTrunk, y), new(SitesX + SitesWidth - WideRows.SitePadding, y)]);
        }
    }

    private static PicturePoint[] Elbow(int x, int y, int trunk, int targetY) =>
        y == targetY ? [new(x, y)] : [new(x, y), new(trunk, y), new(trunk, targetY)];

    private int PlaceCertificates(int top)
    {
        int width = (Width - (2 * Margin) - ((CertificateColumns - 1) * Gap)) / CertificateColumns;
        int y = top;
        for (int i = 0; i < _scene.Certificates.Count; i += CertificateColumns)
        {
            TextBlock[] row = [.. _scene.Certificates.Skip(i).Take(CertificateColumns).Select(c => _blocks.Certificate(c, width))];
            int height = row.Max(b => b.Height);
            for (int j = 0; j < row.Length; j++)
            {
                row[j].Place(_picture, Margin + (j * (width + Gap)), y, height);
            }

            y += height + Gap;
        }

        return KeyStrip.Place(_picture, KeyStrip.Of(_scene, _words), Margin, y, Width - (2 * Margin)) + Margin;
    }
}
