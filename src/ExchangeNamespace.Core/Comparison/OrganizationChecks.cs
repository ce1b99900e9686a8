using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Comparison;

/// <summary>What concerns servers outside the plan, sites, connectors and the organisation.</summary>
internal static class OrganizationChecks
{
    public static IEnumerable<SettingComparison> Check(NamespacePlan plan, ExchangeState state) =>
        ConnectionPoints(plan, state).Concat(ServerNamesOutside.Check(plan, state)).Concat(Sites(plan, state))
            .Concat(SendConnectors(plan, state)).Concat(SendCertificateChecks.Check(plan, state)).Concat(ReceiveConnectors(plan, state))
            .Concat(Arrays(plan, state)).Concat(Provider(plan, state)).Concat(DownloadChecks.Check(plan, state))
            .Concat(HybridChecks.Check(plan, state));

    /// <summary>A client may take any service connection point, so those of other servers count too (S4).</summary>
    private static IEnumerable<SettingComparison> ConnectionPoints(NamespacePlan plan, ExchangeState state)
    {
        HashSet<string> planned = new(plan.Servers.Select(s => s.Name), StringComparer.OrdinalIgnoreCase);
        HashSet<string> hosts = new(
            plan.Servers.SelectMany(s => s.Services).Where(s => s.Service == ClientService.Autodiscover && s.Internal.Value is not null)
                .Select(s => ExchangeUrl.HostOf(s.Internal.Value!)!),
            StringComparer.OrdinalIgnoreCase);
        bool clears = hosts.Count == 0;
        if (clears && !plan.Servers.Any(s => s.ClearsConnectionPoint))
        {
            // The plan leaves the points alone, so no host is the right one.
            yield break;
        }

        foreach (CapturedService point in state.Services.Where(
            s => s.Service == ClientService.Autodiscover && !planned.Contains(s.Server)
                && s.Internal is { IsKnown: true, Value.Length: > 0 }))
        {
            string? host = ExchangeUrl.HostOf(point.Internal.Value!);
            bool isOurs = host is not null && hosts.Contains(host);
            yield return SettingComparison.Of(point.Server, "SCP", "AutoDiscoverServiceInternalUri",
                isOurs ? SettingVerdict.Equal : SettingVerdict.Differs,
                clears ? Captured.Null<string>().ToString() : string.Join(", ", hosts), point.Internal.Value!,
                isOurs ? null : Findings.Warning(
                ComparisonFindingCodes.ForeignConnectionPoint, point.Server,
                $"The server is not in the plan, and its service connection point leads to {VisibleText.Short(point.Internal.Value!)}. A "
                    + "client that takes it warns of the certificate, or waits.",
                clears ? "Put the server into the plan, or clear its service connection point as the plan does with the others."
                    : "Put the server into the plan, or set its service connection point to the planned host.", "S4"));
        }
    }

    private static IEnumerable<SettingComparison> Sites(NamespacePlan plan, ExchangeState state)
    {
        foreach (IGrouping<string, PlannedServer> site in plan.Servers.GroupBy(s => s.Site, StringComparer.OrdinalIgnoreCase))
        {
            string name = site.Key.Length == 0 ? "(one site)" : $"(site {site.Key})";
            (string Service, string[] Hosts)[] mixed =
            [
                .. site.SelectMany(s => s.Services).Where(s => s.Internal.Action == SettingAction.Set).Select(s => s.Service).Distinct()
                    .Select(s => (s == ClientService.Autodiscover ? "SCP" : s.ToString(), InternalHosts(site, s, state)))
                    .Where(s => s.Item2.Length > 1),
            ];
            for (int i = 0; i < mixed.Length; i++)
            {
                // One finding for the site, on its first row.
                yield return SettingComparison.Of(name, mixed[i].Service, "InternalHost", SettingVerdict.Differs, "one host on all servers",
                    string.Join(", ", mixed[i].Hosts), i > 0 ? null : Findings.Warning(
                    ComparisonFindingCodes.SiteNotUniform, name,
                    $"The servers of the site have different internal hosts for {string.Join(", ", mixed.Select(m => m.Service))}.",
                    "Give all servers of a site the same host.", "S2"), "S2");
            }
        }
    }

    private static string[] InternalHosts(IEnumerable<PlannedServer> servers, ClientService service, ExchangeState state) =>
    [
        .. servers
            .Select(s => state.Find(s.Name, service)?.Internal.Value)
            .Where(v => v is { Length: > 0 })
            .Select(v => service == ClientService.OutlookAnywhere ? ExchangeUrl.NormaliseHost(v!) : ExchangeUrl.HostOf(v!) ?? v!)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static IEnumerable<SettingComparison> SendConnectors(NamespacePlan plan, ExchangeState state)
    {
        if ((plan.Mail?.SendingHost ?? plan.MailHost) is not { } host)
        {
            yield break;
        }

        if (!state.Has(StateKind.SendConnector))
        {
            yield return NotCaptured("SendConnector", host.Value);
        }

        foreach (CapturedSendConnector connector in state.SendConnectors)
        {
            bool? sends = InternetConnectors.Sends(connector);
            if (sends is null)
            {
                yield return Unknown("SendConnector", connector.Name, host.Value, connector.Fqdn);
            }
            else if (sends == true)
            {
                yield return Named("SendConnector", connector.Name, host, connector.Fqdn, "Set-SendConnector -Fqdn");
            }
        }
    }

    private static IEnumerable<SettingComparison> ReceiveConnectors(NamespacePlan plan, ExchangeState state)
    {
        if (plan.MailHost is not { } host)
        {
            yield break;
        }

        if (!state.Has(StateKind.ReceiveConnector))
        {
            yield return NotCaptured("ReceiveConnector", host.Value);
        }

        foreach (CapturedReceiveConnector connector in state.ReceiveConnectors)
        {
            bool? takes = InternetConnectors.TakesMail(connector);
            if (takes is null)
            {
                yield return Unknown("ReceiveConnector", connector.Identity, host.Value, connector.Fqdn);
            }
            else if (takes == true)
            {
                yield return Named("ReceiveConnector", connector.Identity, host, connector.Fqdn, "Set-ReceiveConnector -Fqdn");
            }
        }
    }

    private static IEnumerable<SettingComparison> Arrays(NamespacePlan plan, ExchangeState state)
    {
        if (!state.Has(StateKind.ClientAccessArray) && plan.Servers.Any(s => s.Version.Product == ExchangeProduct.Exchange2010))
        {
            yield return NotCaptured("ClientAccessArray", "a name of its own");
        }

        HashSet<string> web = new(plan.DnsRecords.Where(r => r.View == DnsView.External).Select(r => r.Name.Value),
            StringComparer.OrdinalIgnoreCase) { plan.ExternalHost.Value };
        foreach (CapturedClientAccessArray array in state.ClientAccessArrays.Where(a => a.Fqdn is { IsKnown: true, Value.Length: > 0 }))
        {
            bool isAmbiguous = web.Contains(ExchangeUrl.NormaliseHost(array.Fqdn.Value!));
            yield return SettingComparison.Of(SettingComparison.Organization, "ClientAccessArray", array.Name,
                isAmbiguous ? SettingVerdict.Differs : SettingVerdict.Equal, "a name of its own", array.Fqdn.Value!,
                !isAmbiguous ? null : Findings.Warning(
                ComparisonFindingCodes.AmbiguousArray, array.Name,
                $"The client access array is called {VisibleText.Short(array.Fqdn.Value!)}, which clients on the Internet resolve too: "
                    + "Outlook outside tries RPC over TCP first and waits.",
                "Give the array a name that resolves inside only, and set it on the mailbox databases.", "S29"));
        }
    }

    private static IEnumerable<SettingComparison> Provider(NamespacePlan plan, ExchangeState state)
    {
        if (plan.OutlookProvider is not { } setting)
        {
            yield break;
        }

        Captured<string> current = state.OutlookProviders.FirstOrDefault(
            p => string.Equals(p.Name, setting.Provider, StringComparison.OrdinalIgnoreCase))?.CertPrincipalName ?? default;
        yield return SettingComparison.Of(SettingComparison.Organization, "OutlookProvider", setting.Provider + " CertPrincipalName",
            Verdict(setting.CertPrincipalName, current), setting.CertPrincipalName, current.ToString(), null);
    }

    private static SettingComparison Named(string service, string connector, Fqdn host, Captured<string> fqdn, string cmdlet)
    {
        SettingVerdict verdict = Verdict(host.Value, fqdn);
        return SettingComparison.Of(SettingComparison.Organization, service, connector, verdict, host.Value, fqdn.ToString(),
            verdict is SettingVerdict.Equal or SettingVerdict.Unknown ? null : Findings.Warning(
            ComparisonFindingCodes.ConnectorName, connector,
            $"The connector states {(fqdn.IsKnown ? VisibleText.Short(fqdn.Value!) : "the name of its server")}, the plan says {host}.",
            $"Set the name with {cmdlet}; Export-MailFlowScript writes the line.", "S46"));
    }

    private static SettingVerdict Verdict(string planned, Captured<string> current) =>
        !current.IsCaptured ? SettingVerdict.Unknown
        : current.Value is not { Length: > 0 } value ? SettingVerdict.Missing
        : string.Equals(planned, value, StringComparison.OrdinalIgnoreCase) || ExchangeUrl.AreHostsEqual(planned, value)
        ? SettingVerdict.Equal
        : SettingVerdict.Differs;

    /// <summary>Nothing of the kind was captured, so nothing is said about it, that all is well least of all.</summary>
    private static SettingComparison NotCaptured(string service, string planned) =>
        Unknown(service, "(all)", planned, default);

    private static SettingComparison Unknown(string service, string setting, string planned, Captured<string> current) =>
        SettingComparison.Of(SettingComparison.Organization, service, setting, SettingVerdict.Unknown, planned, current.ToString(), null);
}
