using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests;

/// <summary>The command as users call it, between two servers on the loopback.</summary>
public sealed class TestSplitDnsTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly ModuleHost _host;
    private readonly FakeDnsServer _inside = new(q => Answer(q, "10.0.0.10", "dc1.contoso.com"));
    private readonly FakeDnsServer _outside = new(q => Answer(q, "192.0.2.10", "ns1.contoso.com"));

    public TestSplitDnsTests() => _host = ModuleHost.Open(console: new HostConsole(_output, TextWriter.Null, Width: 140, HasColor: false));

    private string Servers => $" -InternalServer 127.0.0.1:{_inside.Port} -ExternalServer 127.0.0.1:{_outside.Port} ";

    public void Dispose()
    {
        _host.Dispose();
        _inside.Dispose();
        _outside.Dispose();
    }

    [Theory]
    [InlineData("Test-SplitDns mail.contoso.com")]
    [InlineData("Test-SplitDns -Name MAIL.contoso.com, mail.contoso.com")]
    [InlineData("'mail.contoso.com' | Test-SplitDns")]
    public void Names_are_bound_and_asked_once(string script)
    {
        HostRun run = _host.Run(script + Servers + "| ForEach-Object { \"$_ $($_.AsPlanned)\" }");

        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.Equal(["mail.contoso.com Split ", "contoso.com Split "], run.Output);
    }

    [Fact]
    public void Rows_bring_their_names_and_servers()
    {
        string Row(string name, int port) =>
            $"[pscustomobject]@{{ Name = '{name}.contoso.com'; ExternalServer = '127.0.0.1:{_outside.Port}'; InternalServer = '127.0.0.1:{port}' }}";
        HostRun run = _host.Run($"{Row("a", _inside.Port)}, {Row("b", _inside.Port)}, {Row("c", _outside.Port)} | Test-SplitDns -WarningAction Ignore"
            + " | ForEach-Object { \"$($_.Name)$($_.Zone) $($_.Internal.Addresses)\" }");

        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.Equal(["a.contoso.comcontoso.com 10.0.0.10", "b.contoso.comcontoso.com 10.0.0.10", "contoso.com ", "c.contoso.comcontoso.com 192.0.2.10", "contoso.com "], run.Output);
    }

    [Fact]
    public void Results_come_in_the_order_of_the_input_and_zones_last()
    {
        string[] names = [.. Enumerable.Range(0, 100).Select(i => $"n{i}.contoso.com")];
        HostRun run = _host.Run("$args[0] | Test-SplitDns -ThrottleLimit 7" + Servers + "| ForEach-Object { \"$($_.Name)$($_.Zone)\" }", [names]);

        Assert.Equal([.. names.Select(n => n + "contoso.com"), "contoso.com"], run.Output);
    }

    [Fact]
    public void A_plan_is_compared()
    {
        HostRun run = _host.Run("Get-NamespacePlan @{ Name = 'EX01'; IPAddress = '10.0.0.10' } mail.contoso.com -ExternalIPAddress 192.0.2.99 -DnsModel Split -ExchangeVersion 2019 -WarningAction SilentlyContinue | Test-SplitDns"
            + Servers + "| ForEach-Object { \"$_ $($_.AsPlanned)\" }");

        Assert.Equal(["mail.contoso.com WrongAddress False", "autodiscover.contoso.com WrongAddress False", "contoso.com Split True"], run.Output);
        Assert.Equal(["EXN127,ExchangeNamespace.Cmdlets.TestSplitDnsCommand", "EXN127,ExchangeNamespace.Cmdlets.TestSplitDnsCommand"], run.Errors.Select(e => e.FullyQualifiedErrorId));
        Assert.Equal(["mail.contoso.com", "autodiscover.contoso.com"], run.Errors.Select(e => e.TargetObject));
        Assert.All(run.Errors, e => Assert.Equal(ErrorCategory.InvalidResult, e.CategoryInfo.Category));
    }

    [Fact]
    public void The_model_goes_into_the_next_plan()
    {
        HostRun run = _host.Run("Test-SplitDns mail.contoso.com -AsModel" + Servers + "| Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion 2019 -WarningAction SilentlyContinue | ForEach-Object { \"$($_.DnsModel) $($_.Findings.Code -contains 'EXN001')\" }");

        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.Equal(["Split False"], run.Output);
    }

    [Fact]
    public void A_zone_that_cannot_be_told_gives_no_model()
    {
        using FakeDnsServer refusing = new(q => q.Answer(DnsPacket.Plain | 5));

        HostRun run = _host.Run($"Test-SplitDns mail.contoso.com -AsModel -InternalServer 127.0.0.1:{refusing.Port} -ExternalServer 127.0.0.1:{_outside.Port}");

        Assert.Empty(run.Output);
        Assert.Equal(("DnsModelUnknown,ExchangeNamespace.Cmdlets.TestSplitDnsCommand", ErrorCategory.ResourceUnavailable), (Assert.Single(run.Errors).FullyQualifiedErrorId, run.Errors[0].CategoryInfo.Category));
        Assert.All(run.Warnings, w => Assert.StartsWith("EXN121 ", w, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Test-SplitDns mail.contoso.com -ExternalServer dns.contoso.com", "AddressInvalid", "dns.contoso.com")]
    [InlineData("Test-SplitDns mail.contoso.com -ExternalServer 127.0.0.1:70000", "ValueOutOfRange", "127.0.0.1:70000")]
    [InlineData("Test-SplitDns mail -ExternalServer 127.0.0.1:9", "NameSingleLabel", "mail")]
    [InlineData("Test-SplitDns '' -ExternalServer 127.0.0.1:9", "NameEmpty", "")]
    [InlineData("Test-SplitDns 10.0.0.1 -ExternalServer 127.0.0.1:9", "IpAddressWhereHostExpected", "10.0.0.1")]
    public void Bad_input_is_an_error_and_asks_nobody(string script, string id, string target)
    {
        HostRun run = _host.Run(script);

        ErrorRecord error = Assert.Single(run.Errors);
        Assert.Equal((id + ",ExchangeNamespace.Cmdlets.TestSplitDnsCommand", ErrorCategory.InvalidArgument, target), (error.FullyQualifiedErrorId, error.CategoryInfo.Category, error.TargetObject));
        Assert.Empty(run.Output);
    }

    [Fact]
    public void The_outside_server_has_no_default()
    {
        ParameterMetadata parameter = ((CommandInfo)_host.Run("Get-Command Test-SplitDns").Output.Single()!).Parameters["ExternalServer"];

        Assert.All(parameter.ParameterSets.Values, s => Assert.True(s.IsMandatory));
    }

    [Fact]
    public void The_views_are_tables()
    {
        _host.Run("$all = @(Test-SplitDns mail.contoso.com" + Servers + "); $all[0] | Out-Default; $all[1] | Out-Default");

        Assert.Matches(@"Outcome\s+Name\s+Status\s+Internal\s+External", _output.ToString());
        Assert.Matches(@"Passed\s+mail\.contoso\.com\s+Split\s+10\.0\.0\.10\s+192\.0\.2\.10", _output.ToString());
        Assert.Matches(@"Outcome\s+Zone\s+Model\s+Planned\s+Hosted inside\s+Missing inside", _output.ToString());
    }

    [Fact]
    public void A_pipeline_that_has_enough_ends_the_checks()
    {
        HostRun run = _host.Run("1..5000 | ForEach-Object { \"n$_.contoso.com\" } | Test-SplitDns -ThrottleLimit 4" + Servers + "| ForEach-Object { $_; break }");

        Assert.Single(run.Output);
        Assert.InRange(_inside.Questions, 1, 3000);
    }

    [Fact]
    public void A_silent_server_is_given_up_and_every_name_stays_open()
    {
        const int Names = 400;
        using FakeDnsServer silent = new(_ => null);

        HostRun run = _host.Run($"1..{Names} | ForEach-Object {{ \"n$_.contoso.com\" }} | Test-SplitDns -ThrottleLimit 4 -Timeout 0.1 -Retry 0 -WarningAction SilentlyContinue -InternalServer 127.0.0.1:{silent.Port} -ExternalServer 127.0.0.1:{_outside.Port} | ForEach-Object {{ \"$($_.Status)\" }}");

        Assert.All(run.Output.Take(Names), s => Assert.Equal("Inconclusive", s));
        Assert.InRange(silent.Questions, 1, Names / 2);
    }

    [Fact]
    public void An_older_DnsClient_loaded_first_does_not_matter()
    {
        using TemporaryFolder folder = new();
        string script = folder.Write("older.ps1", $"""
            $older = [System.Reflection.Assembly]::LoadFrom('{Path.Combine(AppContext.BaseDirectory, "older", "DnsClient.dll")}')
            Import-Module '{ModuleHost.FindManifest()}' -ErrorAction Stop
            Test-SplitDns mail.contoso.com {Servers} | ForEach-Object ToString
            $older.GetName().Version.ToString()
            """);

        (int exitCode, string[] output, string errors) = ShellProcess.Run("-Module", folder.Write("Empty.psd1", "@{ ModuleVersion = '1.0' }"), script);

        Assert.Equal(("", 0), (errors, exitCode));
        Assert.Equal(["mail.contoso.com Split", "contoso.com Split", "1.6.1.0"], output);
    }

    [Fact]
    public void Without_its_DNS_library_the_command_says_so()
    {
        using TemporaryFolder folder = new();
        string root = Path.GetDirectoryName(ModuleHost.FindManifest())!;
        foreach (string file in Directory.GetFiles(Path.Combine(root, "bin")).Append(Path.Combine(root, "en-US", "ExchangeNamespace.dll-Help.xml")).Append(ModuleHost.FindManifest()))
        {
            string target = Path.Combine(folder.Path, Path.GetRelativePath(root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        string script = folder.Write("missing.ps1", $"try {{ Test-SplitDns mail.contoso.com {Servers} }} catch {{ \"$($_.FullyQualifiedErrorId) $($_.CategoryInfo.Category) $($_.TargetObject)\" }}");
        (_, string[] output, _) = ShellProcess.Run("-Module", Path.Combine(folder.Path, "ExchangeNamespace.psd1"), script);

        Assert.Equal(["DependencyLoadFailed,ExchangeNamespace.Cmdlets.TestSplitDnsCommand NotInstalled dns"], output);
    }

    private static byte[] Answer(DnsPacket q, string address, string primary)
    {
        byte[] start = DnsPacket.Start("contoso.com", primary);
        bool exists = !q.Name.StartsWith("exn-", StringComparison.Ordinal);
        IReadOnlyList<byte[]> found = q.Type switch
        {
            DnsPacket.A when exists => [DnsPacket.Address(q.Name, address)],
            DnsPacket.Soa when q.Name == "contoso.com" => [start],
            _ => [],
        };
        return q.Answer(DnsPacket.Authoritative | (exists ? 0 : 3), found, found.Count == 0 ? [start] : []);
    }
}
