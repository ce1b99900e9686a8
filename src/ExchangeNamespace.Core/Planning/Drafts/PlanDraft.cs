using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Planning.Drafts;

/// <summary>The plan while it is being made: the request, what has been derived so far, and the findings.</summary>
internal sealed class PlanDraft(NamespaceRequest request)
{
    private ILookup<SiteDraft, ServerGroup>? _groupsBySite;
    private ILookup<string, PlannedCertificate>? _certificatesBySite;

    public NamespaceRequest Request { get; } = request;

    public required ZoneView Zones { get; init; }

    public required IReadOnlyList<SiteDraft> Sites { get; init; }

    public required IReadOnlyList<PlannedServer> Servers { get; init; }

    public PlannedMail? Mail { get; init; }

    public IReadOnlyList<PlannedCertificate> Certificates { get; set; } = [];

    public IReadOnlyList<DnsRecord> DnsRecords { get; set; } = [];

    public OutlookProviderSetting? OutlookProvider { get; set; }

    public bool KeepInternal { get; init; }

    public ServerNameChoice ServerNames { get; init; }

    /// <summary>The groups of servers that share version, site and kind, each with one server as its example.</summary>
    public required IReadOnlyList<ServerGroup> Groups { get; init; }

    public IEnumerable<ServerGroup> GroupsOf(SiteDraft site) => (_groupsBySite ??= Groups.ToLookup(g => g.Site))[site];

    /// <summary>The certificates on the servers of a site; to be asked once <see cref="Certificates"/> are planned.</summary>
    public IEnumerable<PlannedCertificate> CertificatesOf(SiteDraft site) => (_certificatesBySite ??= Certificates
        .SelectMany(c => c.Sites.Select(s => (Site: s, Certificate: c)))
        .ToLookup(x => x.Site, x => x.Certificate, StringComparer.OrdinalIgnoreCase))[site.Name];

    public bool Has(ExchangeProduct product) => Groups.Any(g => g.Version.Product == product);

    public bool HasFrom(ExchangeProduct product) => Groups.Any(g => g.Version.Product >= product);

    /// <summary>The values that any server sets for a service, internal and external.</summary>
    public IEnumerable<string> ValuesOf(ClientService service) => Groups
        .SelectMany(g => g.Services.Where(s => s.Service == service))
        .SelectMany(s => new[] { s.Internal.Value, s.External.Value })
        .OfType<string>()
        .Distinct(StringComparer.Ordinal);
}

/// <summary>Servers of one site, version and kind: they share one list of assignments.</summary>
internal sealed class ServerGroup
{
    public required SiteDraft Site { get; init; }

    public required ExchangeVersion Version { get; init; }

    public required bool InternetFacing { get; init; }

    public required bool? OutlookAnywhereEnabled { get; init; }

    public required bool Legacy { get; init; }

    /// <summary>Whether Extended Protection is known to be on, so that SSL offloading must be off.</summary>
    public required bool OffloadingOff { get; init; }

    public IReadOnlyList<ServiceAssignment> Services { get; set; } = [];

    public List<string> Servers { get; } = [];

    /// <summary>The servers in words: the first names and how many there are.</summary>
    public string Describe() => NameList.Describe(Servers);
}
