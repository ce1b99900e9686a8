using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace ExchangeNamespace.Tests.Support;

/// <summary>What a program left behind.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a program to its end, and reads all that it says meanwhile: one whose pipe is full waits for a reader.</summary>
    /// <param name="start">The program.</param>
    /// <param name="input">What it reads; the end follows at once.</param>
    public static ProgramRun Of(ProcessStartInfo start, string input = "") => Of(
        start,
        static process =>
        {
            process.WaitForExit();
            return true;
        },
        input)!;

    /// <summary>Runs a program for as long as it is waited for.</summary>
    /// <param name="start">The program.</param>
    /// <param name="ends">Waits for the end; false once it is ended from here, and then what it said is not waited for, because a server
    /// that it started may keep its output open.</param>
    /// <param name="input">What it reads; the end follows at once.</param>
    /// <returns>Null where <paramref name="ends"/> says so.</returns>
    public static ProgramRun? Of(ProcessStartInfo start, Func<Process, bool> ends, string input = "")
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return ends(process) ? new(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult()) : null;
    }
}
