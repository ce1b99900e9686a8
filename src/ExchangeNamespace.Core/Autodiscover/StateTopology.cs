using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Autodiscover;

/// <summary>
/// An organisation as it was captured. A capture says which names the servers use, not what DNS answers: a name in use is taken as one that
/// leads to them, about others nothing is said.
/// </summary>
internal sealed class StateTopology : IAutodiscoverTopology
{
    private const string WebService = "IIS";

    private readonly ExchangeState _state;
    private readonly ILookup<string, string> _serversByHost;

    public StateTopology(ExchangeState state)
    {
        _state = state;
        ConnectionPoints = [.. Captured(state), .. NotCaptured(state)];
        MailDomains = [
            .. state.AcceptedDomains.Select(
                d => Fqdn.TryParse(d.DomainName.Value, nameof(d.DomainName), out Fqdn? domain, out _) ? domain : null).OfType<Fqdn>()];
        Sites = [.. state.Servers.Select(s => s.Site.Value).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        _serversByHost = state.Services.SelectMany(s => new[] { s.Internal, s.External }.Select(v => (Host: HostOf(Text(v)), s.Server)))
            .Concat(state.Servers.SelectMany(s => new[] { (Host: (string?)s.Name, Server: s.Name), (Host: s.Fqdn.Value, Server: s.Name) }))
            .Where(p => p.Host is not null)
            .ToLookup(p => p.Host!, p => p.Server, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<ConnectionPoint> ConnectionPoints { get; }

    public IReadOnlyList<Fqdn> MailDomains { get; }

    public IReadOnlyCollection<string> Sites { get; }

    public HostFact Find(string host, DnsView view) => new()
    {
        Exists = _serversByHost.Contains(host) ? true : null,
        Certificates = Certificates(
            _serversByHost.Contains(host) ? [.. _serversByHost[host].Distinct(StringComparer.OrdinalIgnoreCase)] : null),
    };

    public string? ServiceTarget(AutodiscoverQuestion question) => null;

    public string? AssumedMailboxSite(AutodiscoverQuestion question) => MailboxServer(question)?.Site.Value;

    public IReadOnlyList<AutodiscoverUrl> Urls(AutodiscoverQuestion question)
    {
        CapturedServer? server = MailboxServer(question);
        return server is null ? [] : [.. AutodiscoverSettings.To(question.Client, server.Version!.Product)
            .Where(r => r.Service != ClientService.MAPI || _state.Organization?.MapiHttpEnabled is not { IsKnown: true, Value: false })
            .Select(r => (Row: r, Service: _state.Find(server.Name, r.Service)))
            .Where(r => r.Service is not null)
            .Select(r => Url(r.Row, r.Row.View == DnsView.Internal ? r.Service!.Internal : r.Service!.External, question))];
    }

    private CapturedServer? MailboxServer(AutodiscoverQuestion question)
    {
        string? site = question.MailboxSite ?? question.Site;
        CapturedServer[] servers = [
            .. _state.Servers.Where(s => s.Version is not null && _state.Services.Any(v => Same(v.Server, s.Name)))];
        return servers.FirstOrDefault(s => Same(s.Site.Value, site)) ?? (question.MailboxSite is null ? servers.FirstOrDefault() : null);
    }

    /// <summary>The captured service connection points. One without a URL leads no client anywhere.</summary>
    private static IEnumerable<ConnectionPoint> Captured(ExchangeState state) => state.Services
        .Where(s => s.Service == ClientService.Autodiscover && s.Internal.Status != CaptureStatus.Null)
        .Select(p => new ConnectionPoint
        {
            Server = VisibleText.Short(p.Server),
            Url = Text(p.Internal),
            Sites = p.SiteScope.IsCaptured ? p.SiteScope.Value ?? [] : null,
        });

    /// <summary>
    /// The servers that serve clients and whose service connection point the capture does not show. Each of them has one, so it was not
    /// captured, and nothing is known about where it leads.
    /// </summary>
    private static IEnumerable<ConnectionPoint> NotCaptured(ExchangeState state)
    {
        HashSet<string> captured = new(
            state.Services.Where(s => s.Service == ClientService.Autodiscover).Select(s => s.Server), StringComparer.OrdinalIgnoreCase);
        string[] serving =
        [
            .. state.Servers.Where(s => ServesClients(s) ?? !state.Has(StateKind.ClientAccess)).Select(s => s.Name)
                .Concat(state.Services.Select(s => s.Server))
                .Where(s => !captured.Contains(s))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        return serving.Length == 0 && captured.Count == 0 && !state.Has(StateKind.ClientAccess)
            ? [new ConnectionPoint { Server = "servers that were not captured" }]
            : serving.Select(s => new ConnectionPoint { Server = VisibleText.Short(s) });
    }

    private static bool? ServesClients(CapturedServer server) => server switch
    {
        { IsEdgeServer.Value: true } => false,
        { Version.Product: >= ExchangeProduct.Exchange2016 } => true,
        { IsClientAccessServer.IsKnown: true } => server.IsClientAccessServer.Value,
        _ => null,
    };

    private AutodiscoverUrl Url(AutodiscoverSettingsRow row, Captured<string> value, AutodiscoverQuestion question)
    {
        string? url = Text(value);
        return new AutodiscoverUrl
        {
            Section = row.Section,
            Service = row.Service,
            View = row.View,
            Url = url,
            IsKnown = value.IsCaptured,
            IsUsed = row.View == question.View || row.Section == AutodiscoverSection.MobileSync,
            CertificateCovers = HostOf(url) is { } host ? Find(host, row.View).Covers(host) : null,
        };
    }

    /// <summary>
    /// The certificates that may answer on some servers, or on all: those of IIS where that was captured. Certificates whose server was not
    /// captured say nothing about some servers alone.
    /// </summary>
    private List<IReadOnlyList<string>> Certificates(IReadOnlyCollection<string>? servers)
    {
        CapturedCertificate[] near = [.. _state.Certificates.Where(c => c.CertificateDomains.IsKnown
            && (servers is null || !c.Server.IsKnown || servers.Contains(c.Server.Value!, StringComparer.OrdinalIgnoreCase)))];
        CapturedCertificate[] web = [.. near.Where(c => c.Services.Value?.Contains(WebService, StringComparer.OrdinalIgnoreCase) == true)];
        CapturedCertificate[] answering = web.Length > 0 ? web : [.. near.Where(c => !c.Services.IsCaptured)];
        return servers is not null && !answering.Any(c => c.Server.IsKnown) ? []
            : [.. answering.Select(c => c.CertificateDomains.Value!)];
    }

    /// <summary>A captured URL or host in printable characters; null without one.</summary>
    private static string? Text(Captured<string> value) =>
        string.IsNullOrEmpty(value.Value) ? null : HttpTarget.TryParse(value.Value, out _) ? value.Value : VisibleText.Short(value.Value!);

    private static string? HostOf(string? url) => url is null ? null : HttpTarget.TryParse(url, out HttpTarget? target) ? target.Host : url;

    private static bool Same(string? a, string? b) => a is not null && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
