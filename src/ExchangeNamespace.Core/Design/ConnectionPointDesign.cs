using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design;

/// <summary>Where the service connection points of a site lead to, and whose clients they serve.</summary>
internal static class ConnectionPointDesign
{
    /// <summary>No name of a site has a semicolon.</summary>
    private const string Separator = "; ";

    public static void Add(DesignDraft draft)
    {
        foreach (SiteHosts site in draft.Sites)
        {
            Host(draft, site);
            Scope(draft, site);
        }
    }

    private static void Host(DesignDraft draft, SiteHosts site)
    {
        if (site.Of(ClientService.Autodiscover, Side.Internal) is not { } vote)
        {
            return;
        }

        string scope = draft.IsOneSite ? string.Empty : site.Name;
        if (vote.Winner.Kind == ChoiceKind.None)
        {
            draft.Put("AutodiscoverHost", null, vote.Certainty, "cleared service connection points of " + vote.Evidence, scope);
        }

        if (draft.KeepsInternal)
        {
            return;
        }

        if (site.Host(ClientService.Autodiscover, Side.Internal) is { } host && !host.Equals(HostDesign.Internal(draft, site)))
        {
            draft.Put("AutodiscoverHost", host.Value, vote.Certainty, "service connection points of " + vote.Evidence, scope);
        }

        Report(draft, site, vote, "lead to different hosts", "Host");
    }

    private static void Scope(DesignDraft draft, SiteHosts site)
    {
        Vote? vote = Vote.Count(site.Servers
            .Select(s => (s.Name, Scope: s.Find(ClientService.Autodiscover)?.SiteScope ?? default))
            .Where(s => s.Scope.IsCaptured)
            .Select(s => (s.Name, Of(s.Scope))));
        if (vote is null)
        {
            return;
        }

        string[] sites = vote.Winner.Text.Split([Separator], StringSplitOptions.RemoveEmptyEntries);
        if (sites.Length > 0 && site.Name.Length > 0 && Array.TrueForAll(sites, SiteName.IsValid))
        {
            draft.Put("SiteScope", sites.ToList<object?>(), vote.Certainty, "service connection points of " + vote.Evidence, site.Name);
        }

        Report(draft, site, vote, "serve different sites", "SiteScope");
    }

    private static Choice Of(Captured<IReadOnlyList<string>> scope) => scope.Value is { Count: > 0 } sites
        ? Choice.Shared(string.Join(Separator, sites
            .Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(s => s, StringComparer.OrdinalIgnoreCase)))
        : Choice.None;

    private static void Report(DesignDraft draft, SiteHosts site, Vote vote, string what, string setting)
    {
        string[] servers = [.. vote.Odd.Select(o => o.Server)];
        if (servers.Length == 0)
        {
            return;
        }

        foreach (string server in servers)
        {
            draft.Tell(server, ClientService.Autodiscover);
        }

        draft.Findings.Add(new Finding
        {
            Code = DesignFindingCodes.ConnectionPointDiffers,
            Severity = FindingSeverity.Warning,
            Subject = site.Label,
            Message = $"The service connection points of its servers {what}: {vote.DescribeOdd()}; "
                + $"{vote.DescribeWinner()}. A client takes any of them.",
            Remedy = $"Set that of {NameList.Describe(servers)} as the others.",
            Rule = "S4",
            Servers = servers,
            Values = [.. vote.Odd.Select(o => $"{setting} {o.Server}: {o.Choice}")],
        });
    }
}
