using System;
using System.Management.Automation;

namespace ExchangeNamespace.StandIn.Binding;

/// <summary>Takes an absolute http or https address, or null, which clears the value.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class AbsoluteUriAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        object? value = arguments is PSObject wrapped ? wrapped.BaseObject : arguments;
        if (value is not null && value is not Uri { IsAbsoluteUri: true, Scheme: "https" or "http" })
        {
            throw new ValidationMetadataException("'" + value + "' is not an absolute http or https address.");
        }
    }
}
