using System.Collections.Generic;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace ExchangeNamespace.HelpBuilder.Pages;

/// <summary>A heading, the blocks below it, and the headings one level down.</summary>
internal sealed record Section(string Title, int Level, int Line, List<Block> Blocks, List<Section> Children)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    /// <summary>Cuts a file into its sections; the result is the first-level heading, which must be the only one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="frontMatter">The block between the two <c>---</c> lines, when there is one.</param>
    /// <exception cref="PageException">No first-level heading, more than one, or a heading that skips a level.</exception>
    public static Section Read(SourceFile file, out YamlFrontMatterBlock? frontMatter)
    {
        frontMatter = null;
        var open = new Stack<Section>();
        Section? top = null;
        foreach (Block block in Markdown.Parse(file.Text, Pipeline))
        {
            int line = block.Line + 1;
            switch (block)
            {
                case YamlFrontMatterBlock yaml:
                    frontMatter = yaml;
                    break;
                case HeadingBlock heading:
                    var section = new Section(PlainText.Of(heading.Inline, file, line), heading.Level, line, [], []);
                    while (open.Count > 0 && open.Peek().Level >= section.Level)
                    {
                        open.Pop();
                    }

                    if (section.Level != open.Count + 1)
                    {
                        throw file.Error(line, $"heading '{section.Title}' skips a level");
                    }

                    if (section.Level == 1 && top is not null)
                    {
                        throw file.Error(line, $"second first-level heading '{section.Title}'");
                    }

                    top ??= section;
                    if (open.Count > 0)
                    {
                        open.Peek().Children.Add(section);
                    }

                    open.Push(section);
                    break;
                case LinkReferenceDefinitionGroup:
                    break;
                default:
                    if (open.Count == 0)
                    {
                        throw file.Error(line, "text before the first heading");
                    }

                    open.Peek().Blocks.Add(block);
                    break;
            }
        }

        return top ?? throw file.Error(1, "no first-level heading");
    }
}
