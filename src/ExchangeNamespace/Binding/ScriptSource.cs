using System;
using System.IO;
using System.Linq;
using System.Text;
using ExchangeNamespace.Errors;

namespace ExchangeNamespace.Binding;

/// <summary>A script file as text, and the encoding to write it back in.</summary>
internal sealed class ScriptSource
{
    /// <summary>More than the lines of 10,000 servers.</summary>
    private const int MaximumSize = 64 * 1024 * 1024;

    private const int WesternCodePage = 1252;

    private ScriptSource(string text, Encoding encoding)
    {
        Text = text;
        Encoding = encoding;
    }

    public string Text { get; }

    public Encoding Encoding { get; }

    /// <summary>Reads a file by its byte order mark; without one as UTF-8, and where it is none, in the Western code page that Windows PowerShell uses.</summary>
    /// <exception cref="FileFault">It cannot be read, or no script is so large.</exception>
    public static ScriptSource Read(string file)
    {
        byte[] bytes = ReadBytes(file);
        foreach (Encoding marked in new Encoding[] { new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true) })
        {
            byte[] mark = marked.GetPreamble();
            if (bytes.Take(mark.Length).SequenceEqual(mark))
            {
                return new ScriptSource(marked.GetString(bytes, mark.Length, bytes.Length - mark.Length), marked);
            }
        }

        try
        {
            return new ScriptSource(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes), new UTF8Encoding(false));
        }
        catch (DecoderFallbackException)
        {
            Encoding western = Western();
            return new ScriptSource(western.GetString(bytes), western);
        }
    }

    private static byte[] ReadBytes(string file)
    {
        using Stream stream = FilePath.Open(file, MaximumSize);
        MemoryStream memory = new();
        byte[] buffer = new byte[64 * 1024];
        try
        {
            int count;
            while ((count = stream.Read(buffer, 0, buffer.Length)) > 0)
            {
                memory.Write(buffer, 0, count);
                if (memory.Length > MaximumSize)
                {
                    throw new FileFault(ErrorRecords.FileTooLarge(file, MaximumSize));
                }
            }
        }
        catch (IOException e)
        {
            throw new FileFault(ErrorRecords.PathNotReadable(file, e));
        }

        return memory.ToArray();
    }

    private static Encoding Western()
    {
        try
        {
            return Encoding.GetEncoding(WesternCodePage);
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            // A host without code pages: the bytes come back as they were, only quotes of that page are not seen.
            return Encoding.GetEncoding("iso-8859-1");
        }
    }
}
