using System;
using System.Linq;
using System.Net.Sockets;
using System.Numerics;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Tests;

/// <summary>Members of .NET that the tests use and neither .NET Framework nor the Polyfill package has.</summary>
internal static class Members
{
    extension(BitOperations)
    {
        public static int PopCount(uint value)
        {
            int count = 0;
            for (; value != 0; value &= value - 1)
            {
                count++;
            }

            return count;
        }
    }

    extension(Parallel)
    {
        public static Task ForAsync(int from, int to, ParallelOptions options, Func<int, CancellationToken, ValueTask> body)
        {
            int next = from - 1;
            return Task.WhenAll(Enumerable.Range(0, options.MaxDegreeOfParallelism).Select(async _ =>
            {
                for (int i = Interlocked.Increment(ref next); i < to; i = Interlocked.Increment(ref next))
                {
                    await body(i, CancellationToken.None);
                }
            }));
        }
    }

    public static async Task<TcpClient> AcceptTcpClientAsync(this TcpListener listener, CancellationToken cancel)
    {
        using CancellationTokenRegistration end = cancel.Register(listener.Stop);
        return await listener.AcceptTcpClientAsync();
    }

    public static string Replace(this string text, string part, string other, StringComparison comparison) =>
        comparison == StringComparison.Ordinal ? text.Replace(part, other) : throw new NotSupportedException();
}

internal static class IntMembers
{
    extension(int)
    {
        public static int Parse(ReadOnlySpan<char> text, IFormatProvider provider) => int.Parse(text.ToString(), provider);
    }
}

internal static class ByteMembers
{
    extension(byte)
    {
        public static byte Parse(ReadOnlySpan<char> text, IFormatProvider provider) => byte.Parse(text.ToString(), provider);
    }
}
