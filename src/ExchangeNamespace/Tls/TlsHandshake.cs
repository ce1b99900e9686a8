using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Verification;
using Org.BouncyCastle.Tls;

namespace ExchangeNamespace.Tls;

/// <summary>One handshake over an open connection, as far as it goes.</summary>
internal sealed class TlsHandshake(Stream stream, ProbeTarget target)
{
    /// <summary>More than any handshake of a server.</summary>
    private const int MaximumBytes = 512 * 1024;

    private const int LongestGreeting = 80;

    /// <summary>The first bytes of TLS records that a server may begin with.</summary>
    private const byte AlertRecord = 0x15;
    private const byte HandshakeRecord = 0x16;

    private readonly ObservingTlsClient _client = new(target.ServerName);
    private readonly TlsClientProtocol _protocol = new();

    /// <summary>Shakes hands.</summary>
    /// <exception cref="IOException">The connection failed; <see cref="Observe"/> says what had come before.</exception>
    public async Task<TlsObservation> RunAsync(CancellationToken cancel)
    {
        byte[] buffer = new byte[16 * 1024];
        int all = 0;
        try
        {
            _protocol.Connect(_client);
            await FlushAsync(cancel).ConfigureAwait(false);
            while (!_client.IsComplete)
            {
                int count = await stream.ReadAsync(buffer, 0, buffer.Length, cancel).ConfigureAwait(false);
                if (count == 0)
                {
                    return Observe(TlsStatus.Closed);
                }

                if (all == 0 && buffer[0] is not (AlertRecord or HandshakeRecord))
                {
                    return Observe(TlsStatus.NotTls) with { Detail = SpokenProtocol.Describe(Encoding.ASCII.GetString(buffer, 0, Math.Min(count, LongestGreeting))) };
                }

                all += count;
                if (all > MaximumBytes)
                {
                    return Observe(TlsStatus.Malformed) with { Detail = "the server sends without end" };
                }

                _protocol.OfferInput(buffer, 0, count);
                await FlushAsync(cancel).ConfigureAwait(false);
            }

            return Observe(TlsStatus.Answered);
        }
        catch (Exception e) when (_client.Alert is not null || e is TlsException)
        {
            // The library has ended the handshake, and said why by an alert.
            return Observe(_client.IsAlertFromServer || _client.Alert == AlertDescription.protocol_version ? TlsStatus.Rejected : TlsStatus.Malformed);
        }
    }

    /// <summary>What was seen, whatever ended it.</summary>
    /// <param name="status">How it ended; a certificate that came before changes that to <see cref="TlsStatus.Incomplete"/>.</param>
    public TlsObservation Observe(TlsStatus status) => new()
    {
        Target = target,
        Status = status != TlsStatus.Answered && _client.Chain.Count > 0 ? TlsStatus.Incomplete : status,
        Detail = _client.IsComplete || _client.Alert is not { } alert ? string.Empty
            : (_client.IsAlertFromServer ? "the server ended it with the alert " : "the answer of the server is refused: ") + AlertDescription.GetName(alert),
        Protocol = _client.Protocol,
        CipherSuite = _client.Suite,
        Chain = [.. _client.Chain],
    };

    /// <summary>Sends text through the finished handshake and says goodbye.</summary>
    public async Task SendLastAsync(string text, CancellationToken cancel)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        if (bytes.Length > 0)
        {
            _protocol.WriteApplicationData(bytes, 0, bytes.Length);
        }

        _protocol.Close();
        await FlushAsync(cancel).ConfigureAwait(false);
    }

    private async Task FlushAsync(CancellationToken cancel)
    {
        int count = _protocol.GetAvailableOutputBytes();
        if (count > 0)
        {
            byte[] bytes = new byte[count];
            _protocol.ReadOutput(bytes, 0, count);
            await stream.WriteAsync(bytes, 0, count, cancel).ConfigureAwait(false);
        }
    }
}
