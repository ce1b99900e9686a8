using System;

namespace CsCheck;

/// <summary>Holds a property against drawn values, the same ones in each run.</summary>
internal static class Sampling
{
    private const int Usual = 100;
    private const int Most = 400;

    public static void Sample<T>(this Gen<T> values, Action<T> check, int iter = Usual, int threads = 1)
    {
        Random random = new(threads);
        for (int i = 0; i < Math.Min(iter, Most); i++)
        {
            T value = values.Draw(random);
            try
            {
                check(value);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException("With " + value, fault);
            }
        }
    }

    public static void Sample<T>(this Gen<T> values, Func<T, bool> holds, int iter = Usual, int threads = 1) =>
        values.Sample(
            value =>
            {
                if (!holds(value))
                {
                    throw new InvalidOperationException("The property does not hold.");
                }
            },
            iter,
            threads);

    public static void Sample<T1, T2>(this Gen<(T1, T2)> values, Action<T1, T2> check, int iter = Usual) =>
        values.Sample(v => check(v.Item1, v.Item2), iter);

    public static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> values, Action<T1, T2, T3> check, int iter = Usual) =>
        values.Sample(v => check(v.Item1, v.Item2, v.Item3), iter);

    public static void Sample<T1, T2, T3, T4, T5>(
        this Gen<(T1, T2, T3, T4, T5)> values, Action<T1, T2, T3, T4, T5> check, int iter = Usual) =>
        values.Sample(v => check(v.Item1, v.Item2, v.Item3, v.Item4, v.Item5), iter);
}
