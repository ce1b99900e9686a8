using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;

namespace ExchangeNamespace.Tests.Architecture;

/// <summary>Reads a signature as the set of the types in it.</summary>
internal sealed class UsedTypeProvider(string assembly) : ISignatureTypeProvider<IEnumerable<UsedType>, object?>
{
    public IEnumerable<UsedType> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        [new UsedType(assembly, NamespaceOf(reader, handle), reader.GetString(reader.GetTypeDefinition(handle).Name))];

    public IEnumerable<UsedType> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        TypeReference type = reader.GetTypeReference(handle);
        TypeReference outermost = type;
        while (outermost.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            outermost = reader.GetTypeReference((TypeReferenceHandle)outermost.ResolutionScope);
        }

        string home = outermost.ResolutionScope.Kind == HandleKind.AssemblyReference
            ? reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)outermost.ResolutionScope).Name)
            : assembly;
        return [new UsedType(home, reader.GetString(outermost.Namespace), reader.GetString(type.Name))];
    }

    public IEnumerable<UsedType> GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, context);

    public IEnumerable<UsedType> GetFunctionPointerType(MethodSignature<IEnumerable<UsedType>> signature) =>
        [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(type => type)];

    public IEnumerable<UsedType> GetGenericInstantiation(IEnumerable<UsedType> genericType, ImmutableArray<IEnumerable<UsedType>> typeArguments) =>
        [.. genericType, .. typeArguments.SelectMany(type => type)];

    public IEnumerable<UsedType> GetModifiedType(IEnumerable<UsedType> modifier, IEnumerable<UsedType> unmodifiedType, bool isRequired) =>
        [.. modifier, .. unmodifiedType];

    public IEnumerable<UsedType> GetArrayType(IEnumerable<UsedType> elementType, ArrayShape shape) => elementType;

    public IEnumerable<UsedType> GetByReferenceType(IEnumerable<UsedType> elementType) => elementType;

    public IEnumerable<UsedType> GetPinnedType(IEnumerable<UsedType> elementType) => elementType;

    public IEnumerable<UsedType> GetPointerType(IEnumerable<UsedType> elementType) => elementType;

    public IEnumerable<UsedType> GetSZArrayType(IEnumerable<UsedType> elementType) => elementType;

    public IEnumerable<UsedType> GetGenericMethodParameter(object? genericContext, int index) => [];

    public IEnumerable<UsedType> GetGenericTypeParameter(object? genericContext, int index) => [];

    public IEnumerable<UsedType> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

    public static string NamespaceOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = reader.GetTypeDefinition(type.GetDeclaringType());
        }

        return reader.GetString(type.Namespace);
    }
}
