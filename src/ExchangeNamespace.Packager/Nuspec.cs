using System.Linq;
using System.Xml.Linq;

namespace ExchangeNamespace.Packager;

/// <summary>What a gallery reads of a package before it opens it.</summary>
internal static class Nuspec
{
    private static readonly XNamespace s_schema = "http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd";

    /// <summary>Writes it from the manifest of the module.</summary>
    public static string Write(ModuleManifest manifest)
    {
        string[] cmdlets = [.. manifest.Cmdlets];
        string tags = string.Join(' ', ["PSModule", .. manifest.Tags, "PSIncludes_Cmdlet",
            .. cmdlets.Select(static name => "PSCmdlet_" + name), .. cmdlets.Select(static name => "PSCommand_" + name)]);
        XElement metadata = new(s_schema + "metadata",
            Element("id", manifest.Name),
            Element("version", manifest.Required("ModuleVersion")),
            Element("authors", manifest.Required("Author")),
            Element("owners", manifest.Required("CompanyName")),
            Element("requireLicenseAcceptance", "false"),
            Element("licenseUrl", manifest.Optional("LicenseUri")),
            Element("projectUrl", manifest.Optional("ProjectUri")),
            Element("description", manifest.Required("Description")),
            Element("releaseNotes", manifest.Required("ReleaseNotes")),
            Element("copyright", manifest.Required("Copyright")),
            Element("tags", tags));
        string text = new XElement(s_schema + "package", metadata).ToString().ReplaceLineEndings("\n");
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static XElement? Element(string name, string? value) => value is null ? null : new(s_schema + name, value);
}
