using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ExchangeNamespace.Idna;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Model.Idna;

/// <summary>The table against the files it was made from. Set EXN_UPDATE_GOLDEN=1 to write it anew.</summary>
public class IdnaTableTests
{
    [Fact]
    public void The_table_is_what_the_files_of_Unicode_give()
    {
        string text = new IdnaTableWriter().Write();
        string path = Path.Combine(SharedData.RepositoryRoot(), "src", "ExchangeNamespace.Core", "Idna", "Data", "idna.tsv");
        if (Environment.GetEnvironmentVariable("EXN_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text, Encoding.ASCII);
        }

        Assert.Equal(text, File.ReadAllText(path, Encoding.ASCII));
    }

    // Every code point, alone and between letters that compose with nothing; of the planes without any character a part.
    [Fact]
    public void What_is_mapped_is_mapped_as_UTS_46_does_it()
    {
        SkipWithOlderTables();
        Dictionary<int, string> status = UnicodeFiles.Property("idna/IdnaMappingTable.txt");
        Dictionary<int, string> mapping = UnicodeFiles.Property("idna/IdnaMappingTable.txt", 1);
        List<string> wrong = [];
        int accepted = 0;
        int emptyStep = RandomCases.Of(usual: 101, full: 1);
        for (int point = 0x80; point <= 0x10FFFF; point += point == 0xD7FF ? 0x801 : point is >= 0x40000 and < 0xDFF00 ? emptyStep : 1)
        {
            string letter = char.ConvertFromUtf32(point);
            if (!InternationalName.TryMap("q" + letter + "q.example", out string ascii, out _)
                && !InternationalName.TryMap(letter + ".example", out ascii, out _))
            {
                continue;
            }

            accepted++;
            string label = ascii.Substring(0, ascii.IndexOf('.')).Substring(4);
            string decoded = CodePoints.Write(Punycode.Decode(label)!).Replace("q", string.Empty);
            string expected = status[point] switch
            {
                "valid" or "deviation" => letter,
                "mapped" => string.Concat(mapping[point].Split(' ').Select(h => char.ConvertFromUtf32(UnicodeFiles.Hex(h)))),
                _ => "refused",
            };
            if (decoded != expected.Normalize(NormalizationForm.FormC))
            {
                wrong.Add($"U+{point:X4} {status[point]}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(accepted > 120_000, $"{accepted}");
    }

    [Fact]
    public void Composition_is_that_of_the_base_library_where_its_own_tables_know_the_characters()
    {
        SkipWithOlderTables();
        int[] points = [.. UnicodeFiles.Rows("UnicodeData.txt").Select(r => r.First).Where(p => p is < 0xD800 or > 0xDFFF)];
        int[] marks = [.. points.Where(p => IdnaTable.Current.CombiningClass(p) > 0)];
        Random random = new(5);
        for (int i = 0; i < 50_000; i++)
        {
            int[] text = [points[random.Next(points.Length)], marks[random.Next(marks.Length)], marks[random.Next(marks.Length)], points[random.Next(points.Length)]];
            if (text.All(p => IdnaTable.Current.Permission(p) is not null || IdnaTable.Current.Lower(p) != p))
            {
                Assert.Equal(CodePoints.Write(text).Normalize(NormalizationForm.FormC), CodePoints.Write(CanonicalForm.Of(text)));
            }
        }
    }

    private static void SkipWithOlderTables() => Assert.SkipWhen(
        Environment.Version.Major < 5,
        "This runtime normalises text by tables of an older Unicode: Mono composes nothing to U+1B06, which is of 2006.");
}
