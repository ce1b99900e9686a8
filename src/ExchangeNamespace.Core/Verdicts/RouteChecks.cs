using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Verdicts;

/// <summary>Every protocol from every site to every site, with the contradictions that its requests meet.</summary>
internal static class RouteChecks
{
    /// <summary>A result for each protocol and view: of the captured settings where there are enough, else of the plan.</summary>
    public static IEnumerable<NamespaceCheckResult> Of(CheckMaterial material, CancellationToken cancel)
    {
        ExchangeState? state = material.State is { } captured && !RouteTopologyReader.Missing(captured).Any()
            && (captured.Servers.Count > 0 || material.Plan is null) ? captured : null;
        if (state is null && material.Plan is null)
        {
            yield return NamespaceCheckResult.Of(NamespaceCheck.ClientAccessRoute, "(captured settings)", [], CheckSummary.Unknown(
                RouteTopologyReader.Missing(material.State!).First().Message,
                "Capture the state again with the script of Export-StateCaptureScript.", "S30"));
            yield break;
        }

        RouteTopology topology = state is not null ? RouteTopologyReader.Read(state) : RouteTopologyReader.Read(material.Plan!);
        RouteSimulator simulator = new(topology);
        foreach (DnsView view in new[] { DnsView.Internal, DnsView.External })
        {
            foreach (IGrouping<RouteProtocol, RouteQuestion> protocol in RouteQuestionReader
                .Matrix(topology, new RouteInput { View = view }).GroupBy(q => q.Protocol))
            {
                List<ClientAccessRoute> routes = [];
                foreach (RouteQuestion question in protocol)
                {
                    cancel.ThrowIfCancellationRequested();
                    routes.Add(simulator.Trace(question));
                }

                yield return NamespaceCheckResult.Of(NamespaceCheck.ClientAccessRoute, $"{protocol.Key} {view}",
                    routes.SelectMany(r => r.Findings).GroupBy(f => (f.Code, f.Subject)).Select(g => g.First()), Own(routes));
            }
        }
    }

    /// <summary>A way that is not known says nothing for or against the settings that are.</summary>
    private static CheckSummary Own(List<ClientAccessRoute> routes) =>
        routes.Find(r => r.Outcome == RouteAction.Fail) is { } failed
            ? CheckSummary.Warning($"A request that reaches {failed.Server} does not come to a mailbox of Exchange "
                + $"{Builds.ExchangeVersionReader.ProductText(failed.MailboxProduct)}: {failed.Hops[failed.Hops.Count - 1].Manner}.",
                "Look at the route with Get-ClientAccessRoute -All.", failed.Hops[failed.Hops.Count - 1].Rule)
            : routes.Find(r => r.Outcome == RouteAction.Unknown) is { } open
            ? CheckSummary.Unknown($"Where a request that reaches {open.Server} ends is not known: "
                + $"{open.Hops[open.Hops.Count - 1].Manner}.", "Look at the route with Get-ClientAccessRoute -All.",
                open.Hops[open.Hops.Count - 1].Rule)
            : CheckSummary.Passed(routes.Count == 1 ? "The request leads to the mailbox."
                : $"All {routes.Count} requests lead to the mailbox.");
}
