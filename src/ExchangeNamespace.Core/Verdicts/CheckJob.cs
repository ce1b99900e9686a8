using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Verdicts;

/// <summary>A part of a check that can run beside the others.</summary>
/// <param name="Check">The check.</param>
/// <param name="RunAsync">Makes it; it throws on cancellation only.</param>
internal sealed record CheckJob(NamespaceCheck Check, Func<CancellationToken, Task<IReadOnlyList<NamespaceCheckResult>>> RunAsync)
{
    /// <summary>A part that waits for nothing.</summary>
    public static CheckJob Of(NamespaceCheck check, Func<CancellationToken, IEnumerable<NamespaceCheckResult>> work) => new(check,
        cancel => Task.Run<IReadOnlyList<NamespaceCheckResult>>(
            () =>
            {
                List<NamespaceCheckResult> results = [];
                foreach (NamespaceCheckResult result in work(cancel))
                {
                    cancel.ThrowIfCancellationRequested();
                    results.Add(result);
                }

                return results;
            }, cancel));
}
