using System;
using System.Linq;
using System.Text;

namespace ExchangeNamespace.Binding;

/// <summary>The text of a file, by its byte order mark; without one as UTF-8.</summary>
internal sealed class TextBytes
{
    private TextBytes(string text, Encoding encoding, bool isExact)
    {
        Text = text;
        Encoding = encoding;
        IsExact = isExact;
    }

    public string Text { get; }

    public Encoding Encoding { get; }

    /// <summary>Whether the text, written again, gives the same bytes. It does not where bytes stand for no character.</summary>
    public bool IsExact { get; }

    /// <summary>Decodes.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="other">The encoding where there is no mark and it is not UTF-8; null for UTF-8 all the same.</param>
    public static TextBytes Decode(byte[] bytes, Func<Encoding>? other = null)
    {
        Encoding[] marked = [new UTF8Encoding(true), new UTF32Encoding(false, true), new UnicodeEncoding(false, true),
            new UnicodeEncoding(true, true)];
        Encoding? byMark = Array.Find(marked, m => bytes.Take(m.GetPreamble().Length).SequenceEqual(m.GetPreamble()));
        TextBytes read = Decode(bytes, byMark ?? new UTF8Encoding(false));
        return byMark is null && !read.IsExact && other is not null ? Decode(bytes, other()) : read;
    }

    private static TextBytes Decode(byte[] bytes, Encoding encoding)
    {
        int mark = encoding.GetPreamble().Length;
        string text = encoding.GetString(bytes, mark, bytes.Length - mark);
        return new TextBytes(text, encoding, IsEnd(encoding.GetBytes(text), bytes, mark));
    }

    private static bool IsEnd(byte[] end, byte[] bytes, int start)
    {
        int at = 0;
        while (at < end.Length && start + at < bytes.Length && end[at] == bytes[start + at])
        {
            at++;
        }

        return at == end.Length && start + at == bytes.Length;
    }
}
