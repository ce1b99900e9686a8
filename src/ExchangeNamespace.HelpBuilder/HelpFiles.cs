using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ExchangeNamespace.HelpBuilder.Pages;
using ExchangeNamespace.HelpBuilder.Writing;

namespace ExchangeNamespace.HelpBuilder;

/// <summary>The generated files of a repository: what they should hold, and whether they do.</summary>
internal sealed class HelpFiles
{
    /// <summary>Where the pages lie.</summary>
    public const string PageFolder = "docs/cmdlets";

    private const string AboutSource = "docs/about_ExchangeNamespace.md";
    private const string OutputFolder = "src/ExchangeNamespace/en-US";

    private readonly string _root;

    /// <summary>Takes the repository's root folder.</summary>
    public HelpFiles(string root) => _root = root;

    /// <summary>Reads every page, in ordinal order of the file names.</summary>
    /// <exception cref="PageException">A page is faulty.</exception>
    public IReadOnlyList<CommandPage> ReadPages()
    {
        string folder = Path.Combine(_root, PageFolder);
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.md").Select(Path.GetFileName).Order(StringComparer.Ordinal)
                .Select(name => PageReader.Read(Source($"{PageFolder}/{name}")))]
            : [];
    }

    /// <summary>Names the files that are not what the sources give, or exist without a source.</summary>
    /// <exception cref="PageException">A page is faulty.</exception>
    public IReadOnlyList<string> Stale() =>
        [.. Expected().Where(file => Committed(file.Key) != file.Value).Select(static file => file.Key)];

    /// <summary>Writes the files that are stale and names them.</summary>
    /// <exception cref="PageException">A page is faulty; then nothing is written.</exception>
    public IReadOnlyList<string> Write()
    {
        var written = new List<string>();
        foreach ((string name, string? text) in Expected().Where(file => Committed(file.Key) != file.Value))
        {
            string path = Path.Combine(_root, name);
            if (text is null)
            {
                File.Delete(path);
            }
            else
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
            }

            written.Add(name);
        }

        return written;
    }

    // A file without a source is expected not to exist, which is what null says.
    private SortedDictionary<string, string?> Expected()
    {
        IReadOnlyList<CommandPage> pages = ReadPages();
        bool about = File.Exists(Path.Combine(_root, AboutSource));
        return new SortedDictionary<string, string?>(StringComparer.Ordinal)
        {
            [$"{OutputFolder}/{PageReader.HelpFileName}"] = pages.Count == 0 ? null : MamlWriter.Write(pages),
            [$"{OutputFolder}/{Path.GetFileNameWithoutExtension(AboutSource)}.help.txt"] = about
                ? AboutWriter.Write(Source(AboutSource)) : null,
        };
    }

    private SourceFile Source(string name) => SourceFile.Read(Path.Combine(_root, name), name);

    private string? Committed(string name)
    {
        string path = Path.Combine(_root, name);
        return File.Exists(path) ? Encoding.UTF8.GetString(File.ReadAllBytes(path)) : null;
    }
}
