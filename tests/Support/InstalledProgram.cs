using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace ExchangeNamespace.Tests.Support;

/// <summary>Programs of others; a test that needs one skips where it is not installed.</summary>
internal static class InstalledProgram
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="start">The program.</param>
    /// <param name="input">What it reads.</param>
    public static ProgramRun Run(ProcessStartInfo start, string input = "")
    {
        try
        {
            return ProgramRun.Of(start, input);
        }
        catch (Win32Exception)
        {
            Assert.Skip(start.FileName + " is not installed.");
            throw;
        }
    }

    /// <summary>Runs a program that must succeed.</summary>
    /// <param name="start">The program.</param>
    /// <param name="input">What it reads.</param>
    /// <returns>What it prints, without its errors.</returns>
    public static string Output(ProcessStartInfo start, string input = "")
    {
        ProgramRun run = Run(start, input);
        Assert.True(run.ExitCode == 0, $"{start.FileName} ended in {run.ExitCode}: {run.Output}{run.Errors}");
        return run.Output;
    }
}
