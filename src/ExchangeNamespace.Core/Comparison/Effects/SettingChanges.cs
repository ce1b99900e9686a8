using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Comparison.Effects;

/// <summary>What changes on servers and for the organisation, with the lines for it.</summary>
internal sealed class SettingChanges
{
    private const string LeftAlone = "(left as it is)";
    private const string Cleared = "(cleared)";

    private readonly NamespacePlan _plan;
    private readonly Dictionary<string, PlannedServer> _before;
    private readonly ServiceComparer _comparer;
    private readonly ILookup<(string Server, ClientService? Service), ExchangeCommand> _commands;

    public SettingChanges(NamespacePlan plan, NamespacePlan reference)
    {
        _plan = plan;
        _before = new(StringComparer.OrdinalIgnoreCase);
        foreach (PlannedServer server in reference.Servers)
        {
            _before[server.Name] = server;
        }

        ExchangeState state = PlannedState.Of(reference);
        _comparer = new ServiceComparer(state, ServiceCatalog.Default);
        _commands = new ChangePlanner(state, new CommandSelection()).Build(plan).ToLookup(c => (c.Target, c.Service));
    }

    /// <summary>Servers that join, leave or change their version.</summary>
    public IEnumerable<PlanChange> Servers()
    {
        HashSet<string> after = new(_plan.Servers.Select(s => s.Name), StringComparer.OrdinalIgnoreCase);
        foreach (PlannedServer server in _plan.Servers)
        {
            if (!_before.TryGetValue(server.Name, out PlannedServer? old))
            {
                yield return Server(server, PlanChangeAction.Added, string.Empty, Described(server),
                    "Clients reach it once a name leads to it.",
                    [.. server.Services.SelectMany(a => _commands[(server.Name, a.Service)]).Select(c => c.Line)]);
            }
            else if (Described(server) != Described(old))
            {
                yield return Server(server, PlanChangeAction.Changed, Described(old), Described(server),
                    (server.Version.Equals(old.Version) ? string.Empty : "Lines are in the dialect of the new version. ")
                        + "Clients notice what the settings of the server change.", []);
            }
        }

        foreach (PlannedServer server in _before.Values.Where(s => !after.Contains(s.Name)))
        {
            yield return Server(server, PlanChangeAction.Removed, Described(server), string.Empty,
                "Clients must not be led to it: take it out of DNS and of the load balancer first.", []);
        }
    }

    /// <summary>Settings of services, those that are alike on several servers of a site together.</summary>
    public IEnumerable<PlanChange> Settings() => _plan.Servers
        .Where(s => _before.ContainsKey(s.Name))
        .SelectMany(s => Changed(s).Concat(Left(s, _before[s.Name])))
        .GroupBy(c => (c.Server.Site, c.Service, c.Item, c.Old, c.New))
        .Select(g => new PlanChange
        {
            Kind = PlanChangeKind.Setting,
            Action = PlanChangeAction.Changed,
            Site = g.Key.Site,
            Servers = [.. g.Select(c => c.Server.Name)],
            Subject = g.Key.Service == ClientService.Autodiscover ? "SCP" : g.Key.Service.ToString(),
            Item = g.Key.Item,
            Old = g.Key.Old,
            New = g.Key.New,
            Clients = g.First().Clients,
            Lines = [.. g.SelectMany(Commands).Select(c => c.Line)],
            Undo = [.. g.SelectMany(Commands).Select(c => c.Undo?.Line).OfType<string>()],
        });

    /// <summary>The principal name of Outlook Anywhere, and the switches of the organisation.</summary>
    public IEnumerable<PlanChange> Organization(NamespacePlan reference)
    {
        (string Subject, string Item, ClientService Service, string Old, string New, string Clients)[] settings =
        [
            ("OutlookProvider", "CertPrincipalName", ClientService.OutlookAnywhere, Described(reference.OutlookProvider),
                Described(_plan.OutlookProvider),
                "Outlook clients that use RPC over HTTP expect this name on the certificate after their next Autodiscover answer."),
            ("Organization", DownloadDomains.Switch, ClientService.OWA, On(DownloadDomains.AreWanted(reference)),
                On(DownloadDomains.AreWanted(_plan)),
                "Outlook on the web opens attachments from the download host once W3SVC and WAS have been restarted on each server."),
            ("Organization", ModernAuthentication.Switch, ClientService.EWS, On(ModernAuthentication.IsWanted(reference)),
                On(ModernAuthentication.IsWanted(_plan)),
                "Outlook and mobile devices sign in at Microsoft Entra ID, each at its next connection."),
        ];
        foreach ((string subject, string item, ClientService service, string old, string now, string clients) in settings
            .Where(s => s.Old != s.New))
        {
            ExchangeCommand[] commands = [.. _commands[(string.Empty, service)]];
            yield return new PlanChange
            {
                Kind = PlanChangeKind.Organization,
                Action = PlanChangeAction.Changed,
                Subject = subject,
                Item = item,
                Old = old,
                New = now,
                Clients = now == LeftAlone ? ClientEffects.OfLeft : clients,
                Lines = [.. commands.Select(c => c.Line)],
                Undo = [.. commands.Select(c => c.Undo?.Line).OfType<string>()],
            };
        }
    }

    private IEnumerable<ServerChange> Changed(PlannedServer server) => _comparer.Compare(server)
        .SelectMany(s => s.Settings.Where(c => c.Verdict != SettingVerdict.Equal).Select(c => new ServerChange(
            server,
            s.Assignment.Service,
            c.Parameter,
            c.Current.Status switch
            {
                CaptureStatus.Absent => LeftAlone,
                CaptureStatus.Null => Cleared,
                CaptureStatus.Known => string.Join(", ", c.Current.Value!),
                _ => throw ClosedSet.Outside(c.Current.Status),
            },
            c.Planned is null ? Cleared : string.Join(", ", c.Planned),
            c is { IsInternal: true, Planned: null } && s.Assignment.Service == ClientService.Autodiscover
                ? ClientEffects.OfClearedConnectionPoint
                : c.IsInternal || c.IsExternal
                ? ClientEffects.OfSetting(s.Assignment.Service, c.IsExternal, c.Planned is null)
                : c.Companion is null ? ClientEffects.OfSiteScope
                : ClientEffects.OfAdditionalParameter(s.Assignment.Service))));

    private static IEnumerable<ServerChange> Left(PlannedServer server, PlannedServer before)
    {
        foreach (ServiceAssignment old in before.Services)
        {
            if (ServiceCatalog.Default.Find(old.Service, server.Version, server.OutlookAnywhereEnabled) is not { } dialect)
            {
                continue;
            }

            ServiceAssignment? now = server.Services.FirstOrDefault(a => a.Service == old.Service);
            if (dialect.InternalParameter is { } inner && IsLeft(old.Internal, now?.Internal))
            {
                yield return Left(server, old.Service, inner, old.Internal);
            }

            if (dialect.ExternalParameter is { } outer && IsLeft(old.External, now?.External))
            {
                yield return Left(server, old.Service, outer, old.External);
            }

            foreach (AdditionalParameter asked in old.AdditionalParameters.Where(p => p.IsAsked))
            {
                AdditionalParameter? kept = now?.AdditionalParameters.FirstOrDefault(p => p.Parameter == asked.Parameter);
                if (kept is null or { IsAsked: false } && kept?.ToString() != asked.ToString())
                {
                    yield return new(server, old.Service, asked.Parameter, string.Join(", ", asked.Values), LeftAlone,
                        ClientEffects.OfLeft);
                }
            }
        }
    }

    private static bool IsLeft(UrlSetting old, UrlSetting? now) =>
        old.Action != SettingAction.Leave && (now is null || now.Action == SettingAction.Leave);

    private static ServerChange Left(PlannedServer server, ClientService service, string parameter, UrlSetting old) =>
        new(server, service, parameter, old.Value ?? Cleared, LeftAlone, ClientEffects.OfLeft);

    private IEnumerable<ExchangeCommand> Commands(ServerChange change) =>
        change.New == LeftAlone ? [] : _commands[(change.Server.Name, change.Service)];

    private static PlanChange Server(PlannedServer server, PlanChangeAction action, string old, string now, string clients,
        IReadOnlyList<string> lines) => new()
    {
        Kind = PlanChangeKind.Server,
        Action = action,
        Site = server.Site,
        Servers = [server.Name],
        Subject = "Server",
        Item = server.Name,
        Old = old,
        New = now,
        Clients = clients,
        Lines = lines,
    };

    private static string Described(PlannedServer server) => string.Join(", ", new[]
    {
        server.Version.ToString(),
        server.Site.Length == 0 ? null : "site " + server.Site,
        server.InternetFacing ? "Internet-facing" : "not Internet-facing",
    }.OfType<string>());

    private static string On(bool isWanted) => isWanted ? bool.TrueString : LeftAlone;

    private static string Described(OutlookProviderSetting? setting) =>
        setting is null ? LeftAlone : $"{setting.Provider} {setting.CertPrincipalName}";

    private sealed record ServerChange(PlannedServer Server, ClientService Service, string Item, string Old, string New, string Clients);
}
