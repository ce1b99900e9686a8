using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Requests;

/// <summary>Inputs that exclude each other: nothing is guessed about which of them was meant.</summary>
internal static class RequestContradictions
{
    public static void Find(NamespaceRequest request, ICollection<InputFault> faults)
    {
        foreach (SiteRequest site in request.Sites.Where(s => s.InternetFacing == false))
        {
            bool external = site.ExternalHost is not null || site.ExternalAddresses.Count > 0
                || site.ServiceHosts.Values.Any(h => h.External is not null && !h.OneName);
            if (external)
            {
                faults.Add(new InputFault(FaultIds.SiteContradiction, "Site", site.Name,
                    $"Site {VisibleText.Short(site.Name)} is not Internet-facing but carries an external host or address. Correct one of "
                        + "the two."));
            }
        }

        if (request.Sites.Count > 0 && request.Sites.All(s => s.InternetFacing == false))
        {
            faults.Add(new InputFault(FaultIds.SiteContradiction, "Site", request.ExternalHost.Value,
                $"No site is Internet-facing, but {request.ExternalHost} is the external host. At least one site must be reached from "
                    + "outside."));
        }

        if (request.KeepInternalUrl == true && (request.InternalHost is not null || request.AutodiscoverHost is not null))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "KeepInternalUrl",
                request.InternalHost?.Value ?? request.AutodiscoverHost?.Value,
                "KeepInternalUrl leaves internal URLs and the service connection point alone, so InternalHost and AutodiscoverHost have no "
                    + "use beside it. Leave one out."));
        }

        foreach (SiteRequest site in request.Sites.Where(
            s => s.FailbackHost is { } host && host.Equals(s.ExternalHost ?? request.ExternalHost)))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "Site.FailbackHost", site.FailbackHost!.Value,
                $"The failback host of site {VisibleText.Short(site.Name)} equals its external host. It must lead to the site while the "
                    + "external host still leads to another one."));
        }

        FindConnectionPoints(request, faults);
        FindMail(request, faults);
        if (request.LegacyHost is not null && request.LegacyHost.Equals(request.ExternalHost))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "LegacyHost", request.LegacyHost.Value,
                "The legacy host equals the external host. Old servers need a name of their own."));
        }

        foreach (SiteRequest site in request.Sites.Where(
            s => s.LegacyHost is { } host && (host.Equals(s.ExternalHost ?? request.ExternalHost) || host.Equals(s.InternalHost))))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "Site.LegacyHost", site.LegacyHost!.Value,
                $"The legacy host of site {VisibleText.Short(site.Name)} is a host of the site itself. Old servers need a name of their "
                    + "own."));
        }

        if (request.DownloadHost is not null && request.DownloadHost.Equals(request.ExternalHost))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "DownloadHost", request.DownloadHost.Value,
                "The download host equals the external host. It must differ from every OWA host."));
        }
    }

    private static void FindConnectionPoints(NamespaceRequest request, ICollection<InputFault> faults)
    {
        (string Path, bool Clears, IReadOnlyDictionary<ClientService, ServiceHosts> Hosts)[] scopes =
        [
            ("ServiceHost", request.ClearsConnectionPoints, request.ServiceHosts),
            .. request.Sites.Select(s => ("Site.ServiceHost", s.ClearsConnectionPoints, s.ServiceHosts)),
        ];
        foreach ((string path, _, IReadOnlyDictionary<ClientService, ServiceHosts> hosts) in scopes.Where(s => s.Clears))
        {
            if (hosts.TryGetValue(ClientService.Autodiscover, out ServiceHosts? named) && named.Internal is { } host)
            {
                faults.Add(new InputFault(FaultIds.InputContradiction, path + ".Autodiscover", host.Value,
                    $"{path}.Autodiscover names {host} for the service connection points, and AutodiscoverHost without a value clears "
                        + "them. Leave one out."));
            }
        }
    }

    private static void FindMail(NamespaceRequest request, ICollection<InputFault> faults)
    {
        (string Name, object? Value)[] needMailHost =
        [
            ("MailIPAddress", request.MailAddresses.FirstOrDefault()),
            ("SendingHost", request.SendingHost?.Value),
            ("SendingIPAddress", request.SendingAddresses.FirstOrDefault()),
            ("HygieneHost", request.HygieneHosts.FirstOrDefault()?.Value),
            ("HygieneIPRange", request.HygieneRanges.FirstOrDefault()),
            ("MailChildDomain", request.MailChildDomains.FirstOrDefault()?.Value),
        ];
        foreach ((string name, object? value) in needMailHost.Where(m => m.Value is not null && request.MailHost is null))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, name, value,
                $"{name} has no use without MailHost: mail is not planned. Give the public mail host, for example smtp.contoso.com."));
        }

        foreach (Fqdn host in request.HygieneHosts.Where(h => h.Equals(request.MailHost)))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "HygieneHost", host.Value,
                "The exchanger of the hygiene service equals the mail host. Give the names of the service, or leave HygieneHost out."));
        }

        if (request.ExternalHost.Equals(request.MailHost) && request.ExternalAddresses.Count > 0
            && request.MailAddresses.Except(request.ExternalAddresses).FirstOrDefault() is { } other)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "MailIPAddress", other,
                $"{request.MailHost} is also the external host, whose addresses are others. Give both the same addresses, or mail a name "
                    + "of its own."));
        }

        IReadOnlyList<Fqdn> domains = request.SmtpDomains ?? [PublicSuffixes.ZoneOf(request.ExternalHost)];
        foreach (Fqdn domain in request.AutodiscoverSrvDomains.Where(d => !domains.Contains(d)))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "AutodiscoverSrvDomain", domain.Value,
                $"{domain} is no mail domain of the plan. Known: {string.Join(", ", domains)}."));
        }

        foreach (Fqdn child in request.MailChildDomains)
        {
            if (domains.Contains(child) || !domains.Any(child.IsIn))
            {
                faults.Add(new InputFault(FaultIds.InputContradiction, "MailChildDomain", child.Value,
                    $"{child} lies below no mail domain, or is one itself. Known: {string.Join(", ", domains)}."));
            }
        }
    }
}
