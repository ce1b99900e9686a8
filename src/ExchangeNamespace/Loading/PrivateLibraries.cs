using System.Collections.Generic;
using System.IO;
using System.Reflection;

namespace ExchangeNamespace.Loading;

/// <summary>What bin/lib holds. A file that no row names is never loaded.</summary>
internal static class PrivateLibraries
{
    /// <summary>DNS on the wire.</summary>
    public static readonly Feature Dns = new("dns", desktop: ["System.Buffers", "DnsClient"], core: ["DnsClient"]);

    /// <summary>Plans and design files.</summary>
    public static readonly Feature Json = new("json", desktop: ["Newtonsoft.Json"], core: ["Newtonsoft.Json"]);

    /// <summary>Certificate files and requests.</summary>
    public static readonly Feature X509 = new("x509", desktop: ["BouncyCastle.Cryptography"], core: ["BouncyCastle.Cryptography"]);

    /// <summary>Every feature. Where two carry the same library in PowerShell 7, both carry the same version of it.</summary>
    public static readonly IReadOnlyList<Feature> Features = [Dns, Json, X509];

    /// <summary>The folder of one edition, below the folder of the module's assembly.</summary>
    /// <param name="moduleFolder">The folder of the module's assembly.</param>
    /// <param name="isDesktop">Windows PowerShell, else PowerShell 7.</param>
    public static string Folder(string moduleFolder, bool isDesktop) =>
        Path.Combine(moduleFolder, "lib", isDesktop ? "desktop" : "core");

    /// <summary>The files of one edition that are present, in the order of the rows.</summary>
    /// <param name="moduleFolder">The folder of the module's assembly.</param>
    /// <param name="isDesktop">Windows PowerShell, else PowerShell 7.</param>
    public static IReadOnlyList<PrivateLibrary> Find(string moduleFolder, bool isDesktop)
    {
        List<PrivateLibrary> found = [];
        foreach (Feature feature in Features)
        {
            foreach (string name in feature.Libraries(isDesktop))
            {
                string path = Path.Combine(Folder(moduleFolder, isDesktop), feature.Name, name + ".dll");
                if (File.Exists(path))
                {
                    found.Add(new PrivateLibrary(AssemblyName.GetAssemblyName(path), feature, path));
                }
            }
        }

        return found;
    }
}
