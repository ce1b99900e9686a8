using System;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Binding;

/// <summary>
/// Shows hidden characters of a value as their code points before PowerShell refuses it: PowerShell repeats in its message what it refuses.
/// For parameters whose values never hold such a character.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HarmlessTextAttribute : ArgumentTransformationAttribute
{
    /// <summary>A text, or each text of a list, in the form for people; all else as it is.</summary>
    public static object? Of(object? value) => Bare.Of(value) switch
    {
        string text => ShownText.Of(text),
        object[] list => list.Select(Of).ToArray(),
        _ => value,
    };

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Of(inputData)!;
}
