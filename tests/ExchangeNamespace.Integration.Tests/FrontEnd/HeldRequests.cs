using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>Requests that wait until they are released, as the Ping of a phone waits for mail.</summary>
internal sealed class HeldRequests
{
    private readonly SemaphoreSlim _arrived = new(0);
    private TaskCompletionSource _released = New();

    /// <summary>Waits until so many requests more are held.</summary>
    public async Task WaitForAsync(int count, CancellationToken cancel)
    {
        for (int i = 0; i < count; i++)
        {
            await _arrived.WaitAsync(cancel);
        }
    }

    /// <summary>Lets all requests go that are held.</summary>
    public void Release() => Interlocked.Exchange(ref _released, New()).SetResult();

    /// <summary>Holds one request until it is released, or its client has gone.</summary>
    public async Task HoldAsync(CancellationToken gone)
    {
        Task released = _released.Task;
        _arrived.Release();
        await released.WaitAsync(gone);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
