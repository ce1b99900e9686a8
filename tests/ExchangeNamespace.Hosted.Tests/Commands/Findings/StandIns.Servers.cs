using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>Servers on the loopback; each method gives a port.</summary>
public sealed partial class StandIns
{
    /// <summary>Nothing listens there.</summary>
    public static int NoServer()
    {
        using LoopbackServer server = new((_, _) => Task.CompletedTask);
        return server.Port;
    }

    /// <summary>Takes connections and says nothing.</summary>
    public int Silent() => Serve((_, stop) => Task.Delay(Timeout.Infinite, stop));

    /// <summary>Closes each connection at once.</summary>
    public int Closing() => Serve((_, _) => Task.CompletedTask);

    /// <summary>Its queue of connections is full, so it takes no more.</summary>
    public int Full()
    {
        Socket listener = Keep(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        for (int i = 0; i < 2; i++)
        {
            Socket waiting = Keep(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false });
            SocketAsyncEventArgs call = Keep(new SocketAsyncEventArgs { RemoteEndPoint = listener.LocalEndPoint });
            waiting.ConnectAsync(call);
        }

        return ((IPEndPoint)listener.LocalEndPoint!).Port;
    }

    /// <summary>Says this, and waits.</summary>
    public int Saying(string text) => Serve(async (stream, stop) =>
    {
        await LoopbackServer.SendAsync(stream, text, stop);
        await Task.Delay(Timeout.Infinite, stop);
    });

    /// <summary>A mail server that answers EHLO and STARTTLS with these lines; a null ends the conversation.</summary>
    public int Mail(string banner, string? hello = null, string? startTls = null) => Keep(LoopbackServer.Lines(banner + "\r\n", line =>
        line.StartsWith("EHLO", StringComparison.Ordinal) ? hello + "\r\n" : line == "STARTTLS" ? startTls + "\r\n" : "221 Bye\r\n")).Port;

    /// <summary>A mail server with this certificate.</summary>
    public int MailTls(string host, X509Certificate2 certificate) => Keep(LoopbackServer.StartTls(host, _ => certificate)).Port;

    /// <summary>A mail server that leads to a TLS server after STARTTLS.</summary>
    public int MailBefore(string host, int port) => Keep(LoopbackServer.StartTlsBefore(host, port)).Port;

    /// <summary>A TLS server with this certificate.</summary>
    public int Tls(X509Certificate2 certificate) => Keep(LoopbackServer.Tls(_ => certificate)).Port;

    /// <summary>TLS servers with these certificates on addresses that begin so and end in 1, 2 and so on; they share one port.</summary>
    public int TlsAt(string prefix, X509Certificate2[] certificates)
    {
        int port = 0;
        for (int i = 0; i < certificates.Length; i++)
        {
            X509Certificate2 own = certificates[i];
            port = Keep(LoopbackServer.Tls(_ => own, at: new IPEndPoint(IPAddress.Parse(prefix + (i + 1)), port))).Port;
        }

        return port;
    }

    /// <summary>A TLS server that ends the handshake with an alert.</summary>
    public int Alerting(byte alert) => Serve(async (stream, stop) =>
    {
        await stream.ReadExactlyAsync(new byte[5], stop);
        await stream.WriteAsync(new byte[] { 0x15, 3, 3, 0, 2, 2, alert }, stop);
        await Task.Delay(Timeout.Infinite, stop);
    });

    /// <summary>A TLS server that shows these certificates in clear and leaves.</summary>
    public int Showing(byte minor, params byte[][] chain)
    {
        byte[] hello = [2, 0, 0, 40, 3, minor, .. Enumerable.Repeat((byte)7, 32), 0, 0, 0x2F, 0, 0, 0];
        byte[] list = [.. chain.SelectMany(c => (byte[])[.. Three(c.Length), .. c])];
        byte[] flight = [.. hello, 11, .. Three(list.Length + 3), .. Three(list.Length), .. list];
        byte[] records = [.. flight.Chunk(16_000).SelectMany(r => (byte[])[22, 3, minor, (byte)(r.Length >> 8), (byte)r.Length, .. r])];
        return Serve(async (stream, stop) =>
        {
            byte[] head = new byte[5];
            await stream.ReadExactlyAsync(head, stop);
            await stream.ReadExactlyAsync(new byte[(head[3] << 8) | head[4]], stop);
            await stream.WriteAsync(records, stop);
        });
    }

    /// <summary>A web server that answers each request with this, over TLS where a certificate is given.</summary>
    public int Web(string answer, X509Certificate2? certificate = null) => Serve((stream, stop) => AnswerAsync(stream, answer, certificate, stop));

    /// <summary>Web servers with these answers on addresses that begin so and end in 1, 2 and so on; they share one port.</summary>
    public int WebAt(string prefix, X509Certificate2[] certificates, string[] answers)
    {
        int port = 0;
        for (int i = 0; i < answers.Length; i++)
        {
            string own = answers[i];
            X509Certificate2 certificate = certificates[i % certificates.Length];
            port = Keep(new LoopbackServer(
                (stream, stop) => AnswerAsync(stream, own, certificate, stop), new IPEndPoint(IPAddress.Parse(prefix + (i + 1)), port))).Port;
        }

        return port;
    }

    private static async Task AnswerAsync(Stream stream, string answer, X509Certificate2? certificate, CancellationToken stop)
    {
        Stream open = stream;
        if (certificate is not null)
        {
            System.Net.Security.SslStream tls = new(stream);
            await tls.AuthenticateAsServerAsync(certificate);
            open = tls;
        }

        byte[] bytes = new byte[4096];
        StringBuilder request = new();
        while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && await open.ReadAsync(bytes, stop) is > 0 and int read)
        {
            request.Append(Encoding.Latin1.GetString(bytes, 0, read));
        }

        await LoopbackServer.SendAsync(open, answer.ReplaceLineEndings("\r\n"), stop);
    }

    private static byte[] Three(int value) => [(byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private int Serve(Func<Stream, CancellationToken, Task> serve) => Keep(new LoopbackServer(serve)).Port;
}
