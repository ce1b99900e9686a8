using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Xml.Linq;

namespace ExchangeNamespace.Packager;

/// <summary>The file that a gallery takes: the same module folder gives the same bytes.</summary>
internal static class PackageFile
{
    private const string Bytes = "application/octet-stream";

    // The first moment that a zip file can hold.
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the package of a module folder; the file is complete or absent.</summary>
    public static void Write(string folder, string path)
    {
        ModuleManifest manifest = ModuleManifest.Read(folder);
        SortedDictionary<string, Func<byte[]>> parts = new(StringComparer.Ordinal);
        foreach (string file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            parts.Add(Path.GetRelativePath(folder, file).Replace('\\', '/'), () => File.ReadAllBytes(file));
        }

        string nuspec = manifest.Name + ".nuspec";
        parts.Add(nuspec, () => Encoding.UTF8.GetBytes(Nuspec.Write(manifest)));
        parts.Add("_rels/.rels", () => Encoding.UTF8.GetBytes(Relationships(nuspec)));
        string types = ContentTypes([.. parts.Keys]);
        parts.Add("[Content_Types].xml", () => Encoding.UTF8.GetBytes(types));

        string unfinished = path + ".unfinished";
        using (ZipArchive zip = new(File.Create(unfinished), ZipArchiveMode.Create))
        {
            foreach ((string name, Func<byte[]> content) in parts)
            {
                ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
                entry.LastWriteTime = s_time;
                using Stream stream = entry.Open();
                stream.Write(content());
            }
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private static string Relationships(string nuspec) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/{nuspec}" Id="R1" />
        </Relationships>

        """;

    private static string ContentTypes(IReadOnlyList<string> names)
    {
        XNamespace schema = "http://schemas.openxmlformats.org/package/2006/content-types";
        XElement types = new(schema + "Types");
        foreach (string extension in names.Select(static name => Path.GetExtension(name).TrimStart('.'))
                     .Where(static e => e.Length > 0).Distinct().Order(StringComparer.Ordinal))
        {
            string type = extension == "rels" ? "application/vnd.openxmlformats-package.relationships+xml" : Bytes;
            types.Add(new XElement(schema + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type)));
        }

        foreach (string name in names.Where(static name => Path.GetExtension(name).Length == 0))
        {
            types.Add(new XElement(schema + "Override", new XAttribute("PartName", "/" + name), new XAttribute("ContentType", Bytes)));
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{types.ToString().ReplaceLineEndings("\n")}\n";
    }
}
