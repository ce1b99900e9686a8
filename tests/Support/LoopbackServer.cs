using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Tests.Support;

/// <summary>A TCP server on a free port of the loopback that does what a test wants with each connection.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _listener;
    private readonly Func<Stream, CancellationToken, Task> _serve;

    /// <summary>Starts one.</summary>
    /// <param name="serve">Serves one connection; it is closed when the task ends.</param>
    /// <param name="at">Another address of the loopback; 127.0.0.1 and a free port by default.</param>
    public LoopbackServer(Func<Stream, CancellationToken, Task> serve, IPEndPoint? at = null)
    {
        _serve = serve;
        _listener = new TcpListener(at ?? new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public static string Address => "127.0.0.1";

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Reads lines from the client and answers each.</summary>
    /// <param name="banner">What is sent first.</param>
    /// <param name="answer">The answer to a line, with its line ends; null closes the connection.</param>
    public static LoopbackServer Lines(string banner, Func<string, string?> answer) => new(async (stream, stop) =>
    {
        await SendAsync(stream, banner, stop);
        using StreamReader reader = new(stream, Encoding.ASCII, leaveOpen: true);
        while (await reader.ReadLineAsync(stop) is { } line && answer(line) is { } text)
        {
            await SendAsync(stream, text, stop);
        }
    });

    /// <summary>A mail server with STARTTLS. What follows the handshake is read to the end.</summary>
    public static LoopbackServer StartTls(string host, Func<string?, X509Certificate2> choose, Action<string>? heard = null) =>
        new((stream, stop) => ServeStartTlsAsync(stream, host, choose, stop, heard));

    /// <summary>Serves one connection as a mail server with STARTTLS.</summary>
    public static async Task ServeStartTlsAsync(
        Stream stream, string host, Func<string?, X509Certificate2> choose, CancellationToken stop, Action<string>? heard = null)
    {
        await SendAsync(stream, $"220 {host} ESMTP ready\r\n", stop);
        while (await ReadLineAsync(stream, stop) is { } line)
        {
            heard?.Invoke(line);
            if (line.StartsWith("EHLO", StringComparison.Ordinal))
            {
                await SendAsync(stream, $"250-{host} Hello\r\n250-SIZE 37748736\r\n250-STARTTLS\r\n250 8BITMIME\r\n", stop);
            }
            else if (line == "STARTTLS")
            {
                await SendAsync(stream, "220 Go ahead\r\n", stop);
                await ServeTlsAsync(stream, choose, SslProtocols.None, stop, heard);
                return;
            }
            else
            {
                await SendAsync(stream, "221 Bye\r\n", stop);
                return;
            }
        }
    }

    /// <summary>A mail server whose STARTTLS leads to the TLS server on another port of the loopback.</summary>
    public static LoopbackServer StartTlsBefore(string host, int port) => new(async (stream, stop) =>
    {
        await SendAsync(stream, $"220 {host} ESMTP ready\r\n", stop);
        while (await ReadLineAsync(stream, stop) is { } line)
        {
            if (line != "STARTTLS")
            {
                await SendAsync(stream, $"250-{host} Hello\r\n250 STARTTLS\r\n", stop);
                continue;
            }

            await SendAsync(stream, "220 Go ahead\r\n", stop);
            using TcpClient behind = new(Address, port);
            using NetworkStream other = behind.GetStream();
            await Task.WhenAny(stream.CopyToAsync(other, stop), other.CopyToAsync(stream, stop));
            return;
        }
    });

    /// <summary>A TLS server.</summary>
    /// <param name="choose">The certificate for a server name, which is empty when the client names none.</param>
    /// <param name="protocols">What it offers; the system's choice by default.</param>
    /// <param name="at">Another address of the loopback.</param>
    public static LoopbackServer Tls(Func<string?, X509Certificate2> choose, SslProtocols protocols = SslProtocols.None, IPEndPoint? at = null) =>
        new((stream, stop) => ServeTlsAsync(stream, choose, protocols, stop, heard: null), at);

    /// <summary>The same, with certificates of authorities after its own.</summary>
    public static LoopbackServer Tls(X509Certificate2 own, X509Certificate2Collection others, IPEndPoint? at = null)
    {
        SslStreamCertificateContext context = SslStreamCertificateContext.Create(own, others, offline: true);
        return new(async (stream, stop) =>
        {
            using SslStream tls = new(stream);
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = context }, stop);
            await DrainAsync(tls, stop, heard: null);
        }, at);
    }

    /// <summary>Reads a line. Byte by byte: what follows it may belong to a handshake.</summary>
    public static async Task<string?> ReadLineAsync(Stream stream, CancellationToken stop)
    {
        StringBuilder line = new();
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one, stop) == 1)
        {
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        return null;
    }

    public static async Task SendAsync(Stream stream, string text, CancellationToken stop) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text), stop);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _stop.Dispose();
    }

    private static async Task ServeTlsAsync(Stream stream, Func<string?, X509Certificate2> choose, SslProtocols protocols, CancellationToken stop, Action<string>? heard)
    {
        using SslStream tls = new(stream);
        await tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificateSelectionCallback = (_, name) => choose(name), EnabledSslProtocols = protocols }, stop);
        await DrainAsync(tls, stop, heard);
    }

    private static async Task DrainAsync(Stream stream, CancellationToken stop, Action<string>? heard)
    {
        while (await ReadLineAsync(stream, stop) is { } line)
        {
            heard?.Invoke(line);
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await _serve(client.GetStream(), _stop.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException or AuthenticationException or SocketException)
            {
                // The client has what it wanted.
            }
        }
    }
}
