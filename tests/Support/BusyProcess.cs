using System;
using System.Diagnostics;

namespace ExchangeNamespace.Tests.Support;

/// <summary>
/// Waits for programs that may wait for themselves without end, as Wine and Mono do at times. On a busy machine a healthy run takes many
/// times as long as on a quiet one, so what tells the two apart is the processor time that is used, not the hour.
/// </summary>
internal static class BusyProcess
{
    /// <summary>Longer than a healthy run waits for a program that it started itself.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan s_leastWork = TimeSpan.FromSeconds(1);

    /// <summary>Waits for the end of a process for as long as it works.</summary>
    /// <returns>Whether it ended; false for one that used no processor time worth the name during <see cref="LongestWait"/>.</returns>
    public static bool WaitForExit(Process process) => WaitForExit(process, LongestWait, s_leastWork);

    /// <summary>Waits likewise, and ends a process that does not work, with those that it started.</summary>
    public static bool EndOrKill(Process process) => WaitForExit(process) || Kill(process);

    /// <summary>Ends a process with those that it started.</summary>
    /// <returns>False: it did not end by itself.</returns>
    public static bool Kill(Process process)
    {
        process.Kill(entireProcessTree: true);
        return false;
    }

    /// <summary>The same with other bounds.</summary>
    public static bool WaitForExit(Process process, TimeSpan longestWait, TimeSpan leastWork)
    {
        TimeSpan before = TimeSpan.Zero;
        while (!process.WaitForExit(longestWait))
        {
            TimeSpan used;
            try
            {
                process.Refresh();
                used = process.TotalProcessorTime;
            }
            catch (InvalidOperationException) when (process.HasExited)
            {
                return true;
            }

            if (used - before < leastWork)
            {
                return false;
            }

            before = used;
        }

        return true;
    }
}
