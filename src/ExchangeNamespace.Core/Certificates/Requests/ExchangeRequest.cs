using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates.Renewal;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates.Requests;

/// <summary>The lines that request one certificate in the Exchange Management Shell, or that complete it on every server.</summary>
internal sealed class ExchangeRequest(NamespacePlan plan, CertificateRequestOptions options, RequestNotes notes)
{
    /// <summary>Writes the lines of one certificate; null, with the fault among the notes, where its server cannot take it.</summary>
    /// <param name="job">The certificate and its server.</param>
    /// <param name="subject">What the request asks for.</param>
    /// <param name="suffix">The word that its files have in their names; null for a lone request.</param>
    /// <param name="request">The file of the request.</param>
    /// <param name="several">Whether other requests stand beside it, so that each names its server.</param>
    public RequestText? Write(RequestJob job, CertificateSubject subject, string? suffix, WindowsFilePath request, bool several)
    {
        if (Services(job, subject) is not { } services)
        {
            return null;
        }

        WindowsFilePath issued = options.IssuedFile(request, suffix);
        IReadOnlyList<ExchangeCommand> commands = Commands(job, subject, request, services, issued);
        IReadOnlyList<RenewalStep> others = [];
        if (options.Complete && job.Certificate.Issuer != CertificateAuthority.SelfSigned)
        {
            if (Others(job, services, issued) is not { } rest)
            {
                return null;
            }

            others = rest;
        }

        return new(
            [.. Heading(job, subject, several), .. commands.SelectMany(c => c.WithCaution()), .. RenewalText.Lines(others)],
            [.. commands,
                .. others.SelectMany(s => s.Commands.Where(c => !c.IsByHand).Concat(s.Checks).Concat(s.Commands.Where(c => c.IsByHand)))]);
    }

    private IReadOnlyList<CertificateService>? Services(RequestJob job, CertificateSubject subject)
    {
        IReadOnlyList<CertificateService> services = options.Services ?? Assumed(job, subject);
        if (Refuses(job.Server!, services))
        {
            return null;
        }

        if (subject.Names.FirstOrDefault(n => n[0] == '*') is { } wildcard
            && services.Any(s => s is CertificateService.POP or CertificateService.IMAP))
        {
            notes.Findings.Add(
                Findings.Warning(CertificateFindingCodes.WildcardForPopOrImap, wildcard,
                    "POP and IMAP do not take a certificate with a wildcard.",
                    "Leave them out of -Service, and set the name with Set-PopSettings and Set-ImapSettings -X509CertificateName.", "S37"));
        }

        return services;
    }

    private IReadOnlyList<CertificateService> Assumed(RequestJob job, CertificateSubject subject)
    {
        bool smtp = plan.MailHost is { } mail && CertificateNameMatcher.Covers(subject.Names, mail.Value);
        string why = smtp
            ? $"IIS and SMTP, because the certificate has the mail host {plan.MailHost}"
            : plan.MailHost is null
                ? "IIS alone, because the plan has no mail host"
                : $"IIS alone, because the certificate does not have the mail host {plan.MailHost}";
        notes.Assumptions.Add($"Services of {job.Certificate.LeadingName}: {why}, and -Service was not stated.");
        return smtp ? [CertificateService.IIS, CertificateService.SMTP] : [CertificateService.IIS];
    }

    private bool Refuses(PlannedServer server, IReadOnlyList<CertificateService> services)
    {
        if (CertificateServices.Refuse(server, services) is not { } fault)
        {
            return false;
        }

        notes.Faults.Add(fault);
        return true;
    }

    private IReadOnlyList<ExchangeCommand> Commands(RequestJob job, CertificateSubject subject, WindowsFilePath request,
        IReadOnlyList<CertificateService> services, WindowsFilePath issued)
    {
        CertificateCommands commands = new(job.Server!, subject, options);
        bool exportable = job.Certificate.PrivateKeyExportable;
        bool selfSigned = job.Certificate.Issuer == CertificateAuthority.SelfSigned;
        if (!options.Complete)
        {
            return [selfSigned ? commands.SelfSigned(exportable, services) : commands.Request(request, exportable)];
        }

        List<ExchangeCommand> complete = [];
        if (selfSigned)
        {
            notes.Findings.Add(
                Findings.Information(CertificateFindingCodes.SelfSignedIsComplete, subject.CommonName,
                    "A self-signed certificate is made and enabled in one line; there is nothing to import.",
                    "Run the line that comes without -Complete.", "S37"));
        }
        else
        {
            complete.Add(commands.Import(issued, services));
        }

        complete.Add(commands.Look($"The new certificate has {string.Join(", ", services)}."));
        if (services.Contains(CertificateService.IIS))
        {
            complete.Add(commands.ResetIis());
        }

        return complete;
    }

    /// <summary>
    /// A certificate for several machines is completed on one of them; each of the others gets it with its key. Null where one of them
    /// lacks a service that it would be enabled for.
    /// </summary>
    private IReadOnlyList<RenewalStep>? Others(RequestJob job, IReadOnlyList<CertificateService> services, WindowsFilePath issued)
    {
        List<string> machines = [.. job.Certificate.InstallOn
            .Where(m => !string.Equals(m, job.Server!.Name, StringComparison.OrdinalIgnoreCase))];
        if (machines.Count == 0)
        {
            return [];
        }

        KeySpread spread = new(job.Server!, issued, _ => services);
        PlannedServer[] servers = [.. plan.Servers.Where(s => machines.Contains(s.Name, StringComparer.OrdinalIgnoreCase))];
        if (servers.Count(s => Refuses(s, services)) > 0)
        {
            return null;
        }

        notes.Findings.Add(RenewalFindings.KeyFile(spread.KeyFile.Text, machines));
        List<RenewalStep> steps = [spread.Export(machines), .. spread.Steps(servers)];
        if (machines.Contains(PlannedCertificate.ReverseProxyMachine))
        {
            steps.Add(spread.Proxy());
        }

        for (int i = 0; i < steps.Count; i++)
        {
            steps[i].Number = i + 1;
        }

        return steps;
    }

    /// <summary>
    /// Where several certificates come after each other, each says on which server its lines are run; lines with checks say how.
    /// </summary>
    private IEnumerable<string> Heading(RequestJob job, CertificateSubject subject, bool several)
    {
        if (several)
        {
            yield return ScriptComment.Line($"On {job.Server!.Name}, which keeps the private key:");
        }

        if (options.Complete)
        {
            yield return StepByStep.Head($"Completes the certificate {subject.CommonName}", ShellGenerations.Of(job.Server!.Version));
            yield return ScriptComment.Line(StepByStep.GoOn);
        }
    }
}
