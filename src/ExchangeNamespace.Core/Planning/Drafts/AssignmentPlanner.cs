using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Planning.Drafts;

/// <summary>
/// What each service gets on a group of servers: URLs by site, kind and version, and the companions of the dialect (S2, S14 to S20, S29).
/// </summary>
internal sealed class AssignmentPlanner(NamespaceRequest request, bool keepInternal)
{
    private const string Https = "https://";

    /// <summary>What each service gets on the servers of a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="frontEnd">The newest kind of server that answers under the ActiveSync name of the site.</param>
    public IReadOnlyList<ServiceAssignment> Plan(ServerGroup group, int frontEnd)
    {
        List<ServiceAssignment> assignments = [];
        foreach (ClientService service in AllServices)
        {
            if (ServiceCatalog.Default.Find(service, group.Version, group.OutlookAnywhereEnabled) is { } dialect)
            {
                assignments.Add(Assign(dialect, group, group.Legacy && LegacyServers.NeedOwnName(service, frontEnd)));
            }
        }

        return assignments;
    }

    /// <summary>All services in emission order.</summary>
    public static IReadOnlyList<ClientService> AllServices { get; } = [.. Enum.GetValues(typeof(ClientService)).Cast<ClientService>()];

    private ServiceAssignment Assign(ServiceDialect dialect, ServerGroup group, bool legacy)
    {
        SiteDraft site = group.Site;
        ServiceDefinition definition = ServiceCatalog.Define(dialect.Service);
        bool active = !definition.OnlyWhenAsked || site.Asks(dialect.Service);
        string? scheme = SchemeOf(dialect);
        Fqdn? legacyHost = legacy ? site.LegacyHost : null;
        UrlSetting inner = !active || dialect.InternalParameter is null
            ? UrlSetting.Leave(active ? "This version's line carries the external URL only (S19)." : "Left alone unless asked for.")
            : Internal(dialect.Service, definition, site, group.InternetFacing, legacyHost, scheme);
        UrlSetting outer = !active || dialect.ExternalParameter is null
            ? UrlSetting.Leave(active ? "The service connection point has no external value." : "Left alone unless asked for.")
            : External(dialect, definition, site, group.InternetFacing, legacyHost, scheme);
        return new ServiceAssignment
        {
            Service = dialect.Service,
            Internal = inner,
            External = outer,
            SiteScope = dialect.SiteScopeParameter is null ? null : site.SiteScope,
            AdditionalParameters = [
                .. AdditionalParameters(dialect, inner, outer, group), .. DownloadHosts(dialect, group.Version)],
        };
    }

    private UrlSetting Internal(ClientService service, ServiceDefinition definition, SiteDraft site, bool internetFacing, Fqdn? legacyHost,
        string? scheme)
    {
        if (service == ClientService.Autodiscover && site.ClearsConnectionPoints)
        {
            return UrlSetting.Clear("No service connection point is wanted: clients find Autodiscover by DNS (S6).");
        }

        if (keepInternal)
        {
            return UrlSetting.Leave("Internal URLs stay at the server name (S23).");
        }

        if (service == ClientService.Autodiscover)
        {
            Fqdn host = site.ServiceConnectionPointHost!;
            return UrlSetting.Set(definition.Value(host),
                $"Domain-joined clients find {host} through the service connection point of every server (S4, S6).");
        }

        if (legacyHost is not null)
        {
            return UrlSetting.Set(definition.Value(site.Inside(legacyHost), scheme),
                "Mailboxes that have not moved are served under the legacy name.");
        }

        Fqdn inside = site.InternalHostOf(service);
        return UrlSetting.Set(definition.Value(inside, scheme), internetFacing && inside.Equals(site.ExternalHostOf(service))
            ? "One name on both sides (S22)."
            : "The inside name of the service (S2).");
    }

    private static UrlSetting External(ServiceDialect dialect, ServiceDefinition definition, SiteDraft site, bool internetFacing,
        Fqdn? legacyHost, string? scheme)
    {
        if (internetFacing)
        {
            Fqdn host = legacyHost ?? site.ExternalHostOf(dialect.Service);
            return UrlSetting.Set(definition.Value(host, scheme),
                legacyHost is null ? "Clients on the Internet use this name (S2)."
                    : "Mailboxes that have not moved are reached under the legacy name.");
        }

        // Enable-OutlookAnywhere is what publishes it before 2013; a server that is not Internet-facing simply gets no line.
        return dialect.Service == ClientService.OutlookAnywhere && dialect.InternalParameter is null
            ? UrlSetting.Leave("Outlook Anywhere is not enabled on a server that is not Internet-facing.")
            : UrlSetting.Clear("The server is not Internet-facing: requests from outside are proxied to it (S29).");
    }

    private string? SchemeOf(ServiceDialect dialect) =>
        request.Authority == CertificateAuthority.SelfSigned ? dialect.SelfSignedScheme : null;

    private IEnumerable<AdditionalParameter> AdditionalParameters(ServiceDialect dialect, UrlSetting inner, UrlSetting outer,
        ServerGroup group)
    {
        bool innerSet = inner.Action == SettingAction.Set;
        bool outerSet = outer.Action == SettingAction.Set;
        if (!innerSet && !outerSet)
        {
            yield break;
        }

        bool https = (innerSet && inner.Value!.StartsWith(Https, StringComparison.Ordinal))
            || (outerSet && outer.Value!.StartsWith(Https, StringComparison.Ordinal));
        request.Authentication.TryGetValue(dialect.Service, out IReadOnlyList<string>? methods);
        foreach (AdditionalParameterDefault companion in dialect.AdditionalParameters)
        {
            IReadOnlyList<string>? asked = companion.Subject switch
            {
                AdditionalParameterSubject.Authentication when !companion.IsBoolean => Expressible(companion, methods),
                AdditionalParameterSubject.Authentication when methods is not null => [],
                AdditionalParameterSubject.SslOffloading when group.OffloadingOff => [bool.FalseString],
                AdditionalParameterSubject.SslOffloading when request.SslOffloading is { } offloading =>
                    [offloading ? bool.TrueString : bool.FalseString],
                AdditionalParameterSubject.ModernAuthentication when request.Hybrid == HybridUse.ModernAuthentication
                    && companion.IsIn(group.Version) => [bool.TrueString],
                AdditionalParameterSubject.Failback when outerSet && group.Site.FailbackHost is { } back =>
                    [ServiceCatalog.Define(dialect.Service).Value(back)],
                AdditionalParameterSubject.Fixed or AdditionalParameterSubject.Authentication
                    or AdditionalParameterSubject.SslOffloading or AdditionalParameterSubject.DownloadHost
                    or AdditionalParameterSubject.ModernAuthentication or AdditionalParameterSubject.Failback => null,
                _ => throw ClosedSet.Outside(companion.Subject),
            };
            bool applies = companion.Condition switch
            {
                AdditionalParameterCondition.HttpsSet => https,
                AdditionalParameterCondition.InternalSet => innerSet,
                AdditionalParameterCondition.ExternalSet => outerSet,
                AdditionalParameterCondition.Asked => asked is not null,
                AdditionalParameterCondition.AnySet => true,
                _ => throw ClosedSet.Outside(companion.Condition),
            };
            if (applies && (asked ?? companion.Values) is { Count: > 0 } values)
            {
                yield return new AdditionalParameter { Parameter = companion.Parameter, Values = values, IsBoolean = companion.IsBoolean,
                    IsAsked = asked is not null };
            }
        }

        foreach (string method in methods ?? [])
        {
            if (dialect.MethodParameters.TryGetValue(method, out string? parameter))
            {
                yield return new AdditionalParameter { Parameter = parameter, Values = [bool.TrueString], IsBoolean = true,
                    IsAsked = true };
            }
        }
    }

    /// <summary>The download host, inside and outside alike: the switch of the organisation counts for every server (S13).</summary>
    private IEnumerable<AdditionalParameter> DownloadHosts(ServiceDialect dialect, ExchangeVersion version) =>
        request.DownloadHost is not { } host ? [] : dialect.AdditionalParameters
            .Where(c => c.Subject == AdditionalParameterSubject.DownloadHost && c.IsIn(version))
            .Select(c => new AdditionalParameter { Parameter = c.Parameter, Values = [host.Value], IsAsked = true });

    /// <summary>The asked methods that the parameter takes; null, and so the default, where it takes none of them.</summary>
    private static List<string>? Expressible(AdditionalParameterDefault companion, IReadOnlyList<string>? methods) =>
        methods?.Where(companion.Allowed.Contains).ToList() is { Count: > 0 } known ? known : null;
}
