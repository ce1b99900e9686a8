using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>The lines of single servers, by the plan and by what was captured.</summary>
internal static class ServerLines
{
    /// <summary>Every service of a server but some.</summary>
    public static CommandSelection Without(PlannedServer server, params ClientService[] services) => new()
    {
        Servers = new HashSet<string>([server.Name], StringComparer.OrdinalIgnoreCase),
        Services = new HashSet<ClientService>(Enum.GetValues(typeof(ClientService)).Cast<ClientService>().Except(services)),
    };

    /// <summary>The lines that give a server other assignments, each with its way back where the value was captured.</summary>
    public static IReadOnlyList<ExchangeCommand> Of(NamespacePlan plan, PlannedServer server, IReadOnlyList<ServiceAssignment> assignments,
        ExchangeState? state)
    {
        NamespacePlan changed = With(plan, new PlannedServer
        {
            Name = server.Name,
            Fqdn = server.Fqdn,
            Version = server.Version,
            Site = server.Site,
            InternetFacing = server.InternetFacing,
            OutlookAnywhereEnabled = server.OutlookAnywhereEnabled,
            Addresses = server.Addresses,
            Services = assignments,
        });
        CommandSelection selection = Without(server);
        return state is null ? [.. CommandBuilder.Build(changed, selection)] : [.. new ChangePlanner(state, selection).Build(changed)];
    }

    private static NamespacePlan With(NamespacePlan plan, PlannedServer server) => new()
    {
        ExternalHost = plan.ExternalHost,
        ExternalZone = plan.ExternalZone,
        ADDomain = plan.ADDomain,
        SmtpDomains = plan.SmtpDomains,
        DnsModel = plan.DnsModel,
        Zones = plan.Zones,
        ReverseProxy = plan.ReverseProxy,
        Hybrid = plan.Hybrid,
        AsOf = plan.AsOf,
        Sites = plan.Sites,
        Servers = [server],
        Certificates = [],
        DnsRecords = [],
        Findings = [],
    };
}
