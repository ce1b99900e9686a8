using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>One server or host of a plan at one port.</summary>
/// <param name="Question">What it is asked.</param>
/// <param name="Needs">What its certificate must cover.</param>
/// <param name="Certificate">The planned certificate that it is to show; null where several fit its name.</param>
internal sealed record PlannedEndpoint(EndpointQuestion Question, CertificateNeeds Needs, PlannedCertificate? Certificate)
{
    private const string MailRule = "S50";

    /// <summary>Every server and host of a plan, at the ports of its services.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="installedOn">A machine of the one certificate that is wanted; null for all.</param>
    /// <param name="services">The services that were named; empty for those of the plan.</param>
    /// <param name="ports">The ports of the services.</param>
    /// <param name="faults">Takes what was refused.</param>
    public static IReadOnlyList<PlannedEndpoint> Of(NamespacePlan plan, string? installedOn,
        IReadOnlyCollection<CertificateService> services, PlannedPorts ports, ICollection<InputFault> faults)
    {
        PlannedPorts.Refuse(services, faults);
        if (services.Contains(CertificateService.SMTP) && plan.MailHost is null)
        {
            faults.Add(new InputFault(FaultIds.MailNotPlanned, "Service", CertificateService.SMTP,
                "The plan has no mail host, so it does not say what the certificate of SMTP must cover. Give Get-NamespacePlan "
                    + "-MailHost."));
        }

        if (plan.Certificates.Count == 0
            || (installedOn is not null && !plan.Certificates.Any(c => c.IsOn(installedOn))))
        {
            CertificateNeeds.TryOf(plan, installedOn, out _, out InputFault? fault);
            faults.Add(fault!);
        }

        if (faults.Count > 0)
        {
            return [];
        }

        List<PlannedEndpoint> all = [];
        foreach ((PlannedPorts.Kind kind, int port) in ports.Of(services, plan.MailHost is not null))
        {
            all.AddRange(Servers(plan, kind, port).Concat(Hosts(plan, kind, port)));
        }

        return [.. all.Where(e => installedOn is null || (e.Certificate is { } own && own.IsOn(installedOn)))
            .GroupBy(e => (e.Question.Endpoint, e.Question.ServerName, e.Question.StartTls)).Select(g => g.First())];
    }

    private static IEnumerable<PlannedEndpoint> Servers(NamespacePlan plan, PlannedPorts.Kind kind, int port) =>
        from server in plan.Servers
        from certificate in plan.Certificates
        where certificate.IsOn(server.Name) && (kind != PlannedPorts.Kind.Mail || HasTransport(server))
        from endpoint in Server(plan, server, certificate, kind, port)
        select endpoint;

    /// <summary>From 2013 the servers that clients reach take mail too; before, transport is a role that a plan does not know.</summary>
    private static bool HasTransport(PlannedServer server) => server.Version.Product >= ExchangeProduct.Exchange2013;

    private static IEnumerable<PlannedEndpoint> Server(NamespacePlan plan, PlannedServer server, PlannedCertificate certificate,
        PlannedPorts.Kind kind, int port)
    {
        if (!CertificateNeeds.TryOf(plan, server.Name, out CertificateNeeds? needs, out _)
            || Name(plan, needs, certificate, kind) is not { } name)
        {
            return [];
        }

        string own = ServerFqdn.Of(server.Fqdn, server.Name, plan.ADDomain)?.Value ?? server.Name.ToLowerInvariant();
        IEnumerable<ServerEndpoint> places = server.Addresses.Count == 0
            ? [new ServerEndpoint(own, port, IsAddress: false)]
            : server.Addresses.Select(a => new ServerEndpoint(a, port, IsAddress: true));
        return places.Select(place => new PlannedEndpoint(
            Ask(place, name, kind) with { Machine = place.IsAddress ? server.Name : null }, Wanted(needs, name, kind), certificate));
    }

    private static IEnumerable<PlannedEndpoint> Hosts(NamespacePlan plan, PlannedPorts.Kind kind, int port)
    {
        IEnumerable<string> hosts = kind switch
        {
            PlannedPorts.Kind.Web => EndpointNeeds.Hosts(plan, DnsView.External).Concat(EndpointNeeds.Hosts(plan, DnsView.Internal)),
            PlannedPorts.Kind.Mail => [plan.MailHost!.Value],
            PlannedPorts.Kind.MailProgram or PlannedPorts.Kind.Submission => [plan.ExternalHost.Value],
            _ => throw ClosedSet.Outside(kind),
        };
        foreach (string host in hosts.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            EndpointQuestion question = Ask(new ServerEndpoint(host, port, IsAddress: false), host, kind);
            PlannedCertificate? certificate = EndpointNeeds.Fitting(plan, host);
            yield return new PlannedEndpoint(question, Wanted(EndpointNeeds.Of(plan, question), host, kind), certificate);
        }
    }

    private static EndpointQuestion Ask(ServerEndpoint endpoint, string name, PlannedPorts.Kind kind) =>
        new(endpoint, name, StartTls: kind is PlannedPorts.Kind.Mail or PlannedPorts.Kind.Submission);

    /// <summary>The name to ask a server for: one that its certificate is to have; null where it serves no such host.</summary>
    private static string? Name(NamespacePlan plan, CertificateNeeds needs, PlannedCertificate certificate, PlannedPorts.Kind kind)
    {
        string[] names = [.. certificate.Names.Select(n => n.Name)];
        string wanted = (kind == PlannedPorts.Kind.Mail ? plan.MailHost! : plan.ExternalHost).Value;
        return CertificateNameMatcher.Covers(names, wanted) ? wanted
            : kind == PlannedPorts.Kind.Mail ? null
            : needs.Hosts.Select(h => h.Name).FirstOrDefault(h => !needs.IsForMail(h));
    }

    private static CertificateNeeds Wanted(CertificateNeeds web, string name, PlannedPorts.Kind kind) => kind switch
    {
        PlannedPorts.Kind.Web => web,
        PlannedPorts.Kind.Mail => Wanted(web, name, "Mail servers deliver to it."),
        PlannedPorts.Kind.MailProgram or PlannedPorts.Kind.Submission => Wanted(web, name, "Mail programs are given it."),
        _ => throw ClosedSet.Outside(kind),
    };

    private static CertificateNeeds Wanted(CertificateNeeds web, string name, string reason) =>
        new() { Hosts = [new NeededHost(name, reason, MailRule)], Authority = web.Authority };
}
