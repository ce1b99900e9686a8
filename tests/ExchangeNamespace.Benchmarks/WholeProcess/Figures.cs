using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Benchmarks.WholeProcess;

/// <summary>Figures of repeated runs.</summary>
internal static class Figures
{
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The median of the ratios of neighbouring runs, which a machine that changes its speed disturbs least.</summary>
    public static double PairedRatio(IReadOnlyList<double> one, IReadOnlyList<double> other) =>
        Median(one.Zip(other, (a, b) => a / b));
}
