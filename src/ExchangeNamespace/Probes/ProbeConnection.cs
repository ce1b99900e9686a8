using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Probes;

/// <summary>Why a connection gave nothing.</summary>
internal enum ConnectionFault
{
    None,
    Timeout,
    Refused,
    Unreachable,
    Closed,
}

/// <summary>
/// One TCP connection that ends with its token: reads of .NET Framework do not look at tokens, but end with their socket.
/// </summary>
internal sealed class ProbeConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenRegistration _registration;
    private readonly IPEndPoint _server;

    /// <summary>Prepares a connection.</summary>
    /// <param name="address">The IP address of the server.</param>
    /// <param name="port">Its port.</param>
    /// <param name="timeout">How long it may live.</param>
    /// <param name="cancel">Ends it sooner.</param>
    public ProbeConnection(string address, int port, TimeSpan timeout, CancellationToken cancel)
    {
        _server = new IPEndPoint(AddressSyntax.Read(address), port);
        _socket = new Socket(_server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _timer = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _timer.CancelAfter(timeout);
        _registration = _timer.Token.Register(_socket.Dispose);
    }

    /// <summary>Cancelled when the time is over or the probe is stopped.</summary>
    public CancellationToken Ended => _timer.Token;

    /// <summary>Connects.</summary>
    /// <exception cref="SocketException">It was not possible.</exception>
    public async Task<Stream> OpenAsync()
    {
        await _socket.ConnectAsync(_server).ConfigureAwait(false);
        return new NetworkStream(_socket, ownsSocket: false);
    }

    /// <summary>What an exception of the connection means; null for one that has nothing to do with it.</summary>
    /// <param name="exception">What was thrown while it was used.</param>
    /// <param name="cancel">The token of the caller.</param>
    /// <exception cref="OperationCanceledException">The caller has stopped it.</exception>
    public ConnectionFault? Judge(Exception exception, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (_timer.IsCancellationRequested)
        {
            return ConnectionFault.Timeout;
        }

        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e is SocketException socket)
            {
                return socket.SocketErrorCode switch
                {
                    SocketError.ConnectionRefused => ConnectionFault.Refused,
                    SocketError.TimedOut => ConnectionFault.Timeout,
                    SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => ConnectionFault.Closed,
                    _ => ConnectionFault.Unreachable,
                };
            }
        }

        return exception is IOException or ObjectDisposedException ? ConnectionFault.Closed : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _registration.Dispose();
        _socket.Dispose();
        _timer.Dispose();
    }
}
