using System.Diagnostics;
using System.IO;
using System.Linq;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>The metrics of a verdict as Prometheus itself reads them.</summary>
public sealed class PromtoolTests
{
    private static readonly string? Program = new[] { "/usr/bin/promtool", "/usr/local/bin/promtool" }.FirstOrDefault(File.Exists);

    [Fact]
    public void The_metrics_are_accepted_without_a_remark() => Assert.Equal((0, ""), Check(Metrics()));

    [Fact]
    public void A_broken_text_is_refused() => Assert.NotEqual(0, Check("exchange_namespace_result{check=\"a\" 1\n").Code);

    private static string Metrics()
    {
        using ModuleHost host = ModuleHost.Open();
        string capture = Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "capture");
        HostRun run = host.Run($"""
            $state = Import-ExchangeState '{capture}' -WarningAction SilentlyContinue
            $plan = $state.Servers | Get-NamespacePlan -ExternalHost mail.contoso.com -DnsModel Split -WarningAction SilentlyContinue
            Test-Namespace $plan $state -As Prometheus
            """);
        Assert.Empty(run.Errors);
        Assert.Contains(run.Output, l => l is string line && line.Contains("\\\\", System.StringComparison.Ordinal));
        return string.Concat(run.Output.Select(l => l + "\n"));
    }

    private static (int Code, string Said) Check(string text)
    {
        Assert.SkipWhen(Program is null, "promtool of Prometheus is not installed.");
        ProgramRun run = ProgramRun.Of(new ProcessStartInfo(Program!, ["check", "metrics"]), text);
        return (run.ExitCode, (run.Output + run.Errors).Trim());
    }
}
