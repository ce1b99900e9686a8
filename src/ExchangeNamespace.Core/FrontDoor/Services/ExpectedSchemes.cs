using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>The authentication schemes that a service is to offer, and how sure that is.</summary>
/// <param name="Stated">Those that the plan or the captured settings have.</param>
/// <param name="Usual">Those that setup leaves on; empty where nothing is known of the version.</param>
/// <param name="IsWhole">Whether the stated ones are all: others are then too many.</param>
internal sealed record ExpectedSchemes(IReadOnlyCollection<string> Stated, IReadOnlyCollection<string> Usual, bool IsWhole)
{
    private const string Methods = "IISAuthenticationMethods";

    /// <summary>What each method of Exchange offers to a client.</summary>
    private static readonly Dictionary<string, string[]> Offers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Basic"] = ["Basic"],
        ["Ntlm"] = ["NTLM"],
        ["Negotiate"] = ["Negotiate"],
        ["Windows"] = ["Negotiate", "NTLM"],
        ["WindowsIntegrated"] = ["Negotiate", "NTLM"],
        ["Digest"] = ["Digest"],
        ["OAuth"] = [],
        ["Forms"] = [],
        ["Fba"] = [],
    };

    /// <summary>What one server is to offer.</summary>
    /// <param name="expectation">The row of the service.</param>
    /// <param name="server">The server of the plan.</param>
    /// <param name="assignment">What the plan says of the service.</param>
    /// <param name="view">The view from which it is asked.</param>
    /// <param name="state">The captured settings; null without them.</param>
    public static ExpectedSchemes Of(ServiceExpectation expectation, PlannedServer server, ServiceAssignment assignment, DnsView view,
        ExchangeState? state)
    {
        string[] usual = ServiceExpectation.KnowsSchemes(server.Version) ? [.. expectation.Schemes] : [];
        return Captured(expectation.Service, server, state) is { } captured ? new ExpectedSchemes(captured, [], IsWhole: true)
            : Planned(assignment, view) is { Count: > 0 } planned ? new ExpectedSchemes(planned, usual, IsWhole: false)
            : new ExpectedSchemes([], usual, IsWhole: false);
    }

    /// <summary>What several servers behind one host are to offer: what all of them have, and no more than any of them has.</summary>
    public static ExpectedSchemes Of(IReadOnlyCollection<ExpectedSchemes> servers)
    {
        if (servers.Count == 0)
        {
            return new ExpectedSchemes([], [], IsWhole: false);
        }

        string[] stated = [.. Common(servers.Select(s => s.Stated))];
        bool isWhole = servers.All(s => s.IsWhole) && servers.All(s => s.Stated.Count == stated.Length);
        return new ExpectedSchemes(stated, [.. Common(servers.Select(s => s.Usual))], isWhole);
    }

    private static IEnumerable<string> Common(IEnumerable<IReadOnlyCollection<string>> sets) =>
        sets.Select(s => s.AsEnumerable()).Aggregate((one, other) => one.Intersect(other, StringComparer.OrdinalIgnoreCase));

    private static IReadOnlyCollection<string>? Planned(ServiceAssignment assignment, DnsView view)
    {
        string client = view == DnsView.Internal ? "InternalClientAuthenticationMethod" : "ExternalClientAuthenticationMethod";
        AdditionalParameter? methods = assignment.AdditionalParameters.FirstOrDefault(p => Is(p.Parameter, Methods))
            ?? assignment.AdditionalParameters.FirstOrDefault(p => Is(p.Parameter, client));
        return methods is null ? null : Schemes(methods.Values);
    }

    private static IReadOnlyCollection<string>? Captured(ClientService service, PlannedServer server, ExchangeState? state)
    {
        CapturedService? captured = state is null ? null
            : service != ClientService.Autodiscover ? state.Find(server.Name, service)
            : state.AutodiscoverDirectories.FirstOrDefault(d => Is(d.Server, server.Name));
        if (captured is null)
        {
            return null;
        }

        if (captured.Setting(Methods) is { IsKnown: true, Value: { Count: > 0 } methods })
        {
            return Schemes(methods);
        }

        IReadOnlyDictionary<string, string>? switches = ServiceCatalog.Default.Find(service, server.Version)?.MethodParameters;
        (string Method, Captured<IReadOnlyList<string>> Value)[] known =
            [.. (switches ?? new Dictionary<string, string>()).Select(s => (s.Key, captured.Setting(s.Value)))];
        return known.Length == 0 || known.Any(k => !k.Value.IsKnown) ? null
            : Schemes([.. known.Where(k => k.Value.Value!.Any(v => Is(v, "True"))).Select(k => k.Method)]);
    }

    /// <summary>The schemes of methods; null where one of them is not known.</summary>
    private static IReadOnlyCollection<string>? Schemes(IReadOnlyList<string> methods) =>
        methods.All(Offers.ContainsKey) ? [.. methods.SelectMany(m => Offers[m]).Distinct(StringComparer.OrdinalIgnoreCase)] : null;

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
