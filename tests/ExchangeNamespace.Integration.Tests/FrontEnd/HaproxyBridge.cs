using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>A real HAProxy in front of servers: TLS ends there, and each directory has a pool of its own.</summary>
internal sealed class HaproxyBridge : IDisposable
{
    private const string Executable = "/usr/sbin/haproxy";
    private readonly string _folder = Directory.CreateTempSubdirectory("exn-haproxy").FullName;
    private readonly Process _process;

    /// <summary>Starts it, or skips the test where it is not installed.</summary>
    /// <param name="address">The address of the loopback.</param>
    /// <param name="https">The port of https, here and at the servers.</param>
    /// <param name="http">The port of http, which leads to https.</param>
    /// <param name="certificate">The certificate with its key.</param>
    /// <param name="servers">The servers.</param>
    /// <param name="rules">More lines of the front.</param>
    public HaproxyBridge(string address, int https, int http, X509Certificate2 certificate, IReadOnlyCollection<FrontEndServer> servers, string rules = "")
    {
        Assert.SkipUnless(File.Exists(Executable), "HAProxy is not installed.");
        string pem = Path.Combine(_folder, "front.pem");
        File.WriteAllText(pem, certificate.ExportCertificatePem() + "\n" + KeyOf(certificate) + "\n");
        string configuration = Path.Combine(_folder, "haproxy.cfg");
        File.WriteAllText(configuration, Configuration(address, https, http, pem, servers, rules));
        string pid = Path.Combine(_folder, "haproxy.pid");

        // In the background: the program that was started ends when the ports are open.
        using Process start = Process.Start(new ProcessStartInfo(Executable, ["-D", "-q", "-p", pid, "-f", configuration]))!;
        start.WaitForExit();
        Assert.Equal(0, start.ExitCode);
        _process = Process.GetProcessById(int.Parse(File.ReadAllText(pid).Trim(), CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Configuration(
        string address, int https, int http, string pem, IReadOnlyCollection<FrontEndServer> servers, string rules)
    {
        FrontEndService[] services = [.. Enum.GetValues<FrontEndService>().Where(s => s != FrontEndService.Root)];
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"""
            global
                tune.bufsize 65536
            defaults
                mode http
                option http-keep-alive
                http-reuse never
                timeout connect 5s
                timeout client 20m
                timeout server 20m
                timeout http-request 15s
            frontend plain
                bind {address}:{http}
                http-request redirect scheme https code 302
            frontend front
                bind {address}:{https} ssl crt {pem} alpn http/1.1
            {rules}

            """);
        foreach (FrontEndService service in services)
        {
            text.Append(CultureInfo.InvariantCulture, $"    use_backend {service} if {{ path_beg -i {FrontEndPaths.Of(service)} }}\n");
        }

        text.Append("    default_backend Owa\n");
        foreach (FrontEndService service in services)
        {
            text.Append(CultureInfo.InvariantCulture, $"backend {service}\n    balance roundrobin\n");
            foreach (FrontEndServer server in servers)
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"    server {server.Settings.Name} {server.Settings.Address}:{server.HttpsPort} ssl verify none sni req.hdr(Host)\n");
            }
        }

        return text.ToString();
    }

    private static string KeyOf(X509Certificate2 certificate)
    {
        using ECDsa key = certificate.GetECDsaPrivateKey()!;
        return key.ExportPkcs8PrivateKeyPem();
    }
}
