namespace Microsoft.CodeAnalysis;

/// <summary>Hides a type of this folder from other assemblies, friends included: their own framework may bring the same type.</summary>
internal sealed class EmbeddedAttribute : System.Attribute;
