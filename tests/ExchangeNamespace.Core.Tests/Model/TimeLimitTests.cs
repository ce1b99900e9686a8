using System;
using System.Threading;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Model;

/// <summary>Work ends with its time, and a stop of the caller is not taken for the end of the time.</summary>
public sealed class TimeLimitTests
{
    [Fact]
    public void Work_that_does_not_end_in_time_gives_nothing() =>
        Assert.Null(TimeLimit.Within(TimeSpan.FromMilliseconds(1), WaitForEnd, TestContext.Current.CancellationToken));

    [Fact]
    public void Work_that_ends_gives_its_result() =>
        Assert.Equal("done", TimeLimit.Within(TimeSpan.FromHours(1), _ => "done", TestContext.Current.CancellationToken));

    [Fact]
    public void A_stop_is_a_stop()
    {
        using CancellationTokenSource stop = new();

        Assert.Throws<OperationCanceledException>(() => TimeLimit.Within(
            TimeSpan.FromHours(1),
            end =>
            {
                stop.Cancel();
                return WaitForEnd(end);
            },
            stop.Token));
    }

    private static string WaitForEnd(CancellationToken end)
    {
        end.WaitHandle.WaitOne();
        end.ThrowIfCancellationRequested();
        return "late";
    }
}
