using System.Collections.Generic;
using System.IO;
using System.Text;

namespace ExchangeNamespace.Text;

/// <summary>Reads the tab-separated tables embedded in this assembly.</summary>
internal static class CatalogResource
{
    /// <summary>The rows of one table, split at tabs; comment rows, which begin with '#', are left out.</summary>
    /// <exception cref="FileNotFoundException">The assembly was built without that table.</exception>
    public static IEnumerable<string[]> Rows(string name)
    {
        using Stream stream = typeof(CatalogResource).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException("The embedded table '" + name + "' is missing.", name);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }

    /// <summary>The value of a column, or the empty string where a row ends before it.</summary>
    public static string Cell(string[] row, int column) => column < row.Length ? row[column] : string.Empty;

    /// <summary>The parts of a list cell; an empty cell is an empty list.</summary>
    public static IReadOnlyList<string> List(string cell, char separator) =>
        cell.Length == 0 ? [] : cell.Split(separator);

    /// <summary>Cuts a cell at the first separator; without one the second part is null.</summary>
    public static (string Head, string? Tail) Cut(string cell, char separator)
    {
        int at = cell.IndexOf(separator);
        return at < 0 ? (cell, null) : (cell.Substring(0, at), cell.Substring(at + 1));
    }
}
