using ExchangeNamespace.Design.Questions;
using Xunit;

namespace ExchangeNamespace.Tests.Design.Questions;

/// <summary>What is typed next.</summary>
public class NextCommandsTests
{
    [Theory]
    [InlineData(null, "$plan = $design | Get-NamespacePlan")]
    [InlineData("design.json", "$plan = Get-NamespacePlan -Path design.json")]
    [InlineData("my designs/a.json", "$plan = Get-NamespacePlan -Path \"my designs/a.json\"")]
    [InlineData("it's $(x).json", "$plan = Get-NamespacePlan -Path 'it''s $(x).json'")]
    [InlineData("[1].json", "$plan = Get-NamespacePlan -LiteralPath '[1].json'")]
    [InlineData("-Path", "$plan = Get-NamespacePlan -Path \"-Path\"")]
    [InlineData("\u00fc.json", "$plan = Get-NamespacePlan -Path ('' + [char]252 + '.json')")]
    public void The_first_reads_the_design(string? path, string expected) => Assert.Equal(expected, NextCommands.Of(path)[0]);

    [Fact]
    public void There_are_three_or_none_where_no_line_carries_the_path()
    {
        Assert.Equal(3, NextCommands.Of("a.json").Count);
        Assert.Empty(NextCommands.Of("a\nb.json"));
    }
}
