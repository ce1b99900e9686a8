using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Specs;

/// <summary>What is published for Windows on any system holds all that it asks for, and runs where Wine is.</summary>
public sealed class PublishedShellTests(PublishedShell published) : IClassFixture<PublishedShell>
{
    [Fact]
    public void Every_file_that_the_program_asks_for_is_published()
    {
        string folder = published.Folder();
        using JsonDocument asked = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "ExchangeNamespace.Shell.deps.json")));
        JsonElement target = asked.RootElement.GetProperty("targets").GetProperty(".NETCoreApp,Version=v10.0/win-x64");
        string[] files = [.. target.EnumerateObject().SelectMany(static library => Files(library.Value))];

        // The engine, the runtime and what starts it.
        Assert.Superset(
            new HashSet<string> { "System.Management.Automation.dll", "System.Private.CoreLib.dll", "coreclr.dll", "hostpolicy.dll" },
            files.ToHashSet());
        Assert.All(files.Append("ExchangeNamespace.Shell.exe"), file => Assert.True(File.Exists(Path.Combine(folder, file)), file));
    }

    [Fact]
    public void The_published_program_imports_the_module_and_makes_a_plan()
    {
        Assert.SkipWhen(WineShell.WineMissing is not null, WineShell.WineMissing ?? "");
        string program = Path.Combine(published.Folder(), "ExchangeNamespace.Shell.exe");

        ProgramRun run = WineSession.Shell.Run(
            program, "-Module", Path.Combine(SharedData.RepositoryRoot(), "ExchangeNamespace.psd1"), "-Command",
            "[Environment]::OSVersion.Platform; "
            + "(Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion SE -DnsModel Pinpoint).Certificates.Names.Name");

        Assert.Equal(
            ["Win32NT", "mail.contoso.com", "autodiscover.contoso.com"],
            run.Output.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, run.ExitCode);
    }

    private static IEnumerable<string> Files(JsonElement library) =>
        new[] { "runtime", "native" }
            .Where(kind => library.TryGetProperty(kind, out _))
            .SelectMany(kind => library.GetProperty(kind).EnumerateObject().Select(static file => Path.GetFileName(file.Name)));
}
