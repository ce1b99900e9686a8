using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>The article's strategies for a reverse proxy (S25 to S27).</summary>
public enum ReverseProxyStrategy
{
    /// <summary>No reverse proxy, or one that does not end TLS.</summary>
    None,

    /// <summary>One certificate with public names on servers and proxy (S25).</summary>
    SharedCertificate,

    /// <summary>One certificate that also carries the server names on servers and proxy (S26).</summary>
    SharedCertificateWithServerNames,

    /// <summary>A certificate of the internal authority on the servers, a public one on the proxy (S27).</summary>
    SeparateCertificate,
}

/// <summary>
/// One namespace plan: everything that must agree for the stated names, each item with its reason. The same request gives the same plan on
/// every machine and in every culture.
/// </summary>
public sealed class NamespacePlan
{
    /// <summary>The schema of the plan's JSON form.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Not public, because PowerShell would make a plan out of any hashtable, with nothing in it judged.</summary>
    internal NamespacePlan()
    {
    }

    /// <summary>The host that clients on the Internet use.</summary>
    public required Fqdn ExternalHost { get; init; }

    /// <summary>The public zone of the external host.</summary>
    public required Fqdn ExternalZone { get; init; }

    /// <summary>The Active Directory domain; null when it is not known.</summary>
    public Fqdn? ADDomain { get; init; }

    /// <summary>The mail domains, in the order given.</summary>
    public required IReadOnlyList<Fqdn> SmtpDomains { get; init => field = Indexable.Of(value); }

    /// <summary>
    /// Those of the mail domains whose Autodiscover is found by a service record (S9, S10): they have no autodiscover name.
    /// </summary>
    public IReadOnlyList<Fqdn> AutodiscoverSrvDomains { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The model of the external zone.</summary>
    public required DnsModel DnsModel { get; init; }

    /// <summary>The public zones with the model of each.</summary>
    public required IReadOnlyList<PlannedZone> Zones { get; init => field = Indexable.Of(value); }

    /// <summary>The host of the coexistence name; null without one.</summary>
    public Fqdn? LegacyHost { get; init; }

    /// <summary>The public mail host; null when mail is not planned.</summary>
    public Fqdn? MailHost { get; init; }

    /// <summary>Who receives and sends mail; null when mail is not planned.</summary>
    public PlannedMail? Mail { get; init; }

    /// <summary>The reverse proxy strategy.</summary>
    public required ReverseProxyStrategy ReverseProxy { get; init; }

    /// <summary>What the organisation shares with Exchange Online.</summary>
    public HybridUse Hybrid { get; init; }

    /// <summary>The day for which the certificate rules were judged.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>The sites, in the order given.</summary>
    public required IReadOnlyList<PlannedSite> Sites { get; init => field = Indexable.Of(value); }

    /// <summary>The servers, in the order given.</summary>
    public required IReadOnlyList<PlannedServer> Servers { get; init => field = Indexable.Of(value); }

    /// <summary>The certificates.</summary>
    public required IReadOnlyList<PlannedCertificate> Certificates { get; init => field = Indexable.Of(value); }

    /// <summary>The records that both views must answer.</summary>
    public required IReadOnlyList<DnsRecord> DnsRecords { get; init => field = Indexable.Of(value); }

    /// <summary>The principal name to set for the organisation; null when none is needed or sites differ.</summary>
    public OutlookProviderSetting? OutlookProvider { get; init; }

    /// <summary>What is to know or to do for this plan; errors first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); }

    /// <summary>What every plan of these versions asks for, such as service principal names, with the values of this plan.</summary>
    public IReadOnlyList<Finding> Notes { get; init => field = Indexable.Of(value); } = [];

    /// <summary>Where the service records of Autodiscover lead to in a view.</summary>
    internal Fqdn ServiceTarget(DnsView view) =>
        view == DnsView.Internal && Sites.FirstOrDefault(s => s.InternetFacing)?.InternalHost is { } inside ? inside : ExternalHost;

    /// <summary>The coexistence name of the 2007 servers of a site: its own, else that of the plan; null without one.</summary>
    internal Fqdn? LegacyHostOf(string site) => SiteOf(site)?.LegacyHost ?? LegacyHost;

    /// <summary>The site of a name; null where the plan does not describe it.</summary>
    internal PlannedSite? SiteOf(string name) =>
        Sites.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => $"{ExternalHost} ({DnsModel}), {Servers.Count} server(s)";
}
