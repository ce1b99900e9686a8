using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;

namespace ExchangeNamespace.Planning;

/// <summary>Which certificates are needed, where, and with which names (S25 to S28, S35, S50).</summary>
internal static class CertificatePlanner
{
    private const string Worksheet = "S35";

    public static IReadOnlyList<PlannedCertificate> Plan(PlanDraft draft)
    {
        bool separate = draft.Request.ReverseProxy == ReverseProxyStrategy.SeparateCertificate;
        List<PlannedCertificate> certificates = [];
        if (separate)
        {
            certificates.Add(Proxy(draft));
        }

        IEnumerable<(SiteDraft Site, IReadOnlyList<CertificateName> Names)> perSite = draft.Sites
            .Where(s => s.Servers.Count > 0)
            .Select(site => (site, Reduce(draft, ServiceNames(draft, site, separate).Concat(AskedNames(draft)))));
        foreach (IGrouping<string, (SiteDraft Site, IReadOnlyList<CertificateName> Names)> same in perSite
            .GroupBy(s => draft.Request.CertificatePerSite ? Key(s.Names) : string.Empty, StringComparer.Ordinal))
        {
            certificates.Add(Server(draft, [.. same.Select(s => s.Site)], same.SelectMany(s => s.Names), separate));
        }

        // Where nothing is set and no server name is wanted there is nothing to ask for: the machine keeps the certificate that it has.
        return [.. certificates.Where(c => c.Names.Count > 0)];
    }

    private static PlannedCertificate Proxy(PlanDraft draft)
    {
        IReadOnlyList<CertificateName> names = Reduce(draft, draft.Sites
            .Where(s => s.InternetFacing).SelectMany(s => FacingNames(draft, s)).Concat(AskedNames(draft)));
        return new PlannedCertificate
        {
            InstallOn = [PlannedCertificate.ReverseProxyMachine],
            Sites = [],
            Issuer = CertificateAuthority.Public,
            CommonName = CommonNameOf(draft, names),
            Names = names,
        };
    }

    private static PlannedCertificate Server(PlanDraft draft, IReadOnlyList<SiteDraft> sites, IEnumerable<CertificateName> names,
        bool separate)
    {
        bool withProxy = !separate && draft.Request.ReverseProxy != ReverseProxyStrategy.None && sites.Any(s => s.InternetFacing);
        IEnumerable<string> servers = sites.SelectMany(s => s.Servers).Select(s => s.Name);
        IReadOnlyList<CertificateName> all = Reduce(draft, names.Concat(ServerNames(draft, sites)));
        List<string> installOn = [.. servers];
        if (withProxy)
        {
            installOn.Add(PlannedCertificate.ReverseProxyMachine);
        }

        return new PlannedCertificate
        {
            InstallOn = installOn,
            Sites = [.. sites.Select(s => s.Name)],
            Issuer = separate ? CertificateAuthority.Internal : draft.Request.Authority,
            CommonName = CommonNameOf(draft, all),
            Names = all,
            PrivateKeyExportable = installOn.Count > 1,
        };
    }

    private static IEnumerable<CertificateName> ServiceNames(PlanDraft draft, SiteDraft site, bool separate)
    {
        foreach (CertificateName name in !separate && site.InternetFacing ? FacingNames(draft, site) : [])
        {
            yield return name;
        }

        foreach ((string host, string services) in Hosts(draft, site, a => a.Internal))
        {
            yield return Name(host, $"Inside clients use it for {services}.", "S8");
        }

        foreach (CertificateName name in separate && site.InternetFacing
            ? FacingNames(draft, site).Where(n => LeadsInside(draft, n.Name)) : [])
        {
            yield return Name(name.Name, "Inside, the public name leads to the servers and not to the proxy.", "S1");
        }

        if (!draft.Sites.Any(s => s.InternetFacing))
        {
            foreach (CertificateName name in AutodiscoverNames(draft))
            {
                yield return name;
            }
        }
    }

    /// <summary>Whether the internal view has the name too: not in a zone that is only served outside, and not the mail host.</summary>
    private static bool LeadsInside(PlanDraft draft, string name)
    {
        Fqdn host = Fqdn.Parse(name);
        return draft.Zones.ModelOf(draft.Zones.ZoneOf(host)) != DnsModel.Separate && !host.Equals(draft.Request.MailHost);
    }

    private static IEnumerable<CertificateName> FacingNames(PlanDraft draft, SiteDraft site)
    {
        yield return Name(site.ExternalHost.Value, "Clients on the Internet use it.", Worksheet);
        foreach ((string host, string services) in Hosts(draft, site, a => a.External))
        {
            yield return Name(host, $"Clients on the Internet use it for {services}.", Worksheet);
        }

        if (site.FailbackHost is { } back)
        {
            yield return Name(back.Value, "Outlook on the web goes to the site by it while DNS still leads to another one.", "S29");
        }

        if (site.OwnLegacyHost is { } legacy)
        {
            yield return Name(legacy.Value, "Mailboxes of the site that have not moved are reached under it.", "S8");
        }

        foreach (CertificateName name in site.IsPrimary ? AutodiscoverNames(draft).Concat(Extras(draft)) : [])
        {
            yield return name;
        }
    }

    /// <summary>They come last, so that the first name, which is the common name, is one that clients use.</summary>
    private static IEnumerable<CertificateName> AskedNames(PlanDraft draft) => draft.Request.CertificateNames
        .Select(name => Name(name, "Asked for with CertificateName.", Worksheet));

    private static IEnumerable<CertificateName> Extras(PlanDraft draft)
    {
        if (draft.Request.LegacyHost is { } legacy)
        {
            yield return Name(legacy.Value, "Mailboxes that have not moved are reached under it.", "S8");
        }

        if (draft.Request.MailHost is { } mail)
        {
            yield return Name(mail.Value, "Other mail servers see it in the banner and in STARTTLS.", "S50");
        }

        if (draft.Mail is { } identity && !identity.SendingHost.Equals(draft.Request.MailHost))
        {
            yield return Name(identity.SendingHost.Value, "Other mail servers see it as the name of the sender, also in TLS.", "S47");
        }

        if (draft.Request.DownloadHost is { } download)
        {
            yield return Name(download.Value, "Outlook on the web downloads attachments from it.", "S8");
        }
    }

    private static IEnumerable<CertificateName> AutodiscoverNames(PlanDraft draft) => AutodiscoverName.Of(draft)
        .Select(n => Name(n.Value, "Clients outside ask it for the primary mail domain.", "S10"));

    private static IEnumerable<CertificateName> ServerNames(PlanDraft draft, IEnumerable<SiteDraft> sites)
    {
        foreach (ServerRequest server in sites.SelectMany(s => s.Servers))
        {
            if (draft.ServerNames is ServerNameChoice.NetBios or ServerNameChoice.Both)
            {
                yield return Name(server.Name, "The NetBIOS name stays in internal URLs.", "S23");
            }

            if (draft.ServerNames is ServerNameChoice.Fqdn or ServerNameChoice.Both
                && ServerFqdn.Of(server, draft.Zones.ADDomain) is { } fqdn)
            {
                // The letter case of the server is kept, so that name and full name look alike in the list.
                string full = fqdn.Value.StartsWith(server.Name + ".", StringComparison.OrdinalIgnoreCase)
                    ? server.Name + fqdn.Value.Substring(server.Name.Length) : fqdn.Value;
                yield return Name(full, "The full server name stays in internal URLs.", "S23");
            }
        }
    }

    private static IEnumerable<(string Host, string Services)> Hosts(PlanDraft draft, SiteDraft site,
        Func<ServiceAssignment, UrlSetting> side) => draft.GroupsOf(site)
        .SelectMany(g => g.Services)
        .Where(a => a.Service != ClientService.PowerShell && side(a).Action == SettingAction.Set)
        .GroupBy(a => HostText.Of(side(a).Value!), a => a.Service, StringComparer.Ordinal)
        .Select(same => (same.Key, string.Join(", ", same.Distinct())));

    private static IReadOnlyList<CertificateName> Reduce(PlanDraft draft, IEnumerable<CertificateName> names)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        List<CertificateName> distinct = [.. names.Where(n => seen.Add(n.Name))];
        List<string> wildcards = [.. distinct.Select(n => n.Name).Where(n => n[0] == '*')];

        // The first name, and one that was asked for, stay beside a wildcard: old clients look at nothing but the common name.
        return wildcards.Count == 0
            ? distinct
            : [.. distinct
                .Where((n, i) => i == 0 || n.Name[0] == '*' || IsCommonName(draft, n)
                    || !CertificateNameMatcher.Covers(wildcards, n.Name))];
    }

    private static string? CommonNameOf(PlanDraft draft, IReadOnlyList<CertificateName> names) =>
        (names.FirstOrDefault(n => IsCommonName(draft, n)) ?? names.FirstOrDefault(n =>
            n.Name.Length <= PlannedCertificate.MaximumCommonName))?.Name;

    private static bool IsCommonName(PlanDraft draft, CertificateName name) =>
        string.Equals(name.Name, draft.Request.CommonName, StringComparison.OrdinalIgnoreCase);

    private static string Key(IEnumerable<CertificateName> names) =>
        string.Join("|", names.Select(n => n.Name.ToLowerInvariant()).OrderBy(n => n, StringComparer.Ordinal));

    private static CertificateName Name(string name, string reason, string rule) => new() { Name = name, Reason = reason, Rule = rule };
}
