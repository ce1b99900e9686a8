using System.Linq;
using ExchangeNamespace.Design.Questions;
using Xunit;

namespace ExchangeNamespace.Tests.Design.Questions;

/// <summary>How the text of an answer is taken apart.</summary>
public class AnswerTextTests
{
    [Theory]
    [InlineData("EX01, EX02;EX03 EX04", true, "EX01|EX02|EX03|EX04")]
    [InlineData("New York, Bern", false, "New York|Bern")]
    [InlineData("\"Zurich, HQ\"; Bern", false, "Zurich, HQ|Bern")]
    [InlineData(" , ,", true, "")]
    [InlineData("\"", false, "\"")]
    [InlineData("a\"b", false, "a\"b")]
    public void A_list(string text, bool parted, string expected) => Assert.Equal(expected, string.Join("|", AnswerText.Items(text, parted)));

    [Theory]
    [InlineData("SE", "::SE")]
    [InlineData("SE, EX03=2016", "::SE|EX03::2016")]
    [InlineData("ZRH*=Zurich", "ZRH:*:Zurich")]
    [InlineData("\"ZRH*\"=Zurich", "ZRH*::Zurich")]
    [InlineData("EX01=\"a=b, c\"", "EX01::a=b, c")]
    [InlineData("\"a=b\"=mail.contoso.com", "a=b::mail.contoso.com")]
    [InlineData("EX01=", "EX01::")]
    [InlineData("=SE", "::SE", true)]
    public void Values_for_names(string text, string expected, bool hasEmptyName = false)
    {
        AnswerItem[] items = [.. AnswerText.Pairs(text)];

        Assert.Equal(expected, string.Join("|", items.Select(i => $"{i.Name}:{(i.IsBeginning ? "*" : string.Empty)}:{i.Value}")));
        Assert.Equal(hasEmptyName, items[0].Name == string.Empty);
    }

    [Theory]
    [InlineData("ZRH*=x", "zrh01", true)]
    [InlineData("ZRH=x", "zrh01", false)]
    [InlineData("*=x", "anything", true)]
    [InlineData("x", "x", false)]
    public void A_name_fits_whole_or_by_its_beginning(string text, string name, bool fits) => Assert.Equal(fits, AnswerText.Pairs(text).Single().Fits(name));

    [Theory]
    [InlineData("Bern", "Bern")]
    [InlineData("New York", "New York")]
    [InlineData("Zurich, HQ", "\"Zurich, HQ\"")]
    [InlineData("a=b", "\"a=b\"")]
    public void A_name_is_shown_as_it_is_typed(string name, string expected)
    {
        Assert.Equal(expected, AnswerText.Typed(name));
        Assert.Equal([name], AnswerText.Items(expected, parted: false));
    }
}
