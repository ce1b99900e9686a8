using System;
using System.IO;
using System.Text;
using ExchangeNamespace.HelpBuilder.Pages;
using Xunit;

namespace ExchangeNamespace.HelpBuilder.Tests;

public class PageErrorTests
{
    public static TheoryData<string, string, string, string> Faults() => new()
    {
        // what is changed, into what, the text whose line the message names, a part of the message
        { "## NOTES", "## REMARKS", "## REMARKS", "unknown heading 'REMARKS'" },
        { "## NOTES", "## SYNOPSIS", "## SYNOPSIS\nMind", "second section SYNOPSIS" },
        { "## NOTES\nMind the gap.\n", "", "# Get-Sample", "section NOTES is missing" },
        { "## OUTPUTS\n\n### System.Int32\nThe number of samples.\n", "", "# Get-Sample", "section OUTPUTS is missing" },
        { "Gets a `sample`\nof something.\n", "", "## SYNOPSIS", "section SYNOPSIS is empty" },
        { "of something.\n", "of something.\n\nAnd more.\n", "## SYNOPSIS", "exactly one paragraph" },
        { "The folder.\n", "", "### -Path", "parameter -Path has no description" },
        { "Asks nothing.\n", "Asks nothing.\n\n#### Deeper\n", "#### Deeper", "unknown heading 'Deeper'" },
        { "### -Force", "### Force", "### Force", "is not of the form '-Name'" },
        { "### -Force", "### -Forced", "## SYNTAX", "names -Force, which PARAMETERS does not put in that set" },
        { "[-Force] ", "", "## SYNTAX", "lacks -Force" },
        { "[-Force]", "[-Force] [-Force]", "Get-Sample [-Name]", "names -Force twice" },
        { "Get-Sample -Path <", "Get-Other -Path <", "Get-Other -Path", "does not begin with 'Get-Sample'" },
        { "Parameter Sets: (All)", "Parameter Sets: ByNobody", "## SYNTAX", "'ByNobody' is used under PARAMETERS but has no SYNTAX" },
        { "Default value: Red\n", "", "Type: String\nParameter Sets: (All)", "does not say 'Default value'" },
        { "Default value: Red", "Default: Red", "Default: Red", "unknown key 'Default'" },
        { "Default value: Red", "Default value: Red\nDefault value: Red", "Default value: Red\nAccept", "given twice" },
        { "Position: 0", "Position: first", "Type: String[]\nParameter Sets: ByName", "'Position' is 'first'" },
        { "Required: True\nPosition: 0", "Required: yes\nPosition: 0", "Type: String[]\nParameter Sets: ByName", "'Required' is 'yes'" },
        { "True (ByPropertyName, ByValue)", "true", "Type: String[]\nParameter Sets: ByName", "'Accept pipeline input' is 'true'" },
        { "Type: SwitchParameter", "Type:", "Type:\n", "'Type' is empty" },
        { "```powershell\nGet-Sample -Path ./samples\n```\n", "", "### Example 2", "has no code" },
        { "```powershell\nGet-Sample -Path", "```\nGet-Sample -Path", "```\nGet-Sample -Path ./", "must be marked ```powershell" },
        { "Reads a folder.\n", "", "### Example 2", "has no explanation" },
        { "### Example 2: ", "### Example 3: ", "### Example 3", "must begin with 'Example 2: '" },
        { "Reads a folder.", "Reads a folder.\n\n```powershell\nmore\n```", "```powershell\nmore", "make this another example" },
        { "## EXAMPLES\n", "## EXAMPLES\n\nloose\n", "loose", "text in EXAMPLES outside its headings" },
        { "# Get-Sample", "# Get-Other", "# Get-Other", "its file must be Get-Other.md" },
        { "# Get-Sample\n", "# Get-Sample\n\nloose\n", "loose", "text between the title and SYNOPSIS" },
        { "schema: 2.0.0", "schema: 1.0.0", "---", "'schema' is '1.0.0'" },
        { "Module Name: ExchangeNamespace", "Module Name: Other", "---", "'Module Name' is 'Other'" },
        { "external help file: ExchangeNamespace.dll-Help.xml\n", "", "---", "'external help file' is ''" },
        { "schema: 2.0.0", "schema: 2.0.0\nLocale: en-US", "Locale", "unknown key 'Locale'" },
        { "https://example.com/Get-Sample", "not an address", "---", "'online version' is 'not an address'" },
        { "one `<item>`", "one <item>", "- one", "put it between backticks" },
        { "Mind the gap.", "| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |", "has no plain-text form" },
        { "Mind the gap.", "<!-- hidden -->", "<!--", "has no plain-text form" },
        { "Mind the gap.", "> quoted", "> quoted", "has no plain-text form" },
        { "Mind the gap.", "![picture](a.png)", "![picture]", "an image has no plain-text form" },
        { "[Set-Sample](Set-Sample.md)", "Set-Sample", "Set-Sample\n\n[Else", "RELATED LINKS holds links" },
        { "Mind the gap.", "Mind\athe gap.", "Mind\athe", "control character U+0007" },
        { "## DESCRIPTION", "#### Deep\n\n## DESCRIPTION", "#### Deep", "unknown heading 'Deep'" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_an_error_that_names_file_and_line(string old, string replacement, string at, string message)
    {
        string page = Fixture.With(old, replacement);
        PageException error = Assert.Throws<PageException>(() => Fixture.Read(page));
        Assert.StartsWith($"{Fixture.PageName}:{Fixture.LineOf(page, at)}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain text")]
    [InlineData("---\nschema: 2.0.0\n---\n")]
    [InlineData("# One\n\n# Two\n")]
    [InlineData("# One\n\n### Three\n")]
    [InlineData("# Get-Sample\n\n## SYNOPSIS\n")]
    public void What_is_no_page_is_an_error(string text)
    {
        Assert.StartsWith(Fixture.PageName + ":", Assert.Throws<PageException>(() => Fixture.Read(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_an_error()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "page.md");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes("# M\u00FCller"));
        Assert.Contains("page.md:1: the file is not valid UTF-8", Assert.Throws<PageException>(() => SourceFile.Read(path, "page.md")).Message);
    }
}
