using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Verification;

namespace ExchangeNamespace.Tls;

/// <summary>Direct TLS: connect, shake hands, close.</summary>
internal sealed class TlsProbe : ITlsProbe
{
    /// <inheritdoc/>
    public async Task<TlsObservation> ProbeAsync(ProbeTarget target, TimeSpan timeout, CancellationToken cancel)
    {
        using ProbeConnection connection = new(target.Address, target.Port, timeout, cancel);
        TlsHandshake? handshake = null;
        try
        {
            using Stream stream = await connection.OpenAsync().ConfigureAwait(false);
            handshake = new TlsHandshake(stream, target);
            TlsObservation seen = await handshake.RunAsync(connection.Ended).ConfigureAwait(false);
            if (seen.Status == TlsStatus.Answered)
            {
                await CloseAsync(handshake, connection.Ended).ConfigureAwait(false);
            }

            return seen;
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
    }

    /// <summary>The status of a probe whose connection failed.</summary>
    public static TlsStatus StatusOf(ConnectionFault fault) => fault switch
    {
        ConnectionFault.Timeout => TlsStatus.Timeout,
        ConnectionFault.Refused => TlsStatus.Refused,
        ConnectionFault.Closed => TlsStatus.Closed,
        _ => TlsStatus.Unreachable,
    };

    /// <summary>Whether the server hears the goodbye no longer matters.</summary>
    private static async Task CloseAsync(TlsHandshake handshake, CancellationToken cancel)
    {
        try
        {
            await handshake.SendLastAsync(string.Empty, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // It has gone.
        }
    }
}
