using System;
using System.Net.Http;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>
/// A client with one connection of its own, which it keeps: what NTLM needs. It follows nothing and judges no certificate. A second
/// connection is made only where the first was closed.
/// </summary>
internal sealed class FrontEndClient : IDisposable
{
    private readonly HttpClient _client;
    private readonly string _host;
    private int _connections;

    /// <param name="address">Where to connect.</param>
    /// <param name="port">The port.</param>
    /// <param name="host">The name to ask for.</param>
    /// <param name="isSecure">Whether through TLS.</param>
    public FrontEndClient(string address, int port, string host, bool isSecure = true)
    {
        _host = (isSecure ? "https://" : "http://") + host;
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            MaxConnectionsPerServer = 1,
            PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            ConnectCallback = async (_, cancel) =>
            {
                Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(address, port, cancel);
                Interlocked.Increment(ref _connections);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        _client = new HttpClient(handler);
    }

    /// <summary>How many connections it has made.</summary>
    public int Connections => _connections;

    /// <summary>Asks, with an Authorization header by choice.</summary>
    public async Task<HttpResponseMessage> AskAsync(string path, string? authorization = null, string method = "GET", HttpContent? content = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), _host + path) { Content = content };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await _client.SendAsync(request);
    }

    /// <summary>Logs the connection on by both legs, and gives the answer to the second.</summary>
    public async Task<HttpResponseMessage> LogOnAsync(string path, string user, string scheme = "NTLM")
    {
        using (await AskAsync(path, $"{scheme} {NtlmMessage.First()}"))
        {
            return await AskAsync(path, $"{scheme} {NtlmMessage.Third(user)}");
        }
    }

    /// <summary>A value of the echo of a server: user, server, connection, service, client, forwardedFor, forwardedProto ...</summary>
    public static async Task<string?> EchoAsync(HttpResponseMessage response, string name)
    {
        using JsonDocument echo = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return echo.RootElement.GetProperty(name).GetString();
    }

    public void Dispose() => _client.Dispose();
}
