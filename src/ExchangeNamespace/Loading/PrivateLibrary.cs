using System.Reflection;

namespace ExchangeNamespace.Loading;

/// <summary>A file of bin/lib and the identity it carries.</summary>
/// <param name="identity">Name, version, culture and key token.</param>
/// <param name="feature">The feature whose folder holds the file.</param>
/// <param name="path">The full path.</param>
internal sealed class PrivateLibrary(AssemblyName identity, Feature feature, string path)
{
    /// <summary>Name, version, culture and key token.</summary>
    public AssemblyName Identity { get; } = identity;

    /// <summary>The feature whose folder holds the file.</summary>
    public Feature Feature { get; } = feature;

    /// <summary>The full path.</summary>
    public string Path { get; } = path;
}
