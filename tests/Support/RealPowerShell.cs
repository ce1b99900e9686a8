using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;

namespace ExchangeNamespace.Tests.Support;

/// <summary>A PowerShell as users have it, started in a clean process; a project gets this by RealPowerShell.targets.</summary>
internal sealed partial class RealPowerShell
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(30);

    private static readonly string[] s_options = OperatingSystem.IsWindows()
        ? ["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass"]
        : ["-NoProfile", "-NonInteractive"];

    private readonly string _program;
    private readonly string[] _prefix;

    private RealPowerShell(string name, string program, params string[] prefix)
    {
        Name = name;
        _program = program;
        _prefix = prefix;
    }

    /// <summary>The PowerShell 7 that the build restored; null where it could not.</summary>
    public static RealPowerShell? Pwsh { get; } = FindPwsh();

    /// <summary>Windows PowerShell 5.1; null where this is not Windows.</summary>
    public static RealPowerShell? WindowsPowerShell { get; } = FindWindowsPowerShell();

    /// <summary>The versions of Pester that the build restores, whether or not it could.</summary>
    public static IReadOnlyList<string> PesterVersions { get; } = Metadata("PesterVersions").Split(';');

    /// <summary>What to say where <see cref="Pwsh"/> is null.</summary>
    public static string PwshMissing { get; } =
        $"PowerShell {Metadata("PowerShellVersion")} is not restored: run 'dotnet tool restore' in the root of the repository.";

    /// <summary>Its name and version, as people say them.</summary>
    public string Name { get; }

    /// <summary>The manifest to import Pester from; null where it could not be restored.</summary>
    /// <param name="version">One of <see cref="PesterVersions"/>.</param>
    public static string? Pester(string version)
    {
        string manifest = Path.Combine(Metadata("NuGetPackageRoot"), "pester", version, "tools", "Pester.psd1");
        return File.Exists(manifest) ? manifest : null;
    }

    /// <summary>What to say where <see cref="Pester"/> gives null.</summary>
    public static string PesterMissing(string version) =>
        $"Pester {version} is not restored: run 'dotnet restore tests/RealPowerShell' in the root of the repository.";

    /// <summary>How to start it, without the profile and the module path of the calling process.</summary>
    public ProcessStartInfo StartInfo(params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(_program, [.. _prefix, .. s_options, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("PSModulePath");
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        start.Environment["NO_COLOR"] = "1";
        return start;
    }

    /// <summary>Runs a script text to its end.</summary>
    public ProgramRun RunText(string script) =>
        Run(StartInfo("-OutputFormat", "Text", "-EncodedCommand", Convert.ToBase64String(Encoding.Unicode.GetBytes(script))));

    /// <summary>Runs a script file to its end.</summary>
    public ProgramRun RunFile(string path, params IEnumerable<string> arguments) => Run(StartInfo(["-File", path, .. arguments]));

    /// <summary>Runs what <see cref="StartInfo"/> gave to its end; one that does not end is ended and fails the test.</summary>
    public static ProgramRun Run(ProcessStartInfo start) => Run(start, s_limit)
        ?? throw new TimeoutException($"{start.FileName} did not end in {s_limit.TotalMinutes} minutes.");

    /// <summary>Runs it to its end; null for one that did not end in time and was ended.</summary>
    public static ProgramRun? Run(ProcessStartInfo start, TimeSpan limit) => ProgramRun.Of(start, p => p.WaitForExit(limit) || BusyProcess.Kill(p));

    /// <summary>Runs it to its end; null for one that waited without end and was ended.</summary>
    public static ProgramRun? RunWhileBusy(ProcessStartInfo start) => ProgramRun.Of(start, BusyProcess.EndOrKill);

    private static RealPowerShell? FindPwsh()
    {
        string version = Metadata("PowerShellVersion");
        string folder = Path.Combine(Metadata("NuGetPackageRoot"), "powershell", version, "tools", "net10.0", "any");
        string program = OperatingSystem.IsWindows() ? Path.Combine(folder, "win", "pwsh.exe") : Path.Combine(folder, "unix", "pwsh.dll");
        return !File.Exists(program) ? null
            : OperatingSystem.IsWindows() ? new("pwsh " + version, program)
            // Its program file unix/pwsh finds .NET in a standard place or by DOTNET_ROOT only; dotnet itself is on the path of a build.
            : new("pwsh " + version, "dotnet", program);
    }

    private static RealPowerShell? FindWindowsPowerShell()
    {
        string program = Path.Combine(Environment.SystemDirectory, "WindowsPowerShell", "v1.0", "powershell.exe");
        return OperatingSystem.IsWindows() && File.Exists(program) ? new("powershell 5.1", program) : null;
    }

    private static string Metadata(string key) => typeof(RealPowerShell).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
