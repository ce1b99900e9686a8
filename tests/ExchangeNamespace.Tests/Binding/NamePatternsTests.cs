using ExchangeNamespace.Binding;
using Xunit;

namespace ExchangeNamespace.Tests.Binding;

public class NamePatternsTests
{
    [Theory]
    [InlineData("cas*", "CAS1,CAS2")]
    [InlineData("cas1", "cas1")]
    [InlineData("X*", "X*")]
    [InlineData("CAS[", "CAS[")]
    [InlineData(null, "")]
    public void A_pattern_stands_for_the_names_that_it_fits_and_anything_else_for_itself(string? name, string expanded) =>
        Assert.Equal(expanded, string.Join(",", NamePatterns.Expand(name, ["CAS1", "CAS2", "OTHER"])));
}
