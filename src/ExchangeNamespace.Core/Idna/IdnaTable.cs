using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace ExchangeNamespace.Idna;

/// <summary>
/// What the project knows of the characters of names: Data/idna.tsv, made from the files of one version of Unicode. The tables of the
/// runtime differ from one to the next, and a name must not.
/// </summary>
internal sealed class IdnaTable
{
    private static readonly Lazy<IdnaTable> Read = new(() => new IdnaTable());

    private readonly CodePointMap _permitted;
    private readonly CodePointMap _lower;
    private readonly CodePointMap _combining;
    private readonly CodePointMap _marks;
    private readonly CodePointMap _bidi;
    private readonly CodePointMap _joining;
    private readonly CodePointMap _scripts;
    private readonly Dictionary<int, int[]> _decomposed = [];
    private readonly Dictionary<(int, int), int> _composed = [];

    private IdnaTable()
    {
        ILookup<string, (string Value, string Cells)> lines = Lines().ToLookup(l => l.Kind, l => (l.Value, l.Cells));
        _permitted = new CodePointMap(lines["permitted"]);
        _lower = new CodePointMap(lines["lower"]);
        _combining = new CodePointMap(lines["combining"]);
        _marks = new CodePointMap(lines["mark"]);
        _bidi = new CodePointMap(lines["bidi"]);
        _joining = new CodePointMap(lines["joining"]);
        _scripts = new CodePointMap(lines["script"]);
        foreach ((string value, string entries) in lines["decomposed"])
        {
            foreach (string entry in entries.Split(' '))
            {
                int[] points = [.. entry.Split('=', '+').Select(Hex)];
                _decomposed[points[0]] = [.. points.Skip(1)];
                if (value == "composes")
                {
                    _composed[(points[1], points[2])] = points[0];
                }
            }
        }
    }

    /// <summary>The one table, read when a name first needs it.</summary>
    public static IdnaTable Current => Read.Value;

    /// <summary>Whether IDNA 2008 permits the code point (<c>valid</c>), or permits it beside certain others (<c>context</c>).</summary>
    public string? Permission(int point) => _permitted[point];

    /// <summary>The small letter of a capital, the same code point for all else.</summary>
    public int Lower(int point) =>
        _lower[point] is { } delta ? point + int.Parse(delta, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : point;

    /// <summary>The canonical combining class; 0 for what does not combine.</summary>
    public int CombiningClass(int point) => _combining[point] is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : 0;

    /// <summary>Whether the code point is a mark, with which no label begins.</summary>
    public bool IsMark(int point) => _marks[point] is not null;

    /// <summary>The class of the bidirectional algorithm.</summary>
    public string BidiClass(int point) => _bidi[point] ?? "L";

    /// <summary>How the letter joins its neighbours: <c>L</c>, <c>R</c>, <c>D</c>, <c>T</c>; null where it does not.</summary>
    public string? JoiningType(int point) => _joining[point];

    /// <summary>The script, where a rule of context asks for it.</summary>
    public string? Script(int point) => _scripts[point];

    /// <summary>The canonical decomposition, one step of it.</summary>
    public bool TryDecompose(int point, out int[] parts) => _decomposed.TryGetValue(point, out parts!);

    /// <summary>What two code points compose to.</summary>
    public bool TryCompose(int first, int second, out int composed) => _composed.TryGetValue((first, second), out composed);

    private static IEnumerable<(string Kind, string Value, string Cells)> Lines()
    {
        using Stream stream = typeof(IdnaTable).Assembly.GetManifestResourceStream("idna.tsv")!;
        using StreamReader reader = new(stream, Encoding.ASCII);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                string[] cells = line.Split('\t');
                yield return (cells[0], cells[1], cells[2]);
            }
        }
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
