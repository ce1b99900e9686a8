using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace ExchangeNamespace.Packager;

/// <summary>Where the repository can be read, and the links of a package that follow from it.</summary>
internal sealed class ProjectAddress
{
    private static readonly XNamespace s_command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace s_maml = "http://schemas.microsoft.com/maml/2004/10";

    private readonly string _project;

    private ProjectAddress(string project) => _project = project;

    /// <summary>The licence.</summary>
    public string License => File("LICENSE");

    /// <summary>Takes the address that was named, or else the one of the build; null where neither says one.</summary>
    /// <exception cref="PackageException">It is not an https address.</exception>
    public static ProjectAddress? Read(string? named)
    {
        string text = (named ?? OfBuild()).TrimEnd('/');
        if (text.Length == 0)
        {
            return null;
        }

        bool isUsable = Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttps
            && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;
        return isUsable ? new(uri!.AbsoluteUri.TrimEnd('/'))
            : throw new PackageException($"'{text}' is not the https address of a repository, such as https://host/owner/name.");
    }

    /// <summary>The page of a command.</summary>
    public string HelpPage(string command) => File($"docs/cmdlets/{command}.md");

    /// <summary>Writes the links into the manifest and the help of a module folder.</summary>
    public void Stamp(string folder)
    {
        ModuleManifest manifest = ModuleManifest.Read(folder);
        string text = System.IO.File.ReadAllText(manifest.Path);
        System.IO.File.WriteAllText(manifest.Path, text.Insert(manifest.GalleryDataStart, ManifestLines()));
        foreach (string help in Directory.GetFiles(Path.Combine(folder, "en-US"), "*-Help.xml"))
        {
            StampHelp(help);
        }
    }

    private static string OfBuild() => typeof(ProjectAddress).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static a => a.Key == nameof(ProjectAddress)).Value ?? "";

    private string ManifestLines()
    {
        StringBuilder lines = new();
        foreach ((string key, string value) in new[] { ("ProjectUri", _project), ("LicenseUri", License) })
        {
            string quoted = value.Replace("'", "''", StringComparison.Ordinal);
            lines.Append("\n            ").Append(key).Append(" = '").Append(quoted).Append('\'');
        }

        return lines.ToString();
    }

    // Get-Help -Online takes the first link that has an address.
    private void StampHelp(string path)
    {
        XDocument help = XDocument.Load(path, LoadOptions.PreserveWhitespace);
        foreach (XElement command in help.Descendants(s_command + "command"))
        {
            string name = command.Element(s_command + "details")!.Element(s_command + "name")!.Value;
            XElement link = new(s_maml + "navigationLink",
                new XElement(s_maml + "linkText", "Online Version:"), new XElement(s_maml + "uri", HelpPage(name)));
            XElement? links = command.Element(s_command + "relatedLinks");
            if (links is null)
            {
                command.Add(links = new XElement(s_command + "relatedLinks"));
            }

            links.AddFirst(link);
        }

        System.IO.File.WriteAllText(path, $"{help.Declaration}\n{help}\n");
    }

    // HEAD is the branch that the repository shows first.
    private string File(string path) => $"{_project}/blob/HEAD/{path}";
}
