using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Probes;

/// <summary>
/// The second try with a server whose handshake this platform did not bring to an end: asks for its certificate in clear, and leaves. What
/// a platform still takes says nothing about the certificate of a server, and servers of the age of Exchange 2007 speak what no platform
/// takes.
/// </summary>
internal static class ClearHandshake
{
    private const int RecordHead = 5;

    /// <summary>Whether a second try may show more than the first one did.</summary>
    /// <param name="first">What the handshake of the platform came to.</param>
    public static bool IsWorth(TlsObservation first) =>
        first.Chain.Count == 0 && first.Status is TlsStatus.NotAgreed or TlsStatus.Malformed or TlsStatus.Closed;

    /// <summary>Says hello and reads until the certificates have come.</summary>
    /// <param name="stream">An open connection that nothing was sent through.</param>
    /// <param name="serverName">The name to ask for; null for none.</param>
    /// <param name="ended">Ends it.</param>
    public static async Task<ServerFlight> RunAsync(Stream stream, string? serverName, CancellationToken ended)
    {
        byte[] hello = ClientHello.Bytes(serverName);
        await stream.WriteAsync(hello, 0, hello.Length, ended).ConfigureAwait(false);
        ServerFlight flight = new();
        byte[] head = new byte[RecordHead];
        while (!flight.IsOver && flight.Alert is null && await FillAsync(stream, head, ended).ConfigureAwait(false))
        {
            byte[] fragment = new byte[(head[3] << 8) | head[4]];
            if (!await FillAsync(stream, fragment, ended).ConfigureAwait(false))
            {
                break;
            }

            flight.Add(head[0], new ArraySegment<byte>(fragment));
        }

        return flight;
    }

    /// <summary>The first observation with the certificates of the second; the first as it was where there are none.</summary>
    /// <param name="first">What the handshake of the platform came to.</param>
    /// <param name="second">What the server said in clear.</param>
    public static TlsObservation Join(TlsObservation first, ServerFlight second) => second.Chain.Count == 0 ? first : first with
    {
        Status = TlsStatus.Incomplete,
        Protocol = second.Protocol,
        Chain = second.Chain,
        IsChainOrdered = true,
        Detail = Describe(second) + (first.Detail.Length == 0 ? string.Empty : "; " + first.Detail),
    };

    private static string Describe(ServerFlight flight) => string.Format(
        CultureInfo.InvariantCulture,
            "this computer and the server agree on no handshake, and the server takes {0} with the cipher suite 0x{1:X4}", flight.Protocol,
                flight.CipherSuite);

    private static async Task<bool> FillAsync(Stream stream, byte[] buffer, CancellationToken ended)
    {
        for (int at = 0; at < buffer.Length;)
        {
            int read = await stream.ReadAsync(buffer, at, buffer.Length - at, ended).ConfigureAwait(false);
            if (read == 0)
            {
                return false;
            }

            at += read;
        }

        return true;
    }
}
