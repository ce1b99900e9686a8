using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Specs;

/// <summary>
/// PowerShell 7 for Windows in the host of tests/ExchangeNamespace.WineHost, under Wine, with a Windows of its own in a temporary
/// folder. A self-contained pwsh.exe ends under Wine 8, because it finds no console.
/// </summary>
internal sealed class WineShell : IDisposable
{
    public const string Name = "pwsh under Wine";

    private static readonly string[] s_programs = ["/usr/lib/wine/wine64", "/usr/bin/wine64", "/usr/bin/wine"];
    private static readonly string[] s_servers = ["/usr/lib/wine/wineserver64", "/usr/lib/wine/wineserver", "/usr/bin/wineserver"];

    private static readonly string s_host = Path.GetFullPath(typeof(WineShell).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "WineHost").Value!);

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("exn-wine-");

    public WineShell()
    {
        ProcessStartInfo start = StartInfo(Wine!, ["wineboot", "-i"]);
        // The set-up asks for Mono otherwise; .NET itself needs this library.
        start.Environment["WINEDLLOVERRIDES"] += ";mscoree=";
        RealPowerShell.Run(start);
    }

    /// <summary>Why nothing can be started under Wine here; null where it can.</summary>
    public static string? WineMissing { get; } = Wine is null ? "Wine is not installed (Debian package wine64)." : null;

    /// <summary>Why the specs cannot be started under Wine here; null where they can.</summary>
    public static string? Missing { get; } = WineMissing ?? (File.Exists(s_host) ? null
        : "The host for Windows is not built: run 'dotnet build tests/ExchangeNamespace.WineHost' in the root of the repository.");

    private static string? Wine => Array.Find(s_programs, File.Exists);

    /// <summary>
    /// Runs a script file in the host to its end. An argument that is a full path becomes one of Windows. Wine may wait for itself without
    /// end, so a run that does so is ended and made once more.
    /// </summary>
    public ProgramRun RunFile(string path, params string[] arguments)
    {
        ProcessStartInfo start = InWindows(s_host, ["-NoProfile", "-NonInteractive", "-File", path, .. arguments]);
        if (RealPowerShell.RunWhileBusy(start) is { } run)
        {
            return run;
        }

        EndAll();
        return RealPowerShell.RunWhileBusy(start)
            ?? throw new TimeoutException($"{path} did nothing for {BusyProcess.LongestWait.TotalMinutes} minutes under Wine, twice.");
    }

    /// <summary>Runs a program for Windows to its end. An argument that is a full path becomes one of Windows.</summary>
    public ProgramRun Run(string program, params string[] arguments) => RealPowerShell.Run(InWindows(program, arguments));

    /// <summary>Ends what runs on in that Windows, and takes it away.</summary>
    public void Dispose()
    {
        EndAll();
        _home.Delete(recursive: true);
    }

    /// <summary>Ends the processes of this Windows and waits for its server.</summary>
    private void EndAll()
    {
        if (Array.Find(s_servers, File.Exists) is { } server)
        {
            RealPowerShell.Run(StartInfo(server, ["-k"]));
            RealPowerShell.Run(StartInfo(server, ["-w"]));
        }
    }

    private ProcessStartInfo InWindows(string program, string[] arguments) =>
        StartInfo(Wine!, [program, .. arguments.Select(static a => Path.IsPathRooted(a) ? "Z:" + a.Replace('/', '\\') : a)]);

    private ProcessStartInfo StartInfo(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("PSModulePath");
        start.Environment["HOME"] = _home.FullName;
        start.Environment["WINEPREFIX"] = Path.Combine(_home.FullName, "prefix");
        start.Environment["WINEDEBUG"] = "-all";
        // Neither asks to install what only other programs need, nor writes to the menus of the desktop, nor debugs.
        start.Environment["WINEDLLOVERRIDES"] = "mshtml=;winemenubuilder.exe=;winedbg.exe=";
        // .NET maps its code twice otherwise, which Wine cannot.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["NO_COLOR"] = "1";
        return start;
    }
}
