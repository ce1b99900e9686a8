using System;
using System.IO;
using ExchangeNamespace.Package;
using ExchangeNamespace.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(Packages))]

namespace ExchangeNamespace.Package;

/// <summary>The package as build.ps1 makes it, from the repository and from a second folder; made once, when first asked for.</summary>
public sealed class Packages : IDisposable
{
    /// <summary>An address that can belong to no one.</summary>
    internal const string Address = "https://repository.invalid/owner/ExchangeNamespace";

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<SecondFolder> _secondFolder = new(static () => new());
    private readonly Lazy<string> _first;
    private readonly Lazy<string> _second;

    public Packages()
    {
        _first = new(() => Make(Repository.Root, "first"));
        _second = new(() => Make(SecondRoot, "second"));
    }

    /// <summary>The root of the second folder, in which everything was built.</summary>
    internal string SecondRoot => _secondFolder.Value.Root;

    /// <summary>The folder with the package of the repository, or skips the calling test.</summary>
    internal string First => _first.Value;

    /// <summary>The folder with the package of the second folder, or skips the calling test.</summary>
    internal string Second => _second.Value;

    /// <summary>The file for the gallery in one of them.</summary>
    internal static string Gallery(string folder) => Assert.Single(Directory.GetFiles(folder, "*.nupkg"));

    /// <summary>The module folder in one of them.</summary>
    internal static string Module(string folder) => Assert.Single(Directory.GetDirectories(Path.Combine(folder, "ExchangeNamespace")));

    public void Dispose()
    {
        _folder.Dispose();
        if (_secondFolder.IsValueCreated)
        {
            _secondFolder.Value.Dispose();
        }
    }

    private string Make(string root, string name)
    {
        string output = _folder.At(name);
        ProgramRun run = RealPowerShell.PwshOrSkip().RunFile(Path.Combine(root, "build.ps1"), "-Task", "Package", "-NoBuild",
            "-Configuration", Repository.Configuration, "-OutputFolder", output, "-ProjectAddress", Address);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        return output;
    }
}
