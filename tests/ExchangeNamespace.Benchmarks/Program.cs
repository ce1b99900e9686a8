using System;
using BenchmarkDotNet.Running;
using ExchangeNamespace.Benchmarks.State;
using ExchangeNamespace.Benchmarks.WholeProcess;

namespace ExchangeNamespace.Benchmarks;

internal static class Program
{
    private const string WholeProcessMode = "whole-process";

    private static int Main(string[] args)
    {
        if (args.Length > 0 && string.Equals(args[0], WholeProcessMode, StringComparison.OrdinalIgnoreCase))
        {
            return WholeProcessRun.Start(args.AsSpan(1));
        }

        if (args.Length > 0 && string.Equals(args[0], "state", StringComparison.OrdinalIgnoreCase))
        {
            return StateRun.Start();
        }

        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
    }
}
