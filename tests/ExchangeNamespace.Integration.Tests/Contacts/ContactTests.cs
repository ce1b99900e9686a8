using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using ExchangeNamespace.Tests.Support.Network;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.Contacts;

/// <summary>
/// Nothing is reached that was not named: each command runs in a network of its own, and strace says whom the process tried to reach. The
/// certificates of the web server name an authority and a list of what is revoked, which must not be asked for either.
/// </summary>
public sealed class ContactTests : IDisposable
{
    private const string Strace = "/usr/bin/strace";

    /// <summary>Takes the resolver of the machine for this process alone, and lets strace start the shell.</summary>
    private const string Traced =
        "mount --bind resolv.conf /etc/resolv.conf && exec " + Strace + " -f -qq --seccomp-bpf -e trace=connect,sendto,sendmsg,sendmmsg -e signal=none -o trace \"$@\"";

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("exn-contacts").FullName;

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Only_what_was_named_is_reached()
    {
        RealPowerShell pwsh = RealPowerShell.PwshOrSkip();
        Assert.SkipUnless(File.Exists(Strace), "strace is not installed.");
        ProgramRun? run = null;
        Dictionary<string, string> servers = new(StringComparer.Ordinal);
        NetworkNamespace.RunOrSkip(() =>
        {
            using NetworkWorld world = CallScript.Start();
            servers = new(StringComparer.Ordinal)
            {
                [nameof(world.Dns)] = $"127.0.0.1:{world.Dns}",
                [nameof(world.Web)] = $"127.0.0.1:{world.Web}",
                [nameof(world.Http)] = $"127.0.0.1:{world.Http}",
                [nameof(world.Mail)] = $"127.0.0.1:{world.Mail}",
            };
            run = RealPowerShell.Run(Start(pwsh, world));
        });

        Assert.True(run!.Output.Trim() == "done", run.Output + run.Errors);
        ILookup<int, string> contacts = Contacts.Read(File.ReadLines(Path.Combine(_folder, "trace")));
        Assert.Empty(contacts[0]);
        Assert.All(ContactRow.All.Index(), row => Assert.Equal(
            row.Item.Servers.Select(s => servers.GetValueOrDefault(s, s)).Order(StringComparer.Ordinal),
            contacts[row.Index + 1].Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_command_is_here()
    {
        using ModuleHost host = ModuleHost.Open();

        Assert.Empty(host.Run("(Get-Command -Module ExchangeNamespace).Name").Output.Cast<string>().Except(ContactRow.All.Select(r => r.Command)));
    }

    /// <summary>
    /// Each call in the order of the rows, a mark before it; a text for each that fails without the network, where that is no finding, and for each file that a call
    /// leaves among temporary files.
    /// </summary>
    private string Script(NetworkWorld world) =>
        CallScript.Begin(world) + $$"""
        function Get-Temporary { @([System.IO.Directory]::EnumerateFileSystemEntries($env:TMPDIR)) }
        function Mark($Step) {
            $mark = [System.Net.Sockets.Socket]::new('InterNetwork', 'Dgram', 'Udp')
            $mark.Connect('{{Contacts.Mark}}', $Step)
            $mark.Dispose()
        }
        $before = Get-Temporary
        {{string.Join('\n', ContactRow.All.Select(Call))}}
        Get-Temporary | Where-Object { $_ -notin $before } | ForEach-Object { "left: $_" }
        'done'
        """;

    private static string Call(ContactRow row, int index) =>
        $$"""
        Mark {{index + 1}}
        $Error.Clear()
        try { & { {{row.Script}} } 2>$null | Out-Null } catch { }
        {{(row.IsOffline ? $$"""$Error | Where-Object FullyQualifiedErrorId -NotLike 'EXN*' | ForEach-Object { "{{row.Name}}: $_" }""" : string.Empty)}}
        """;

    private ProcessStartInfo Start(RealPowerShell pwsh, NetworkWorld world)
    {
        File.WriteAllText(Path.Combine(_folder, "script.ps1"), Script(world));
        File.WriteAllText(Path.Combine(_folder, "resolv.conf"), "nameserver " + ContactRow.Resolver.Split(':')[0] + "\noptions timeout:1 attempts:1\n");
        ProcessStartInfo shell = pwsh.StartInfo("-File", Path.Combine(_folder, "script.ps1"));
        ProcessStartInfo start = new("unshare", ["--mount", "--", "sh", "-c", Traced, "sh", shell.FileName, .. shell.ArgumentList])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        foreach ((string name, string? value) in shell.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["TMPDIR"] = System.IO.Directory.CreateDirectory(Path.Combine(_folder, "temporary")).FullName;
        start.Environment["LDAPTLS_REQCERT"] = "never";
        return start;
    }
}
