using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>
/// The organisation before the first step: what was captured, else what the present plan says. What neither tells stays unknown.
/// </summary>
internal static class InitialMoment
{
    private const string Web = "IIS";
    private const string Mail = "SMTP";
    private const string Provider = "EXPR";
    private const string PrincipalPrefix = "msstd:";

    /// <summary>Inside one site Active Directory copies in seconds; between sites every three hours by default.</summary>
    private static readonly TimeSpan InSite = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan BetweenSites = TimeSpan.FromMinutes(180);

    private static readonly string[] MadeBySetup =
        ["Default ", "Client ", "Default Frontend ", "Client Frontend ", "Client Proxy ", "Outbound Proxy Frontend "];

    public static Moment Of(NamespaceMigration migration)
    {
        NamespacePlan plan = migration.Present;
        Moment moment = new(new NameTable(host => IsServedInside(migration, host)))
        {
            ReplicationTime = plan.Servers.Select(s => s.Site).Concat(migration.Target.Servers.Select(s => s.Site))
                .Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1 ? BetweenSites : InSite,
        };
        foreach (PlannedServer planned in plan.Servers)
        {
            SimulatedServer server = Server(plan, planned, migration.State);
            moment.Servers[server.Name] = server;
            moment.HoldersOf(MailboxKind.User).Add(server.Name);
            moment.HoldersOf(MailboxKind.System).Add(server.Name);
        }

        moment.Proxy.AddRange(plan.Certificates.Where(c => c.InstallOn.Contains(PlannedCertificate.ReverseProxyMachine))
            .Select(c => new ShownCertificate(null, Names(c), true)));
        Organisation(moment, plan, migration.State);
        moment.ToCome.UnionWith(migration.Steps.SelectMany(s => s.Actions).OfType<ServerChange>()
            .Where(c => c.Stage == ServerStage.Install).Select(c => c.Server));
        moment.ToUpdate.UnionWith(
            from step in migration.Steps
            where step.Phase == MigrationPhase.MinimumUpdate
            from change in step.Actions.OfType<ServerChange>()
            select (step.Hop, change.Server.ToUpperInvariant()));

        // Whether there are public folders, only the steps tell.
        moment.HoldersOf(MailboxKind.PublicFolder).UnionWith(migration.Steps.SelectMany(s => s.Actions).OfType<MailboxMove>()
            .Where(m => m.Kind == MailboxKind.PublicFolder).SelectMany(m => m.From).Where(moment.Servers.ContainsKey));
        moment.ToOrder.UnionWith(migration.Steps.SelectMany(s => s.Actions).OfType<CertificateChange>()
            .Where(c => c.Stage == CertificateStage.Order).Select(c => c.Certificate));
        InitialNames.Add(moment, migration);
        return moment;
    }

    private static void Organisation(Moment moment, NamespacePlan plan, ExchangeState? state)
    {
        moment.PrincipalName = plan.OutlookProvider is { } provider ? Captured.Known(Principal(provider.CertPrincipalName)) : default;
        if (state is null)
        {
            return;
        }

        if (state.OutlookProviders.FirstOrDefault(p => string.Equals(p.Name, Provider, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            moment.PrincipalName = known.CertPrincipalName.IsKnown ? Captured.Known(Principal(known.CertPrincipalName.Value!))
                : known.CertPrincipalName;
        }

        moment.MapiOverHttp = state.Organization?.MapiHttpEnabled ?? default;
        moment.DownloadDomains = state.Organization?.EnableDownloadDomains ?? default;
        foreach (CapturedSendConnector sender in state.SendConnectors.Where(s => s.Enabled is not { IsKnown: true, Value: false }))
        {
            moment.Senders[sender.Name] = new SimulatedSender(sender.Fqdn, sender.SourceServers);
        }

        foreach (CapturedReceiveConnector receiver in state.ReceiveConnectors.Where(r => r.Server.IsKnown
            && r.Enabled is not { IsKnown: true, Value: false }
            && !MadeBySetup.Any(m => r.Name.StartsWith(m, StringComparison.OrdinalIgnoreCase))))
        {
            AddReceiver(moment, receiver.Name, receiver.Server.Value!);
        }

        foreach (CapturedClientAccessArray array in state.ClientAccessArrays.Where(a => a.Fqdn.IsKnown))
        {
            moment.Arrays.Add((NameTable.Key(array.Fqdn.Value!), array.Site.Value ?? string.Empty));
        }
    }

    public static void AddReceiver(Moment moment, string connector, string server)
    {
        if (!moment.Receivers.TryGetValue(connector, out HashSet<string>? servers))
        {
            moment.Receivers.Add(connector, servers = new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        }

        servers.Add(server);
    }

    /// <summary>The name behind <c>msstd:</c>.</summary>
    public static string Principal(string text) =>
        text.StartsWith(PrincipalPrefix, StringComparison.OrdinalIgnoreCase) ? text.Substring(PrincipalPrefix.Length) : text;

    private static SimulatedServer Server(NamespacePlan plan, PlannedServer planned, ExchangeState? state)
    {
        CapturedServer? captured = state?.FindServer(planned.Name);
        SimulatedServer server = new()
        {
            Name = planned.Name,
            Host = NameTable.Key(ServerFqdn.Of(planned.Fqdn, planned.Name, plan.ADDomain)?.Value ?? planned.Name),
            Site = planned.Site,
            Version = captured?.Version ?? planned.Version,
            InternetFacing = planned.InternetFacing,
            OutlookAnywhereEnabled = planned.OutlookAnywhereEnabled
                ?? (captured?.OutlookAnywhereEnabled is { IsKnown: true, Value: var enabled } ? enabled : null),
        };
        foreach (ServiceAssignment assignment in planned.Services)
        {
            Planned(server, assignment);
        }

        foreach (ServiceDefinition definition in state is null ? [] : ServiceCatalog.Definitions)
        {
            if (state!.Find(planned.Name, definition.Service) is { } service)
            {
                Overlay(server, service);
            }
        }

        server.Web = Shown(plan, server, state, Web);
        server.Mail = Shown(plan, server, state, Mail);
        return server;
    }

    private static void Planned(SimulatedServer server, ServiceAssignment assignment)
    {
        if (assignment.Service == ClientService.Autodiscover)
        {
            server.ConnectionPoint = Value(assignment.Internal);
            server.Scope = assignment.SiteScope is { } scope ? Captured.Known(scope)
                : Captured.Known<IReadOnlyList<string>>([server.Site]);
            return;
        }

        server.Urls[assignment.Service] = new SimulatedUrls(Value(assignment.Internal), Value(assignment.External));
        if (assignment.Service == ClientService.OutlookAnywhere)
        {
            AdditionalParameter? methods = assignment.AdditionalParameters.FirstOrDefault(p => p.Parameter == "IISAuthenticationMethods");
            server.RpcMethods = methods is null ? default : Captured.Known(methods.Values);
        }
    }

    private static Captured<string> Value(UrlSetting setting) => setting.Action switch
    {
        SettingAction.Set => Captured.Known(setting.Value!),
        SettingAction.Clear => Captured.Null<string>(),
        SettingAction.Leave => default,
        _ => throw ClosedSet.Outside(setting.Action),
    };

    private static void Overlay(SimulatedServer server, CapturedService service)
    {
        if (service.Service == ClientService.Autodiscover)
        {
            server.ConnectionPoint = service.Internal.IsCaptured ? Text(service.Internal) : server.ConnectionPoint;
            server.Scope = service.SiteScope.IsCaptured ? service.SiteScope : server.Scope;
            return;
        }

        server.Urls.TryGetValue(service.Service, out SimulatedUrls urls);
        server.Urls[service.Service] = new SimulatedUrls(
            service.Internal.IsCaptured ? Text(service.Internal) : urls.Internal,
            service.External.IsCaptured ? Text(service.External) : urls.External);
        if (service.Service == ClientService.OutlookAnywhere)
        {
            Captured<IReadOnlyList<string>> methods = service.Setting("IISAuthenticationMethods");
            server.RpcMethods = methods.IsCaptured ? methods : server.RpcMethods;
        }
        else if (service.Service == ClientService.OWA)
        {
            server.Downloads = new SimulatedUrls(First(service, "InternalDownloadHostName"), First(service, "ExternalDownloadHostName"));
        }
    }

    private static Captured<string> Text(Captured<string> value) => value.Value is { Length: 0 } ? Captured.Null<string>() : value;

    private static Captured<string> First(CapturedService service, string property) => service.Setting(property) switch
    {
        { IsKnown: true, Value: [{ Length: > 0 } first, ..] } => Captured.Known(first),
        { IsCaptured: true } => Captured.Null<string>(),
        _ => default,
    };

    private static ShownCertificate? Shown(NamespacePlan plan, SimulatedServer server, ExchangeState? state, string service)
    {
        CapturedCertificate[] own = [.. (state?.Certificates ?? []).Where(c => c.CertificateDomains.IsKnown && c.Server.IsKnown
            && string.Equals(c.Server.Value, server.Name, StringComparison.OrdinalIgnoreCase))];
        if (own.Length > 0)
        {
            CapturedCertificate[] shown = [
                .. own.Where(c => c.Services.Value?.Contains(service, StringComparer.OrdinalIgnoreCase) == true)];
            return shown.Length == 1 ? new ShownCertificate(null, shown[0].CertificateDomains.Value!, true)
                : shown.Length > 1 && service == Mail
                    ? new ShownCertificate(null, [.. shown.SelectMany(c => c.CertificateDomains.Value!).Distinct()], true)
                    : null;
        }

        PlannedCertificate? planned = plan.Certificates.FirstOrDefault(
            c => c.IsOn(server.Name));
        return planned is null ? null : new ShownCertificate(null, Names(planned), true);
    }

    private static IReadOnlyList<string> Names(PlannedCertificate certificate) => [.. certificate.Names.Select(n => n.Name)];

    private static bool IsServedInside(NamespaceMigration migration, string host) =>
        Fqdn.TryParse(host, nameof(host), out Fqdn? name, out _)
        && new[] { migration.Present, migration.Target }.Any(p => (p.ADDomain is { } domain && name.IsIn(domain))
            || p.Zones.Any(z => z.Model == DnsModel.Split && name.IsIn(z.Name)));
}
