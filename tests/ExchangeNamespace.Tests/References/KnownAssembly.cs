using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ExchangeNamespace.Tests.References;

/// <summary>An assembly that references may lead to, read from its metadata without loading it.</summary>
internal sealed class KnownAssembly
{
    private readonly Lazy<Dictionary<string, TypeDefinitionHandle>> _types;
    private readonly Lazy<Dictionary<string, AssemblyReferenceHandle>> _forwards;

    public KnownAssembly(string path)
    {
        // The image stays open as long as the process: its metadata is read on demand.
        Reader = new PEReader(new MemoryStream(File.ReadAllBytes(path))).GetMetadataReader();
        Identity = Reader.GetAssemblyDefinition().GetAssemblyName();
        FileName = Path.GetFileName(path);
        _types = new(() => Reader.TypeDefinitions.ToDictionary(h => SignatureText.Name(Reader, h)));
        _forwards = new(() => Reader.ExportedTypes
            .Select(Reader.GetExportedType)
            .Where(t => t.Implementation.Kind == HandleKind.AssemblyReference)
            .ToDictionary(t => SignatureText.Full(Reader.GetString(t.Namespace), Reader.GetString(t.Name)), t => (AssemblyReferenceHandle)t.Implementation));
    }

    public MetadataReader Reader { get; }

    public AssemblyName Identity { get; }

    public string FileName { get; }

    public TypeDefinitionHandle? Type(string name) => _types.Value.TryGetValue(name, out TypeDefinitionHandle handle) ? handle : null;

    /// <summary>Where the assembly says that a type has moved.</summary>
    public AssemblyName? Forward(string name) =>
        _forwards.Value.TryGetValue(name.Split('/')[0], out AssemblyReferenceHandle handle) ? Reader.GetAssemblyReference(handle).GetAssemblyName() : null;

    /// <summary>Whether a request for an identity is met by this file without a binding redirect: same name and key, at least the version.</summary>
    public bool Meets(AssemblyName requested) =>
        string.Equals(requested.Name, Identity.Name, StringComparison.OrdinalIgnoreCase)
        && Identity.Version >= requested.Version
        && (requested.GetPublicKeyToken() ?? []).SequenceEqual(Identity.GetPublicKeyToken() ?? []);
}
