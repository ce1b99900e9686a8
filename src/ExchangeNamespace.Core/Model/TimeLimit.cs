using System;
using System.Threading;

namespace ExchangeNamespace.Model;

/// <summary>Work on data from outside that may take no longer than its owner had to answer.</summary>
internal static class TimeLimit
{
    /// <summary>Does work; null where it did not end in time.</summary>
    /// <param name="time">How long it may take.</param>
    /// <param name="work">Ends where its token is cancelled.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="OperationCanceledException">The caller has stopped it.</exception>
    public static T? Within<T>(TimeSpan time, Func<CancellationToken, T> work, CancellationToken cancel)
        where T : class
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        end.CancelAfter(time);
        try
        {
            return work(end.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
