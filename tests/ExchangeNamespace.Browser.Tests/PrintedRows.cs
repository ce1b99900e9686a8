using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Browser.Tests;

/// <summary>On which sheets the rows of tables lie: each row begins with its mark, and each of its cells ends with it.</summary>
internal static class PrintedRows
{
    /// <summary>Sets the marks and counts them.</summary>
    public const string Mark = """
        () => { let marks = 0; [...document.querySelectorAll('tr')].filter(row => !row.closest('thead')).forEach((row, i) => {
          row.cells[0].prepend('[[' + i + ']]'); marks++;
          for (const cell of row.cells) { cell.append('[[' + i + ']]'); marks++; } }); return marks; }
        """;

    private const string Program = "/usr/bin/pdftotext";

    /// <summary>The marks of a document with the sheets that they lie on; skips the test where the reader is not installed.</summary>
    public static IReadOnlyList<(int Row, int Sheet)> In(byte[] pdf)
    {
        Assert.SkipUnless(File.Exists(Program), $"{Program} is not installed. The package poppler-utils of Debian has it.");
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, pdf);
            ProgramRun run = ProgramRun.Of(new ProcessStartInfo(Program, ["-raw", path, "-"]));
            Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
            return [.. run.Output.Split('\f').SelectMany((sheet, i) => Regex.Matches(Regex.Replace(sheet, "\\s+", string.Empty), "\\[\\[([0-9]+)\\]\\]")
                .Select(m => (int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), i + 1)))];
        }
        finally
        {
            File.Delete(path);
        }
    }
}
