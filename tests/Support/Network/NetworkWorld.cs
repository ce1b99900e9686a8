using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Tests.Support.Network;

/// <summary>
/// The servers of contoso.com on the loopback: DNS, web with and without TLS, mail and a directory, all as they should be but for one fault.
/// </summary>
internal sealed class NetworkWorld : IDisposable
{
    private static readonly string[] Names =
        ["contoso.com", "mail.contoso.com", "autodiscover.contoso.com", "mta-sts.contoso.com", "ex01.ad.contoso.com"];

    private static readonly string[] Zone =
    [
        "contoso.com SOA dc1.contoso.com", ". PROVEN",
        "contoso.com MX 10 mail.contoso.com", "contoso.com TXT \"v=spf1 ip4:127.0.0.1 include:spf.contoso.com -all\"",
        "spf.contoso.com TXT \"v=spf1 ip4:192.0.2.1 -all\"",
        .. Names.Select(n => n + " A 127.0.0.1"),
        "1.0.0.127.in-addr.arpa PTR mail.contoso.com",
        "_mta-sts.contoso.com TXT \"v=STSv1; id=1\"", "_smtp._tls.contoso.com TXT \"v=TLSRPTv1; rua=mailto:a@contoso.com\"",
        "_dmarc.contoso.com TXT \"v=DMARC1; p=reject\"",
    ];

    private static readonly Lazy<X509Certificate2> Certificate = new(() =>
        TestCertificates.Issued("CN=mail.contoso.com", Names, DateTimeOffset.UtcNow.AddDays(-10), DateTimeOffset.UtcNow.AddDays(170)));

    /// <summary>The same with addresses at which its authority and what is revoked could be asked for, which must not happen.</summary>
    private static readonly Lazy<SslStreamCertificateContext> WebCertificate = new(() => SslStreamCertificateContext.Create(
        TestCertificates.Issued("CN=mail.contoso.com", Names, DateTimeOffset.UtcNow.AddDays(-10), DateTimeOffset.UtcNow.AddDays(170), addressOfAuthority: "http://192.0.2.66"),
        additionalCertificates: null, offline: true));

    private readonly Stack<IDisposable> _made = new();
    private readonly NetworkFault _fault;
    private readonly List<IPEndPoint> _servers = [];
    private readonly Action<int>? _onHeard;
    private int _heard;

    /// <summary>Starts the servers.</summary>
    /// <param name="fault">The fault of one of them.</param>
    /// <param name="onHeard">
    /// Called whenever something has come, with the number of bytes that have come so far to all servers; once one of them is silent, with
    /// the greatest number.
    /// </param>
    public NetworkWorld(NetworkFault fault, Action<int>? onHeard = null)
    {
        _fault = fault;
        _onHeard = onHeard;
        ZoneAnswers zone = new(Zone);
        Dns = fault is { Place: FaultPlace.Dns, End: FaultEnd.Refuses } ? Refusing() : Keep(new FakeDnsServer(q => Answer(zone, q), OverTcp)).Port;
        Web = Start(FaultPlace.WebWire, (stream, socket, stop) => ServeTlsAsync(
            FaultPlace.Web, stream, socket, (tls, end) => ServeWebAsync(tls, socket, isSecure: true, end), stop));
        Http = Start(FaultPlace.Http, (stream, socket, stop) => ServeWebAsync(stream, socket, isSecure: false, stop));
        Mail = Start(fault.Place == FaultPlace.MailTls ? FaultPlace.MailTls : FaultPlace.Mail, (stream, _, stop) => LoopbackServer.ServeStartTlsAsync(stream, "mail.contoso.com", _ => Certificate.Value, stop));
        _servers.Add(new IPEndPoint(IPAddress.Loopback, Dns));
    }

    /// <summary>The port of the DNS server.</summary>
    public int Dns { get; }

    public int Web { get; }

    public int Http { get; }

    public int Mail { get; }

    /// <summary>The bytes that have come to all servers.</summary>
    public int Heard => Volatile.Read(ref _heard);

    /// <summary>Starts the directory too, on the port that LDAP with TLS has everywhere.</summary>
    /// <param name="address">An address of the loopback that no other server has.</param>
    public void StartDirectory(IPAddress address)
    {
        Start(FaultPlace.DirectoryWire, (stream, socket, stop) =>
            ServeTlsAsync(FaultPlace.Directory, stream, socket, DirectoryStandIn.ServeAsync, stop), new IPEndPoint(address, 636));
    }

    /// <summary>The connections to these servers that a client still holds; those that the system keeps for a while alone are none.</summary>
    public IEnumerable<string> OpenConnections()
    {
        string[] servers = [.. _servers.Select(Hexadecimal)];
        return File.ReadLines("/proc/net/tcp").Skip(1).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(l => servers.Contains(l[2]) && l[9] != "0").Select(l => $"{l[1]} to {l[2]} in state {l[3]}");
    }

    public void Dispose()
    {
        while (_made.TryPop(out IDisposable? made))
        {
            made.Dispose();
        }
    }

    private static string Hexadecimal(IPEndPoint server) => $"{BitConverter.ToUInt32(server.Address.GetAddressBytes()):X8}:{server.Port:X4}";

    private byte[]? Answer(ZoneAnswers zone, DnsPacket question)
    {
        byte[]? answer = zone.Answer(question);
        Hear(question.Query.Length);
        if (_fault is { Place: FaultPlace.Dns, End: FaultEnd.Silence })
        {
            FallSilent();
        }

        return _fault.Place switch
        {
            FaultPlace.Dns => _fault.End == FaultEnd.Silence ? null : answer?[..(answer.Length / 2)],
            FaultPlace.DnsOverTcp when !question.IsTcp => question.Answer(DnsPacket.Truncated),
            _ => answer,
        };
    }

    private Stream OverTcp(Socket socket)
    {
        socket.NoDelay = true;
        return At(FaultPlace.DnsOverTcp, new NetworkStream(socket), socket, CancellationToken.None);
    }

    private void FallSilent() => _onHeard?.Invoke(int.MaxValue);

    private void Hear(int bytes)
    {
        int heard = Interlocked.Add(ref _heard, bytes);
        _onHeard?.Invoke(heard);
    }

    private FaultStream At(FaultPlace place, Stream stream, Socket socket, CancellationToken stop) =>
        new(stream, socket, _fault.Place == place ? _fault : NetworkFaults.None, Hear, FallSilent, stop);

    private int Start(FaultPlace place, Func<Stream, Socket, CancellationToken, Task> serve, IPEndPoint? at = null)
    {
        if (_fault.Place == place && _fault.End == FaultEnd.Refuses)
        {
            return at?.Port ?? Refusing();
        }

        LoopbackServer server = Keep(new LoopbackServer((stream, stop) =>
        {
            Socket socket = ((NetworkStream)stream).Socket;
            socket.NoDelay = true;
            return serve(At(place, stream, socket, stop), socket, stop);
        }, at));
        _servers.Add(at ?? new IPEndPoint(IPAddress.Loopback, server.Port));
        return server.Port;
    }

    /// <summary>A port that is held, and at which nothing listens.</summary>
    private int Refusing()
    {
        Socket socket = Keep(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private async Task ServeTlsAsync(
        FaultPlace place, Stream stream, Socket socket, Func<Stream, CancellationToken, Task> serve, CancellationToken stop)
    {
        using SslStream tls = new(stream);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = WebCertificate.Value }, stop);
        await serve(At(place, tls, socket, stop), stop);
    }

    private async Task ServeWebAsync(Stream stream, Socket socket, bool isSecure, CancellationToken stop)
    {
        string request = string.Empty;
        bool isHandshake = false;
        string host = string.Empty;
        while (await LoopbackServer.ReadLineAsync(stream, stop) is { Length: > 0 } line)
        {
            request = request.Length == 0 ? line.Split(' ')[1] : request;
            isHandshake |= line.StartsWith("Authorization: NTLM ", StringComparison.Ordinal);
            host = line.StartsWith("Host: ", StringComparison.Ordinal) ? line[6..].Split(':')[0] : host;
        }

        if (request.Length == 0)
        {
            return;
        }

        (string head, string body) = !isSecure ? ($"301 Moved\r\nLocation: https://{host}{request}", $"<html>{NetworkFaults.HalfBody}page</html>")
            : request.Contains("mta-sts", StringComparison.Ordinal)
                ? ("200 OK", $"version: STSv1\nmode: enforce\nmx: mail.contoso.com\nmax_age: 604800\nx: {NetworkFaults.HalfBody}policy\n")
            : isHandshake ? ("401 Unauthorized\r\nWWW-Authenticate: NTLM TlRMTVNTUAACAAAA\r\nX-FEServer: EX01", $"<html>{NetworkFaults.HalfBody}page</html>")
            : ("401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\nX-FEServer: EX01", $"<html>{NetworkFaults.HalfBody}page</html>");
        string length = _fault.IsEndless ? string.Empty : $"Content-Length: {body.Length}\r\n";
        string connection = isHandshake ? "keep-alive" : "close";
        await LoopbackServer.SendAsync(isHandshake ? At(FaultPlace.Handshake, stream, socket, stop) : stream,
            $"HTTP/1.1 {head}\r\nContent-Type: text/plain\r\n{length}Connection: {connection}\r\n\r\n{body}", stop);
    }

    private T Keep<T>(T made)
        where T : IDisposable
    {
        _made.Push(made);
        return made;
    }
}
