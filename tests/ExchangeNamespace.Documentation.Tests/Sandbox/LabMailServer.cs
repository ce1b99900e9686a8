using System;
using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Integration.Tests;

namespace ExchangeNamespace.Documentation.Tests.Sandbox;

/// <summary>A mail server that greets, offers STARTTLS and presents a certificate of its name.</summary>
internal sealed class LabMailServer : IDisposable
{
    /// <summary>Until when the certificate lives: a page shows the day, so it stays the same.</summary>
    private static readonly DateTimeOffset LastDay = new(2039, 12, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly string _name;
    private readonly X509Certificate2 _certificate;
    private readonly FakeMailServer _server;

    public LabMailServer(string name)
    {
        _name = name;
        using ECDsa rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest root = new("CN=Authority of the lab", rootKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using X509Certificate2 authority = root.CreateSelfSigned(LastDay.AddYears(-20), LastDay);
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=" + name, key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 plain = request.Create(authority, LastDay.AddYears(-20), LastDay, [1]);
        _certificate = plain.CopyWithPrivateKey(key);
        _server = new FakeMailServer(TalkAsync);
    }

    public int Port => _server.Port;

    public void Dispose()
    {
        _server.Dispose();
        _certificate.Dispose();
    }

    private async Task TalkAsync(NetworkStream stream, CancellationToken ended)
    {
        await SayAsync(stream, $"220 {_name} ESMTP", ended);
        while (await HearAsync(stream, ended) is { } command)
        {
            switch (command.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await SayAsync(stream, $"250-{_name}\r\n250 STARTTLS", ended);
                    break;
                case "STARTTLS":
                    await SayAsync(stream, "220 Go ahead", ended);
                    await using (SslStream secure = new(stream, leaveInnerStreamOpen: true))
                    {
                        SslServerAuthenticationOptions options = new() { ServerCertificate = _certificate };
                        await secure.AuthenticateAsServerAsync(options, ended);
                        while (await HearAsync(secure, ended) is { } inside)
                        {
                            bool isGreeting = inside.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase);
                            await SayAsync(secure, isGreeting ? "250 " + _name : "221 Bye", ended);
                        }
                    }

                    return;
                default:
                    await SayAsync(stream, "221 Bye", ended);
                    return;
            }
        }
    }

    private static Task SayAsync(Stream stream, string line, CancellationToken ended) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), ended).AsTask();

    private static async Task<string?> HearAsync(Stream stream, CancellationToken ended)
    {
        StringBuilder line = new();
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one, ended) > 0)
        {
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        return null;
    }
}
