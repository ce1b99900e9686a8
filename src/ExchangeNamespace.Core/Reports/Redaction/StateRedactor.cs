using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Reports.Redaction;

/// <summary>Captured settings with substitutes in the place of their names. The bytes of certificates are left out.</summary>
internal sealed class StateRedactor(NameSubstitutes names, TextRedactor text, PlanRedactor plans)
{
    public ExchangeState Of(ExchangeState state) => new()
    {
        Kinds = state.Kinds,
        Servers = [.. state.Servers.Select(Server)],
        Services = [.. state.Services.Select(Service)],
        AutodiscoverDirectories = [.. state.AutodiscoverDirectories.Select(Service)],
        Certificates = [.. state.Certificates.Select(Certificate)],
        ReceiveConnectors = [.. state.ReceiveConnectors.Select(Connector)],
        SendConnectors = [.. state.SendConnectors.Select(Connector)],
        AcceptedDomains = [.. state.AcceptedDomains.Select(d => new CapturedAcceptedDomain
        {
            Name = text.Of(d.Name),
            DomainName = One(d.DomainName, text.Of),
            DomainType = d.DomainType,
            Default = d.Default,
        })],
        OutlookProviders = [.. state.OutlookProviders.Select(p => new CapturedOutlookProvider
        {
            Name = text.Of(p.Name),
            CertPrincipalName = One(p.CertPrincipalName, text.Of),
        })],
        ClientAccessArrays = [.. state.ClientAccessArrays.Select(a => new CapturedClientAccessArray
        {
            Name = text.Of(a.Name),
            Fqdn = One(a.Fqdn, text.Value),
            Site = One(a.Site, names.Site),
        })],
        TransportServers = [.. state.TransportServers.Select(s => new CapturedTransportServer
        {
            Name = names.Server(s.Name),
            InternalTransportCertificateThumbprint = One(s.InternalTransportCertificateThumbprint, names.Number),
        })],
        Organization = state.Organization is { } organization ? new CapturedOrganization
        {
            Name = One(organization.Name, text.Of),
            MapiHttpEnabled = organization.MapiHttpEnabled,
            OAuth2ClientProfileEnabled = organization.OAuth2ClientProfileEnabled,
            EnableDownloadDomains = organization.EnableDownloadDomains,
        } : null,
        Findings = [.. state.Findings.Select(plans.Finding)],
    };

    private CapturedServer Server(CapturedServer server) => new()
    {
        Name = names.Server(server.Name),
        Fqdn = One(server.Fqdn, text.Value),
        Site = One(server.Site, names.Site),
        AdminDisplayVersion = server.AdminDisplayVersion,
        Version = server.Version,
        Roles = server.Roles,
        IsClientAccessServer = server.IsClientAccessServer,
        IsEdgeServer = server.IsEdgeServer,
        OutlookAnywhereEnabled = server.OutlookAnywhereEnabled,
        ExtendedProtection = server.ExtendedProtection,
    };

    private CapturedService Service(CapturedService service) => new()
    {
        Server = names.Server(service.Server),
        Service = service.Service,
        Identity = text.Of(service.Identity),
        IsDefault = service.IsDefault,
        Internal = One(service.Internal, text.Value),
        External = One(service.External, text.Value),
        SiteScope = Each(service.SiteScope, names.Site),
        Settings = service.Settings.ToDictionary(s => s.Key, s => Each(s.Value, text.Of), StringComparer.OrdinalIgnoreCase),
    };

    private CapturedCertificate Certificate(CapturedCertificate certificate) => new()
    {
        Server = One(certificate.Server, names.Server),
        Thumbprint = One(certificate.Thumbprint, names.Number),
        Subject = One(certificate.Subject, text.Of),
        Issuer = One(certificate.Issuer, text.Of),
        SerialNumber = One(certificate.SerialNumber, names.Number),
        NotBefore = certificate.NotBefore,
        NotAfter = certificate.NotAfter,
        Services = certificate.Services,
        CertificateDomains = Each(certificate.CertificateDomains, names.HostOrServer),
        HasPrivateKey = certificate.HasPrivateKey,
        IsSelfSigned = certificate.IsSelfSigned,
        Status = certificate.Status,
        RootCAType = certificate.RootCAType,
    };

    private CapturedReceiveConnector Connector(CapturedReceiveConnector connector) => new()
    {
        Name = text.Of(connector.Name),
        Identity = text.Of(connector.Identity),
        Server = One(connector.Server, names.Server),
        Fqdn = One(connector.Fqdn, text.Value),
        AuthMechanism = connector.AuthMechanism,
        TlsCertificateName = One(connector.TlsCertificateName, text.Of),
        TlsDomainCapabilities = Each(connector.TlsDomainCapabilities, text.Of),
        Bindings = Each(connector.Bindings, text.Of),
        PermissionGroups = connector.PermissionGroups,
        Enabled = connector.Enabled,
    };

    private CapturedSendConnector Connector(CapturedSendConnector connector) => new()
    {
        Name = text.Of(connector.Name),
        Identity = text.Of(connector.Identity),
        Fqdn = One(connector.Fqdn, text.Value),
        AddressSpaces = Each(connector.AddressSpaces, text.Of),
        SourceTransportServers = Each(connector.SourceTransportServers, names.Server),
        TlsCertificateName = One(connector.TlsCertificateName, text.Of),
        RequireTls = connector.RequireTls,
        TlsAuthLevel = connector.TlsAuthLevel,
        TlsDomain = One(connector.TlsDomain, text.Of),
        CloudServicesMailEnabled = connector.CloudServicesMailEnabled,
        Enabled = connector.Enabled,
    };

    private static Captured<string> One(Captured<string> value, Func<string, string> redact) =>
        value.IsKnown ? Captured.Known(redact(value.Value!)) : value;

    private static Captured<IReadOnlyList<string>> Each(Captured<IReadOnlyList<string>> value, Func<string, string> redact) =>
        value.IsKnown ? Captured.Known<IReadOnlyList<string>>([.. value.Value!.Select(redact)]) : value;
}
