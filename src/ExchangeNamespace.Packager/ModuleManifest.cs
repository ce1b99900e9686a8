using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;

namespace ExchangeNamespace.Packager;

/// <summary>The manifest of a module: its values, and where its gallery data begins.</summary>
internal sealed class ModuleManifest
{
    private readonly Hashtable _values;
    private readonly Hashtable _gallery;

    private ModuleManifest(string path)
    {
        Ast script = Parser.ParseFile(path, out _, out ParseError[] errors);
        if (errors.Length > 0)
        {
            throw new PackageException($"{path}: {errors[0].Message}");
        }

        Path = path;
        HashtableAst table = (HashtableAst?)script.Find(static ast => ast is HashtableAst, searchNestedScriptBlocks: false)
            ?? throw new PackageException($"{path} holds no manifest.");
        _values = (Hashtable)table.SafeGetValue();
        HashtableAst gallery = (HashtableAst?)script.Find(IsGalleryData, searchNestedScriptBlocks: false)
            ?? throw new PackageException($"{path} has no PrivateData.PSData, which the gallery reads.");
        _gallery = (Hashtable)gallery.SafeGetValue();
        GalleryDataStart = gallery.Extent.StartOffset + "@{".Length;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Where in the text of the file the first line of the gallery data may be written.</summary>
    public int GalleryDataStart { get; }

    /// <summary>The name of the module.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The commands that it exports, in ordinal order.</summary>
    public IEnumerable<string> Cmdlets => Texts(_values["CmdletsToExport"]).Order(StringComparer.Ordinal);

    /// <summary>The words by which a gallery finds it.</summary>
    public IEnumerable<string> Tags => Texts(_gallery["Tags"]);

    /// <summary>Reads the manifest of the module in a folder.</summary>
    /// <exception cref="PackageException">There is not one manifest, or it cannot be read.</exception>
    public static ModuleManifest Read(string folder)
    {
        string[] files = Directory.GetFiles(folder, "*.psd1");
        return files.Length == 1 ? new(files[0])
            : throw new PackageException($"{folder} holds {files.Length} manifests; a package has one.");
    }

    /// <summary>A value that has to be there.</summary>
    /// <exception cref="PackageException">It is missing.</exception>
    public string Required(string key) => Optional(key) ?? throw new PackageException($"{Path} has no {key}.");

    /// <summary>A value of the manifest or of its gallery data; null where it is missing.</summary>
    public string? Optional(string key) => (_values[key] ?? _gallery[key]) as string;

    private static IEnumerable<string> Texts(object? value) =>
        value is string one ? [one] : ((IEnumerable?)value ?? Array.Empty<string>()).Cast<string>();

    private static bool IsGalleryData(Ast ast) =>
        ast is HashtableAst && ast.Parent is CommandExpressionAst { Parent: PipelineAst { Parent: HashtableAst owner } pipeline }
        && owner.KeyValuePairs.Any(pair => pair.Item2 == pipeline && pair.Item1 is StringConstantExpressionAst { Value: "PSData" });
}
