using System;
using System.Globalization;
using System.Management.Automation;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Binding;

/// <summary>
/// Reads 2026-03-15 as that day everywhere. PowerShell reads it in the calendar of the user, where it may be centuries off or no date at
/// all; all other forms are left to it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DayAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        Bare.Of(inputData) is string text
        && DateTime.TryParseExact(text, DayText.Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            ? day
            : HarmlessTextAttribute.Of(inputData)!;
}
