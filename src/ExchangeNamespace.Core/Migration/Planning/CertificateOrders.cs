using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Reduction;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>Which certificates a hop needs, with which names and on which machines.</summary>
internal static class CertificateOrders
{
    /// <summary>What is asked of every request.</summary>
    public static CertificateRequestOptions Options { get; } = new() { KeySize = 2048 };

    public static IReadOnlyList<CertificateOrder> Of(Hop hop)
    {
        List<CertificateOrder> orders = [];
        IReadOnlyList<PlannedCertificate> requested = HybridRule.Apply(hop.To, Options, []);
        for (int i = 0; i < requested.Count; i++)
        {
            PlannedCertificate planned = requested[i];
            List<PlannedServer> fresh = [.. hop.Added.Where(s => planned.IsOn(s.Name))];
            if ((fresh.Count > 0 || IsNewOnProxy(hop, planned)) && Order(hop, planned, Host(hop.To.Certificates[i]), fresh) is { } order)
            {
                orders.Add(order);
            }
        }

        HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);
        return [.. orders.Select(o => used.Add(o.Request.Text) ? o : o with
        {
            Request = o.Request.WithSuffix(Suffix(orders, o)),
            Issued = o.Issued.WithSuffix(Suffix(orders, o)),
            KeyFile = o.KeyFile.WithSuffix(Suffix(orders, o)),
        })];
    }

    private static string Suffix(List<CertificateOrder> orders, CertificateOrder order) =>
        (orders.IndexOf(order) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A host of the certificate that clients use: what stands on hybrid ones as the common name is that of mail.</summary>
    private static string Host(PlannedCertificate planned) => planned.CommonName is { } common && common[0] != '*' ? common
        : planned.Names.Select(n => n.Name).FirstOrDefault(n => n[0] != '*') ?? planned.Names[0].Name;

    private static CertificateOrder? Order(Hop hop, PlannedCertificate planned, string host, List<PlannedServer> fresh)
    {
        HashSet<string> sites = new(fresh.Select(s => s.Site), StringComparer.OrdinalIgnoreCase);
        HashSet<string> pool = new(Pool(hop, sites), StringComparer.OrdinalIgnoreCase);
        List<PlannedServer> beside = [.. hop.Old.Where(s => sites.Contains(s.Site) || pool.Contains(s.Name))];
        sites.UnionWith(beside.Select(s => s.Site));
        bool shared = fresh.Exists(s => NameOwners.Proxies(s.Version)) && beside.Exists(s => NameOwners.Proxies(s.Version));
        PlannedCertificate certificate = With(planned, hop, sites);
        List<PlannedServer> old = [.. beside.Where(s => (shared && NameOwners.Proxies(s.Version)) || Lacks(hop, s, certificate))];
        List<InputFault> faults = [];
        PlannedServer keeper = (beside.Count > 0 ? beside : [.. hop.Old]).OrderByDescending(s => ShellGenerations.Of(s.Version)).First();
        if (CertificateSubject.Create(certificate, Options, faults) is not { } subject)
        {
            return null;
        }

        WindowsFilePath request = WindowsFilePath.AtRoot(host, ".req");
        bool mail = hop.To.MailHost is { } mailHost && CertificateNameMatcher.Covers(subject.Names, mailHost.Value);
        return new CertificateOrder(certificate, $"{hop.Number}-{host}", keeper, subject)
        {
            Host = host,
            Request = request,
            Issued = request.WithExtension(".cer"),
            KeyFile = request.WithExtension(".pfx"),
            Services = mail ? [CertificateService.IIS, CertificateService.SMTP] : [CertificateService.IIS],
            OldServers = old,
            NewServers = fresh,
            OnProxy = planned.InstallOn.Any(IsProxy),
        };
    }

    /// <summary>The servers of 2013 and later that answer under one name together with those of a site, wherever they stand.</summary>
    private static IEnumerable<string> Pool(Hop hop, HashSet<string> sites)
    {
        NameOwners owners = new(hop.From);
        return from view in new[] { DnsView.Internal, DnsView.External }
               from name in owners.Names(view)
               let servers = owners.Of(view, name)
               where servers.All(s => NameOwners.Proxies(s.Version)) && servers.Any(s => sites.Contains(s.Site))
               from server in servers
               select server.Name;
    }

    /// <summary>The names of the target, and those that the same servers still answer under until the old ones are gone.</summary>
    private static PlannedCertificate With(PlannedCertificate planned, Hop hop, HashSet<string> sites)
    {
        List<string> names = [.. planned.Names.Select(n => n.Name)];
        IEnumerable<CertificateName> before = hop.From.Certificates
            .Where(c => c.Sites.Any(sites.Contains) || (IsForProxy(planned) && IsForProxy(c)))
            .SelectMany(c => c.Names)
            .Where(n => hop.From.DnsRecords.Any(r => string.Equals(r.Name.Value, n.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(n => new CertificateName { Name = n.Name, Reason = "Clients still have it from before.", Rule = n.Rule });
        IEnumerable<CertificateName> legacy = LegacyName.Of(hop, LegacyName.Sites(hop).Where(sites.Contains))
            .Select(n => new CertificateName { Name = n.Value, Reason = "Mailboxes that have not moved are reached under it.",
                Rule = "S8" });
        List<CertificateName> more = [];
        foreach (CertificateName name in before.Concat(legacy).Where(n => !CertificateNameMatcher.Covers(names, n.Name)))
        {
            names.Add(name.Name);
            more.Add(name);
        }

        return new PlannedCertificate
        {
            InstallOn = planned.InstallOn,
            Sites = planned.Sites,
            Issuer = planned.Issuer,
            CommonName = planned.CommonName,
            Names = [.. planned.Names, .. more],
            PrivateKeyExportable = true,
        };
    }

    /// <summary>Whether a proxy with a certificate of its own gets names that its present one has not.</summary>
    private static bool IsNewOnProxy(Hop hop, PlannedCertificate planned) => hop.Arriving.Any() && IsForProxy(planned)
        && planned.Names.Any(n => !CertificateNameMatcher.Covers(
            [.. hop.From.Certificates.Where(c => c.InstallOn.Any(IsProxy)).SelectMany(c => c.Names).Select(h => h.Name)], n.Name));

    private static bool IsForProxy(PlannedCertificate certificate) => certificate.InstallOn.All(IsProxy);

    private static bool IsProxy(string machine) =>
        string.Equals(machine, PlannedCertificate.ReverseProxyMachine, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an old server will be asked under a name that its certificate of the present plan has not.</summary>
    private static bool Lacks(Hop hop, PlannedServer server, PlannedCertificate certificate)
    {
        List<string> has = [.. hop.From.Certificates.Where(c => c.IsOn(server.Name))
            .SelectMany(c => c.Names).Select(n => n.Name)];
        return server.Version.Product == ExchangeProduct.Exchange2007
            && LegacyName.Of(hop, LegacyName.Sites(hop).Where(s => string.Equals(s, server.Site, StringComparison.OrdinalIgnoreCase)))
                .Any(n => !CertificateNameMatcher.Covers(has, n.Value) && CertificateNameMatcher.Covers(
                    [.. certificate.Names.Select(c => c.Name)], n.Value));
    }
}
