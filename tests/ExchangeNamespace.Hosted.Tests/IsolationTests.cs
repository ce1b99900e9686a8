using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests;

/// <summary>What the module does to the process that imports it, each in a process of its own.</summary>
public sealed class IsolationTests : IDisposable
{
    private const string ListAssemblies = "[AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name }";

    private readonly TemporaryFolder _folder = new();
    private readonly string _emptyModule;

    public IsolationTests() => _emptyModule = _folder.Write("Empty.psd1", "@{ ModuleVersion = '1.0' }");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Import_loads_no_third_party_library_and_nothing_of_the_network()
    {
        HashSet<string> before = [.. ShellProcess.Run("-Module", _emptyModule, "-Command", ListAssemblies).Output];
        string[] added = [.. ShellProcess.Run("-Command", ListAssemblies).Output.Where(name => !before.Contains(name))];

        Assert.Contains("ExchangeNamespace", added);
        Assert.DoesNotContain(added, name => name.StartsWith("System.Net", StringComparison.Ordinal));
        Assert.All(added, name => Assert.Matches("^(ExchangeNamespace|netstandard|System)", name));
    }

    [Fact]
    public void Import_writes_no_file()
    {
        string[] written = WrittenBy("-Module", _emptyModule);
        string[] inBin = BinFiles();

        Assert.Equal(written, WrittenBy());
        Assert.Equal(inBin, BinFiles());
    }

    [Fact]
    public void An_older_DnsClient_loaded_first_stays_beside_ours()
    {
        string script = _folder.Write("older.ps1", RequestFromModule.Function +
            $"""
            $older = [System.Reflection.Assembly]::LoadFrom('{Older("DnsClient.dll")}')
            Import-Module '{ModuleHost.FindManifest()}' -ErrorAction Stop
            $older.GetName().Version.ToString()
            $ours = Get-Requested '{RequestFromModule.Dns}'
            $ours.GetName().Version.ToString()
            $ours.Location
            """);

        (int exitCode, string[] output, string errors) = ShellProcess.Run("-Module", _emptyModule, script);

        Assert.Equal("", errors);
        Assert.Equal(0, exitCode);
        string file = Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "bin", "lib", "core", "dns", "DnsClient.dll");
        Assert.Equal(["1.6.1.0", "1.8.0.0", file], output);
    }

    [Fact]
    public void An_older_Json_library_loaded_first_does_not_reach_the_module()
    {
        string script = _folder.Write("older.ps1", RequestFromModule.Function +
            $"""
            $older = [System.Runtime.Loader.AssemblyLoadContext]::new('other').LoadFromAssemblyPath('{Older("Newtonsoft.Json.dll")}')
            Import-Module '{ModuleHost.FindManifest()}' -ErrorAction Stop
            $older.GetName().Version.ToString()
            (Get-Requested '{RequestFromModule.Json}').GetName().Version.ToString()
            """);

        (int exitCode, string[] output, string errors) = ShellProcess.Run("-Module", _emptyModule, script);

        Assert.Equal("", errors);
        Assert.Equal(0, exitCode);
        Assert.Equal(["12.0.0.0", "13.0.0.0"], output);
    }

    [Fact]
    public void Another_module_is_not_served_from_our_folders()
    {
        (int exitCode, _, string errors) = ShellProcess.Run("-Command", $"[System.Reflection.Assembly]::Load('{RequestFromModule.Dns}')");

        Assert.Equal(1, exitCode);
        Assert.Contains("Could not load file or assembly 'DnsClient", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_answered_after_the_module_is_removed()
    {
        string script = _folder.Write("removed.ps1", RequestFromModule.Function +
            $$"""
            $owner = (Get-Module ExchangeNamespace).ImplementingAssembly
            Remove-Module ExchangeNamespace
            try {
                Get-Requested '{{RequestFromModule.Dns}}' $owner
            }
            catch {
                $_.Exception.GetBaseException().GetType().Name
            }
            """);

        Assert.Equal(["FileNotFoundException"], ShellProcess.Run(script).Output);
    }

    private static string Older(string file) => Path.Combine(AppContext.BaseDirectory, "older", file);

    private static string[] BinFiles()
    {
        DirectoryInfo bin = new(Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "bin"));
        return [.. bin.GetFiles("*", SearchOption.AllDirectories).Select(file => file.FullName + file.LastWriteTimeUtc.Ticks).Order(StringComparer.Ordinal)];
    }

    // Every place that a program may take for its own points into one empty folder.
    private static string[] WrittenBy(params string[] options)
    {
        using TemporaryFolder home = new();
        Dictionary<string, string> environment = new[] { "HOME", "TMPDIR", "TEMP", "TMP", "APPDATA", "LOCALAPPDATA", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME" }
            .ToDictionary(name => name, _ => home.Path);
        environment["DOTNET_EnableDiagnostics"] = "0";

        (int exitCode, _, string errors) = ShellProcess.Run(environment, [.. options, "-Command", "'imported'"]);

        Assert.Equal("", errors);
        Assert.Equal(0, exitCode);
        return [.. Directory.GetFileSystemEntries(home.Path, "*", SearchOption.AllDirectories)
            .Select(entry => Path.GetRelativePath(home.Path, entry)).Order(StringComparer.Ordinal)];
    }
}
