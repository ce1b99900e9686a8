using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Binding;

/// <summary>Takes a state as Import-ExchangeState gives it, or objects of Exchange, live or deserialized.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StateAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        List<InputFault> faults = [];
        ExchangeState? state = StateInput.Read(inputData, faults);
        return state ?? throw new ArgumentTransformationMetadataException(string.Join(" ", faults.Select(f => f.Message).Take(3)));
    }
}
