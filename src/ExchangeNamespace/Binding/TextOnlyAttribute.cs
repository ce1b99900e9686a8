using System;
using System.Management.Automation;

namespace ExchangeNamespace.Binding;

/// <summary>Takes text alone. PowerShell makes a text of every object, and what an object is called would stand in a certificate.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TextOnlyAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        Bare.Of(inputData) is null or string
            ? inputData
            : throw new ArgumentTransformationMetadataException(
                "It takes a text, and this is another object. Put what is meant in quotation marks.");
}
