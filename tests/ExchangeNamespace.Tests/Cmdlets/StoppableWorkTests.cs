using System;
using System.Management.Automation;
using System.Threading;
using ExchangeNamespace.Cmdlets;
using Xunit;

namespace ExchangeNamespace.Tests.Cmdlets;

public class StoppableWorkTests
{
    [Fact]
    public void The_result_and_the_exception_of_the_work_are_those_of_the_caller()
    {
        Assert.Equal(7, StoppableWork.Run(_ => 7, TestContext.Current.CancellationToken));
        Assert.Equal("why", Assert.Throws<ArgumentException>(
            () => StoppableWork.Run<int>(_ => throw new ArgumentException("why"), TestContext.Current.CancellationToken)).Message);
    }

    [Fact]
    public void A_stop_does_not_wait_for_work_that_does_not_look()
    {
        using CancellationTokenSource stop = new();
        using ManualResetEventSlim end = new();
        Assert.Throws<PipelineStoppedException>(() => StoppableWork.Run(
            _ =>
            {
                stop.Cancel();
                end.Wait(CancellationToken.None);
                return 0;
            },
            stop.Token));
        end.Set();
    }

    [Fact]
    public void Work_that_sees_the_stop_ends_the_pipeline()
    {
        using CancellationTokenSource stop = new();
        Assert.Throws<PipelineStoppedException>(() => StoppableWork.Run<int>(
            stopped =>
            {
                stop.Cancel();
                stopped.ThrowIfCancellationRequested();
                return 0;
            },
            stop.Token));
    }
}
