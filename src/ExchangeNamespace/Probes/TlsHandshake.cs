using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Probes;

/// <summary>
/// One handshake over an open connection, as far as it goes. Every certificate is accepted, to read it and not to trust it.
/// </summary>
internal sealed class TlsHandshake : IDisposable
{
    private const byte AlertRecord = 0x15;
    private const byte HandshakeRecord = 0x16;

    private readonly ProbeTarget _target;
    private readonly RecordingStream _recording;
    private readonly SslStream _tls;
    private readonly List<byte[]> _chain = [];

    public TlsHandshake(Stream stream, ProbeTarget target)
    {
        _target = target;
        _recording = new RecordingStream(stream);
        _tls = new SslStream(_recording, leaveInnerStreamOpen: false, Note);
    }

    /// <summary>Shakes hands.</summary>
    /// <exception cref="IOException">The connection failed; <see cref="Observe"/> says what had come before.</exception>
    /// <exception cref="ObjectDisposedException">The same, where the time ended it.</exception>
    public async Task<TlsObservation> RunAsync(CancellationToken cancel)
    {
        try
        {
            await TlsClientOptions.AuthenticateAsync(_tls, _target.ServerName ?? string.Empty).ConfigureAwait(false);
            return Observe(TlsStatus.Answered) with { Protocol = NameOf(_tls.SslProtocol) };
        }
        catch (Exception e)
            when (!cancel.IsCancellationRequested
                && (e is AuthenticationException or Win32Exception or InvalidOperationException or NotSupportedException || HasSpoken
                || _recording.IsClosed))
        {
            return Observe(Failure());
        }
    }

    private bool HasSpoken => _recording.Head.Count > 0;

    /// <summary>What was seen, whatever ended it.</summary>
    /// <param name="status">How it ended; a certificate that came before changes that to <see cref="TlsStatus.Incomplete"/>.</param>
    public TlsObservation Observe(TlsStatus status)
    {
        ServerFlight flight = _recording.Flight;
        IReadOnlyList<byte[]> chain = _chain.Count > 0 ? [.. _chain] : flight.Chain;
        TlsStatus seen = status != TlsStatus.Answered && chain.Count > 0 ? TlsStatus.Incomplete : status;
        return new TlsObservation
        {
            Target = _target,
            Status = seen,
            Detail = seen switch
            {
                TlsStatus.NotTls => SpokenProtocol.Describe(Text(_recording.Head)),
                TlsStatus.Malformed when _recording.IsTooMuch => "it sends without end",
                TlsStatus.Answered => string.Empty,
                TlsStatus.Incomplete or TlsStatus.Timeout or TlsStatus.Refused or TlsStatus.Unreachable or TlsStatus.Closed
                    or TlsStatus.Rejected or TlsStatus.Malformed or TlsStatus.NotAgreed => Reason(flight),
                _ => throw ClosedSet.Outside(seen),
            },
            Protocol = seen == TlsStatus.Incomplete ? flight.Protocol : null,
            Chain = chain,
            IsChainOrdered = _chain.Count == 0 || TlsClientOptions.KeepsOrderOfChain,
        };
    }

    private static string Reason(ServerFlight flight) => string.Join("; ", new[]
    {
        flight.WantsClientCertificate ? "it demands a certificate of the client" : null,
        flight.Alert is { } alert ? "it ended the handshake with the alert " + TlsAlert.NameOf(alert) : null,
    }.OfType<string>());

    /// <summary>Sends text through the finished handshake.</summary>
    public async Task SendAsync(string text, CancellationToken cancel)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        await _tls.WriteAsync(bytes, 0, bytes.Length, cancel).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _tls.Dispose();
        _recording.Dispose();
    }

    private TlsStatus Failure() =>
        HasSpoken && _recording.Head.First() is not (AlertRecord or HandshakeRecord) ? TlsStatus.NotTls
        : _recording.Flight.Alert is { } alert ? (TlsAlert.IsRefusal(alert) ? TlsStatus.Rejected : TlsStatus.NotAgreed)
        : _recording.IsClosed ? TlsStatus.Closed
        : TlsStatus.Malformed;

    private bool Note(object sender, X509Certificate certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _chain.Clear();
        if (certificate is not null)
        {
            byte[] own = certificate.GetRawCertData();
            _chain.Add(own);
            _chain.AddRange(
                (chain?.ChainPolicy.ExtraStore.Cast<X509Certificate2>() ?? []).Select(c => c.RawData).Where(c => !c.SequenceEqual(own))
                    .Take(CertificateLimits.ServedCertificates));
        }

        return true;
    }

    // The numbers, because .NET Framework 4.7.2 has no name for the newest.
    private static string NameOf(SslProtocols protocol) => (int)protocol switch
    {
        12 or 48 => "SSL",
        192 => "TLS 1.0",
        768 => "TLS 1.1",
        3072 => "TLS 1.2",
        12288 => "TLS 1.3",
        int other => "0x" + other.ToString("X", System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string Text(ArraySegment<byte> bytes) => Encoding.ASCII.GetString(bytes.Array!, bytes.Offset, bytes.Count);
}
