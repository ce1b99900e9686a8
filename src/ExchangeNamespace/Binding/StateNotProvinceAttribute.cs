using System;
using System.Management.Automation;

namespace ExchangeNamespace.Binding;

/// <summary>Says to someone who gives a province as the state which parameter it belongs to.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StateNotProvinceAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        Bare.Of(inputData) is string
            ? throw new ArgumentTransformationMetadataException(
                "State is the captured state, from Import-ExchangeState. The state or province of the subject is -StateOrProvince.")
            : inputData;
}
