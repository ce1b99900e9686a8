using System.Linq;
using System.Xml.Linq;
using ExchangeNamespace.HelpBuilder.Pages;
using ExchangeNamespace.HelpBuilder.Writing;
using Xunit;

namespace ExchangeNamespace.HelpBuilder.Tests;

public class MamlWriterTests
{
    private static readonly CommandPage Page = Fixture.Read(Fixture.Page);
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";

    [Fact]
    public void The_file_is_the_same_each_time_with_line_feeds_and_no_mark()
    {
        string text = MamlWriter.Write([Page]);
        Assert.Equal(text, MamlWriter.Write([Fixture.Read(Fixture.Page)]));
        Assert.DoesNotContain('\r', text);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<helpItems schema=\"maml\" xmlns=\"http://msh\">\n", text);
        Assert.EndsWith("</helpItems>\n", text);
    }

    [Fact]
    public void Commands_stand_in_the_order_of_their_names()
    {
        CommandPage second = Page with { Name = "Add-Sample" };
        Assert.Equal(MamlWriter.Write([Page, second]), MamlWriter.Write([second, Page]));
        Assert.Equal(
            ["Add-Sample", "Get-Sample"],
            XDocument.Parse(MamlWriter.Write([Page, second])).Descendants(Command + "details").Select(d => d.Element(Command + "name")!.Value));
    }

    [Fact]
    public void Text_with_markup_characters_survives()
    {
        XDocument xml = XDocument.Parse(MamlWriter.Write([Page]));
        Assert.Contains(xml.Descendants(Maml + "para"), p => p.Value == "- one <item>");
    }

    [Fact]
    public void The_syntax_shows_accepted_values_and_switches_without_value()
    {
        XElement byName = XDocument.Parse(MamlWriter.Write([Page])).Descendants(Command + "syntaxItem").First();
        XElement Of(string name) => byName.Elements(Command + "parameter").Single(p => p.Element(Maml + "name")!.Value == name);
        Assert.Equal(["Red", "Green"], Of("Kind").Element(Command + "parameterValueGroup")!.Elements().Select(e => e.Value));
        Assert.Null(Of("Force").Element(Command + "parameterValue"));
        Assert.Equal("String[]", Of("Name").Element(Command + "parameterValue")!.Value);
    }
}
