using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;

namespace ExchangeNamespace.Check;

/// <summary>This machine.</summary>
internal sealed class Machine : IMachine
{
    private readonly string _root;
    private readonly string _dotnetFolder = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>A machine whose programs start in a folder.</summary>
    public Machine(string root) => _root = root;

    /// <inheritdoc/>
    public bool IsDebian { get; } = File.Exists("/etc/debian_version") && File.Exists("/usr/bin/apt-get");

    /// <inheritdoc/>
    public bool MayInstall => IsDebian && Environment.IsPrivilegedProcess;

    /// <inheritdoc/>
    public bool IsInstalled(string package)
    {
        ProcessStartInfo start = new("dpkg-query", ["-W", "-f", "${Status}", package])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string status = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return status.EndsWith("ok installed", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public int Run(string program, IEnumerable<string> arguments, TimeSpan limit)
    {
        string path = program == "dotnet" ? Path.Combine(_dotnetFolder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet") : program;
        ProcessStartInfo start = new(path, arguments) { WorkingDirectory = _root };
        // The tests start dotnet by its name, and the PowerShell of the tool package looks for the runtime.
        start.Environment["PATH"] = _dotnetFolder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["DOTNET_ROOT"] = _dotnetFolder;
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using Process process = Process.Start(start)!;
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            Console.WriteLine($"{program} was ended: it did not end in {limit.TotalMinutes} minutes");
            return -1;
        }

        return process.ExitCode;
    }
}
