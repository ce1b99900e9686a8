using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Comparison.Effects;

/// <summary>The settings of an organisation in which the lines of a plan have run. What the plan leaves alone is not known.</summary>
internal static class PlannedState
{
    /// <summary>The state after a plan.</summary>
    public static ExchangeState Of(NamespacePlan plan) => new()
    {
        // No server is listed, so that a service without an entry is unknown, and not missing.
        Kinds = [.. Enum.GetValues(typeof(StateKind)).Cast<StateKind>().Where(IsSet)],
        Servers = [],
        Services = [.. plan.Servers.SelectMany(Services)],
        AutodiscoverDirectories = [],
        Certificates = [],
        ReceiveConnectors = [],
        SendConnectors = [],
        AcceptedDomains = [],
        OutlookProviders = plan.OutlookProvider is { } provider
            ? [new CapturedOutlookProvider { Name = provider.Provider, CertPrincipalName = Captured.Known(provider.CertPrincipalName) }]
            : [],
        Findings = [],
    };

    private static bool IsSet(StateKind kind) =>
        kind is StateKind.Server or StateKind.OutlookProvider || StateKinds.Default.Of(kind).Service is not null;

    private static IEnumerable<CapturedService> Services(PlannedServer server) => server.Services
        .Where(a => a.IsActive && ServiceCatalog.Default.Find(a.Service, server.Version, server.OutlookAnywhereEnabled) is not null)
        .Select(a => new CapturedService
        {
            Server = server.Name,
            Service = a.Service,
            Identity = server.Name,
            IsDefault = true,
            Internal = Value(a.Internal),
            External = Value(a.External),
            SiteScope = a.SiteScope is { Count: > 0 } sites ? Captured.Known(sites) : default,
            Settings = a.AdditionalParameters.ToDictionary(p => p.Parameter, p => Captured.Known(p.Values),
                StringComparer.OrdinalIgnoreCase),
        });

    private static Captured<string> Value(UrlSetting setting) => setting.Action switch
    {
        SettingAction.Set => Captured.Known(setting.Value!),
        SettingAction.Clear => Captured.Null<string>(),
        SettingAction.Leave => default,
        _ => throw ClosedSet.Outside(setting.Action),
    };
}
