using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.Deployment;

/// <summary>Pebble, an ACME authority, on free ports of the loopback, for one test, which skips where it is not installed.</summary>
internal sealed class PebbleServer : IDisposable
{
    private const string Program = "/usr/bin/pebble";

    private readonly string _folder = Directory.CreateTempSubdirectory("exn-pebble").FullName;
    private readonly Process _process;

    /// <summary>Starts it and returns when it answers.</summary>
    /// <param name="dnsPort">The port of the DNS server that it asks for challenges.</param>
    public PebbleServer(int dnsPort)
    {
        Assert.SkipUnless(File.Exists(Program), "Pebble is not installed.");
        int port = FreePorts.Next();
        Address = $"https://localhost:{port}/dir";
        using TestAuthority authority = new();
        using X509Certificate2 certificate = authority.Issue(["localhost"]);
        File.WriteAllText(TrustFile, authority.Pem);
        File.WriteAllText(Path.Combine(_folder, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "key.pem"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        string configuration = Path.Combine(_folder, "pebble.json");
        File.WriteAllText(configuration, JsonSerializer.Serialize(new
        {
            pebble = new
            {
                listenAddress = $"127.0.0.1:{port}",
                managementListenAddress = $"127.0.0.1:{FreePorts.Next()}",
                certificate = Path.Combine(_folder, "cert.pem"),
                privateKey = Path.Combine(_folder, "key.pem"),
                httpPort = FreePorts.Next(),
                tlsPort = FreePorts.Next(),
            },
        }));
        ProcessStartInfo start = new(Program, ["-config", configuration, "-dnsserver", $"127.0.0.1:{dnsPort}"]) { RedirectStandardOutput = true };
        start.Environment["PEBBLE_VA_NOSLEEP"] = "1";
        start.Environment["PEBBLE_WFE_NONCEREJECT"] = "0";
        _process = Process.Start(start)!;
        StringBuilder log = new();
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            log.AppendLine(line);
            if (line.Contains("ACME directory available", StringComparison.Ordinal))
            {
                _ = _process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        Dispose();
        throw new InvalidOperationException("pebble ended: " + log);
    }

    /// <summary>The address of its directory.</summary>
    public string Address { get; }

    /// <summary>The authority of its own web server, which a client must trust.</summary>
    public string TrustFile => Path.Combine(_folder, "trust.pem");

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
