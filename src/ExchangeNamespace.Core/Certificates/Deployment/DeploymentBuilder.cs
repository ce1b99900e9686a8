using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates.Reduction;
using ExchangeNamespace.Certificates.Renewal;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Deployment;

/// <summary>The deployments of a plan: one script for each shell.</summary>
/// <param name="Plans">What each script knows, the oldest shell first.</param>
/// <param name="Findings">The findings.</param>
internal sealed record DeploymentSet(IReadOnlyList<DeploymentPlan> Plans, IReadOnlyList<Finding> Findings);

/// <summary>
/// Takes from a plan what a deployment script needs. Settings of the organisation go into the script of the newest shell only.
/// </summary>
internal sealed class DeploymentBuilder(NamespacePlan plan, RenewalInput input, CertificateRequestOptions options, OldCertificates old,
    bool overwriteDefaultSmtp, ICollection<InputFault> faults)
{
    private readonly List<Finding> _findings = [];

    /// <summary>Builds the plans of all shells that were asked for; null when something was refused.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="input">What was stated.</param>
    /// <param name="overwriteDefaultSmtp">Whether the new certificate becomes the default SMTP certificate.</param>
    /// <param name="faults">Receives what is refused.</param>
    public static DeploymentSet? Build(NamespacePlan plan, RenewalInput input, bool overwriteDefaultSmtp, ICollection<InputFault> faults)
    {
        int before = faults.Count;
        CertificateRequestOptions? options = CertificateRequestReader.Read(input.Request, faults);
        OldCertificates old = OldCertificates.Read(input, faults);
        if (options is null || faults.Count > before)
        {
            return null;
        }

        DeploymentSet set = new DeploymentBuilder(plan, input, options, old, overwriteDefaultSmtp, faults).Build();
        return faults.Count > before ? null : set;
    }

    private DeploymentSet Build()
    {
        PlannedServer[] servers = [.. plan.Servers.Where(s => input.Shell is null || ShellGenerations.Of(s.Version) == input.Shell)];
        foreach (PlannedServer server in servers.Where(s => ShellGenerations.Of(s.Version) == ShellGeneration.Exchange2007))
        {
            faults.Add(new InputFault(FaultIds.DeploymentNotInVersion, "Plan", server.Name,
                $"Exchange 2007 on {server.Name} imports certificates only in its own shell, one server after the other. Renew it with the "
                    + "lines of Export-CertificateRenewalScript without -Deploy, and give -ExchangeVersion for the other servers."));
        }

        IReadOnlyList<PlannedCertificate?> certificates = CertificateChanges.Apply(plan, options, faults, _findings);
        List<(PlannedServer Server, DeployedServer Deployed, int Number)> carried = [];
        List<(PlannedCertificate Planned, CertificateSubject Subject, int Number)> known = [];
        for (int i = 0; i < certificates.Count; i++)
        {
            if (certificates[i] is { } certificate && IsDeployed(certificate, servers)
                && CertificateSubject.Create(certificate, options, faults) is { } subject)
            {
                known.Add((certificate, subject, i + 1));
            }
        }

        ILookup<string, string> receive = new ConnectorChoice(plan, input, old, _findings, faults)
            .Receive(s => known.Any(k => k.Planned.IsOn(s)))
            .ToLookup(c => c.Server.Name, c => c.Connector, StringComparer.OrdinalIgnoreCase);
        RenewalServices services = new(plan, input, options, old, faults, _findings);
        foreach ((PlannedCertificate planned, CertificateSubject subject, int number) in known)
        {
            foreach (PlannedServer server in servers.Where(s => planned.IsOn(s.Name)))
            {
                string host = ServerFqdn.Of(server.Fqdn, server.Name, plan.ADDomain)?.Value ?? server.Name;
                carried.Add((server, new DeployedServer(server.Name, host, Services(services.Of(server, subject), subject),
                    [.. receive[server.Name]]), number));
            }
        }

        int owner = carried.OrderByDescending(c => ShellGenerations.Of(c.Server.Version)).Select(c => c.Number).FirstOrDefault();
        ShellGeneration[] shells = [.. carried.Select(c => ShellGenerations.Of(c.Server.Version)).Distinct().OrderBy(s => s)];
        return new DeploymentSet([.. shells.Select(shell => new DeploymentPlan
        {
            Title = plan.ExternalHost.Value,
            Shell = shell,
            OverwriteDefaultSmtp = overwriteDefaultSmtp,
            OldThumbprints = old.Thumbprints,
            Certificates = [.. known
                .Select(k => Certificate(k.Subject, k.Number, [.. carried
                    .Where(c => c.Number == k.Number && ShellGenerations.Of(c.Server.Version) == shell).Select(c => c.Deployed)],
                    shell == shells[shells.Length - 1] && k.Number == owner))
                .Where(c => c.Servers.Count > 0)],
        })], _findings);
    }

    private bool IsDeployed(PlannedCertificate certificate, PlannedServer[] servers)
    {
        if (certificate.Issuer == CertificateAuthority.SelfSigned)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "Deploy", certificate.LeadingName,
                $"The plan says that the certificate {certificate.LeadingName} is self-signed: no ACME client renews it. Plan "
                    + "with -CertificateAuthority Public or Internal, or leave -Deploy out."));
            return false;
        }

        if (servers.Any(s => certificate.IsOn(s.Name)))
        {
            return true;
        }

        _findings.Add(RenewalFindings.RenewedOutsideExchange(certificate.LeadingName));
        return false;
    }

    /// <summary>The certificate of the federation has a life of its own: a renewal never gives its service to another one.</summary>
    private IReadOnlyList<CertificateService> Services(IReadOnlyList<CertificateService> wanted, CertificateSubject subject)
    {
        if (wanted.Contains(CertificateService.Federation))
        {
            _findings.Add(RenewalFindings.FederationLeftOut(subject.CommonName));
        }

        return [.. wanted.Where(s => s != CertificateService.Federation)];
    }

    /// <summary>Send connectors, hybrid configuration and principal name belong to the organisation.</summary>
    private DeployedCertificate Certificate(CertificateSubject subject, int number, IReadOnlyList<DeployedServer> servers,
        bool ownsOrganization)
    {
        bool namesCertificates = ownsOrganization
            && plan.Servers.Any(s => servers.Any(d => d.Name == s.Name) && s.Version.Product >= ExchangeProduct.Exchange2013);
        string[] send = [.. ownsOrganization ? new ConnectorChoice(plan, input, old, _findings, faults).Send() : []];
        foreach (string connector in namesCertificates ? [] : send)
        {
            _findings.Add(RenewalFindings.CertificateNameNotInVersion(VisibleText.Short(connector), plan.Servers[0].Version));
        }

        return new DeployedCertificate
        {
            Number = number,
            Hosts = subject.Names,
            MailProtocolName = subject.CommonName[0] == '*' ? plan.ExternalHost.Value : subject.CommonName,
            Servers = servers,
            SendConnectors = namesCertificates ? send : [],
            Hybrid = ownsOrganization && options.AreHybrid(plan),
            Outlook = ownsOrganization ? plan.OutlookProvider : null,
        };
    }
}
