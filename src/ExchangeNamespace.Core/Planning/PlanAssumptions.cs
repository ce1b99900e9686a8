using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Planning;

/// <summary>Says of everything that was not stated how the plan came to it, in the order in which one thing follows from another.</summary>
internal static class PlanAssumptions
{
    public static IEnumerable<string> Of(PlanDraft draft) => Versions(draft).Concat(Zones(draft)).Concat(Model(draft))
        .Concat(draft.Sites.Where(s => s.Servers.Count > 0).SelectMany(s => Site(draft, s)))
        .Concat(Certificates(draft));

    private static IEnumerable<string> Versions(PlanDraft draft)
    {
        string[] silent = [.. draft.Request.Servers.Where(s => s.Version is null).Select(s => s.Name)];
        if (silent.Length > 0 && draft.Request.Version is { } version)
        {
            yield return $"Version of {NameList.Describe(silent)}: {version}, from -ExchangeVersion, because they state none.";
        }
    }

    private static IEnumerable<string> Zones(PlanDraft draft)
    {
        NamespaceRequest request = draft.Request;
        Fqdn zone = draft.Zones.ExternalZone;
        bool isMailDomain = request.SmtpDomains?.Contains(zone) == true;
        yield return isMailDomain ? $"External zone: {zone}, the longest mail domain that {request.ExternalHost} ends in."
            : request.ZoneModels.ContainsKey(zone)
            ? $"External zone: {zone}, the longest zone of -DnsModel that {request.ExternalHost} ends in."
            : $"External zone: {zone}, because {request.ExternalHost} is in no mail domain that was stated: the host without its first "
                + "label, or the host itself where only a public suffix would be left.";
        if (request.SmtpDomains is null)
        {
            yield return $"Mail domains: {zone} alone, the external zone, because -SmtpDomain was not stated.";
        }

        if (request.ADDomain is null)
        {
            string[] full = [.. request.Servers.Select(s => s.Fqdn?.Value).OfType<string>()];
            yield return draft.Zones.ADDomain is { } domain
                ? $"Active Directory domain: {domain}, which the full names of the servers have in common ({NameList.Describe(full)})."
                : full.Length == 0
                    ? "Active Directory domain: unknown, because no server has a full name and -ADDomain was not stated."
                    : "Active Directory domain: unknown, because the full names of the servers have none in common "
                        + $"({NameList.Describe(full)}).";
        }
    }

    private static IEnumerable<string> Model(PlanDraft draft)
    {
        NamespaceRequest request = draft.Request;
        Fqdn[] zones = [.. draft.Zones.Describe(draft.DnsRecords.Select(r => r.Name)).Select(z => z.Name)];
        foreach (Fqdn zone in zones.Where(z => request.DnsModel is null && !request.ZoneModels.ContainsKey(z)))
        {
            yield return $"DNS model of {zone}: {draft.Zones.ModelOf(zone)}, because {Why(draft, zone)}.";
        }
    }

    private static string Why(PlanDraft draft, Fqdn zone)
    {
        DnsModel model = draft.Zones.ModelOf(zone);
        if (draft.Zones.ADDomain is not { } domain)
        {
            return "the Active Directory domain is unknown; Test-SplitDns tells how the zone is served inside";
        }

        return domain.Equals(zone) ? "it is the Active Directory domain, which inside DNS servers hold"
            : model == DnsModel.Pinpoint
            ? $"the Active Directory domain is {domain}, a server is of 2013 or later, and no public certificate carries inside names: "
                + "clients inside use the public names too"
            : model == DnsModel.Separate
            ? $"the Active Directory domain is {domain}, and every server is of 2007 or 2010, which have their inside names there"
            : "the external zone has it";
    }

    private static IEnumerable<string> Site(PlanDraft draft, SiteDraft site)
    {
        NamespaceRequest request = draft.Request;
        SiteRequest? stated = request.Sites.FirstOrDefault(s => string.Equals(s.Name, site.Name, StringComparison.OrdinalIgnoreCase));
        string[] silent = [.. site.Servers.Where(s => s.InternetFacing is null).Select(s => s.Name)];
        if (stated?.InternetFacing is null && silent.Length > 0)
        {
            yield return $"Internet-facing: {NameList.Describe(silent)} of {site.Label}, because neither they nor their site say "
                + "otherwise.";
        }

        bool statesInternal = stated?.InternalHost is not null || (stated?.ExternalHost is null && request.InternalHost is not null);
        if (!draft.KeepInternal && !statesInternal)
        {
            DnsModel model = draft.Zones.ModelOf(draft.Zones.ZoneOf(site.ExternalHost));
            yield return site.InternalHost.Equals(site.ExternalHost)
                ? $"Internal host of {site.Label}: {site.InternalHost}, the external host, because "
                    + (model == DnsModel.Separate ? "the Active Directory domain is unknown." : $"its zone is {model}.")
                : $"Internal host of {site.Label}: {site.InternalHost}, the first label of the external host in the Active Directory "
                    + "domain, because its zone is Separate.";
        }

        bool statesHost = site.ClearsConnectionPoints || stated?.AutodiscoverHost is not null || request.AutodiscoverHost is not null
            || request.ServiceHosts.ContainsKey(ClientService.Autodiscover)
            || stated?.ServiceHosts.ContainsKey(ClientService.Autodiscover) == true;
        if (!statesHost)
        {
            yield return site.ServiceConnectionPointHost is { } host
                ? $"Service connection point of {site.Label}: {host}, its internal host, because -AutodiscoverHost was not stated."
                : $"Service connection point of {site.Label}: left as it is, because the internal URLs stay at the server name.";
        }
    }

    private static IEnumerable<string> Certificates(PlanDraft draft)
    {
        NamespaceRequest request = draft.Request;
        if (request.KeepInternalUrl is null && draft.KeepInternal)
        {
            yield return $"Internal URLs: left at the server name, because of the reverse proxy strategy {request.ReverseProxy}.";
        }

        if (request.ServerNames is null)
        {
            yield return $"Server names on the certificate: {draft.ServerNames}, "
                + (draft.ServerNames == ServerNameChoice.None
                    ? draft.KeepInternal ? "because -ServerNameOnCertificate was not stated." : "because no URL of the plan has one."
                    : $"because of the reverse proxy strategy {request.ReverseProxy}.");
        }

        if (request.MailHost is null)
        {
            yield return "Mail host: none, because -MailHost was not stated; the plan has no address, certificate name or connector "
                + "for it.";
        }

        yield return $"Certificate rules: those of {DayText.Of(request.AsOf)}.";
    }
}
