using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.StandIn;

/// <summary>A port of a server on the loopback that presents the certificate which the server has for a service at that moment.</summary>
public sealed class StandInListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<X509Certificate2?> _presented;
    private readonly bool _mail;

    private StandInListener(Func<X509Certificate2?> presented, bool mail)
    {
        _presented = presented;
        _mail = mail;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Where it is set, this certificate is presented whatever the server has: a web server that does not take up a change.</summary>
    public X509Certificate2? Stuck { get; set; }

    /// <summary>Presents the certificate that is enabled for a service.</summary>
    /// <param name="bridge">The organisation, which may be exchanged later.</param>
    /// <param name="server">The server.</param>
    /// <param name="service">For example <c>IIS</c>.</param>
    public static StandInListener ForService(StandInBridge bridge, string server, string service) =>
        new(() => Certificates(bridge, server).LastOrDefault(c => c["Services"] is string[] services && services.Contains(service))?.Presented, mail: false);

    /// <summary>Speaks SMTP with STARTTLS, and presents the certificate that a connector names.</summary>
    /// <param name="bridge">The organisation.</param>
    /// <param name="server">The server.</param>
    /// <param name="connector">The receive connector.</param>
    public static StandInListener ForConnector(StandInBridge bridge, string server, string connector) => new(
        () => Certificates(bridge, server).LastOrDefault(c => ("<I>" + c["Issuer"] + "<S>" + c["Subject"]).Equals(
            bridge.Exchange.State[server][connector]["TlsCertificateName"]))?.Presented,
        mail: true);

    /// <summary>Reads a file that a port can present.</summary>
    /// <param name="path">A PKCS#12 file.</param>
    /// <param name="password">Its password.</param>
    public static X509Certificate2? Read(string path, SecureString password) => CertificateFile.ReadPkcs12(File.ReadAllBytes(path), password);

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private static StandInCertificate[] Certificates(StandInBridge bridge, string server) =>
        [.. bridge.Exchange.State[server].Objects.OfType<StandInCertificate>().Where(c => c.Presented is not null).OrderBy(c => c.Presented!.NotBefore)];

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                try
                {
                    await ServeAsync(client.GetStream());
                }
                catch (Exception fault) when (fault is IOException or AuthenticationException or InvalidOperationException)
                {
                    // A client that only looked has gone.
                }
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // The listener was closed.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        if (_mail)
        {
            foreach (string answer in (string[])["220 mail", "250-mail\r\n250 STARTTLS", "220 go on"])
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"));
                if (answer != "220 go on")
                {
                    while (stream.ReadByte() is not ('\n' or -1))
                    {
                    }
                }
            }
        }

        X509Certificate2 certificate = Stuck ?? _presented() ?? throw new IOException("There is no certificate.");
        await using SslStream tls = new(stream, leaveInnerStreamOpen: true);
        await tls.AuthenticateAsServerAsync(certificate);
        _ = await tls.ReadAsync(new byte[1]);
    }
}
