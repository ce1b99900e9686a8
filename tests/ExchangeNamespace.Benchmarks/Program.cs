using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Running;
using ExchangeNamespace.Benchmarks.Dns;
using ExchangeNamespace.Benchmarks.Shells;
using ExchangeNamespace.Benchmarks.State;

namespace ExchangeNamespace.Benchmarks;

/// <summary>Without arguments every table of the page; with names, those parts; <c>core</c> measures the core alone.</summary>
internal static class Program
{
    private static readonly Dictionary<string, Action> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["first-answer"] = FirstAnswer.Measure,
        ["pipelines"] = Pipelines.Measure,
        ["state"] = StateRun.Measure,
        ["dns"] = DnsTables.Measure,
        ["allocation"] = Allocation.Measure,
    };

    private static int Main(string[] args)
    {
        if (args is ["core", ..])
        {
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length > 1 ? args[1..] : ["--filter", "*"]);
            return 0;
        }

        string[] parts = args.Length == 0 ? [.. Parts.Keys] : args;
        if (Refusal(parts) is { } refusal)
        {
            Console.Error.WriteLine(refusal);
            return 1;
        }

        foreach (string part in parts)
        {
            Parts[part]();
        }

        return 0;
    }

    /// <summary>Why not all parts can be measured; said before the first of them takes its minutes.</summary>
    private static string? Refusal(string[] parts) =>
        parts.FirstOrDefault(p => !Parts.ContainsKey(p)) is { } unknown ? $"'{unknown}' is not one of core, {string.Join(", ", Parts.Keys)}."
            : parts.Contains("dns", StringComparer.OrdinalIgnoreCase) ? DnsTables.Missing
            : null;
}
