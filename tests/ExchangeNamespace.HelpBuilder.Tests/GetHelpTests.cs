using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace ExchangeNamespace.HelpBuilder.Tests;

/// <summary>The built files as Get-Help of the real engine reads them.</summary>
public sealed class GetHelpTests : IDisposable
{
    private const string Module = """
        # .EXTERNALHELP ExchangeNamespace.dll-Help.xml
        function Get-Sample {
            [CmdletBinding(DefaultParameterSetName = 'ByName')]
            param(
                [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Parameter(ParameterSetName = 'ByPath')] [string[]] $Name,
                [Parameter(Mandatory, ParameterSetName = 'ByPath')] [string] $Path,
                [string] $Kind,
                [Parameter(ParameterSetName = 'ByName')] [switch] $Force)
        }
        Export-ModuleMember -Function Get-Sample
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly Engine _engine = new();

    public GetHelpTests()
    {
        _folder.Write("src/ExchangeNamespace.slnx", "<Solution />");
        _folder.Write(Fixture.PageName, Fixture.Page);
        _folder.Write(Fixture.AboutName, Fixture.About);
        new HelpFiles(_folder.Path).Write();
        _engine.Run("Import-Module $args[0]", _folder.Write("src/ExchangeNamespace/ExchangeNamespace.psm1", Module));
    }

    public void Dispose()
    {
        _engine.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Synopsis_description_and_notes_are_shown()
    {
        PSObject help = Help();
        Assert.Equal("Gets a sample of something.", Get(help, "Synopsis"));

        // The engine drops the spaces a paragraph begins with and keeps those of its further lines.
        Assert.Equal(Fixture.Read(Fixture.Page).Description.Select(p => p.TrimStart()), Paragraphs(Value(help, "description")));
        Assert.Equal(["Mind the gap."], Paragraphs(Value(Value(help, "alertSet"), "alert")));
    }

    [Fact]
    public void Every_parameter_is_described()
    {
        Dictionary<string, PSObject> parameters = Items(Value(Value(Help(), "parameters"), "parameter")).ToDictionary(p => Get(p, "name"));
        Assert.Equal(["Name", "Path", "Kind", "Force"], parameters.Keys);
        Assert.Equal(["The names.", "The second paragraph of the names."], Paragraphs(Value(parameters["Name"], "description")));
        Assert.Equal(["Asks nothing."], Paragraphs(Value(parameters["Force"], "description")));
        Assert.Equal(
            ("true", "0", "True (ByPropertyName, ByValue)", "true", "Label, Title"),
            (Get(parameters["Name"], "required"), Get(parameters["Name"], "position"), Get(parameters["Name"], "pipelineInput"),
                Get(parameters["Name"], "globbing"), Get(parameters["Name"], "aliases")));
        Assert.Equal("Red", Get(parameters["Kind"], "defaultValue"));
        Assert.Equal("SwitchParameter", Get(Value(parameters["Force"], "type"), "name"));
    }

    [Fact]
    public void One_parameter_is_found_by_name()
    {
        PSObject parameter = Assert.Single(_engine.Run("Get-Help Get-Sample -Parameter Path"));
        Assert.Equal(["The folder."], Paragraphs(Value(parameter, "description")));
    }

    [Fact]
    public void Examples_keep_their_code_line_for_line()
    {
        List<PSObject> examples = Items(Value(Value(Help(), "examples"), "example"));
        Assert.Equal(2, examples.Count);
        Assert.Contains("Example 1: Get one sample", Get(examples[0], "title"));
        Assert.Equal("Get-Sample -Name one |\n    Where-Object { $_ -ne $null }\n\none\n  1 < 2", Get(examples[0], "code").Replace("\r\n", "\n"));
        Assert.Equal("Get-Sample -Path ./samples", Get(examples[1], "code"));
        Assert.Equal(["This comes first.", "This comes after.", "So does this."], Paragraphs(Value(examples[0], "remarks")));
    }

    [Fact]
    public void Syntax_has_one_item_per_set()
    {
        List<PSObject> items = Items(Value(Value(Help(), "syntax"), "syntaxItem"));
        Assert.Equal(["Name", "Kind", "Force"], Items(Value(items[0], "parameter")).Select(p => Get(p, "name")));
        Assert.Equal(["Path", "Kind", "Name"], Items(Value(items[1], "parameter")).Select(p => Get(p, "name")));
        Assert.Equal(["true", "false"], items.Select(i => Items(Value(i, "parameter")).Single(p => Get(p, "name") == "Name")).Select(p => Get(p, "required")));
    }

    [Fact]
    public void Inputs_outputs_and_links_are_shown()
    {
        PSObject help = Help();
        Assert.Equal("System.String[]", Get(Value(Value(Value(help, "inputTypes"), "inputType"), "type"), "name"));
        Assert.Equal("System.Int32", Get(Value(Value(Value(help, "returnValues"), "returnValue"), "type"), "name"));
        List<PSObject> links = Items(Value(Value(help, "relatedLinks"), "navigationLink"));
        Assert.Equal(["Online Version:", "Set-Sample", "Elsewhere"], links.Select(l => Get(l, "linkText")));
        Assert.Equal(["https://example.com/Get-Sample", "", "https://example.com/elsewhere"], links.Select(l => Get(l, "uri")));
    }

    [Fact]
    public void The_about_topic_is_found_with_its_synopsis()
    {
        PSObject topic = Assert.Single(_engine.Run("Get-Help about_ExchangeNamespace"));
        Assert.Contains("LONG DESCRIPTION", topic.ToString());
        Assert.Equal("What the sample is about.", Get(topic, "Synopsis").Trim());
    }

    private PSObject Help() => Assert.Single(_engine.Run("Get-Help Get-Sample -Full"));

    private static object? Value(object? item, string name) => item is null ? null : PSObject.AsPSObject(item).Properties[name]?.Value;

    private static string Get(object? item, string name) => Value(item, name)?.ToString() ?? "(absent)";

    private static List<PSObject> Items(object? value) => value switch
    {
        null => [],
        PSObject { BaseObject: object[] array } => [.. array.Select(PSObject.AsPSObject)],
        object[] array => [.. array.Select(PSObject.AsPSObject)],
        _ => [PSObject.AsPSObject(value)],
    };

    // The engine ends every paragraph but the last with a line break of its own.
    private static IEnumerable<string> Paragraphs(object? value) =>
        Items(value).SelectMany(v => v.Properties["Text"] is null ? Paragraphs(Value(v, "para")) : [Get(v, "Text").Replace("\r\n", "\n").TrimEnd('\n')]);
}
