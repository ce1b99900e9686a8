using System;

namespace ExchangeNamespace.Tests.Support;

/// <summary>How many random cases a proof tries: a part of them in every run, all of them where EXN_CASES is <c>full</c>.</summary>
internal static class RandomCases
{
    private const string Switch = "EXN_CASES";

    private static readonly Lazy<bool> s_isFull = new(static () => Environment.GetEnvironmentVariable(Switch) switch
    {
        null or "" => false,
        "full" => true,
        string other => throw new InvalidOperationException($"{Switch} is '{other}'; it can be 'full', or not set."),
    });

    /// <summary>Whether all cases are asked for.</summary>
    public static bool AreAll => s_isFull.Value;

    /// <summary>The number for this run.</summary>
    /// <param name="usual">In every run: enough for each version and each rule.</param>
    /// <param name="full">Where all are asked for.</param>
    public static int Of(int usual, int full) => AreAll ? full : usual;
}
