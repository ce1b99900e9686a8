using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.Contacts;

/// <summary>
/// A network of its own, with the loopback, an interface that leads nowhere, and the default route through it: nothing that is sent there
/// leaves the machine. Sockets and processes belong to it that are made on its thread.
/// </summary>
internal static class NetworkNamespace
{
    private const int NewNetwork = 0x40000000;

    private const string Interfaces =
        """
        ip link set lo up && ip link add exn0 type veth peer name exn1 && ip addr add 192.0.2.2/24 dev exn0 &&
            ip link set exn0 up && ip link set exn1 up && ip route add default via 192.0.2.1
        """;

    /// <summary>Does something in it; skips the test where it cannot be made.</summary>
    public static void RunOrSkip(Action work)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root on Linux makes a network of its own.");
        Exception? failure = null;
        string? missing = null;
        Thread thread = new(() =>
        {
            try
            {
                missing = Unshare(NewNetwork) != 0 ? "the system refuses" : Make();
                if (missing is null)
                {
                    work();
                }
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        Assert.SkipUnless(missing is null, "A network of its own cannot be made: " + missing);
        if (failure is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }

    private static string? Make()
    {
        ProgramRun run = ProgramRun.Of(new ProcessStartInfo("sh", ["-c", Interfaces]));
        return run.ExitCode == 0 ? null : run.Errors.Trim();
    }

    [DllImport("libc", EntryPoint = "unshare")]
    private static extern int Unshare(int flags);
}
