using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Probing;

/// <summary>Asks each question once in one run: senders of one domain have most of their questions in common.</summary>
/// <param name="inner">Asks.</param>
internal sealed class CachingResolver(IDnsResolver inner) : IDnsResolver
{
    /// <summary>What a run keeps; a record with macros asks something new for every sender.</summary>
    public const int MostAnswers = 10000;

    private readonly ConcurrentDictionary<(DnsServerAddress, DnsQuestion), Lazy<Task<DnsAnswer>>> _answers = new();

    /// <inheritdoc/>
    public Task<DnsAnswer> AskAsync(DnsServerAddress server, DnsQuestion question, CancellationToken cancel) =>
        _answers.Count >= MostAnswers && !_answers.ContainsKey((server, question))
            ? inner.AskAsync(server, question, cancel)
            : _answers.GetOrAdd((server, question), _ => new Lazy<Task<DnsAnswer>>(() => inner.AskAsync(server, question, cancel))).Value;
}
