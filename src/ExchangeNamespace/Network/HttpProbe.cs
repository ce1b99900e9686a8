using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Verification;

namespace ExchangeNamespace.Network;

/// <summary>
/// One GET over a connection of its own: to the address that was named, with the host of the URL in the server name indication and the Host header.
/// No proxy, no redirect, no cookie, no credentials. The handler of the base library would follow names and ports on its own, and on .NET Framework
/// share its settings with the whole process.
/// </summary>
internal sealed class HttpProbe(HttpPorts ports) : IHttpProbe
{
    private const int FirstBuffer = 16 * 1024;
    private const int LongestResponse = HttpResponseReader.LongestHead + HttpResponseReader.LongestBody + (64 * 1024);

    public async Task<HttpAnswer> GetAsync(HttpTarget target, string address, TimeSpan timeout, CancellationToken cancel)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        ended.CancelAfter(timeout);
        IPAddress endpoint = IPAddress.Parse(address);
        using Socket socket = new(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);

        // Neither connecting nor the handshake takes a token on .NET Framework: closing the socket ends both.
        using CancellationTokenRegistration close = ended.Token.Register(socket.Dispose);
        Exchange exchange = new();
        try
        {
            await Task.Factory.FromAsync(socket.BeginConnect, socket.EndConnect, new IPEndPoint(endpoint, PortOf(target)), null).ConfigureAwait(false);
            exchange.IsConnected = true;
            using NetworkStream network = new(socket, ownsSocket: false);
            HttpResponse? response = target.IsSecure
                ? await AskOverTlsAsync(network, target, exchange, ended.Token).ConfigureAwait(false)
                : await AskAsync(network, target, ended.Token).ConfigureAwait(false);
            return Answer(response is null ? HttpStatus.Malformed : HttpStatus.Answered, exchange, response);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or AuthenticationException or InvalidOperationException or OperationCanceledException or NullReferenceException)
        {
            cancel.ThrowIfCancellationRequested();
            return Answer(ended.IsCancellationRequested ? HttpStatus.Timeout : Status(exception, exchange), exchange, null);
        }
    }

    private int PortOf(HttpTarget target) => target.Port ?? (target.IsSecure ? ports.Https : ports.Http);

    private static HttpStatus Status(Exception exception, Exchange exchange) =>
        !exchange.IsConnected ? HttpStatus.Unreachable
        : exchange.IsInHandshake ? HttpStatus.NoTls
        : exception is SocketException { SocketErrorCode: SocketError.TimedOut } ? HttpStatus.Timeout
        : HttpStatus.Closed;

    private static HttpAnswer Answer(HttpStatus status, Exchange exchange, HttpResponse? response) => new() { Status = status, Certificate = exchange.Certificate, Response = response };

    private static async Task<HttpResponse?> AskOverTlsAsync(NetworkStream network, HttpTarget target, Exchange exchange, CancellationToken cancel)
    {
        // The certificate is judged afterwards, for a wrong one is what is looked for; nothing secret is sent.
        using SslStream tls = new(network, leaveInnerStreamOpen: false, (_, certificate, _, errors) =>
        {
            exchange.Certificate = certificate is null ? null : CertificateReader.Read(certificate, (errors & SslPolicyErrors.RemoteCertificateChainErrors) == 0);
            return true;
        });
        exchange.IsInHandshake = true;
        await tls.AuthenticateAsClientAsync(target.Host, null, SslProtocols.None, checkCertificateRevocation: false).ConfigureAwait(false);
        exchange.IsInHandshake = false;
        return await AskAsync(tls, target, cancel).ConfigureAwait(false);
    }

    private static async Task<HttpResponse?> AskAsync(Stream stream, HttpTarget target, CancellationToken cancel)
    {
        byte[] request = Encoding.ASCII.GetBytes(
            $"GET {target.Path} HTTP/1.1\r\nHost: {target.Authority}\r\nUser-Agent: ExchangeNamespace\r\nAccept: text/xml, text/html\r\nConnection: close\r\n\r\n");
        await stream.WriteAsync(request, 0, request.Length, cancel).ConfigureAwait(false);
        byte[] buffer = new byte[FirstBuffer];
        int count = 0;
        while (true)
        {
            int read = await stream.ReadAsync(buffer, count, buffer.Length - count, cancel).ConfigureAwait(false);
            count += read;
            if (count == 0)
            {
                throw new EndOfStreamException();
            }

            switch (HttpResponseReader.TryRead(buffer, count, read == 0, out HttpResponse? response))
            {
                case HttpReading.Complete:
                    return response;
                case HttpReading.Malformed:
                    return null;
                default:
                    break;
            }

            if (count == buffer.Length)
            {
                if (count >= LongestResponse)
                {
                    return null;
                }

                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, LongestResponse));
            }
        }
    }

    /// <summary>How far one request has got.</summary>
    private sealed class Exchange
    {
        public bool IsConnected { get; set; }

        public bool IsInHandshake { get; set; }

        public ShownCertificate? Certificate { get; set; }
    }
}
