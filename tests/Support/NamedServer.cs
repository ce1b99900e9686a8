using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ExchangeNamespace.Tests.Support;

/// <summary>A BIND 9 server on a free port of the loopback.</summary>
internal class NamedServer : IDisposable
{
    /// <summary>The program; null where it is not installed.</summary>
    public static readonly string? Program = new[] { "/usr/sbin/named", "/usr/bin/named", "/usr/local/sbin/named" }.FirstOrDefault(File.Exists);

    private readonly string _folder = Directory.CreateTempSubdirectory("exn-bind").FullName;
    private readonly Process _process;
    private bool _disposed;

    /// <summary>Starts one and returns when it answers.</summary>
    /// <param name="zones">The text of each zone.</param>
    /// <param name="forwardTo">The port of the server that knows everything else; null for a server that resolves nothing for others.</param>
    /// <param name="updateSecret">The secret, in Base64, with which the key <c>acme.</c> may change TXT records; null for fixed zones.</param>
    public NamedServer(IReadOnlyDictionary<string, string> zones, int? forwardTo = null, string? updateSecret = null)
    {
        Port = FreePorts.Next();
        StringBuilder configuration = new();
        configuration.Append(System.Globalization.CultureInfo.InvariantCulture, $$"""
            options {
              directory "{{_folder}}"; pid-file "{{_folder}}/pid"; session-keyfile "{{_folder}}/key"; managed-keys-directory "{{_folder}}";
              listen-on port {{Port}} { 127.0.0.1; }; listen-on-v6 { none; };
              recursion {{(forwardTo is null ? "no" : "yes")}}; dnssec-validation no; empty-zones-enable no; notify no; allow-query { any; };
              {{(forwardTo is null ? "" : $"forward only; forwarders {{ 127.0.0.1 port {forwardTo}; }};")}}
            };
            controls { };
            {{(updateSecret is null ? "" : $"key \"acme.\" {{ algorithm hmac-sha512; secret \"{updateSecret}\"; }};")}}

            """);
        foreach ((string zone, string text) in zones)
        {
            File.WriteAllText(Path.Combine(_folder, zone + ".zone"), text);
            configuration.Append(System.Globalization.CultureInfo.InvariantCulture, $"zone \"{zone}\" {{ type primary; file \"{zone}.zone\"; {(updateSecret is null ? "" : "update-policy { grant acme. zonesub TXT; };")} }};\n");
        }

        string file = Path.Combine(_folder, "named.conf");
        File.WriteAllText(file, configuration.ToString());
        _process = Process.Start(new ProcessStartInfo(Program!, ["-4", "-g", "-n", "1", "-c", file]) { RedirectStandardError = true })!;
        StringBuilder log = new();
        while (_process.StandardError.ReadLine() is { } line)
        {
            log.AppendLine(line);
            if (line.EndsWith(" running", StringComparison.Ordinal))
            {
                _ = _process.StandardError.ReadToEndAsync();
                return;
            }
        }

        Dispose();
        throw new InvalidOperationException("named ended: " + log);
    }

    public int Port { get; }

    /// <summary>Lets the server be there and say nothing.</summary>
    public void Freeze() => Signal("-STOP");

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private void Signal(string name)
    {
        using Process kill = Process.Start("kill", [name, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        if (kill.ExitCode != 0)
        {
            throw new InvalidOperationException("kill " + name + " failed.");
        }
    }
}
