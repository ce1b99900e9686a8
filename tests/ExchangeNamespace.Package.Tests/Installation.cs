using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Package;

/// <summary>A home into which the package was installed by name, once for a class of tests.</summary>
public sealed class Installation : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<bool> _isInstalled;
    private readonly Packages _packages;

    public Installation(Packages packages)
    {
        _packages = packages;
        _isInstalled = new(Install);
    }

    /// <summary>The home.</summary>
    internal string Home => _folder.At("home");

    /// <summary>The module folder that the package was made from.</summary>
    internal string Made => Packages.Module(_packages.First);

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs a script in a clean process of that home, and gives the lines that it printed; or skips the calling test.</summary>
    internal string[] Run(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "on Windows the modules of a user do not move with an environment variable");
        return _isInstalled.Value ? Start(script) : [];
    }

    private bool Install()
    {
        string gallery = Packages.Gallery(_packages.First);
        Start($"""
            Register-PSResourceRepository -Name local -Uri '{_folder.Folder("feed")}' -Trusted
            Publish-PSResource -NupkgPath '{gallery}' -Repository local
            Install-PSResource -Name ExchangeNamespace -Repository local -Scope CurrentUser
            """);
        return true;
    }

    private string[] Start(string script)
    {
        ProcessStartInfo start = RealPowerShell.PwshOrSkip().StartInfo("-OutputFormat", "Text", "-Command",
            "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'\n" + script);
        foreach (string name in start.Environment.Keys.Where(static k => k.StartsWith("XDG_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["HOME"] = _folder.Folder("home");
        start.Environment["EXN_DESIGN"] = Repository.At("docs/examples/three-sites.json");
        start.Environment["EXN_BROWSER"] = _folder.At("browser");
        start.Environment["PATH"] = Browser() + Path.PathSeparator + start.Environment["PATH"];
        ProgramRun run = RealPowerShell.Run(start);
        Assert.True(run.ExitCode == 0 && run.Errors.Length == 0, run.Output + run.Errors);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    // Stands in for the program that opens links: says which one.
    private string Browser()
    {
        string folder = _folder.Folder("programs");
        string program = Path.Combine(folder, "xdg-open");
        File.WriteAllText(program, "#!/bin/sh\nprintf '%s\\n' \"$1\" > \"$EXN_BROWSER\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folder;
    }
}
