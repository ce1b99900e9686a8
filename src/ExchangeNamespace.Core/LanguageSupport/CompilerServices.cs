using Microsoft.CodeAnalysis;

namespace System.Runtime.CompilerServices;

/// <summary>Lets a property have an <c>init</c> accessor.</summary>
[Embedded]
internal static class IsExternalInit;

/// <summary>Marks a type with <c>required</c> members, and each of them.</summary>
[Embedded]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
internal sealed class RequiredMemberAttribute : Attribute;

/// <summary>Names what a compiler must understand to call a member.</summary>
[Embedded]
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class CompilerFeatureRequiredAttribute : Attribute
{
    /// <summary>Takes the name of the feature.</summary>
    public CompilerFeatureRequiredAttribute(string featureName) => FeatureName = featureName;

    /// <summary>The name of the feature.</summary>
    public string FeatureName { get; }

    /// <summary>Whether a compiler that does not know the feature may use the member all the same.</summary>
    public bool IsOptional { get; init; }
}
