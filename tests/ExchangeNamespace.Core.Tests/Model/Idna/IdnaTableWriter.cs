using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ExchangeNamespace.Tests.Model.Idna;

/// <summary>Makes the project's table of characters from the files of Unicode.</summary>
internal sealed class IdnaTableWriter
{
    private const int FirstNonAscii = 0x80;
    private const int LongestLine = 120;

    private static readonly int[] InContext =
        [0xB7, 0x375, 0x5F3, 0x5F4, 0x200C, 0x200D, 0x30FB, .. Enumerable.Range(0x660, 10), .. Enumerable.Range(0x6F0, 10)];

    private readonly StringBuilder _text = new();
    private readonly HashSet<int> _permitted;
    private readonly Dictionary<int, string[]> _characters;

    public IdnaTableWriter()
    {
        _characters = UnicodeFiles.Rows("UnicodeData.txt").ToDictionary(r => r.First, r => r.Cells);
        _permitted = [.. from row in UnicodeFiles.Rows("idna/IdnaMappingTable.txt")
                         where row.Cells[0] is "valid" or "deviation" && !row.Cells.Contains("NV8") && !row.Cells.Contains("XV8")
                         from point in Enumerable.Range(row.First, row.Last - row.First + 1)
                         where point >= FirstNonAscii
                         select point];
    }

    public string Write()
    {
        _text.Append("# Characters of internationalised host names, made from the files of Unicode " + UnicodeFiles.Version + " by IdnaTableTests.\n");
        _text.Append("# Unicode Data Files: Copyright (c) 1991-2022 Unicode, Inc.; licence in docs/third-party-notices.md.\n");
        _text.Append("# A kind, a value, and the code points that have it; what a kind leaves out has the usual value.\n");
        Ranges("permitted", _permitted.Select(p => (p, InContext.Contains(p) ? "context" : "valid")));
        Ranges("lower", Capitals());
        Ranges("combining", Permitted("extracted/DerivedCombiningClass.txt").Where(p => p.Value != "0"));
        Ranges("mark", Permitted("extracted/DerivedGeneralCategory.txt").Where(p => p.Value[0] == 'M').Select(p => (p.Point, "M")));
        Ranges("bidi", PermittedOrAscii("extracted/DerivedBidiClass.txt").Where(p => p.Value != "L"));
        Ranges("joining", Permitted("extracted/DerivedJoiningType.txt").Where(p => p.Value is "L" or "R" or "D" or "T"));
        Ranges("script", Permitted("Scripts.txt").Where(p => p.Value is "Greek" or "Hebrew" or "Hiragana" or "Katakana" or "Han"));
        Decompositions();
        return _text.ToString();
    }

    /// <summary>Capitals whose one small letter is what UTS 46 maps them to.</summary>
    private IEnumerable<(int Point, string Value)> Capitals() =>
        from row in UnicodeFiles.Rows("idna/IdnaMappingTable.txt")
        where row.Cells[0] == "mapped"
        from point in Enumerable.Range(row.First, row.Last - row.First + 1)
        where point >= FirstNonAscii && _characters.TryGetValue(point, out string[]? cells) && cells[1] is "Lu" or "Lt" && cells[12] == row.Cells[1]
        let small = UnicodeFiles.Hex(row.Cells[1])
        select (point, (small - point).ToString(CultureInfo.InvariantCulture));

    private IEnumerable<(int Point, string Value)> Permitted(string file) =>
        UnicodeFiles.Property(file).Where(p => _permitted.Contains(p.Key)).Select(p => (p.Key, p.Value));

    private IEnumerable<(int Point, string Value)> PermittedOrAscii(string file) =>
        UnicodeFiles.Property(file).Where(p => p.Key < FirstNonAscii || _permitted.Contains(p.Key)).Select(p => (p.Key, p.Value));

    /// <summary>Without the five ideographs whose decomposition Unicode has corrected, which UTS 46 refuses.</summary>
    private void Decompositions()
    {
        Dictionary<int, string> status = UnicodeFiles.Property("idna/IdnaMappingTable.txt");
        HashSet<int> excluded = [.. from row in UnicodeFiles.Rows("DerivedNormalizationProps.txt")
                                    where row.Cells[0] == "Full_Composition_Exclusion"
                                    from point in Enumerable.Range(row.First, row.Last - row.First + 1)
                                    select point];
        ILookup<string, string> entries = _characters
            .Where(c => c.Value[4].Length > 0 && c.Value[4][0] != '<')
            .Where(c => c.Value[4].Contains(' ') || status[c.Key] != "disallowed")
            .OrderBy(c => c.Key)
            .ToLookup(c => excluded.Contains(c.Key) ? "parts" : "composes", c => Hex(c.Key) + "=" + c.Value[4].Replace(' ', '+'));
        Lines("decomposed", "composes", entries["composes"]);
        Lines("decomposed", "parts", entries["parts"]);
    }

    private void Ranges(string kind, IEnumerable<(int Point, string Value)> points)
    {
        foreach (IGrouping<string, int> value in points.GroupBy(p => p.Value, p => p.Point).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            List<(int First, int Last)> ranges = [];
            foreach (int point in value.Order())
            {
                if (ranges.Count > 0 && ranges[ranges.Count - 1].Last == point - 1)
                {
                    ranges[ranges.Count - 1] = (ranges[ranges.Count - 1].First, point);
                }
                else
                {
                    ranges.Add((point, point));
                }
            }

            Lines(kind, value.Key, ranges.Select(r => r.First == r.Last ? Hex(r.First) : Hex(r.First) + "-" + Hex(r.Last)));
        }
    }

    private void Lines(string kind, string value, IEnumerable<string> entries)
    {
        StringBuilder line = new();
        foreach (string entry in entries)
        {
            if (line.Length + entry.Length > LongestLine)
            {
                _text.Append(line).Append('\n');
                line.Clear();
            }

            line.Append(line.Length == 0 ? kind + "\t" + value + "\t" + entry : " " + entry);
        }

        _text.Append(line).Append('\n');
    }

    private static string Hex(int point) => point.ToString("X4", CultureInfo.InvariantCulture);
}
