using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Redaction;

/// <summary>A plan with substitutes in the place of its names, and of the same shape.</summary>
internal sealed class PlanRedactor(NameSubstitutes names, TextRedactor text)
{
    private readonly Dictionary<IReadOnlyList<ServiceAssignment>, IReadOnlyList<ServiceAssignment>> _services = [];

    public NamespacePlan Of(NamespacePlan plan) => new()
    {
        ExternalHost = Host(plan.ExternalHost),
        ExternalZone = Host(plan.ExternalZone),
        ADDomain = HostOrNull(plan.ADDomain),
        SmtpDomains = Hosts(plan.SmtpDomains),
        AutodiscoverSrvDomains = Hosts(plan.AutodiscoverSrvDomains),
        DnsModel = plan.DnsModel,
        Zones = [.. plan.Zones.Select(z => new PlannedZone { Name = Host(z.Name), Model = z.Model })],
        LegacyHost = HostOrNull(plan.LegacyHost),
        MailHost = HostOrNull(plan.MailHost),
        Mail = plan.Mail is { } mail ? Mail(mail) : null,
        ReverseProxy = plan.ReverseProxy,
        Hybrid = plan.Hybrid,
        AsOf = plan.AsOf,
        Sites = [.. plan.Sites.Select(Site)],
        Servers = [.. plan.Servers.Select(Server)],
        Certificates = [.. plan.Certificates.Select(Certificate)],
        DnsRecords = [.. plan.DnsRecords.Select(Record)],
        OutlookProvider = plan.OutlookProvider is { } provider ? new OutlookProviderSetting
        {
            Provider = provider.Provider,
            CertPrincipalName = text.Of(provider.CertPrincipalName),
            Reason = text.Of(provider.Reason),
        } : null,
        Findings = [.. plan.Findings.Select(Finding)],
        Notes = [.. plan.Notes.Select(Finding)],
    };

    /// <summary>A finding.</summary>
    public Finding Finding(Finding finding) => new()
    {
        Code = finding.Code,
        Severity = finding.Severity,
        Subject = text.Of(finding.Subject),
        Message = text.Of(finding.Message),
        Remedy = text.Of(finding.Remedy),
        Rule = finding.Rule,
        Values = [.. finding.Values.Select(text.Of)],
        Servers = [.. finding.Servers.Select(names.Server)],
    };

    private PlannedMail Mail(PlannedMail mail) => new()
    {
        Addresses = [.. mail.Addresses.Select(text.Value)],
        SendingHost = Host(mail.SendingHost),
        SendingAddresses = [.. mail.SendingAddresses.Select(text.Value)],
        HygieneHosts = Hosts(mail.HygieneHosts),
        HygieneRanges = [.. mail.HygieneRanges.Select(text.Value)],
        ChildDomains = Hosts(mail.ChildDomains),
    };

    private PlannedSite Site(PlannedSite site) => new()
    {
        Name = names.Site(site.Name),
        InternetFacing = site.InternetFacing,
        ExternalHost = HostOrNull(site.ExternalHost),
        InternalHost = HostOrNull(site.InternalHost),
        AutodiscoverHost = HostOrNull(site.AutodiscoverHost),
        LegacyHost = HostOrNull(site.LegacyHost),
        SiteScope = site.SiteScope is { } scope ? [.. scope.Select(names.Site)] : null,
    };

    private PlannedServer Server(PlannedServer server) => new()
    {
        Name = names.Server(server.Name),
        Fqdn = HostOrNull(server.Fqdn),
        Version = server.Version,
        Site = names.Site(server.Site),
        InternetFacing = server.InternetFacing,
        OutlookAnywhereEnabled = server.OutlookAnywhereEnabled,
        Addresses = [.. server.Addresses.Select(text.Value)],
        Services = Services(server.Services),
    };

    /// <summary>Servers that share a list share it afterwards too.</summary>
    private IReadOnlyList<ServiceAssignment> Services(IReadOnlyList<ServiceAssignment> services)
    {
        if (!_services.TryGetValue(services, out IReadOnlyList<ServiceAssignment>? known))
        {
            known = [.. services.Select(Service)];
            _services.Add(services, known);
        }

        return known;
    }

    private ServiceAssignment Service(ServiceAssignment service) => new()
    {
        Service = service.Service,
        Internal = Setting(service.Internal),
        External = Setting(service.External),
        SiteScope = service.SiteScope is { } scope ? [.. scope.Select(names.Site)] : null,
        AdditionalParameters = [.. service.AdditionalParameters.Select(p => new AdditionalParameter
        {
            Parameter = p.Parameter,
            Values = [.. p.Values.Select(text.Of)],
            IsBoolean = p.IsBoolean,
            IsAsked = p.IsAsked,
        })],
    };

    private UrlSetting Setting(UrlSetting setting) => setting.Action switch
    {
        SettingAction.Set => UrlSetting.Set(text.Value(setting.Value!), text.Of(setting.Reason)),
        SettingAction.Clear => UrlSetting.Clear(text.Of(setting.Reason)),
        SettingAction.Leave => UrlSetting.Leave(text.Of(setting.Reason)),
        _ => throw ClosedSet.Outside(setting.Action),
    };

    private PlannedCertificate Certificate(PlannedCertificate certificate) => new()
    {
        InstallOn = [.. certificate.InstallOn.Select(m => m == PlannedCertificate.ReverseProxyMachine ? m : names.Server(m))],
        Sites = [.. certificate.Sites.Select(names.Site)],
        Issuer = certificate.Issuer,
        CommonName = certificate.CommonName is { } name ? names.HostOrServer(name) : null,
        Names = [.. certificate.Names.Select(n => new CertificateName
        {
            Name = names.HostOrServer(n.Name),
            Reason = text.Of(n.Reason),
            Rule = n.Rule,
        })],
        PrivateKeyExportable = certificate.PrivateKeyExportable,
    };

    private DnsRecord Record(DnsRecord record) => new()
    {
        View = record.View,
        Zone = HostOrNull(record.Zone),
        Name = Host(record.Name),
        Type = record.Type,
        Value = record.Value is { } value ? text.Value(value) : null,
        Preference = record.Preference,
        Reason = text.Of(record.Reason),
    };

    private Fqdn Host(Fqdn name) => Fqdn.Parse(names.Host(name.Value));

    private Fqdn? HostOrNull(Fqdn? name) => name is null ? null : Host(name);

    private Fqdn[] Hosts(IEnumerable<Fqdn> hosts) => [.. hosts.Select(Host)];
}
