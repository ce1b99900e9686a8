using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>A Postfix server on a free port of the loopback, for one test. It accepts no mail: it has no service that would keep any.</summary>
internal sealed class PostfixServer : IDisposable
{
    private const string Master = "/usr/lib/postfix/sbin/master";
    private const string User = "postfix";

    private readonly string _folder = Directory.CreateTempSubdirectory("exn-postfix").FullName;

    /// <summary>Starts one and returns when it listens; skips the test where Postfix is not installed or may not be started.</summary>
    /// <param name="host">The name in the banner and in the answer to EHLO.</param>
    /// <param name="certificate">The certificate for STARTTLS; null offers none.</param>
    /// <param name="settings">Further settings of <c>main.cf</c>.</param>
    public PostfixServer(string host, X509Certificate2? certificate, string settings = "")
    {
        Assert.SkipWhen(!File.Exists(Master), "Postfix is not installed.");
        Assert.SkipWhen(!Environment.IsPrivilegedProcess, "Postfix starts as root only.");
        Port = FreePorts.Next();
        string queue = Path.Combine(_folder, "queue");
        foreach (string part in new[] { "pid", "private", "public", "active", "incoming", "deferred", "maildrop", "hold", "corrupt", "bounce", "defer", "trace", "flush", "saved" })
        {
            Directory.CreateDirectory(Path.Combine(queue, part));
        }

        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        File.WriteAllText(Path.Combine(_folder, "main.cf"), string.Create(CultureInfo.InvariantCulture, $"""
            compatibility_level = 3.6
            queue_directory = {queue}
            data_directory = {_folder}/data
            daemon_directory = /usr/lib/postfix/sbin
            command_directory = /usr/sbin
            mail_owner = {User}
            setgid_group = postdrop
            myhostname = {host}
            mydestination =
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            smtpd_banner = $myhostname ESMTP
            smtpd_peername_lookup = no
            smtpd_client_connection_count_limit = 0
            smtpd_client_connection_rate_limit = 0
            smtpd_relay_restrictions = reject
            smtpd_tls_loglevel = 0
            {Tls(certificate)}
            {settings}

            """));
        File.WriteAllText(Path.Combine(_folder, "master.cf"), string.Create(CultureInfo.InvariantCulture, $"""
            127.0.0.1:{Port} inet n - n - 8 smtpd
            tlsmgr unix - - n 1000? 1 tlsmgr
            rewrite unix - - n - - trivial-rewrite
            proxymap unix - - n - - proxymap
            anvil unix - - n - 1 anvil

            """));
        Run("chmod", "755", _folder);
        Run("chown", "-R", User, queue, Path.Combine(_folder, "data"));
        Run("chown", "root", queue, Path.Combine(queue, "pid"));

        // The command ends when the server listens.
        Run(Master, "-c", _folder, "-w");
    }

    public int Port { get; }

    public void Dispose()
    {
        string file = Path.Combine(_folder, "queue", "pid", "master.pid");
        // The server holds a lock on the file, which the base library honours.
        if (File.Exists(file) && int.TryParse(Run("cat", file).Trim(), CultureInfo.InvariantCulture, out int id))
        {
            try
            {
                using Process master = Process.GetProcessById(id);
                Run("kill", "-TERM", id.ToString(CultureInfo.InvariantCulture));
                master.WaitForExit(10_000);
            }
            catch (ArgumentException)
            {
                // It has ended.
            }
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string Tls(X509Certificate2? certificate)
    {
        if (certificate is null)
        {
            return "smtpd_tls_security_level = none";
        }

        string file = Path.Combine(_folder, "server.pem");
        File.WriteAllText(file, certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n" + certificate.ExportCertificatePem() + "\n");
        return $"smtpd_tls_security_level = may\nsmtpd_tls_chain_files = {file}";
    }

    private static string Run(string program, params IEnumerable<string> arguments) =>
        InstalledProgram.Output(new ProcessStartInfo(program, arguments));
}
