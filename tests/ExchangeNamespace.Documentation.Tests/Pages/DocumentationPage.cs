using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace ExchangeNamespace.Documentation.Tests.Pages;

/// <summary>A page with commands: which there are, what they print by the page, and the page with what they print now.</summary>
internal sealed class DocumentationPage
{
    /// <summary>How the paragraph begins that says, below a block, why it is not run.</summary>
    public const string Marker = "The checks do not run this block: ";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().Build();

    private readonly string[] _lines;

    private DocumentationPage(string name, string text)
    {
        Name = name;
        _lines = text.Split('\n');
        Blocks = Read(text);
    }

    /// <summary>The path below the root of the repository.</summary>
    public string Name { get; }

    /// <summary>The blocks of commands in their order.</summary>
    public IReadOnlyList<CommandBlock> Blocks { get; }

    /// <summary>The lines of blocks that do not say what they are and are no output: perhaps commands that are not run.</summary>
    public IReadOnlyList<int> Unnamed => [.. Markdown.Parse(string.Join('\n', _lines), Pipeline).OfType<FencedCodeBlock>()
        .Where(f => string.IsNullOrEmpty(f.Info) && Blocks.All(b => b.OutputStart != f.Line)).Select(f => f.Line + 1)];

    /// <summary>Reads a page of the repository.</summary>
    public static DocumentationPage Read(string root, string name) => FromText(name, File.ReadAllText(Path.Combine(root, name)));

    /// <summary>Takes the text of a page.</summary>
    public static DocumentationPage FromText(string name, string text) => new(name, text.Replace("\r\n", "\n", StringComparison.Ordinal));

    /// <summary>The page with other outputs.</summary>
    /// <param name="printed">What each block printed; null for one that was not run.</param>
    public string With(IReadOnlyList<string?> printed)
    {
        List<string> lines = [.. _lines];
        foreach ((CommandBlock block, string? output) in Blocks.Zip(printed).Reverse())
        {
            if (output is null || output == block.Shown)
            {
                continue;
            }

            if (block.Output is null)
            {
                lines.InsertRange(block.CodeEnd, ["", Fence("output"), .. output.Split('\n'), Fence("")]);
                continue;
            }

            string opening = lines[block.OutputStart];
            lines.RemoveRange(block.OutputStart, block.OutputEnd - block.OutputStart);
            if (output.Length == 0)
            {
                lines.RemoveRange(block.CodeEnd, block.OutputStart - block.CodeEnd);
                continue;
            }

            lines.InsertRange(block.OutputStart, [opening, .. output.Split('\n'), Fence("")]);
        }

        return string.Join('\n', lines);
    }

    private static string Fence(string info) => "```" + info;

    private static List<CommandBlock> Read(string text)
    {
        Block[] all = [.. Markdown.Parse(text, Pipeline).Where(b => b is not YamlFrontMatterBlock)];
        List<CommandBlock> blocks = [];
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i] is not FencedCodeBlock { Info: "powershell" or "sh" } code || IsSyntax(all, i))
            {
                continue;
            }

            FencedCodeBlock? output = i + 1 < all.Length && all[i + 1] is FencedCodeBlock { Info: not ("powershell" or "sh") } next
                ? next
                : null;
            string? said = i + (output is null ? 1 : 2) is int after && after < all.Length && all[after] is ParagraphBlock paragraph
                ? text.Substring(paragraph.Span.Start, paragraph.Span.Length).Replace('\n', ' ')
                : null;
            blocks.Add(new CommandBlock(
                code.Line + 2,
                TextOf(code),
                output is null ? null : TextOf(output),
                EndOf(code),
                output?.Line ?? -1,
                output is null ? -1 : EndOf(output),
                said?.StartsWith(Marker, StringComparison.Ordinal) == true ? said[Marker.Length..] : null));
        }

        return blocks;
    }

    /// <summary>The section SYNTAX of a help page holds forms of a command and no commands.</summary>
    private static bool IsSyntax(Block[] all, int index) =>
        all.Take(index).OfType<HeadingBlock>().LastOrDefault(h => h.Level <= 2)?.Inline?.FirstChild?.ToString() == "SYNTAX";

    private static int EndOf(FencedCodeBlock block) => block.Line + block.Lines.Count + 2;

    private static string TextOf(FencedCodeBlock block) =>
        Printed.Trim(new StringBuilder().AppendJoin('\n', block.Lines.Lines.Take(block.Lines.Count).Select(l => l.ToString())).ToString());
}
