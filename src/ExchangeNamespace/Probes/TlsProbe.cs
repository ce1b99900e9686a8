using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Probes;

/// <summary>Direct TLS: connect, shake hands, close; and where the platform cannot shake hands, ask for the certificate in clear.</summary>
internal sealed class TlsProbe : ITlsProbe
{
    /// <inheritdoc/>
    public async Task<TlsObservation> ProbeAsync(ProbeTarget target, TimeSpan timeout, CancellationToken cancel)
    {
        Stopwatch time = Stopwatch.StartNew();
        TlsObservation first = await ShakeHandsAsync(target, timeout, cancel).ConfigureAwait(false);
        TimeSpan left = timeout - time.Elapsed;
        return left > TimeSpan.Zero && ClearHandshake.IsWorth(first) ? await AskInClearAsync(first, left, cancel).ConfigureAwait(false)
            : first;
    }

    private static async Task<TlsObservation> AskInClearAsync(TlsObservation first, TimeSpan timeout, CancellationToken cancel)
    {
        using ProbeConnection connection = new(first.Target.Address, first.Target.Port, timeout, cancel);
        try
        {
            Stream stream = await connection.OpenAsync().ConfigureAwait(false);
            return ClearHandshake.Join(first,
                await ClearHandshake.RunAsync(stream, first.Target.ServerName, connection.Ended).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            if (connection.Judge(e, cancel) is null)
            {
                throw;
            }

            return first;
        }
    }

    private static async Task<TlsObservation> ShakeHandsAsync(ProbeTarget target, TimeSpan timeout, CancellationToken cancel)
    {
        using ProbeConnection connection = new(target.Address, target.Port, timeout, cancel);
        TlsHandshake? handshake = null;
        try
        {
            handshake = new TlsHandshake(await connection.OpenAsync().ConfigureAwait(false), target);
            return await handshake.RunAsync(connection.Ended).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Not in a filter: there the exception of a stopped probe would be lost.
            if (connection.Judge(e, cancel) is not { } fault)
            {
                throw;
            }

            TlsStatus status = StatusOf(fault);
            return handshake?.Observe(status) ?? new TlsObservation { Target = target, Status = status };
        }
        finally
        {
            handshake?.Dispose();
        }
    }

    /// <summary>The status of a probe whose connection failed.</summary>
    public static TlsStatus StatusOf(ConnectionFault fault) => fault switch
    {
        ConnectionFault.Timeout => TlsStatus.Timeout,
        ConnectionFault.Refused => TlsStatus.Refused,
        ConnectionFault.Closed => TlsStatus.Closed,
        ConnectionFault.None or ConnectionFault.Unreachable => TlsStatus.Unreachable,
        _ => throw ClosedSet.Outside(fault),
    };
}
