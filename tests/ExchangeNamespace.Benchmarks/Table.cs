using System;
using System.Globalization;
using System.Linq;

namespace ExchangeNamespace.Benchmarks;

/// <summary>Prints tables as the page has them.</summary>
internal static class Table
{
    /// <summary>Its title and the names of its columns.</summary>
    public static void Head(string title, params string[] columns)
    {
        Console.WriteLine();
        Console.WriteLine("## " + title);
        Console.WriteLine();
        Row(columns);
        Row([.. columns.Select(_ => "---")]);
    }

    public static void Row(params string[] cells) => Console.WriteLine("| " + string.Join(" | ", cells) + " |");

    /// <summary>With separators between thousands.</summary>
    public static string Whole(double value) => value.ToString("n0", CultureInfo.InvariantCulture);

    public static string Tenth(double value) => value.ToString("n1", CultureInfo.InvariantCulture);

    public static string Hundredth(double value) => value.ToString("f2", CultureInfo.InvariantCulture);

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>As an argument of a program.</summary>
    public static string Argument(int value) => value.ToString(CultureInfo.InvariantCulture);
}
