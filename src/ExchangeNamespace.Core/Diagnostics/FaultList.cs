using System;
using System.Collections.ObjectModel;
using System.Globalization;

namespace ExchangeNamespace.Diagnostics;

/// <summary>
/// The refusals of one input, up to a stated number: a damaged file of a megabyte would give millions, each with a message. The one that is
/// too many ends the reading.
/// </summary>
internal sealed class FaultList : Collection<InputFault>
{
    /// <summary>Says that reading ended.</summary>
    public static InputFault TooMany { get; } = new(
        FaultIds.TooManyFaults, string.Empty, null,
        $"More than {FileLimits.Faults.ToString(CultureInfo.InvariantCulture)} values are refused; the rest was not read. Is it the "
            + "right file?");

    /// <summary>Reads as far as the refusals go.</summary>
    /// <param name="read">Reads, and adds what it refuses.</param>
    /// <returns>What was read; the default where reading ended early.</returns>
    public static (T? Value, FaultList Faults) Collect<T>(Func<FaultList, T?> read)
    {
        FaultList faults = [];
        try
        {
            return (read(faults), faults);
        }
        catch (FullException)
        {
            return (default, faults);
        }
    }

    /// <inheritdoc/>
    protected override void InsertItem(int index, InputFault item)
    {
        if (Count < FileLimits.Faults)
        {
            base.InsertItem(index, item);
            return;
        }

        base.InsertItem(index, TooMany);
        throw new FullException();
    }

    private sealed class FullException : Exception;
}
