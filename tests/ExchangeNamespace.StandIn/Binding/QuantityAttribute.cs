using System;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace ExchangeNamespace.StandIn.Binding;

/// <summary>Takes a number with an optional unit (B, KB, MB, GB, TB) and, where allowed, the word <c>unlimited</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed partial class QuantityAttribute : ValidateArgumentsAttribute
{
    /// <summary>True where <c>unlimited</c> and a time span are values too.</summary>
    public bool Unlimited { get; set; }

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        string text = arguments?.ToString() ?? string.Empty;
        bool valid = Quantity().IsMatch(text)
            || (Unlimited && (string.Equals(text, "unlimited", StringComparison.OrdinalIgnoreCase) || Span().IsMatch(text)));
        if (!valid)
        {
            throw new ValidationMetadataException("'" + text + "' is not a quantity.");
        }
    }

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+)?\s*([KMGT]?B)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"^([0-9]+\.)?[0-9]{1,2}:[0-9]{2}:[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
