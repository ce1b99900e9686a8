using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Renewal;

/// <summary>
/// Which services the new certificate is enabled for on a server: those that were asked for, those of the old one, or an assumption that
/// is told.
/// </summary>
internal sealed class RenewalServices(NamespacePlan plan, RenewalInput input, CertificateRequestOptions options, OldCertificates old,
    ICollection<InputFault> faults, ICollection<Finding> findings)
{
    public IReadOnlyList<CertificateService> Of(PlannedServer server, CertificateSubject subject)
    {
        if (options.Services is { } asked)
        {
            if (CertificateServices.Refuse(server, asked) is { } fault)
            {
                faults.Add(fault);
            }

            return asked;
        }

        IReadOnlyList<CertificateService> able = CertificateServices.Of(server.Version);
        List<string> captured = [
            .. old.On(server.Name).Where(c => c.Services is not null).SelectMany(c => c.Services!).Where(s => s is not "None")
                .Distinct(StringComparer.OrdinalIgnoreCase)];
        if (old.On(server.Name).Any(c => c.Services is not null))
        {
            foreach (string service in captured.Where(
                s => able.All(a => !string.Equals(a.ToString(), s, StringComparison.OrdinalIgnoreCase))))
            {
                findings.Add(RenewalFindings.ServiceNotEnabled(subject.CommonName, VisibleText.Short(service), server.Version));
            }

            List<CertificateService> same = [.. able.Where(a => captured.Contains(a.ToString(), StringComparer.OrdinalIgnoreCase))];
            if (same.Count > 0)
            {
                return same;
            }
        }

        bool forMail = input.ReceiveConnectors is not null || input.SendConnectors is not null
            || (plan.MailHost is { } mail && CertificateNameMatcher.Covers(subject.Names, mail.Value));
        IReadOnlyList<CertificateService> assumed = forMail ? [CertificateService.IIS, CertificateService.SMTP] : [CertificateService.IIS];
        findings.Add(RenewalFindings.ServicesAssumed(subject.CommonName, server.Name, string.Join(", ", assumed)));
        return assumed;
    }
}
