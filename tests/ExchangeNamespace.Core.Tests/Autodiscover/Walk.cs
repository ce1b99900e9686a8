using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Autodiscover;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Autodiscover;

/// <summary>Walks over plans, and prints walks in one line per step.</summary>
internal static class Walk
{
    public static NamespacePlan Plan(object servers, params (string Name, object? Value)[] members) =>
        Plans.Make(servers, [("ExternalHost", "mail.contoso.com"), ("DnsModel", "Split"), ("ExchangeVersion", "2010SP3"), .. members]);

    public static AutodiscoverRoute Over(NamespacePlan plan, AutodiscoverQuestion question, params (string Name, object? Value)[] known)
    {
        List<InputFault> faults = [];
        KnownAnswers answers = KnownAnswers.Read(Plans.Members(known), "Known", faults);
        Assert.Empty(faults);
        PlanTopology topology = new(plan);
        return AutodiscoverWalker.WalkAsync(question, new PlannedFacts(topology, answers), topology.Urls(question), live: false, CancellationToken.None).GetAwaiter().GetResult();
    }

    public static AutodiscoverQuestion By(AutodiscoverClient client, bool joined = false, string? site = null, DnsView? view = null, bool all = false, string domain = "contoso.com") => new()
    {
        EmailAddress = "a@" + domain,
        Domain = Fqdn.Parse(domain),
        Client = client,
        DomainJoined = joined,
        Site = site,
        View = view ?? (joined ? DnsView.Internal : DnsView.External),
        AllSteps = all,
    };

    /// <summary>The steps as <c>rank Method Verdict</c>, without those that only the client itself can judge.</summary>
    public static string Print(AutodiscoverRoute route) => string.Join("; ", route.Steps
        .Where(s => !AutodiscoverFindings.IsKeptOnClient(s.Method))
        .Select(s => $"{Short(s.Method)} {s.Verdict}"));

    public static string[] Codes(AutodiscoverRoute route) => [.. route.Findings.Select(f => f.Code).Distinct().Order(StringComparer.Ordinal)];

    private static string Short(AutodiscoverMethod method) => method switch
    {
        AutodiscoverMethod.ServiceConnectionPoint => "Scp",
        AutodiscoverMethod.RootDomain => "Root",
        AutodiscoverMethod.AutodiscoverHost => "Host",
        AutodiscoverMethod.HttpRedirect => "Http",
        AutodiscoverMethod.ServiceRecord => "Srv",
        _ => method.ToString(),
    };
}
