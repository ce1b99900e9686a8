using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Autodiscover;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Autodiscover;

/// <summary>For every DNS content and every server: a walk ends, and says the same in its parts as in the whole.</summary>
public class WalkPropertyTests
{
    private static readonly string[] Hosts = ["contoso.com", "autodiscover.contoso.com", "mail.contoso.com", "a.example.net"];
    private static readonly NamespacePlan[] PlansUnderTest = [Walk.Plan("CAS"), Walk.Plan("CAS", ("SmtpDomain", new List<object?>())), Walk.Plan("CAS", ("KeepInternalUrl", true))];

    private static readonly Gen<string> Answer = Gen.OneOf(
        Pick("NoName", "Silent", "OtherPage", "Autodiscover"),
        Gen.Select(Pick(Hosts), Pick("http", "https"), Pick("/autodiscover/autodiscover.xml", "/autodiscover/x/autodiscover.xml", "/"), (host, scheme, path) => $"{scheme}://{host}{path}"));

    private static readonly Gen<Dictionary<string, object?>> Known = Gen.Select(
        Gen.Dictionary(Pick([.. Hosts, .. Hosts.Select(h => "http://" + h)]), Answer)[0, 8],
        Pick<string?>(null, "NoName", "mail.contoso.com", "a.example.net:443", "a.example.net:8443"),
        (answers, service) =>
        {
            Dictionary<string, object?> known = answers.Where(a => !(a.Key.Contains("://", StringComparison.Ordinal) && a.Value == "NoName")).ToDictionary(a => a.Key, a => (object?)a.Value);
            if (service is not null)
            {
                known["_autodiscover._tcp.contoso.com"] = service;
            }

            return known;
        });

    [Fact]
    public void Every_walk_ends_and_holds_together() => Gen.Select(Pick(PlansUnderTest), Known, Gen.Enum<AutodiscoverClient>(), Gen.Bool, Gen.Bool).Sample(
        (plan, known, client, joined, all) =>
        {
            AutodiscoverRoute route = Walk.Over(plan, Walk.By(client, joined, all: all), [.. known.Select(k => (k.Key, k.Value))]);

            Assert.Equal(AutodiscoverOrder.Of(client).Select(r => r.Method), route.Steps.Select(s => s.Method).Distinct());
            Assert.Equal(route.Steps.Select(s => s.Rank).Order(), route.Steps.Select(s => s.Rank));
            foreach (AutodiscoverStep step in route.Steps)
            {
                bool leads = step.Verdict is AutodiscoverVerdict.Hit or AutodiscoverVerdict.Redirect;
                Assert.Equal(leads, step.Endpoint is not null);
                Assert.InRange(step.Hops.Count, 0, 11);
                Assert.True(!leads || step.Endpoint!.StartsWith("https://", StringComparison.Ordinal), step.Endpoint);
                Assert.True(step.Hops.SkipLast(1).All(h => h.Verdict == AutodiscoverVerdict.Redirect), step.ToString());
                Assert.True(step.Hops.Skip(1).All(h => h.Url.StartsWith("https://", StringComparison.Ordinal)), step.ToString());
                Assert.NotEmpty(step.Detail);
            }

            int? first = route.Steps.FirstOrDefault(s => s.Endpoint is not null)?.Rank;
            Assert.Equal(first is not null, route.Verdict is AutodiscoverVerdict.Hit or AutodiscoverVerdict.Redirect);
            Assert.Equal(first is null, route.Findings.Any(f => f.Code == AutodiscoverFindingCodes.NotFound));
            Assert.True(route.Endpoint is null || route.Steps.Any(s => s.Rank == first && s.Endpoint == route.Endpoint));
            Assert.True(all || client == AutodiscoverClient.Outlook2013 || first is null || route.Steps.Where(s => s.Rank > first).All(s => s.Verdict == AutodiscoverVerdict.NotReached));
        },
        iter: 3000);

    private static Gen<T> Pick<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);
}
