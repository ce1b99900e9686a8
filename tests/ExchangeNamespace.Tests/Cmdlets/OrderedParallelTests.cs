using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Cmdlets;
using Xunit;

namespace ExchangeNamespace.Tests.Cmdlets;

public class OrderedParallelTests
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<int>> _gates = new();

    [Fact]
    public void Results_come_in_the_order_of_the_items_whichever_check_ends_first()
    {
        using IEnumerator<int> results = OrderedParallel.Run(Enumerable.Range(0, 4), (i, _) => Gate(i).Task, 4, CancellationToken.None).GetEnumerator();
        foreach (int i in new[] { 2, 0, 3, 1 })
        {
            Gate(i).SetResult(i * 10);
        }

        Assert.Equal([0, 10, 20, 30], All(results));
    }

    [Fact]
    public async Task No_more_checks_begin_than_may_until_a_result_is_taken()
    {
        BlockingCollection<int> begun = [];
        using IEnumerator<int> results = OrderedParallel.Run(Enumerable.Range(0, 9), Begin, 3, CancellationToken.None).GetEnumerator();
        Task<bool> first = Task.Run(results.MoveNext);
        Assert.Equal([0, 1, 2], new[] { begun.Take(), begun.Take(), begun.Take() });

        // All others have ended, yet the first holds the place.
        Gate(1).SetResult(1);
        Gate(2).SetResult(2);
        Assert.False(first.IsCompleted);
        Assert.Empty(begun);

        Gate(0).SetResult(0);
        Assert.True(await first);
        Assert.Equal(3, begun.Take());
        Assert.True(results.MoveNext());
        Assert.Equal(4, begun.Take());
        Assert.Equal(1, results.Current);

        Task<int> Begin(int item, CancellationToken cancel)
        {
            begun.Add(item, CancellationToken.None);
            return Gate(item).Task;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_check_throws_is_thrown_in_its_place(bool atOnce)
    {
        using IEnumerator<int> results = OrderedParallel.Run([1, 2, 3], (i, _) => i != 2 ? Task.FromResult(i) : atOnce ? throw new TimeoutException() : Task.FromException<int>(new TimeoutException()), 2, CancellationToken.None).GetEnumerator();
        Assert.True(results.MoveNext());
        Assert.Equal(1, results.Current);
        Assert.Throws<TimeoutException>(() => results.MoveNext());
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_a_check_that_never_ends_and_begins_no_other()
    {
        BlockingCollection<int> begun = [];
        using CancellationTokenSource cancel = new();
        using IEnumerator<int> results = OrderedParallel.Run(Enumerable.Range(0, 9), Begin, 2, cancel.Token).GetEnumerator();
        Task<bool> waiting = Task.Run(results.MoveNext);
        Assert.Equal([0, 1], new[] { begun.Take(), begun.Take() });
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Gate(0).SetResult(0);
        Gate(1).SetResult(1);
        Assert.Empty(begun);

        Task<int> Begin(int item, CancellationToken token)
        {
            begun.Add(item, CancellationToken.None);
            return Gate(item).Task;
        }
    }

    [Fact]
    public void Nothing_to_check_gives_no_results() => Assert.Empty(OrderedParallel.Run(Array.Empty<int>(), (i, _) => Task.FromResult(i), 4, CancellationToken.None));

    [Fact]
    public void A_thousand_checks_that_end_at_random_come_in_order()
    {
        Random random = new(1);
        int[] pauses = [.. Enumerable.Range(0, 1000).Select(_ => random.Next(3))];
        int running = 0;
        int most = 0;
        Assert.Equal(Enumerable.Range(0, 1000), OrderedParallel.Run(Enumerable.Range(0, 1000), CheckAsync, 7, CancellationToken.None));
        Assert.InRange(most, 1, 7);

        async Task<int> CheckAsync(int item, CancellationToken cancel)
        {
            int now = Interlocked.Increment(ref running);
            lock (_gates)
            {
                most = Math.Max(most, now);
            }

            for (int i = 0; i < pauses[item]; i++)
            {
                await Task.Yield();
            }

            Interlocked.Decrement(ref running);
            return item;
        }
    }

    private TaskCompletionSource<int> Gate(int item) => _gates.GetOrAdd(item, _ => new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously));

    private static List<int> All(IEnumerator<int> results)
    {
        List<int> all = [];
        while (results.MoveNext())
        {
            all.Add(results.Current);
        }

        return all;
    }
}
