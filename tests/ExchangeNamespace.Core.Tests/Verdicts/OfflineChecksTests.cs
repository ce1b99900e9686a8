using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using ExchangeNamespace.Verdicts;
using Xunit;

namespace ExchangeNamespace.Tests.Verdicts;

public class OfflineChecksTests
{
    /// <summary>What was given and does not tell: each check says so, and none passes.</summary>
    [Fact]
    public async Task A_capture_of_little_passes_nothing()
    {
        NamespaceCheckResult[] results = await MakeAsync(new CheckMaterial
        {
            State = Read(("Get-AcceptedDomain", new() { ["Name"] = "contoso.com", ["DomainName"] = "contoso.com", ["DomainType"] = "Authoritative" })),
            Now = Results.Now,
            CertificateReader = () => throw new InvalidOperationException(),
        });

        Assert.Equal(["CertificateLifetime Unknown", "StartTls Unknown", "AutodiscoverRoute Unknown"], results.Select(r => $"{r.Check} {r.Outcome}"));
        Assert.All(results, r => Assert.NotEqual(string.Empty, r.Remedy));
        Assert.Equal([NamespaceCheck.BuildSupport, NamespaceCheck.ClientAccessRoute], CheckTable.Empty(CheckInputs.State, results).Select(e => e.Check));
    }

    [Theory]
    [InlineData("2013", CheckOutcome.Warning)]
    [InlineData("2019", CheckOutcome.Warning)]
    [InlineData("SE", CheckOutcome.Passed)]
    public async Task A_product_without_support_is_a_warning(string version, CheckOutcome outcome)
    {
        NamespaceCheckResult[] results = await MakeAsync(Of(Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", version))));

        Assert.Equal(outcome, Assert.Single(results, r => r.Check == NamespaceCheck.BuildSupport).Outcome);
    }

    [Fact]
    public async Task A_server_is_judged_once_as_captured()
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"));
        ExchangeState state = Read(("Get-ExchangeServer", new() { ["Name"] = "EX01", ["Identity"] = "EX01", ["AdminDisplayVersion"] = "Version 15.0 (Build 1497.2)" }));

        NamespaceCheckResult result = Assert.Single(await MakeAsync(new CheckMaterial
        {
            Plan = plan,
            State = state,
            Now = Results.Now,
            CertificateReader = () => throw new InvalidOperationException(),
        }), r => r.Check == NamespaceCheck.BuildSupport);

        Assert.Equal(("EX01", CheckOutcome.Warning), (result.Subject, result.Outcome));
        Assert.StartsWith("Exchange 2013 is out of support", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Routes_are_those_of_the_plan_where_no_server_was_captured()
    {
        NamespaceCheckResult[] results = await MakeAsync(new CheckMaterial
        {
            Plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE")),
            State = Read(("Get-AcceptedDomain", new() { ["Name"] = "contoso.com", ["DomainName"] = "contoso.com", ["DomainType"] = "Authoritative" })),
            Now = Results.Now,
            CertificateReader = () => throw new InvalidOperationException(),
        });

        Assert.Contains("OWA External", results.Where(r => r.Check == NamespaceCheck.ClientAccessRoute).Select(r => r.Subject));
    }

    [Fact]
    public async Task A_check_ends_where_it_is_cancelled()
    {
        using CancellationTokenSource ended = new();
        ended.Cancel();
        CheckJob job = OfflineChecks.Of(Of(Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"))))
            .Single(j => j.Check == NamespaceCheck.ClientAccessRoute);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.RunAsync(ended.Token));
    }

    private static CheckMaterial Of(NamespacePlan plan) => new()
    {
        Plan = plan,
        Now = Results.Now,
        CertificateReader = () => throw new InvalidOperationException(),
    };

    private static ExchangeState Read(params (string Command, Dictionary<string, object?> Members)[] objects)
    {
        StateReader reader = new();
        foreach ((string command, Dictionary<string, object?> members) in objects)
        {
            members[CaptureMarks.CapturedBy] = command;
            Assert.True(reader.Read([], members));
        }

        return reader.Finish()!;
    }

    private static async Task<NamespaceCheckResult[]> MakeAsync(CheckMaterial material)
    {
        List<NamespaceCheckResult> results = [];
        foreach (CheckJob job in OfflineChecks.Of(material))
        {
            results.AddRange(await job.RunAsync(CancellationToken.None));
        }

        return [.. results];
    }
}
