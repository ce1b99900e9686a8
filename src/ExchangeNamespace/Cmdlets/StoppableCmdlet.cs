using System;
using System.Management.Automation;
using System.Threading;

namespace ExchangeNamespace.Cmdlets;

/// <summary>A command whose long work ends when the pipeline is stopped.</summary>
public abstract class StoppableCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private bool _isDisposed;

    /// <summary>Is cancelled when the pipeline is stopped, and when it is over.</summary>
    private protected CancellationToken Stopped => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Ends the work that still runs.</summary>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            _stop.Cancel();
            _stop.Dispose();
        }
    }

    /// <summary>
    /// Does work that takes long and ends it where the pipeline is stopped: at its next step, and for the pipeline at once.
    /// </summary>
    private protected T Interruptible<T>(Func<CancellationToken, T> work) => StoppableWork.Run(work, Stopped);
}
