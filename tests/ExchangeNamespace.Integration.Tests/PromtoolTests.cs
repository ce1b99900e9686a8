using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>The metrics of a verdict as Prometheus itself reads them.</summary>
public sealed class PromtoolTests
{
    private static readonly string? Program = new[] { "/usr/bin/promtool", "/usr/local/bin/promtool" }.FirstOrDefault(File.Exists);

    [Fact]
    public async Task The_metrics_are_accepted_without_a_remark() => Assert.Equal((0, ""), await CheckAsync(await Task.Run(Metrics)));

    [Fact]
    public async Task A_broken_text_is_refused() => Assert.NotEqual(0, (await CheckAsync("exchange_namespace_result{check=\"a\" 1\n")).Code);

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

    private static async Task<(int Code, string Said)> CheckAsync(string text)
    {
        Assert.SkipWhen(Program is null, "promtool of Prometheus is not installed.");
        using Process process = Process.Start(new ProcessStartInfo(Program!, ["check", "metrics"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> wrong = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (await said + await wrong).Trim());
    }
}
