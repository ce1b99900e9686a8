using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace ExchangeNamespace.HelpBuilder.Pages;

/// <summary>A markdown file: its name in messages and its text with line feeds only.</summary>
internal sealed record SourceFile(string Name, string Text)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file as UTF-8.</summary>
    /// <exception cref="PageException">The file is not UTF-8, or holds a control character, which XML cannot carry.</exception>
    public static SourceFile Read(string path, string name)
    {
        try
        {
            return FromText(name, Utf8.GetString(File.ReadAllBytes(path)));
        }
        catch (DecoderFallbackException)
        {
            throw new PageException(name, 1, "the file is not valid UTF-8");
        }
    }

    /// <summary>Takes the text of a file as it was read.</summary>
    /// <exception cref="PageException">The text holds a control character.</exception>
    public static SourceFile FromText(string name, string text)
    {
        var file = new SourceFile(name, text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal));
        int line = 1;
        foreach (char c in file.Text)
        {
            if (c == '\n')
            {
                line++;
            }
            else if (char.IsControl(c))
            {
                throw file.Error(line, $"control character U+{(int)c:X4}");
            }
        }

        return file;
    }

    /// <summary>An error at a line of this file, counted from 1.</summary>
    public PageException Error(int line, string message) => new(Name, line, message);

    /// <summary>The lines of a block's content.</summary>
    public static IReadOnlyList<string> Lines(Markdig.Syntax.LeafBlock block) =>
        block.Lines.ToString().Replace("\r", string.Empty, StringComparison.Ordinal).Split('\n');
}
