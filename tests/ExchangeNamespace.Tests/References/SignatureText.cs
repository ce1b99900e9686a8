using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;

namespace ExchangeNamespace.Tests.References;

/// <summary>
/// A signature as text, in which a type is its full name wherever it lives: assemblies of the framework forward types to each other.
/// The context holds what stands for the type parameters of a generic base type.
/// </summary>
internal sealed class SignatureText : ISignatureTypeProvider<string, ImmutableArray<string>>
{
    public static readonly SignatureText Provider = new();

    public static string Name(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? Name(reader, outer) + "/" + name : Full(reader.GetString(type.Namespace), name);
    }

    public static string Name(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Name(reader, (TypeReferenceHandle)type.ResolutionScope) + "/" + name
            : Full(reader.GetString(type.Namespace), name);
    }

    public static string Full(string space, string name) => space.Length == 0 ? name : space + "." + name;

    public static string Method(MethodSignature<string> signature) =>
        $"{signature.Header.IsInstance} {signature.GenericParameterCount} {signature.ReturnType} ({string.Join(",", signature.ParameterTypes.Take(signature.RequiredParameterCount))})";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Name(reader, handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Name(reader, handle);

    public string GetTypeFromSpecification(MetadataReader reader, ImmutableArray<string> context, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, context);

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "System." + typeCode;

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) => elementType + "[" + shape.Rank + "]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => genericType + "<" + string.Join(",", typeArguments) + ">";

    public string GetGenericTypeParameter(ImmutableArray<string> context, int index) => index < (context.IsDefault ? 0 : context.Length) ? context[index] : "!" + index;

    public string GetGenericMethodParameter(ImmutableArray<string> context, int index) => "!!" + index;

    public string GetFunctionPointerType(MethodSignature<string> signature) => "method " + Method(signature);

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        unmodifiedType + (isRequired ? " modreq(" : " modopt(") + modifier + ")";
}
