using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Autodiscover;

/// <summary>An organisation as its plan will make it.</summary>
internal sealed class PlanTopology(NamespacePlan plan) : IAutodiscoverTopology
{
    private readonly HashSet<(DnsView, string)> _names = [
        .. plan.DnsRecords.Where(r => r.Type != DnsRecordType.MX).Select(r => (r.View, r.Name.Value))];

    public IReadOnlyList<Fqdn> MailDomains => plan.SmtpDomains;

    public IReadOnlyCollection<string> Sites { get; } = [.. plan.Servers.Select(s => s.Site).Distinct(StringComparer.OrdinalIgnoreCase)];

    public IReadOnlyList<ConnectionPoint> ConnectionPoints { get; } = [.. plan.Servers
        .Where(s => !s.ClearsConnectionPoint).Select(s => new ConnectionPoint
    {
        Server = s.Name,
        Url = Assignment(s, ClientService.Autodiscover)?.Internal.Value,

        // What a plan leaves alone is what setup made: the server's own site.
        Sites = Assignment(s, ClientService.Autodiscover)?.SiteScope ?? (s.Site.Length > 0 ? [s.Site] : null),
    })];

    public HostFact Find(string host, DnsView view)
    {
        bool own = view == DnsView.Internal && plan.Servers.Any(s => Same(s.Name, host) || Same(s.Fqdn?.Value, host));
        bool inside = _names.Contains((DnsView.Internal, host));
        bool outside = _names.Contains((DnsView.External, host));

        // Where the public zone is not served inside, inside clients ask the Internet for its names.
        bool exists = own || (view == DnsView.Internal ? inside || (outside && ModelOf(host) == DnsModel.Separate) : outside);
        return new HostFact
        {
            Exists = exists ? true : IsPlannedName(host) ? false : null,
            Certificates = Certificates(host, view == DnsView.External || !(own || inside)),
        };
    }

    public string? ServiceTarget(AutodiscoverQuestion question) => plan.AutodiscoverSrvDomains.Contains(question.Domain)
        ? plan.ServiceTarget(ModelOf(question.Domain.Value) == DnsModel.Separate ? DnsView.External : question.View).Value
        : null;

    public string? AssumedMailboxSite(AutodiscoverQuestion question) => MailboxServer(question)?.Site;

    public IReadOnlyList<AutodiscoverUrl> Urls(AutodiscoverQuestion question)
    {
        PlannedServer? server = MailboxServer(question);
        return server is null ? [] : [.. AutodiscoverSettings.To(question.Client, server.Version.Product)
            .Select(r => (Row: r, Assignment: Assignment(server, r.Service)))
            .Where(r => r.Assignment is not null)
            .Select(r => Url(r.Row, r.Row.View == DnsView.Internal ? r.Assignment!.Internal : r.Assignment!.External, question))];
    }

    private PlannedServer? MailboxServer(AutodiscoverQuestion question) =>
        plan.Servers.FirstOrDefault(s => question.MailboxSite is { } site && Same(s.Site, site))
            ?? plan.Servers.FirstOrDefault(s => question.MailboxSite is null && Same(s.Site, question.Site))
            ?? plan.Servers.FirstOrDefault(s => question.MailboxSite is null);

    private AutodiscoverUrl Url(AutodiscoverSettingsRow row, UrlSetting setting, AutodiscoverQuestion question)
    {
        string? host = setting.Value is not { } value ? null : HttpTarget.TryParse(value, out HttpTarget? target) ? target.Host : value;
        return new AutodiscoverUrl
        {
            Section = row.Section,
            Service = row.Service,
            View = row.View,
            Url = setting.Value,
            IsKnown = setting.Action != SettingAction.Leave,
            IsUsed = row.View == question.View || row.Section == AutodiscoverSection.MobileSync,
            CertificateCovers = host is null ? null : Find(host, row.View).Covers(host),
        };
    }

    private List<IReadOnlyList<string>> Certificates(string host, bool fromOutside)
    {
        bool proxy = fromOutside && plan.Certificates.Any(c => c.Sites.Count == 0);
        PlannedCertificate[] answering = [.. plan.Certificates.Where(c => proxy ? c.Sites.Count == 0 : c.Sites.Count > 0)];
        PlannedCertificate[] near = At(s => Publishes(s, host));
        near = near.Length > 0 ? near : At(s => s.InternetFacing);
        return [.. (near.Length > 0 ? near : answering).Select(c => (IReadOnlyList<string>)[.. c.Names.Select(n => n.Name)])];

        PlannedCertificate[] At(Func<PlannedSite, bool> where)
        {
            string[] sites = [.. plan.Sites.Where(where).Select(s => s.Name)];
            return [.. answering.Where(c => c.Sites.Any(sites.Contains))];
        }
    }

    private bool Publishes(PlannedSite site, string host) =>
        Same(site.ExternalHost?.Value, host) || Same(site.InternalHost?.Value, host) || Same(site.AutodiscoverHost?.Value, host)
        || plan.Servers.Any(s => Same(s.Site, site.Name) && (Same(s.Name, host) || Same(s.Fqdn?.Value, host)));

    /// <summary>Whether the plan has to say something about the name: then silence means that it is not there.</summary>
    private bool IsPlannedName(string host) => plan.SmtpDomains.Any(d => StepTarget.Host(d) == host);

    private DnsModel ModelOf(string host) =>
        plan.Zones.Where(z => host == z.Name.Value || host.EndsWith("." + z.Name.Value, StringComparison.Ordinal))
            .OrderByDescending(z => z.Name.Value.Length).FirstOrDefault()?.Model
        ?? plan.DnsModel;

    private static ServiceAssignment? Assignment(PlannedServer server, ClientService service) =>
        server.Services.FirstOrDefault(a => a.Service == service);

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
