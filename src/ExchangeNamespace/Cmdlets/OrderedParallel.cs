using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// Checks that run at the same time on threads of the pool, with results in the order of the items on the thread that asks for them.
/// </summary>
internal static class OrderedParallel
{
    /// <summary>Runs a check for each item. So many have begun and not been asked for, which bounds both the work and the memory.</summary>
    /// <param name="items">The items.</param>
    /// <param name="check">The check. All are begun one after the other, so what it does before it first awaits something must be
    /// short.</param>
    /// <param name="limit">How many have begun at most.</param>
    /// <param name="cancel">Ends it at once; also to be used by the caller who stops before the last result.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static IEnumerable<TResult> Run<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, CancellationToken, Task<TResult>> check, int limit, CancellationToken cancel)
    {
        BlockingCollection<Task<TResult>> begun = [];
        SemaphoreSlim room = new(limit);

        // It never spins and never blocks a thread for room: the answers need the processor.
        ManualResetEventSlim ended = new(initialState: false, spinCount: 0);
        _ = Task.Run(() => BeginAsync(items, check, begun, room, cancel), CancellationToken.None);
        foreach (Task<TResult> task in begun.GetConsumingEnumerable(cancel))
        {
            if (!task.IsCompleted)
            {
                ended.Reset();
                _ = task.ContinueWith(
                    static (_, state) =>
                        ((ManualResetEventSlim)state!)
                            .Set(), ended, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                ended.Wait(cancel);
            }

            room.Release();
            yield return task.GetAwaiter().GetResult();
        }
    }

    private static async Task BeginAsync<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, CancellationToken, Task<TResult>> check, BlockingCollection<Task<TResult>> begun,
        SemaphoreSlim room, CancellationToken cancel)
    {
        try
        {
            foreach (TItem item in items)
            {
                await room.WaitAsync(cancel).ConfigureAwait(false);
                begun.Add(CheckAsync(item), CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // The pipeline has ended: there is no reader left.
        }
        finally
        {
            begun.CompleteAdding();
        }

        // Whatever it throws is in its task.
        async Task<TResult> CheckAsync(TItem item) => await check(item, cancel).ConfigureAwait(false);
    }
}
