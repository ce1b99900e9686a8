using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.FrontDoor;

/// <summary>HAProxy or nginx with one configuration, on the loopback and without root.</summary>
internal sealed class Proxy : IDisposable
{
    private const string HAProxy = "/usr/sbin/haproxy";
    private const string Nginx = "/usr/sbin/nginx";
    private const string StreamModule = "/usr/lib/nginx/modules/ngx_stream_module.so";

    private readonly string _folder = Directory.CreateTempSubdirectory("exn-proxy").FullName;
    private readonly Process _process;
    private readonly Task<string> _said;

    /// <summary>Starts one; skips the test where it is not installed.</summary>
    /// <param name="configuration">The text of its configuration.</param>
    /// <param name="isNginx">Whether it is nginx.</param>
    public Proxy(string configuration, bool isNginx = false)
    {
        SkipWithout(isNginx);
        string file = Path.Combine(_folder, "proxy.cfg");
        File.WriteAllText(file, configuration);
        _process = Process.Start(new ProcessStartInfo(isNginx ? Nginx : HAProxy, isNginx ? NginxArguments(file, _folder) : ["-db", "-f", file])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        _said = _process.StandardError.ReadToEndAsync();
    }

    public static void SkipWithout(bool isNginx)
    {
        Assert.SkipWhen(!isNginx && !File.Exists(HAProxy), "HAProxy is not installed.");
        Assert.SkipWhen(isNginx && !(File.Exists(Nginx) && File.Exists(StreamModule)), "nginx with its stream module is not installed.");
    }

    /// <summary>What the proxy says about a configuration; empty where it takes it.</summary>
    public static async Task<string> CheckAsync(string configuration, bool isNginx)
    {
        string folder = Directory.CreateTempSubdirectory("exn-proxy").FullName;
        try
        {
            string file = Path.Combine(folder, "proxy.cfg");
            await File.WriteAllTextAsync(file, configuration);
            ProgramRun run = ProgramRun.Of(new ProcessStartInfo(isNginx ? Nginx : HAProxy, isNginx ? [.. NginxArguments(file, folder), "-t"] : ["-c", "-f", file]));
            return run.ExitCode == 0 && !run.Errors.Contains("WARNING", StringComparison.Ordinal) && !run.Errors.Contains("[warn]", StringComparison.Ordinal) ? string.Empty : run.Errors;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Waits until it takes connections.</summary>
    public async Task ListensAsync(string address, int port)
    {
        await Until.HoldsAsync(async () =>
        {
            Assert.False(_process.HasExited, _process.HasExited ? await _said : string.Empty);
            using Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(address, port);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        }, "the proxy listens");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string[] NginxArguments(string file, string folder) =>
        ["-c", file, "-e", "stderr", "-g", $"daemon off; pid {folder}/pid;"];
}
