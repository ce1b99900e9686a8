using System;
using System.Globalization;
using System.Management.Automation;

namespace ExchangeNamespace.Binding;

/// <summary>
/// Reads how long to wait: a number of seconds, or a TimeSpan. PowerShell by itself takes a number for ticks and the text 2 for two days.
/// Such numbers once were milliseconds, of which 50 were the fewest: from 50 on they are refused, so that none is taken for the other.
/// </summary>
/// <param name="least">The shortest time, in seconds.</param>
/// <param name="most">The longest time, in seconds.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecondsAttribute(double least, double most) : ArgumentTransformationAttribute
{
    private const double FirstMilliseconds = 50;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? bare = Bare.Of(inputData);
        TimeSpan wait = bare switch
        {
            TimeSpan span => span,
            string text when text.IndexOf(':') >= 0 && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) => span,
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture,
                out double number) => OfSeconds(number),
            byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal =>
                OfSeconds(Convert.ToDouble(bare, CultureInfo.InvariantCulture)),
            _ => throw Refusal("Give a number of seconds, such as 2 or 0.5, or a TimeSpan, such as 0:00:02."),
        };
        return wait.TotalSeconds >= least && wait.TotalSeconds <= most
            ? wait
            : throw Refusal($"The time must be between {Text(least)} and {Text(most)} seconds.");
    }

    private static TimeSpan OfSeconds(double number) => number switch
    {
        >= FirstMilliseconds => throw Refusal(
            $"{Text(number)} could mean milliseconds, as it once did. Numbers are seconds: give {Text(number / 1000)} for {Text(number)} "
                + $"milliseconds, or a TimeSpan such as 0:01:00 for {Text(FirstMilliseconds)} seconds and more."),
        >= 0 => TimeSpan.FromSeconds(number),
        _ => throw Refusal($"{Text(number)} is not a number of seconds."),
    };

    private static string Text(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private static ArgumentTransformationMetadataException Refusal(string message) => new(message);
}
