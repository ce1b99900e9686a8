using System;
using System.Collections;
using System.Management.Automation;

namespace ExchangeNamespace.Binding;

/// <summary>
/// One name for each value. PowerShell joins a list of names, or a text with commas, into one number, and takes for an answer whatever has
/// that number: <c>External,Internal</c> would be <c>Internal</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SingleValueAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether the parameter takes a list, each element of which is one name.</summary>
    public bool IsList { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? plain = Bare.Of(inputData);
        if (plain is IList list)
        {
            if (!IsList && list.Count != 1)
            {
                throw new ArgumentTransformationMetadataException(
                    $"{list.Count} values were given, and the parameter takes one. Run the command once for each value.");
            }

            foreach (object? item in list)
            {
                RefuseJoined(Bare.Of(item));
            }

            return HarmlessTextAttribute.Of(IsList ? inputData : list[0])!;
        }

        RefuseJoined(plain);
        return HarmlessTextAttribute.Of(inputData)!;
    }

    private void RefuseJoined(object? value)
    {
        if (value is string text && text.IndexOf(',') >= 0)
        {
            throw new ArgumentTransformationMetadataException(IsList
                ? "A text with a comma is one value here. Give a list: each name in quotation marks of its own, or all without."
                : "The parameter takes one value, without a comma. Run the command once for each value.");
        }
    }
}
