using System;
using System.Management.Automation;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Binding;

/// <summary>Reads 2026-03-15 20:00 as that moment everywhere, as <see cref="DayAttribute"/> reads a day.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MomentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        Bare.Of(inputData) is string text && MomentText.Moment(text) is { } moment ? moment : HarmlessTextAttribute.Of(inputData)!;
}
