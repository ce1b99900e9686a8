using System.Collections.Generic;

namespace ExchangeNamespace.Scripts;

/// <summary>Lines and columns of a text; lines end as PowerShell reads them, at CR, LF or both.</summary>
internal sealed class LineMap
{
    private readonly List<int> _starts = [0];

    public LineMap(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                _starts.Add(i + 1);
            }
        }
    }

    /// <summary>Line and column of an offset, both counted from 1.</summary>
    public (int Line, int Column) Find(int offset)
    {
        int index = _starts.BinarySearch(offset);
        int line = index >= 0 ? index : ~index - 1;
        return (line + 1, offset - _starts[line] + 1);
    }
}
