using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ExchangeNamespace.HelpBuilder.Pages;

namespace ExchangeNamespace.HelpBuilder.Writing;

/// <summary>
/// Turns the markdown of an about topic into the plain text Get-Help shows. Text wraps at 80 columns; code keeps its lines, since a wrapped
/// command could not be copied.
/// </summary>
internal static class AboutWriter
{
    private const int Columns = 80;
    private const string Margin = "    ";

    /// <summary>Gives the text of the topic.</summary>
    /// <exception cref="PageException">
    /// The title is not the file's name, or the first section is not SHORT DESCRIPTION with one line of text:
    /// Get-Help takes the fifth line of the file as synopsis.
    /// </exception>
    public static string Write(SourceFile file)
    {
        Section topic = Section.Read(file, out _);
        string expected = System.IO.Path.GetFileNameWithoutExtension(file.Name);
        if (topic.Title != expected)
        {
            throw file.Error(topic.Line, $"the title is '{topic.Title}', expected '{expected}'");
        }

        if (topic.Blocks.Count > 0)
        {
            throw file.Error(topic.Blocks[0].Line + 1, "text between the title and SHORT DESCRIPTION");
        }

        if (topic.Children is not [{ Title: "SHORT DESCRIPTION" } summary, ..])
        {
            throw file.Error(topic.Line, "the first section must be SHORT DESCRIPTION");
        }

        IReadOnlyList<string> shortDescription = PlainText.Paragraphs(summary.Blocks, file);
        if (shortDescription is not [{ } line] || Margin.Length + line.Length > Columns)
        {
            throw file.Error(summary.Line, $"SHORT DESCRIPTION must be one paragraph of at most {Columns - Margin.Length} characters");
        }

        var text = new StringBuilder();
        text.Append("TOPIC\n").Append(Margin).Append(topic.Title).Append('\n');
        foreach (Section section in topic.Children)
        {
            WriteSection(text, section, file, string.Empty);
        }

        return text.ToString();
    }

    private static void WriteSection(StringBuilder text, Section section, SourceFile file, string indent)
    {
        text.Append('\n').Append(indent).Append(section.Title).Append('\n');
        string separator = string.Empty;
        foreach (TextBlock block in PlainText.TextBlocks(section.Blocks, file))
        {
            text.Append(separator);
            foreach (string line in block.IsCode ? CodeLines(block) : Wrapped(block))
            {
                text.Append(line.Length == 0 ? line : Margin + line).Append('\n');
            }

            separator = "\n";
        }

        foreach (Section child in section.Children)
        {
            WriteSection(text, child, file, indent + "  ");
        }
    }

    private static IEnumerable<string> CodeLines(TextBlock block) =>
        block.Text.Split('\n').Select(static line => line.Length == 0 ? line : Margin + line);

    private static IEnumerable<string> Wrapped(TextBlock block)
    {
        string text = block.Text.TrimStart(' ');
        var line = new StringBuilder(block.Text[..^text.Length]);
        bool empty = true;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!empty && Margin.Length + line.Length + 1 + word.Length > Columns)
            {
                yield return line.ToString();
                line.Clear().Append(block.Hanging);
                empty = true;
            }

            line.Append(empty ? string.Empty : " ").Append(word);
            empty = false;
        }

        yield return line.ToString();
    }
}
