using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.FrontDoor;

/// <summary>HAProxy on a free port of the loopback in front of one server, or a visible skip.</summary>
internal sealed class HaProxy : IDisposable
{
    private const string Program = "/usr/sbin/haproxy";

    private readonly string _folder = Directory.CreateTempSubdirectory("exn-haproxy").FullName;

    /// <summary>Starts it and returns when it listens.</summary>
    /// <param name="server">The port of the server.</param>
    /// <param name="certificate">What clients are shown; null passes TLS through to the server.</param>
    public HaProxy(int server, X509Certificate2? certificate)
    {
        Assert.SkipWhen(!File.Exists(Program), "HAProxy is not installed.");
        Port = FreePorts.Next();
        string pem = Path.Combine(_folder, "proxy.pem");
        if (certificate is not null)
        {
            File.WriteAllText(pem, certificate.ExportCertificatePem() + "\n" + certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        }

        File.WriteAllText(Path.Combine(_folder, "haproxy.cfg"), string.Create(CultureInfo.InvariantCulture, $"""
            global
              pidfile {_folder}/pid
            defaults
              timeout connect 30s
              timeout client 30s
              timeout server 30s
            listen front
              mode {(certificate is null ? "tcp" : "http")}
              bind 127.0.0.1:{Port}{(certificate is null ? "" : " ssl crt " + pem)}
              server ex01 127.0.0.1:{server}{(certificate is null ? "" : " ssl verify none")}

            """));

        // As a daemon the command ends when the ports are bound.
        using Process start = Process.Start(new ProcessStartInfo(Program, ["-D", "-f", Path.Combine(_folder, "haproxy.cfg")]) { RedirectStandardError = true })!;
        string said = start.StandardError.ReadToEnd();
        start.WaitForExit();
        Assert.True(start.ExitCode == 0, said);
    }

    public int Port { get; }

    public void Dispose()
    {
        string file = Path.Combine(_folder, "pid");
        if (File.Exists(file) && int.TryParse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture, out int id))
        {
            try
            {
                using Process running = Process.GetProcessById(id);
                running.Kill();
                running.WaitForExit();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
            {
                // It has ended.
            }
        }

        Directory.Delete(_folder, recursive: true);
    }
}
