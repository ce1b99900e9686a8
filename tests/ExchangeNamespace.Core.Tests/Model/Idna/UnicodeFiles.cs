using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace ExchangeNamespace.Tests.Model.Idna;

/// <summary>The files of Unicode, where the packages unicode-data and unicode-idna are installed; a test that needs them skips elsewhere.</summary>
internal static class UnicodeFiles
{
    /// <summary>The version that the project's table was made from.</summary>
    public const string Version = "15.0.0";

    private const string Folder = "/usr/share/unicode";

    /// <summary>The rows of a file: first and last code point, and the cells behind them.</summary>
    public static IEnumerable<(int First, int Last, string[] Cells)> Rows(string name) =>
        from line in Lines(name)
        let cells = line.Split('#')[0].Split(';').Select(c => c.Trim()).ToArray()
        where cells.Length > 1
        let ends = cells[0].Split("..")
        select (Hex(ends[0]), Hex(ends[ends.Length - 1]), cells.Skip(1).ToArray());

    /// <summary>The code points of a file with one of its cells.</summary>
    public static Dictionary<int, string> Property(string name, int cell = 0) => Rows(name)
        .SelectMany(r => Enumerable.Range(r.First, r.Last - r.First + 1).Select(point => (point, cell < r.Cells.Length ? r.Cells[cell] : string.Empty)))
        .ToDictionary(p => p.point, p => p.Item2);

    public static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string[] Lines(string name)
    {
        string path = Path.Combine(Folder, name);
        if (!File.Exists(path) || !File.Exists(Path.Combine(Folder, "ReadMe.txt")))
        {
            Assert.Skip("The files of Unicode are not installed (Debian packages unicode-data and unicode-idna).");
        }

        if (!File.ReadLines(Path.Combine(Folder, "Scripts.txt")).First().Contains(Version))
        {
            Assert.Skip("The installed files of Unicode are of another version than " + Version + ".");
        }

        return File.ReadAllLines(path);
    }
}
