using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>A mail server on a free port of the loopback that says what a test wants, whatever it is told.</summary>
internal sealed class FakeMailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _accepting;

    /// <summary>Starts one.</summary>
    /// <param name="talk">The server's part of one connection.</param>
    public FakeMailServer(Func<NetworkStream, CancellationToken, Task> talk)
    {
        _listener.Start();
        _accepting = AcceptAsync(talk);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>A server that greets with a line and closes.</summary>
    public static FakeMailServer Saying(string banner) => new(async (stream, ended) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(banner), ended);
        await Drain(stream, ended);
    });

    /// <summary>A server that takes the connection and says nothing.</summary>
    public static FakeMailServer Silent() => new((stream, ended) => Drain(stream, ended));

    /// <summary>A server that greets, reads EHLO, and answers.</summary>
    public static FakeMailServer Answering(string banner, string hello) => new(async (stream, ended) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(banner), ended);
        await stream.ReadAtLeastAsync(new byte[1024], 1, throwOnEndOfStream: false, ended);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(hello), ended);
        await Drain(stream, ended);
    });

    /// <summary>A server that sends the same without end.</summary>
    public static FakeMailServer Endless(string first, string repeated) => new(async (stream, ended) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(first), ended);
        byte[] more = Encoding.Latin1.GetBytes(repeated);
        while (!ended.IsCancellationRequested)
        {
            await stream.WriteAsync(more, ended);
        }
    });

    public void Dispose()
    {
        _ended.Cancel();
        _listener.Stop();
        _accepting.GetAwaiter().GetResult();
        _ended.Dispose();
    }

    private static async Task Drain(NetworkStream stream, CancellationToken ended)
    {
        byte[] buffer = new byte[1024];
        while (await stream.ReadAsync(buffer, ended) > 0)
        {
        }
    }

    private async Task AcceptAsync(Func<NetworkStream, CancellationToken, Task> talk)
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_ended.Token);
                _ = ServeAsync(client, talk);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException
            || (e is InvalidOperationException && _ended.IsCancellationRequested))
        {
            // The test has ended.
        }
    }

    private async Task ServeAsync(TcpClient client, Func<NetworkStream, CancellationToken, Task> talk)
    {
        using (client)
        {
            try
            {
                await talk(client.GetStream(), _ended.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The client has gone, or the test has ended.
            }
        }
    }
}
