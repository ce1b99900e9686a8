using System;
using System.Globalization;
using System.Management.Automation;

namespace ExchangeNamespace.Binding;

/// <summary>
/// Reads a time to live as DNS has it: a number is seconds. PowerShell by itself takes a number for ticks, and the text 2 for days.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeToLiveAttribute : ArgumentTransformationAttribute
{
    private const double MostSeconds = int.MaxValue;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Bare.Of(inputData) switch
    {
        TimeSpan span => span,
        string text when text.IndexOf(':') >= 0 && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) => span,
        string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) =>
            TimeSpan.FromSeconds(seconds),
        int or long or uint or short or ushort or byte when Convert.ToDouble(Bare.Of(inputData), CultureInfo.InvariantCulture) is var number
            && number >= 0 && number <= MostSeconds => TimeSpan.FromSeconds(number),
        _ => throw new ArgumentTransformationMetadataException(
            "A time to live is a whole number of seconds, such as 3600, or a time span, such as 1:00:00."),
    };
}
