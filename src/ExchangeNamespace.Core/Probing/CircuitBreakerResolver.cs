using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Probing;

/// <summary>
/// Keeps a dead server from costing each name its time-out. After so many questions in a row without an answer the server is not asked any
/// more: what would be asked counts as not answered in time. Now and then one question goes through, ever more rarely, and an answer to it
/// opens the way again.
/// </summary>
/// <param name="inner">Asks.</param>
internal sealed class CircuitBreakerResolver(IDnsResolver inner) : IDnsResolver
{
    /// <summary>Lost packets come in runs, but not in runs of this length from a server that lives.</summary>
    public const int MostSilent = 16;

    /// <summary>How many questions are held back before the first that goes through; the number doubles each time.</summary>
    public const int FirstPause = 64;

    /// <summary>The longest pause.</summary>
    public const int LongestPause = 4096;

    private readonly ConcurrentDictionary<DnsServerAddress, Line> _lines = new();

    /// <inheritdoc/>
    public async Task<DnsAnswer> AskAsync(DnsServerAddress server, DnsQuestion question, CancellationToken cancel)
    {
        Line line = _lines.GetOrAdd(server, _ => new Line());
        if (!line.MayAsk())
        {
            return new DnsAnswer { Server = server, Status = DnsAnswerStatus.Timeout };
        }

        DnsAnswer answer = await inner.AskAsync(server, question, cancel).ConfigureAwait(false);
        line.Heard(answer.Status != DnsAnswerStatus.Timeout);
        return answer;
    }

    /// <summary>The way to one server.</summary>
    private sealed class Line
    {
        private readonly object _gate = new();
        private int _silent;
        private int _pause = FirstPause;
        private int _heldBack;

        public bool MayAsk()
        {
            lock (_gate)
            {
                if (_silent < MostSilent)
                {
                    return true;
                }

                if (++_heldBack < _pause)
                {
                    return false;
                }

                _heldBack = 0;
                _pause = _pause < LongestPause ? 2 * _pause : LongestPause;
                return true;
            }
        }

        public void Heard(bool answered)
        {
            lock (_gate)
            {
                _silent = answered ? 0 : _silent + 1;
                if (answered)
                {
                    _pause = FirstPause;
                    _heldBack = 0;
                }
            }
        }
    }
}
