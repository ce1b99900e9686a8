using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace ExchangeNamespace.Shell.Hosting;

/// <summary>What one script did.</summary>
/// <param name="Records">Everything it wrote, in the order of writing; an error that ended it comes last.</param>
/// <param name="TerminatingError">The error that ended it; null when it ran to its end or was stopped.</param>
/// <param name="WasStopped">Whether it was stopped from outside.</param>
/// <param name="ExitCode">What the script gave to <c>exit</c>, else 1 after any error and 0 after none.</param>
public sealed record HostRun(IReadOnlyList<HostRecord> Records, ErrorRecord? TerminatingError, bool WasStopped, int ExitCode)
{
    /// <summary>The objects written to the pipeline, without their PowerShell wrapper where there is an object inside.</summary>
    public IReadOnlyList<object?> Output => Values<object?>(HostStream.Output);

    /// <summary>The error records, with the one that ended the script.</summary>
    public IReadOnlyList<ErrorRecord> Errors => Values<ErrorRecord>(HostStream.Error);

    /// <summary>The texts of the warnings.</summary>
    public IReadOnlyList<string> Warnings => [.. Values<WarningRecord>(HostStream.Warning).Select(record => record.Message)];

    /// <summary>The texts of the verbose messages.</summary>
    public IReadOnlyList<string> Verbose => [.. Values<VerboseRecord>(HostStream.Verbose).Select(record => record.Message)];

    private IReadOnlyList<T> Values<T>(HostStream stream) =>
        [.. Records.Where(record => record.Stream == stream).Select(record => (T)record.Value!)];
}
