using System;
using System.Management.Automation;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Binding;

/// <summary>
/// Of a parameter that takes texts, by value or property, beside one that takes a plan from the same pipeline: without it PowerShell makes
/// a text of the plan before it looks at the other parameter. A cast that fails makes it look further.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TextNotPlanAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is NamespacePlan
            ? throw new ArgumentTransformationMetadataException("A plan is no text.", new PSInvalidCastException("A plan is no text."))
            : inputData;
}
