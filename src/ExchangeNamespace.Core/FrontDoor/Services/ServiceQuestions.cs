using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>What is asked of the hosts and servers of a plan.</summary>
internal sealed class ServiceQuestions
{
    private const string AutodiscoverLabel = "autodiscover.";

    /// <summary>The plan.</summary>
    public required NamespacePlan Plan { get; init; }

    /// <summary>The view whose hosts are asked.</summary>
    public required DnsView View { get; init; }

    /// <summary>The captured settings; null without them.</summary>
    public ExchangeState? State { get; init; }

    /// <summary>The services; empty for all that can be judged.</summary>
    public IReadOnlyCollection<ClientService> Services { get; init; } = [];

    /// <summary>The names of the servers that are asked themselves; null for all.</summary>
    public ISet<string>? Servers { get; init; }

    /// <summary>Addresses by name, in place of what DNS says.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Resolve { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The questions: first those to the hosts, then those to the servers.</summary>
    /// <param name="faults">Takes what was refused.</param>
    public IReadOnlyList<ServiceQuestion> Of(ICollection<InputFault> faults)
    {
        foreach (ClientService service in Services.Where(s => ServiceExpectation.Of(s) is null).Distinct())
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "Service", service,
                $"What a healthy server answers to an unknown client of {service} is not documented, so it cannot be judged. Leave it "
                    + "out."));
        }

        ServiceQuestion[] all = [.. Hosts(), .. Direct()];
        foreach (string name in Resolve.Keys.Where(n => all.All(q => !Is(q.Name, n))))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "Resolve", name,
                $"Nothing is asked of {name}: the plan has no such host in this view, or the server is not among those to ask. Names are "
                    + $"{string.Join(", ", all.Select(q => q.Name).Distinct(StringComparer.OrdinalIgnoreCase))}."));
        }

        return faults.Count > 0 ? [] : all;
    }

    private IEnumerable<ServiceQuestion> Hosts() =>
        from pair in Pairs()
        group pair by (Service: pair.Assignment.Service, Host: pair.Host.ToLowerInvariant()) into g
        let expectation = ServiceExpectation.Of(g.Key.Service)
        select Make(expectation, g.Key.Host, null, g.Key.Host, [.. g]);

    private IEnumerable<ServiceQuestion> Direct() =>
        from pair in Pairs()
        where Servers is null ? View == DnsView.Internal : Servers.Contains(pair.Server.Name)
        group pair by (pair.Server.Name, pair.Assignment.Service) into g
        let server = g.First().Server
        let expectation = ServiceExpectation.Of(g.Key.Service)
        let name = (ServerFqdn.Of(server.Fqdn, server.Name, Plan.ADDomain)?.Value ?? server.Name).ToLowerInvariant()
        select Make(expectation, g.First().Host.ToLowerInvariant(), server, name, [g.First()]);

    private ServiceQuestion Make(ServiceExpectation expectation, string host, PlannedServer? server, string name, Pair[] pairs) => new()
    {
        Expectation = expectation,
        Host = host,
        Server = server,
        Name = name,
        Addresses = Resolve.TryGetValue(name, out IReadOnlyList<string>? stated) ? stated : server?.Addresses ?? [],
        Behind = [.. pairs.Select(p => p.Server).Distinct()],
        Schemes = ExpectedSchemes.Of([.. pairs.Select(p => ExpectedSchemes.Of(expectation, p.Server, p.Assignment, View, State))]),
        IsPlainPlanned = pairs.Any(p => p.IsPlain),
    };

    /// <summary>Each service of each server with each of its hosts in the view.</summary>
    private IEnumerable<Pair> Pairs() =>
        from server in Plan.Servers
        from assignment in server.Services
        where ServiceExpectation.Of(assignment.Service) is not null && (Services.Count == 0 || Services.Contains(assignment.Service))
        from url in Urls(server, assignment)
        select new Pair(server, assignment, HostText.Of(url), url.StartsWith("http://", StringComparison.OrdinalIgnoreCase));

    private IEnumerable<string> Urls(PlannedServer server, ServiceAssignment assignment)
    {
        string? own = (View == DnsView.Internal ? assignment.Internal : assignment.External).Value;
        IEnumerable<string> looked = assignment.Service != ClientService.Autodiscover
            || (View == DnsView.External && !server.InternetFacing) ? []
            : Plan.Certificates.Where(c => c.IsOn(server.Name) || c.Sites.Count == 0)
                .SelectMany(c => c.Names).Select(n => n.Name)
                .Where(n => n.StartsWith(AutodiscoverLabel, StringComparison.OrdinalIgnoreCase));
        return looked.Concat(own is null ? [] : [own]).GroupBy(HostText.Of, StringComparer.OrdinalIgnoreCase).Select(g => g.First());
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private sealed record Pair(PlannedServer Server, ServiceAssignment Assignment, string Host, bool IsPlain);
}
