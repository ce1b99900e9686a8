using System;
using System.Management.Automation;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Work that takes long, off the pipeline thread.</summary>
internal static class StoppableWork
{
    /// <summary>Does the work, and ends it where the pipeline is stopped: at its next step, and for the pipeline at once.</summary>
    /// <param name="work">The work.</param>
    /// <param name="stopped">Is cancelled when the pipeline is stopped.</param>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    public static T Run<T>(Func<CancellationToken, T> work, CancellationToken stopped)
    {
        try
        {
            Task<T> task = Task.Run(() => work(stopped), stopped);
            task.Wait(stopped);
            return task.Result;
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
        catch (AggregateException e)
        {
            if (e.InnerException is OperationCanceledException)
            {
                throw new PipelineStoppedException();
            }

            ExceptionDispatchInfo.Capture(e.InnerException!).Throw();
            throw;
        }
    }
}
