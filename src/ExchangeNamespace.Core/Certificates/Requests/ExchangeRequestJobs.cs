using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Requests;

/// <summary>Chooses the server on which each certificate is requested in the Exchange Management Shell.</summary>
internal sealed class ExchangeRequestJobs(NamespacePlan plan, CertificateRequestOptions options, RequestNotes notes)
{
    /// <summary>The certificates that Exchange requests, each on the first server that fits the shell asked for.</summary>
    /// <param name="certificates">The certificates of the plan in its order; null for one that is not asked for.</param>
    public List<RequestJob> Choose(IReadOnlyList<PlannedCertificate?> certificates)
    {
        List<RequestJob> jobs = [];
        Dictionary<string, PlannedServer> byName = plan.Servers.ToDictionary(s => s.Name, StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < certificates.Count; i++)
        {
            if (certificates[i] is not { } certificate)
            {
                continue;
            }

            IReadOnlyList<PlannedServer> servers = [.. certificate.InstallOn.Where(byName.ContainsKey).Select(n => byName[n])];
            if (servers.Count == 0)
            {
                notes.Findings.Add(
                    Findings.Warning(CertificateFindingCodes.RequestedOutsideExchange, certificate.LeadingName,
                        "No Exchange server carries this certificate, so it is not requested through Exchange.",
                        "Use -As CertReqInf or -As OpenSsl for the machine that carries it.", "S27"));
            }
            else if (ServerFor(servers, certificate) is { } server)
            {
                jobs.Add(new RequestJob(i + 1, certificate, server));
            }
        }

        if (jobs.Count == 0 && notes.Faults.Count == 0 && options.Shell is { } asked)
        {
            notes.Faults.Add(new InputFault(FaultIds.InputContradiction, "ExchangeVersion", options.VersionText,
                $"The plan has no certificate on a server with the shell of {ShellGenerations.Describe(asked)}."));
        }

        return jobs;
    }

    private PlannedServer? ServerFor(IReadOnlyList<PlannedServer> servers, PlannedCertificate certificate)
    {
        if (options.Shell is { } wanted)
        {
            IReadOnlyList<PlannedServer> fitting = [.. servers.Where(s => ShellGenerations.Of(s.Version) == wanted)];
            if (fitting.Count == 0)
            {
                notes.Findings.Add(Findings.Information(CertificateFindingCodes.LeftOutByVersion, certificate.LeadingName,
                    $"No server with the shell of {ShellGenerations.Describe(wanted)} carries this certificate.",
                    "Leave -ExchangeVersion out, or name the version of its servers.", "S36"));
            }

            return fitting.FirstOrDefault(s => s.Version.Product == options.Product) ?? fitting.FirstOrDefault();
        }

        IReadOnlyList<ShellGeneration> shells = [.. servers.Select(s => ShellGenerations.Of(s.Version)).Distinct()];
        if (shells.Count == 1)
        {
            return servers[0];
        }

        string machines = NameList.Describe([.. servers.Select(s => s.Name)]);
        notes.Faults.Add(new InputFault(FaultIds.VersionAmbiguous, "ExchangeVersion", null,
            $"The certificate {certificate.LeadingName} for {machines} is for servers of "
                + $"{string.Join("; ", shells.Select(ShellGenerations.Describe))}. Its request is made on one of them: say with "
                + "-ExchangeVersion in which shell."));
        return null;
    }
}
