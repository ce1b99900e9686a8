using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace ExchangeNamespace.Reports.Writing;

/// <summary>The fixed parts of a page, embedded as they are, with the hashes by which its policy allows them.</summary>
internal static class ReportTemplate
{
    /// <summary>The embedded text, with the line ends of the page.</summary>
    /// <exception cref="FileNotFoundException">The assembly was built without it.</exception>
    public static string Text(string name)
    {
        using Stream stream = typeof(ReportTemplate).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException("The embedded text '" + name + "' is missing.", name);
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r", string.Empty);
    }

    /// <summary>The source of a Content-Security-Policy that allows this text and no other.</summary>
    public static string Source(string text)
    {
        using SHA256 algorithm = SHA256.Create();
        return "'sha256-" + Convert.ToBase64String(algorithm.ComputeHash(Encoding.UTF8.GetBytes(text))) + "'";
    }
}
