using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ExchangeNamespace.Loading;
using ExchangeNamespace.Tests.References;
using Xunit;

namespace ExchangeNamespace.Tests.Architecture;

/// <summary>
/// No attribute names a type of ours by a text: Windows PowerShell 5.1 compares such a text with the full name of the assembly, and
/// without version and key it never fits, so that a converter is not found.
/// </summary>
public class TypeNamesInAttributesTests
{
    private const int LongestName = 512;

    [Theory]
    [InlineData("ExchangeNamespace.Core.dll")]
    [InlineData("ExchangeNamespace.dll")]
    public void No_attribute_names_a_type_by_text(string file) =>
        Assert.Empty(NamedByText(Path.Combine(Path.GetDirectoryName(typeof(ModuleInitializer).Assembly.Location)!, file)));

    [Fact]
    public void One_that_does_is_seen() => Assert.NotEmpty(NamedByText(typeof(TypeNamesInAttributesTests).Assembly.Location));

    private static List<string> NamedByText(string path)
    {
        using PEReader image = new(File.OpenRead(path));
        MetadataReader reader = image.GetMetadataReader();
        HashSet<string> types = [.. reader.TypeDefinitions.Select(h => SignatureText.Name(reader, h)).Where(n => n.StartsWith("ExchangeNamespace.", StringComparison.Ordinal))];
        return [.. reader.CustomAttributes.Select(reader.GetCustomAttribute).SelectMany(a => Texts(reader, a)).Where(t => types.Contains(t.Split(',')[0].Trim()))];
    }

    /// <summary>The arguments that the constructor takes as text; a type given by typeof is not one.</summary>
    private static IEnumerable<string> Texts(MetadataReader reader, CustomAttribute attribute)
    {
        MethodSignature<string> constructor = attribute.Constructor.Kind == HandleKind.MemberReference
            ? reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).DecodeMethodSignature(SignatureText.Provider, [])
            : reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).DecodeSignature(SignatureText.Provider, []);
        BlobReader blob = reader.GetBlobReader(attribute.Value);
        blob.ReadUInt16();
        foreach (string type in constructor.ParameterTypes)
        {
            if (type is not ("System.String" or "System.Type"))
            {
                yield break;
            }

            string? text = blob.ReadSerializedString();
            if (type == "System.String" && text is { Length: < LongestName })
            {
                yield return text;
            }
        }
    }

    [System.ComponentModel.TypeConverter("ExchangeNamespace.Tests.Architecture.TypeNamesInAttributesTests, ExchangeNamespace.Tests")]
    private sealed class Named;
}
