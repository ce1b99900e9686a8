using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ExchangeNamespace.HelpBuilder.Pages;

/// <summary>Turns markdown into text without markup. What has no plain form is refused, so nothing vanishes silently.</summary>
internal static class PlainText
{
    /// <summary>The text of blocks: one entry per paragraph, list item or code block.</summary>
    /// <exception cref="PageException">A table, quote, HTML or another block without a plain form.</exception>
    public static IReadOnlyList<string> Paragraphs(IEnumerable<Block> blocks, SourceFile file) =>
        [.. TextBlocks(blocks, file).Select(static b => b.Text)];

    /// <summary>The same with the kind and the indentation of each entry, for a writer that wraps lines.</summary>
    public static IEnumerable<TextBlock> TextBlocks(IEnumerable<Block> blocks, SourceFile file)
    {
        foreach (Block block in blocks)
        {
            switch (block)
            {
                case ParagraphBlock paragraph:
                    yield return new TextBlock(Of(paragraph.Inline, file, paragraph.Line + 1), string.Empty, IsCode: false);
                    break;
                case CodeBlock code:
                    yield return new TextBlock(CodeOf(code), string.Empty, IsCode: true);
                    break;
                case ListBlock list:
                    foreach (TextBlock item in Items(list, file))
                    {
                        yield return item;
                    }

                    break;
                default:
                    throw file.Error(block.Line + 1, $"a {NameOf(block)} has no plain-text form; use paragraphs, lists or code blocks");
            }
        }
    }

    /// <summary>The text of one run of inline markup; line breaks become spaces.</summary>
    /// <exception cref="PageException">HTML or an image, or a bare <c>&lt;name&gt;</c> that markdown reads as HTML.</exception>
    public static string Of(ContainerInline? inlines, SourceFile file, int line)
    {
        var text = new StringBuilder();
        foreach (Inline inline in inlines ?? Enumerable.Empty<Inline>())
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                AutolinkInline auto => auto.Url,
                LinkInline { IsImage: true } => throw file.Error(line, "an image has no plain-text form"),
                LinkInline link => LinkText(link, file, line),
                HtmlInline html => throw file.Error(line, $"'{html.Tag}' reads as HTML; put it between backticks"),
                ContainerInline container => Of(container, file, line),
                _ => throw file.Error(line, $"{inline.GetType().Name} has no plain-text form"),
            });
        }

        return text.ToString().Trim();
    }

    /// <summary>The lines of a code block without trailing empty ones.</summary>
    public static string CodeOf(CodeBlock code) => string.Join('\n', SourceFile.Lines(code)).TrimEnd();

    private static string LinkText(LinkInline link, SourceFile file, int line)
    {
        string text = Of(link, file, line);
        string url = link.Url ?? string.Empty;
        return url.Contains("://", StringComparison.Ordinal) && url != text ? $"{text} ({url})" : text;
    }

    private static IEnumerable<TextBlock> Items(ListBlock list, SourceFile file)
    {
        int number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out int start) ? start : 1;
        foreach (ListItemBlock item in list.OfType<ListItemBlock>())
        {
            string mark = list.IsOrdered ? (number++).ToString(CultureInfo.InvariantCulture) + ". " : "- ";
            string pad = new(' ', mark.Length);
            bool first = true;
            foreach (TextBlock inner in TextBlocks(item, file))
            {
                string lead = first ? mark : pad;
                yield return inner with
                {
                    Text = lead + inner.Text.Replace("\n", "\n" + pad, StringComparison.Ordinal),
                    Hanging = pad + inner.Hanging,
                };
                first = false;
            }
        }
    }

    private static string NameOf(Block block)
    {
        string name = block.GetType().Name;
        return name.EndsWith("Block", StringComparison.Ordinal) ? name[..^5] : name;
    }
}

/// <summary>A piece of text; when wrapped, lines after the first begin with <see cref="Hanging"/>.</summary>
internal sealed record TextBlock(string Text, string Hanging, bool IsCode);
