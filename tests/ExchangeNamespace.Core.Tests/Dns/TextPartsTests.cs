using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Dns;
using Xunit;

namespace ExchangeNamespace.Tests.Dns;

public class TextPartsTests
{
    [Fact]
    public void A_text_that_fits_is_one_part()
    {
        Assert.Equal([new string('a', 255)], TextParts.Split(new string('a', 255), 255));
        Assert.Equal([""], TextParts.Split("", 255));
    }

    [Fact]
    public void A_long_text_is_cut_before_a_space() => Assert.Equal(["v=spf1", " ip4:1", " -all"], TextParts.Split("v=spf1 ip4:1 -all", 7));

    [Fact]
    public void A_part_does_not_begin_with_what_reads_as_a_switch() => Assert.Equal(["ab", "c-d", "e/f"], TextParts.Split("abc-de/f", 3));

    [Fact]
    public void Parts_give_the_text_and_keep_to_the_limit() => Gen.Select(Gen.String[Gen.Char["abc  -/:"], 0, 900], Gen.Int[2, 255]).Sample((text, maximum) =>
    {
        IReadOnlyList<string> parts = TextParts.Split(text, maximum);
        Assert.Equal(text, string.Concat(parts));
        Assert.All(parts, p => Assert.InRange(p.Length, text.Length == 0 ? 0 : 1, maximum));
    });

    [Fact]
    public void Terms_of_an_spf_record_stay_whole() => Gen.Int[1, 120].Sample(count =>
    {
        string text = "v=spf1 " + string.Join(" ", Enumerable.Range(0, count).Select(i => $"ip4:192.0.2.{i}")) + " -all";
        Assert.All(TextParts.Split(text, 254).Skip(1), p => Assert.StartsWith(" ", p));
    });
}
