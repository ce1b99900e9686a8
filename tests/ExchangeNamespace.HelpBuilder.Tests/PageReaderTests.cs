using System.Linq;
using ExchangeNamespace.HelpBuilder.Pages;
using Xunit;

namespace ExchangeNamespace.HelpBuilder.Tests;

public class PageReaderTests
{
    private readonly CommandPage _page = Fixture.Read(Fixture.Page);

    [Fact]
    public void Title_synopsis_and_address_are_read()
    {
        Assert.Equal("Get-Sample", _page.Name);
        Assert.Equal("Gets a sample of something.", _page.Synopsis);
        Assert.Equal("https://example.com/Get-Sample", _page.OnlineVersion);
    }

    [Fact]
    public void Description_loses_markup_and_nothing_else()
    {
        Assert.Equal(
            [
                "The first paragraph with bold, a link (https://example.com/a?b=c&d=e), a page & an entity \u00A9.",
                "- one <item>",
                "- two",
                "  more of two",
                "1. first",
                "2. second",
                "Get-Sample -Name 'in the\n  description'",
            ],
            _page.Description);
    }

    [Fact]
    public void Syntax_keeps_sets_and_their_order_of_parameters()
    {
        Assert.Equal(["ByName", "ByPath"], _page.Syntax.Select(s => s.Name));
        Assert.Equal(["Name", "Kind", "Force"], _page.Syntax[0].ParameterNames);
        Assert.Equal(["Path", "Kind", "Name"], _page.Syntax[1].ParameterNames);
    }

    [Fact]
    public void Syntax_without_headings_is_the_only_set()
    {
        string page = Fixture.With("### ByName (Default)\n", string.Empty)
            .Replace("### ByPath\n```\nGet-Sample -Path <String> [-Kind <String>] [-Name <String[]>] [<CommonParameters>]\n```\n", string.Empty)
            .Replace("[-Force]", "[-Path <String>] [-Force]")
            .Replace("Sets: ByName", "Sets: (All)").Replace("Sets: ByPath", "Sets: (All)");
        SyntaxSet set = Assert.Single(Fixture.Read(page).Syntax);
        Assert.Equal(SyntaxSet.OnlySet, set.Name);
        Assert.Equal(["Name", "Kind", "Path", "Force"], set.ParameterNames);
    }

    [Fact]
    public void Example_has_introduction_code_output_and_remarks()
    {
        Example example = _page.Examples[0];
        Assert.Equal("Example 1: Get one sample", example.Title);
        Assert.Equal(["This comes first."], example.Introduction);
        Assert.Equal("Get-Sample -Name one |\n    Where-Object { $_ -ne $null }", example.Code);
        Assert.Equal("one\n  1 < 2", example.Output);
        Assert.Equal(["This comes after.", "So does this."], example.Remarks);
        Assert.Equal(("Get-Sample -Path ./samples", ""), (_page.Examples[1].Code, _page.Examples[1].Output));
    }

    [Fact]
    public void Parameter_facts_differ_by_set()
    {
        Parameter name = _page.Parameters[0];
        Assert.Equal(["The names.", "The second paragraph of the names."], name.Description);
        ParameterFacts byName = name.In("ByName")!;
        ParameterFacts byPath = name.In("ByPath")!;
        Assert.Equal((true, "0", "True (ByPropertyName, ByValue)", true), (byName.Required, byName.Position, byName.PipelineInput, byName.Wildcards));
        Assert.Equal((false, "Named", "False"), (byPath.Required, byPath.Position, byPath.PipelineInput));
        Assert.Equal(["Label", "Title"], byName.Aliases);
        Assert.Equal("String[]", byName.Type);
    }

    [Fact]
    public void Accepted_values_and_default_are_read()
    {
        ParameterFacts kind = _page.Parameters.Single(p => p.Name == "Kind").Facts[0];
        Assert.Equal(["Red", "Green"], kind.AcceptedValues);
        Assert.Equal("Red", kind.DefaultValue);
        Assert.Null(_page.Parameters.Single(p => p.Name == "Force").In("ByPath"));
    }

    [Fact]
    public void Common_parameters_are_left_to_PowerShell()
    {
        Assert.Equal(["Name", "Path", "Kind", "Force"], _page.Parameters.Select(p => p.Name));
    }

    [Fact]
    public void Inputs_outputs_notes_and_links_are_read()
    {
        TypeNote input = Assert.Single(_page.Inputs);
        Assert.Equal("System.String[]", input.Type);
        Assert.Equal(["Names."], input.Description);
        Assert.Equal("System.Int32", Assert.Single(_page.Outputs).Type);
        Assert.Equal(["Mind the gap."], _page.Notes);
        Assert.Equal([new Link("Set-Sample", string.Empty), new Link("Elsewhere", "https://example.com/elsewhere")], _page.Links);
    }

    [Fact]
    public void Line_ends_of_Windows_give_the_same_page()
    {
        CommandPage windows = Fixture.Read(Fixture.Page.Replace("\n", "\r\n"));
        Assert.Equal(_page.Description, windows.Description);
        Assert.Equal(_page.Examples[0].Code, windows.Examples[0].Code);
        Assert.Equal(_page.Syntax[1].ParameterNames, windows.Syntax[1].ParameterNames);
    }

    [Fact]
    public void Notes_and_links_may_be_empty()
    {
        CommandPage page = Fixture.Read(Fixture.With("Mind the gap.\n", string.Empty)
            .Replace("[Set-Sample](Set-Sample.md)\n\n[Elsewhere](https://example.com/elsewhere)\n", string.Empty));
        Assert.Empty(page.Notes);
        Assert.Empty(page.Links);
    }
}
