using System;
using System.Management.Automation;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Binding;

/// <summary>
/// Reads 2026-03-15 as that day everywhere. PowerShell reads it in the calendar of the user, where it may be centuries off or no date at
/// all; all other forms are left to it. A day has no time zone.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DayAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Bare.Of(inputData) switch
    {
        DateTime moment => DateTime.SpecifyKind(moment.Date, DateTimeKind.Unspecified),
        string text when MomentText.Day(text) is { } day => day,
        _ => HarmlessTextAttribute.Of(inputData)!,
    };
}
