using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>
/// The places of the rows of the wide form: each row has the room that its servers and the names beside it need.
/// </summary>
internal sealed class WideRows
{
    public const int SitePadding = 10;

    private const int SiteGap = 24;
    private const int UnitGap = 10;

    private readonly IReadOnlyList<SceneUnit> _units;
    private readonly int[] _heads;
    private readonly int[] _heights;
    private readonly int[] _above;
    private readonly int[] _below;
    private readonly int _top;

    public WideRows(IReadOnlyList<SceneUnit> units, IEnumerable<int> heads, IEnumerable<int> heights, int top)
    {
        _units = units;
        _heads = [.. heads];
        _heights = [.. heights];
        _above = new int[units.Count];
        _below = new int[units.Count];
        _top = top;
    }

    public int Bottom => _units.Count == 0 ? _top : SlotBottom(_units.Count - 1);

    /// <summary>
    /// Makes room for a box beside some rows: in the middle of one row's servers, or between the first and the last of several.
    /// </summary>
    public void Stretch(int first, int last, int needed)
    {
        if (first == last)
        {
            int half = (needed + 1) / 2;
            _above[first] = Math.Max(_above[first], half - _heads[first] - (_heights[first] / 2));
            _below[first] = Math.Max(_below[first], half - (_heights[first] / 2) - (IsLast(first) ? SitePadding : 0));
        }
        else if (needed - (SlotBottom(last) - SlotTop(first)) is > 0 and int missing)
        {
            _above[first] += missing / 2;
            _below[last] += missing - (missing / 2);
        }
    }

    /// <summary>The upper edge of the row with the head of its site.</summary>
    public int SlotTop(int row)
    {
        int y = _top;
        for (int i = 0; i < row; i++)
        {
            y += Slot(i) + (IsLast(i) ? SiteGap : UnitGap);
        }

        return y;
    }

    public int SlotBottom(int row) => SlotTop(row) + Slot(row);

    public int UnitTop(int row) => HeadTop(row) + _heads[row];

    /// <summary>The upper edge of the site that a row begins.</summary>
    public int HeadTop(int row) => SlotTop(row) + _above[row];

    public int UnitHeight(int row) => _heights[row];

    public int Middle(int row) => UnitTop(row) + (_heights[row] / 2);

    public bool IsFirst(int row) => row == 0 || _units[row - 1].Site != _units[row].Site;

    private bool IsLast(int row) => row == _units.Count - 1 || IsFirst(row + 1);

    private int Slot(int row) => _above[row] + _heads[row] + _heights[row] + (IsLast(row) ? SitePadding : 0) + _below[row];

    /// <summary>The lower edge of the site that a row begins.</summary>
    public int SiteBottom(int row)
    {
        int last = Enumerable.Range(row, _units.Count - row).First(IsLast);
        return SlotBottom(last) - _below[last];
    }
}
