using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Benchmarks;

/// <summary>Figures of repeated runs.</summary>
internal static class Figures
{
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>The ratios of neighbouring runs, which a machine that changes its speed disturbs least: their median and middle half.</summary>
    public static string PairedRatio(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        double[] ratios = [.. one.Zip(other, (a, b) => a / b)];
        return $"{Table.Hundredth(Median(ratios))} ({Table.Hundredth(Quantile(ratios, 0.25))} to {Table.Hundredth(Quantile(ratios, 0.75))})";
    }

    private static double Quantile(IEnumerable<double> values, double part)
    {
        double[] sorted = [.. values.Order()];
        double place = part * (sorted.Length - 1);
        int below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
