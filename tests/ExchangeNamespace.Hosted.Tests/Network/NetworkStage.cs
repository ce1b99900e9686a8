using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Runtime.InteropServices;
using System.Threading;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support.Network;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Network;

/// <summary>One shell that calls commands of the network, with servers of their own for each call.</summary>
internal sealed class NetworkStage : IDisposable
{
    private static readonly string Capture = Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "capture");
    private static int s_directories = Random.Shared.Next(250 * 250);

    private readonly ModuleHost _host = ModuleHost.Open();

    static NetworkStage()
    {
        // Read by the library for LDAP when it is loaded; what .NET sets it does not see.
        if (OperatingSystem.IsLinux())
        {
            _ = SetVariable("LDAPTLS_REQCERT", "never", overwrite: 1);
        }
    }

    public NetworkStage() => Assert.Empty(_host.Run(NetworkCommand.Prelude, Capture).Errors);

    /// <summary>Skips where the servers of a command cannot be started.</summary>
    public static void OrSkip(NetworkCommand command) => Assert.SkipUnless(
        command.Needing(FaultPlace.Directory) is null || (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess),
        "Only root on Linux starts a server on the port of LDAP with TLS.");

    /// <summary>Calls a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="world">Its servers.</param>
    /// <param name="seconds">How long one answer may take.</param>
    public HostRun Call(NetworkCommand command, NetworkWorld world, double seconds)
    {
        int number = Interlocked.Increment(ref s_directories);
        string directory = $"127.88.{1 + (number / 250 % 250)}.{1 + (number % 250)}";
        if (command.Needing(FaultPlace.Directory) is not null)
        {
            world.StartDirectory(IPAddress.Parse(directory));
        }

        return _host.Run(NetworkCommand.Parameters + command.Script, world, $"127.0.0.1:{world.Dns}", directory + ":636", TimeSpan.FromSeconds(seconds));
    }

    /// <summary>What a call came to, with names in place of ports: each result and its outcome, as far as it has one.</summary>
    public static IReadOnlyList<(string Outcome, string Text)> Results(HostRun run, NetworkWorld world) =>
    [
        .. from output in run.Output
           let text = output!.ToString()!
           let outcome = output.GetType().GetProperty("Outcome")?.GetValue(output)?.ToString()
           let space = text.IndexOf(' ', StringComparison.Ordinal)
           let rest = outcome is null ? text[(space + 1)..] : text
           select (outcome ?? text[..space], rest.Replace($":{world.Web}", ":web", StringComparison.Ordinal).Replace($":{world.Mail}", ":mail", StringComparison.Ordinal)),
    ];

    /// <summary>
    /// The library for DNS keeps connections until it is collected itself. That for LDAP waits in the system for a server that is silent,
    /// which no caller can end: its connection ends with the server.
    /// </summary>
    public static void AssertClosed(NetworkWorld world, NetworkFault fault)
    {
        if (!OperatingSystem.IsLinux() || (fault.Place is FaultPlace.Directory or FaultPlace.DirectoryWire && fault.End is FaultEnd.Silence or FaultEnd.OtherText))
        {
            return;
        }

        long end = Environment.TickCount64 + 60_000;
        while (world.OpenConnections().ToArray() is { Length: > 0 } open)
        {
            Assert.True(Environment.TickCount64 < end, "Left open: " + string.Join(", ", open));
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Yield();
        }
    }

    public void Stop() => _host.Stop();

    public void Dispose() => _host.Dispose();

    [DllImport("libc", EntryPoint = "setenv", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetVariable(string name, string value, int overwrite);
}
