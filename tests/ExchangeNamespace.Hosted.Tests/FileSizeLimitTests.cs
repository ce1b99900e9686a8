using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests;

/// <summary>A limit on the size of files, which .NET reports in another way than a full disk.</summary>
public sealed class FileSizeLimitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("$plan | Export-VirtualDirectoryScript -Path $file", "PathNotWritable,ExchangeNamespace.Cmdlets.ExportVirtualDirectoryScriptCommand")]
    [InlineData("$plan | Export-NamespacePlan -Path $file", "PathNotWritable,ExchangeNamespace.Cmdlets.ExportNamespacePlanCommand")]
    public void Beyond_it_nothing_is_written_and_one_error_says_so(string command, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has the limit.");
        string file = Path.Combine(_folder.Path, "out.txt");
        string script = _folder.Write("s.ps1", $$"""
            $file = '{{file}}'
            $plan = 1..200 | ForEach-Object { "EX$_" } | Get-NamespacePlan -ExternalHost mail.contoso.com -ExchangeVersion SE -WarningAction Ignore
            {{command}} -ErrorVariable refused -ErrorAction SilentlyContinue
            $refused.FullyQualifiedErrorId
            """);

        // The runtime maps its own code through a large file, which the limit would forbid.
        ProcessStartInfo start = new("/bin/sh", ["-c", "trap '' XFSZ; ulimit -f 8; exec dotnet \"$0\" \"$1\"", Path.Combine(AppContext.BaseDirectory, "ExchangeNamespace.Shell.dll"), script]);
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";

        Assert.Equal(expected, ProgramRun.Of(start).Output.Trim());
        Assert.Equal(["s.ps1"], new List<string>(Directory.EnumerateFileSystemEntries(_folder.Path)).ConvertAll(f => Path.GetFileName(f)));
    }
}
