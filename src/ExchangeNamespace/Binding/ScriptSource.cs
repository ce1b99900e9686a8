using System;
using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;

namespace ExchangeNamespace.Binding;

/// <summary>A script file as text, and the encoding to write it back in.</summary>
internal sealed class ScriptSource
{
    private const int WesternCodePage = 1252;

    private ScriptSource(TextBytes read)
    {
        Text = read.Text;
        Encoding = read.Encoding;
        IsExact = read.IsExact;
    }

    public string Text { get; }

    public Encoding Encoding { get; }

    /// <summary>Whether the file can be written again without changing more than was fixed.</summary>
    public bool IsExact { get; }

    /// <summary>
    /// Reads a file by its byte order mark; without one as UTF-8, and where it is not UTF-8, in the Western code page that Windows
    /// PowerShell uses.
    /// </summary>
    /// <exception cref="FileFault">It cannot be read, or no script is so large.</exception>
    public static ScriptSource Read(string file) => new(TextBytes.Decode(FilePath.ReadBytes(file, FileLimits.ScriptBytes), Western));

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
