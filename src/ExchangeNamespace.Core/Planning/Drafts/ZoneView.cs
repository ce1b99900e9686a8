using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Planning.Drafts;

/// <summary>The zones of a request and how each is served inside (S1, S2).</summary>
internal sealed class ZoneView
{
    private readonly IReadOnlyDictionary<Fqdn, DnsModel> _models;
    private readonly HashSet<Fqdn> _known;
    private readonly Func<Fqdn, DnsModel>? _chosen;

    private ZoneView(NamespaceRequest request, Fqdn externalZone, IReadOnlyList<Fqdn> smtpDomains, Fqdn? adDomain, DnsModel? asked)
    {
        ExternalZone = externalZone;
        SmtpDomains = smtpDomains;
        ADDomain = adDomain;
        bool modern = request.Servers.Any(s => (s.Version ?? request.Version)?.Product >= ExchangeProduct.Exchange2013);
        Model = asked ?? Choose(externalZone, adDomain, modern);
        Assumed = asked is null && adDomain is null;

        // Of several public zones only some may exist inside, so what is not stated is chosen for each (S1).
        _chosen = request.DnsModel is null && adDomain is not null ? zone => Choose(zone, adDomain, modern) : null;
        _models = request.ZoneModels;
        _known = [.. smtpDomains, externalZone, .. request.ZoneModels.Keys];
    }

    public Fqdn ExternalZone { get; }

    public IReadOnlyList<Fqdn> SmtpDomains { get; }

    public Fqdn? ADDomain { get; }

    /// <summary>The model of the external zone.</summary>
    public DnsModel Model { get; }

    /// <summary>Whether the model was assumed for want of an Active Directory domain.</summary>
    public bool Assumed { get; }

    public static ZoneView Create(NamespaceRequest request)
    {
        IReadOnlyList<Fqdn> stated = request.SmtpDomains ?? [];
        Fqdn zone = stated.Where(request.ExternalHost.IsIn).OrderByDescending(d => d.Value.Length).FirstOrDefault()
            ?? request.ZoneModels.Keys.Where(request.ExternalHost.IsIn).OrderByDescending(d => d.Value.Length).FirstOrDefault()
            ?? PublicSuffixes.ZoneOf(request.ExternalHost);
        Fqdn? adDomain = request.ADDomain ?? CommonDomain(request.Servers);
        DnsModel? asked = request.ZoneModels.TryGetValue(zone, out DnsModel perZone) ? perZone : request.DnsModel;
        return new ZoneView(request, zone, request.SmtpDomains ?? [zone], adDomain, asked);
    }

    /// <summary>
    /// The zone that a name belongs to: the longest known one, the Active Directory domain included, else the name's parent, unless that is
    /// a public suffix.
    /// </summary>
    public Fqdn ZoneOf(Fqdn name)
    {
        Fqdn? known = KnownZoneOf(name);
        return ADDomain is not null && name.IsIn(ADDomain) && (known is null || known.Value.Length < ADDomain.Value.Length)
            ? ADDomain
            : known ?? PublicSuffixes.ZoneOf(name);
    }

    public DnsModel ModelOf(Fqdn zone) => _models.TryGetValue(zone, out DnsModel model) ? model : _chosen?.Invoke(zone) ?? Model;

    /// <summary>
    /// Whether the zone is only known inside: the Active Directory domain, also as a child of a public zone, where it is not a public zone
    /// itself.
    /// </summary>
    public bool IsInsideOnly(Fqdn zone) => ADDomain is not null && zone.IsIn(ADDomain) && KnownZoneOf(zone)?.IsIn(ADDomain) != true;

    public IEnumerable<PlannedZone> Describe(IEnumerable<Fqdn> hosts) => hosts
        .Select(ZoneOf)
        .Prepend(ExternalZone)
        .Distinct()
        .Where(z => !IsInsideOnly(z))
        .Select(z => new PlannedZone { Name = z, Model = ModelOf(z) });

    /// <summary>The longest known zone, found from the name upwards: a plan may have thousands of zones, a name has few labels.</summary>
    private Fqdn? KnownZoneOf(Fqdn name)
    {
        Fqdn? zone = name;
        while (zone is not null && !_known.Contains(zone))
        {
            zone = zone.Parent;
        }

        return zone;
    }

    private static DnsModel Choose(Fqdn zone, Fqdn? adDomain, bool modern)
    {
        if (adDomain is null || adDomain.Equals(zone))
        {
            return DnsModel.Split;
        }

        // A public certificate has not been able to carry internal names since 2015, so 2013 and later share the public name.
        return modern ? DnsModel.Pinpoint : DnsModel.Separate;
    }

    private static Fqdn? CommonDomain(IReadOnlyList<ServerRequest> servers)
    {
        Fqdn? common = null;
        foreach (ServerRequest server in servers)
        {
            if (server.Fqdn?.Parent is not { } domain)
            {
                continue;
            }

            common ??= domain;
            while (common is not null && !domain.IsIn(common))
            {
                common = common.Parent;
            }

            if (common is null)
            {
                return null;
            }
        }

        return common;
    }
}
