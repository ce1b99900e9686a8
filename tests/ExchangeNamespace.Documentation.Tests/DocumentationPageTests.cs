using ExchangeNamespace.Documentation.Tests.Pages;
using Xunit;

namespace ExchangeNamespace.Documentation.Tests;

/// <summary>What counts as a block of commands, and what a refreshed page keeps.</summary>
public class DocumentationPageTests
{
    private const string Page = """
        # Get-Sample

        ## SYNTAX

        ```powershell
        Get-Sample [-Name] <string>
        ```

        ## EXAMPLES

        ### Example 1: Shown
        ```powershell
        Get-Sample
        ```

        ```output
        old
        ```

        Remarks.

        ### Example 2: Nothing shown
        ```powershell
        $x = 1
        ```

        Remarks.

        ### Example 3: Not run
        ```powershell
        Get-Sample far
        ```

        The checks do not run this block: it asks hosts
        on the Internet.

        ```json
        { }
        ```

        """;

    [Fact]
    public void Commands_outputs_and_reasons_are_read_and_syntax_is_none()
    {
        DocumentationPage page = DocumentationPage.FromText("x.md", Page);

        Assert.Collection(
            page.Blocks,
            b => Assert.Equal((13, "Get-Sample", "old", null), (b.Line, b.Code, b.Output, b.NotRun)),
            b => Assert.Equal((24, "$x = 1", null, null), (b.Line, b.Code, b.Output, b.NotRun)),
            b => Assert.Equal((31, "Get-Sample far", null, "it asks hosts on the Internet."), (b.Line, b.Code, b.Output, b.NotRun)));
    }

    [Fact]
    public void A_page_whose_outputs_are_right_stays_as_it_is() =>
        Assert.Equal(Page, DocumentationPage.FromText("x.md", Page).With(["old", "", null]));

    [Fact]
    public void Other_outputs_take_the_place_of_the_old_ones()
    {
        string expected = Page
            .Replace("old\n", "new\nlines\n")
            .Replace("$x = 1\n```\n", "$x = 1\n```\n\n```output\nWARNING: x\n```\n");

        Assert.Equal(expected, DocumentationPage.FromText("x.md", Page).With(["new\nlines", "WARNING: x", null]));
    }

    [Fact]
    public void An_output_that_is_gone_leaves_the_page() =>
        Assert.Equal(Page.Replace("\n```output\nold\n```\n", ""), DocumentationPage.FromText("x.md", Page).With(["", "", null]));
}
