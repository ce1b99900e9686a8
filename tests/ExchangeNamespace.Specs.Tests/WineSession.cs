using System;
using System.Threading;
using ExchangeNamespace.Specs;
using Xunit;

[assembly: AssemblyFixture(typeof(WineSession))]

namespace ExchangeNamespace.Specs;

/// <summary>The one Windows that all tests of this project share; made when first asked for, taken away after the last test.</summary>
public sealed class WineSession : IDisposable
{
    private static readonly Lazy<WineShell> s_shell = new(static () => new(), LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>What runs programs in it.</summary>
    internal static WineShell Shell => s_shell.Value;

    public void Dispose()
    {
        if (s_shell.IsValueCreated)
        {
            s_shell.Value.Dispose();
        }
    }
}
