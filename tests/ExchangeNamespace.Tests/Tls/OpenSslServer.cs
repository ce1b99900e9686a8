using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Tls;

/// <summary>The server of OpenSSL on the loopback, which takes the cipher suites and demands that this platform no longer knows.</summary>
internal sealed class OpenSslServer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("s_server");
    private readonly Process _process;

    private OpenSslServer(X509Certificate2 certificate, int port, string[] options)
    {
        Port = port;
        string certificateFile = Path.Combine(_folder.FullName, "c.pem");
        string keyFile = Path.Combine(_folder.FullName, "k.pem");
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        _process = Process.Start(new ProcessStartInfo("openssl",
            ["s_server", "-accept", $"127.0.0.1:{port}", "-cert", certificateFile, "-key", keyFile, .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    public int Port { get; }

    /// <summary>Starts one and waits for its word that it listens; the test is skipped where OpenSSL is not installed.</summary>
    /// <param name="certificate">Its certificate, with an RSA key.</param>
    /// <param name="options">More options of <c>openssl s_server</c>.</param>
    public static async Task<OpenSslServer> StartAsync(X509Certificate2 certificate, params string[] options)
    {
        Assert.SkipUnless(Array.Exists((Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':'), f =>
            File.Exists(Path.Combine(f, "openssl"))), "OpenSSL is not installed.");
        OpenSslServer server = new(certificate, FreePorts.Next(), options);
        while (await server._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("ACCEPT", StringComparison.Ordinal))
            {
                _ = server._process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
                _ = server._process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
                return server;
            }
        }

        string why = await server._process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        server.Dispose();
        Assert.Fail("openssl s_server does not listen: " + why);
        return server;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
