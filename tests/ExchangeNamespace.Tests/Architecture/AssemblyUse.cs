using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ExchangeNamespace.Tests.Architecture;

/// <summary>Which types the types of an assembly use, read from its metadata without loading it.</summary>
internal sealed class AssemblyUse : IDisposable
{
    private readonly PEReader _image;
    private readonly MetadataReader _reader;
    private readonly UsedTypeProvider _provider;

    public AssemblyUse(string path)
    {
        _image = new PEReader(File.OpenRead(path));
        _reader = _image.GetMetadataReader();
        Name = _reader.GetString(_reader.GetAssemblyDefinition().Name);
        _provider = new UsedTypeProvider(Name);
    }

    public string Name { get; }

    public IEnumerable<string> References =>
        _reader.AssemblyReferences.Select(handle => _reader.GetString(_reader.GetAssemblyReference(handle).Name));

    /// <summary>Every use, in signatures, attributes and method bodies.</summary>
    public IEnumerable<(UsedType User, UsedType Used)> Everywhere() =>
        Types().SelectMany(handle => Used(handle, isSurfaceOnly: false).Select(used => (Self(handle), used)));

    /// <summary>What the exported types show: base types, interfaces, attributes, public and protected members.</summary>
    public IEnumerable<(UsedType User, UsedType Used)> OnTheSurface() =>
        Types().Where(IsExported).SelectMany(handle => Used(handle, isSurfaceOnly: true).Select(used => (Self(handle), used)));

    /// <summary>The base types and interfaces of all types, which a scan of the assembly's types loads.</summary>
    public IEnumerable<(UsedType User, UsedType Used)> InBaseTypes() =>
        Types().SelectMany(handle => Bases(_reader.GetTypeDefinition(handle)).Select(used => (Self(handle), used)));

    public void Dispose() => _image.Dispose();

    private static bool IsVisible(MethodAttributes attributes) =>
        (attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsVisible(FieldAttributes attributes) =>
        (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private IEnumerable<TypeDefinitionHandle> Types() =>
        _reader.TypeDefinitions.Where(handle => UsedTypeProvider.NamespaceOf(_reader, handle).StartsWith("ExchangeNamespace", StringComparison.Ordinal));

    private bool IsExported(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _reader.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => IsExported(type.GetDeclaringType()),
            _ => false,
        };
    }

    private UsedType Self(TypeDefinitionHandle handle) => _provider.GetTypeFromDefinition(_reader, handle, 0).Single();

    private IEnumerable<UsedType> Bases(TypeDefinition type) =>
        Of(type.BaseType).Concat(type.GetInterfaceImplementations().SelectMany(handle => Of(_reader.GetInterfaceImplementation(handle).Interface)));

    private IEnumerable<UsedType> Used(TypeDefinitionHandle handle, bool isSurfaceOnly)
    {
        TypeDefinition type = _reader.GetTypeDefinition(handle);
        IEnumerable<MethodDefinition> methods = type.GetMethods().Select(_reader.GetMethodDefinition)
            .Where(method => !isSurfaceOnly || IsVisible(method.Attributes));
        IEnumerable<FieldDefinition> fields = type.GetFields().Select(_reader.GetFieldDefinition)
            .Where(field => !isSurfaceOnly || IsVisible(field.Attributes));
        return
        [
            .. Bases(type),
            .. Attributes(type.GetCustomAttributes()),
            .. Constraints(type.GetGenericParameters()),
            .. type.GetProperties().SelectMany(property => Attributes(_reader.GetPropertyDefinition(property).GetCustomAttributes())),
            .. fields.SelectMany(field => field.DecodeSignature(_provider, null).Concat(Attributes(field.GetCustomAttributes()))),
            .. methods.SelectMany(Signature),
            .. isSurfaceOnly ? [] : methods.SelectMany(Body),
        ];
    }

    private IEnumerable<UsedType> Signature(MethodDefinition method) =>
    [
        .. Flatten(method.DecodeSignature(_provider, null)),
        .. Attributes(method.GetCustomAttributes()),
        .. Constraints(method.GetGenericParameters()),
        .. method.GetParameters().SelectMany(parameter => Attributes(_reader.GetParameter(parameter).GetCustomAttributes())),
    ];

    private IEnumerable<UsedType> Body(MethodDefinition method)
    {
        if (method.RelativeVirtualAddress == 0)
        {
            return [];
        }

        MethodBodyBlock body = _image.GetMethodBody(method.RelativeVirtualAddress);
        return
        [
            .. IlTokens.Read(body.GetILBytes()!).SelectMany(Of),
            .. Of(body.LocalSignature),
            .. body.ExceptionRegions.SelectMany(region => Of(region.CatchType)),
        ];
    }

    private IEnumerable<UsedType> Attributes(CustomAttributeHandleCollection attributes) =>
        attributes.SelectMany(handle => Of(_reader.GetCustomAttribute(handle).Constructor));

    private IEnumerable<UsedType> Constraints(GenericParameterHandleCollection parameters) => parameters
        .SelectMany(handle => _reader.GetGenericParameter(handle).GetConstraints())
        .SelectMany(handle => Of(_reader.GetGenericParameterConstraint(handle).Type));

    private static IEnumerable<UsedType> Flatten(MethodSignature<IEnumerable<UsedType>> signature) =>
        signature.ReturnType.Concat(signature.ParameterTypes.SelectMany(type => type));

    private IEnumerable<UsedType> Of(EntityHandle handle) => handle.IsNil ? [] : handle.Kind switch
    {
        HandleKind.TypeDefinition => _provider.GetTypeFromDefinition(_reader, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => _provider.GetTypeFromReference(_reader, (TypeReferenceHandle)handle, 0),
        HandleKind.TypeSpecification => _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_provider, null),
        HandleKind.MethodDefinition => Of(_reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()),
        HandleKind.FieldDefinition => Of(_reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()),
        HandleKind.MemberReference => OfMember(_reader.GetMemberReference((MemberReferenceHandle)handle)),
        HandleKind.MethodSpecification => OfGenericCall(_reader.GetMethodSpecification((MethodSpecificationHandle)handle)),
        HandleKind.StandaloneSignature => OfSignature(_reader.GetStandaloneSignature((StandaloneSignatureHandle)handle)),
        _ => [],
    };

    private IEnumerable<UsedType> OfMember(MemberReference member) => Of(member.Parent).Concat(member.GetKind() == MemberReferenceKind.Method
        ? Flatten(member.DecodeMethodSignature(_provider, null))
        : member.DecodeFieldSignature(_provider, null));

    private IEnumerable<UsedType> OfGenericCall(MethodSpecification call) =>
        Of(call.Method).Concat(call.DecodeSignature(_provider, null).SelectMany(type => type));

    private IEnumerable<UsedType> OfSignature(StandaloneSignature signature) => signature.GetKind() == StandaloneSignatureKind.LocalVariables
        ? signature.DecodeLocalSignature(_provider, null).SelectMany(type => type)
        : Flatten(signature.DecodeMethodSignature(_provider, null));
}
