using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ExchangeNamespace.Tests.References;

/// <summary>
/// Whether every assembly, type and member that files name is there, in what lies beside them or in what the runtime brings. What .NET
/// finds out at the first call, this finds out from the metadata.
/// </summary>
internal sealed class ReferenceProof
{
    private readonly Dictionary<string, Lazy<KnownAssembly>> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the files that may be found, the nearest first.</summary>
    public ReferenceProof(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            _known.TryAdd(Path.GetFileNameWithoutExtension(file), new(() => new KnownAssembly(file)));
        }
    }

    /// <summary>How many references were followed.</summary>
    public int Count { get; private set; }

    /// <summary>What one file names and nothing holds.</summary>
    public IReadOnlyList<string> Faults(string file)
    {
        KnownAssembly user = new(file);
        string[] missing = [.. user.Reader.AssemblyReferences.Select(h => user.Reader.GetAssemblyReference(h).GetAssemblyName()).Select(Missing).OfType<string>()];
        IEnumerable<string> types = user.Reader.TypeReferences.Select(h => Missing(user, h)).OfType<string>();
        IEnumerable<string> members = user.Reader.MemberReferences.Select(h => Missing(user, user.Reader.GetMemberReference(h))).OfType<string>();
        return [.. (missing.Length > 0 ? missing : types.Concat(members)).Select(fault => user.FileName + ": " + fault)];
    }

    private KnownAssembly? Named(AssemblyName name) => _known.TryGetValue(name.Name!, out Lazy<KnownAssembly>? found) ? found.Value : null;

    private string? Missing(AssemblyName requested)
    {
        Count++;
        return Named(requested) is not { } found ? $"{requested.FullName} is nowhere"
            : found.Meets(requested) ? null
            : $"{requested.FullName} is asked for, {found.Identity.FullName} is there";
    }

    private string? Missing(KnownAssembly user, TypeReferenceHandle handle)
    {
        Count++;
        return Find(user, handle) is null ? $"the type {SignatureText.Name(user.Reader, handle)} is nowhere" : null;
    }

    private string? Missing(KnownAssembly user, MemberReference member)
    {
        Count++;
        if (Parent(user, member.Parent) is not { } parent)
        {
            return null;
        }

        string name = user.Reader.GetString(member.Name);
        string signature = member.GetKind() == MemberReferenceKind.Method
            ? SignatureText.Method(member.DecodeMethodSignature(SignatureText.Provider, []))
            : member.DecodeFieldSignature(SignatureText.Provider, []);
        return Has(parent.Assembly, parent.Type, [], name, signature) ? null
            : $"{SignatureText.Name(parent.Assembly.Reader, parent.Type)} has no {name}: {signature}";
    }

    /// <summary>The type that a member stands on; null for arrays, whose members the runtime makes, and for types already reported.</summary>
    private (KnownAssembly Assembly, TypeDefinitionHandle Type)? Parent(KnownAssembly user, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => Find(user, (TypeReferenceHandle)handle),
        HandleKind.TypeDefinition => (user, (TypeDefinitionHandle)handle),
        HandleKind.TypeSpecification => Instantiated(user, (TypeSpecificationHandle)handle) is { } type ? Parent(user, type.Definition) : null,
        _ => null,
    };

    private (KnownAssembly Assembly, TypeDefinitionHandle Type)? Find(KnownAssembly user, TypeReferenceHandle handle)
    {
        TypeReference outermost = user.Reader.GetTypeReference(handle);
        while (outermost.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            outermost = user.Reader.GetTypeReference((TypeReferenceHandle)outermost.ResolutionScope);
        }

        string name = SignatureText.Name(user.Reader, handle);
        if (outermost.ResolutionScope.Kind != HandleKind.AssemblyReference)
        {
            return user.Type(name) is { } own ? (user, own) : null;
        }

        AssemblyName? home = user.Reader.GetAssemblyReference((AssemblyReferenceHandle)outermost.ResolutionScope).GetAssemblyName();
        while (home is not null && Named(home) is { } assembly)
        {
            if (assembly.Type(name) is { } type)
            {
                return (assembly, type);
            }

            home = assembly.Forward(name);
        }

        return null;
    }

    private bool Has(KnownAssembly assembly, TypeDefinitionHandle handle, ImmutableArray<string> arguments, string name, string signature)
    {
        MetadataReader reader = assembly.Reader;
        TypeDefinition type = reader.GetTypeDefinition(handle);
        return type.GetMethods().Select(reader.GetMethodDefinition)
                .Any(m => reader.StringComparer.Equals(m.Name, name) && SignatureText.Method(m.DecodeSignature(SignatureText.Provider, arguments)) == signature)
            || type.GetFields().Select(reader.GetFieldDefinition)
                .Any(f => reader.StringComparer.Equals(f.Name, name) && f.DecodeSignature(SignatureText.Provider, arguments) == signature)
            || type.GetInterfaceImplementations().Select(i => reader.GetInterfaceImplementation(i).Interface).Append(type.BaseType)
                .Any(b => HasBase(assembly, b, arguments, name, signature));
    }

    private bool HasBase(KnownAssembly assembly, EntityHandle handle, ImmutableArray<string> arguments, string name, string signature)
    {
        if (handle.IsNil || Parent(assembly, handle) is not { } found)
        {
            return false;
        }

        ImmutableArray<string> given = handle.Kind == HandleKind.TypeSpecification
            ? Instantiated(assembly, (TypeSpecificationHandle)handle)!.Value.Arguments.Select(a => Substitute(a, arguments)).ToImmutableArray()
            : [];
        return Has(found.Assembly, found.Type, given, name, signature);
    }

    private static string Substitute(string argument, ImmutableArray<string> arguments)
    {
        for (int i = arguments.Length - 1; i >= 0; i--)
        {
            argument = argument == "!" + i ? arguments[i] : argument;
        }

        return argument;
    }

    private static (EntityHandle Definition, ImmutableArray<string> Arguments)? Instantiated(KnownAssembly assembly, TypeSpecificationHandle handle)
    {
        BlobReader blob = assembly.Reader.GetBlobReader(assembly.Reader.GetTypeSpecification(handle).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        blob.ReadCompressedInteger();
        EntityHandle definition = blob.ReadTypeHandle();
        SignatureDecoder<string, ImmutableArray<string>> decoder = new(SignatureText.Provider, assembly.Reader, []);
        int count = blob.ReadCompressedInteger();
        ImmutableArray<string>.Builder arguments = ImmutableArray.CreateBuilder<string>(count);
        for (int i = 0; i < count; i++)
        {
            arguments.Add(decoder.DecodeType(ref blob));
        }

        return (definition, arguments.ToImmutable());
    }
}
