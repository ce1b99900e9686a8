using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using ExchangeNamespace.HelpBuilder.Pages;

namespace ExchangeNamespace.HelpBuilder.Writing;

/// <summary>Writes pages as one MAML file, the form Get-Help reads for binary cmdlets in every PowerShell.</summary>
internal sealed class MamlWriter
{
    private const string Maml = "http://schemas.microsoft.com/maml/2004/10";
    private const string Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private const string Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private readonly XmlWriter _xml;

    private MamlWriter(XmlWriter xml) => _xml = xml;

    /// <summary>Gives the text of the file: line feeds only, commands in ordinal order of their names.</summary>
    public static string Write(IEnumerable<CommandPage> pages)
    {
        using var buffer = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        };
        using (var xml = XmlWriter.Create(buffer, settings))
        {
            new MamlWriter(xml).WriteAll(pages.OrderBy(static p => p.Name, System.StringComparer.Ordinal));
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private void WriteAll(IEnumerable<CommandPage> pages)
    {
        _xml.WriteStartElement("helpItems", "http://msh");
        _xml.WriteAttributeString("schema", "maml");
        foreach (CommandPage page in pages)
        {
            WriteCommand(page);
        }

        _xml.WriteEndElement();
    }

    private void WriteCommand(CommandPage page)
    {
        _xml.WriteStartElement("command", "command", Command);
        _xml.WriteAttributeString("xmlns", "maml", null, Maml);
        _xml.WriteAttributeString("xmlns", "dev", null, Dev);

        string[] verbAndNoun = page.Name.Split('-', 2);
        Start("details", Command);
        Text("name", Command, page.Name);
        Text("verb", Command, verbAndNoun[0]);
        Text("noun", Command, verbAndNoun[1]);
        Paragraphs("description", [page.Synopsis]);
        End();
        Paragraphs("description", page.Description);

        Start("syntax", Command);
        foreach (SyntaxSet set in page.Syntax)
        {
            Start("syntaxItem", Command);
            Text("name", Maml, page.Name);
            foreach (string name in set.ParameterNames)
            {
                Parameter parameter = page.Parameters.First(p => p.Name == name);
                WriteParameter(parameter, parameter.In(set.Name)!, inSyntax: true);
            }

            End();
        }

        End();

        Start("parameters", Command);
        foreach (Parameter parameter in page.Parameters)
        {
            WriteParameter(parameter, parameter.Facts[0], inSyntax: false);
        }

        End();
        TypeNotes("inputTypes", "inputType", page.Inputs);
        TypeNotes("returnValues", "returnValue", page.Outputs);

        Start("alertSet", Maml);
        Paragraphs("alert", page.Notes);
        End();

        Start("examples", Command);
        foreach (Example example in page.Examples)
        {
            WriteExample(example);
        }

        End();
        WriteLinks(page);
        End();
    }

    private void WriteParameter(Parameter parameter, ParameterFacts facts, bool inSyntax)
    {
        Start("parameter", Command);
        _xml.WriteAttributeString("required", Flag(facts.Required));
        _xml.WriteAttributeString("variableLength", "true");
        _xml.WriteAttributeString("globbing", Flag(facts.Wildcards));
        _xml.WriteAttributeString("pipelineInput", facts.PipelineInput);
        _xml.WriteAttributeString("position", facts.Position == "Named" ? "named" : facts.Position);
        _xml.WriteAttributeString("aliases", facts.Aliases.Count == 0 ? "none" : string.Join(", ", facts.Aliases));
        Text("name", Maml, parameter.Name);
        Paragraphs("description", parameter.Description);

        bool isSwitch = facts.Type == "SwitchParameter";
        if (inSyntax && facts.AcceptedValues.Count > 0)
        {
            Start("parameterValueGroup", Command);
            foreach (string value in facts.AcceptedValues)
            {
                ParameterValue(value, required: false);
            }

            End();
        }

        // In a syntax line a switch stands without a value.
        if (!inSyntax || !isSwitch)
        {
            ParameterValue(facts.Type, required: !isSwitch);
        }

        Type(facts.Type);
        Text("defaultValue", Dev, facts.DefaultValue.Length == 0 ? "None" : facts.DefaultValue);
        End();
    }

    private void ParameterValue(string value, bool required)
    {
        Start("parameterValue", Command);
        _xml.WriteAttributeString("required", Flag(required));
        _xml.WriteAttributeString("variableLength", "false");
        _xml.WriteString(value);
        End();
    }

    private void WriteExample(Example example)
    {
        Start("example", Command);
        Text("title", Maml, string.Create(CultureInfo.InvariantCulture, $"--- {example.Title} ---"));
        // MAML has no place for output; an empty line sets it off.
        Text("code", Dev, example.Output.Length == 0 ? example.Code : example.Code + "\n\n" + example.Output);
        Start("remarks", Dev);
        // Get-Help prints an introduction on the line of the code, so it opens the remarks instead.
        Paras(example.Introduction);
        Paras(example.Remarks);
        End();
        End();
    }

    private void WriteLinks(CommandPage page)
    {
        Start("relatedLinks", Command);
        IEnumerable<Link> links = page.OnlineVersion.Length == 0
            ? page.Links
            : page.Links.Prepend(new Link("Online Version:", page.OnlineVersion));
        foreach (Link link in links)
        {
            Start("navigationLink", Maml);
            Text("linkText", Maml, link.Text);
            Text("uri", Maml, link.Address);
            End();
        }

        End();
    }

    private void TypeNotes(string list, string item, IReadOnlyList<TypeNote> notes)
    {
        Start(list, Command);
        foreach (TypeNote note in notes)
        {
            Start(item, Command);
            Type(note.Type);
            Paragraphs("description", note.Description);
            End();
        }

        End();
    }

    private void Type(string name)
    {
        Start("type", Dev);
        Text("name", Maml, name);
        Text("uri", Maml, string.Empty);
        End();
    }

    private void Paragraphs(string element, IReadOnlyList<string> paragraphs)
    {
        Start(element, Maml);
        Paras(paragraphs);
        End();
    }

    private void Paras(IReadOnlyList<string> paragraphs)
    {
        foreach (string paragraph in paragraphs)
        {
            Text("para", Maml, paragraph);
        }
    }

    private void Start(string name, string space) => _xml.WriteStartElement(name, space);

    private void End() => _xml.WriteEndElement();

    private void Text(string name, string space, string text) => _xml.WriteElementString(name, space, text);

    private static string Flag(bool value) => value ? "true" : "false";
}
