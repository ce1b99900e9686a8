using System;
using System.Threading.Tasks;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.FrontDoor;

/// <summary>Waits for a condition, and for no time.</summary>
internal static class Until
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    public static async Task HoldsAsync(Func<Task<bool>> holds, string what)
    {
        long begin = Environment.TickCount64;
        while (!await holds())
        {
            Assert.True(Environment.TickCount64 - begin < Deadline.TotalMilliseconds, "It did not come true in time that " + what + ".");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
