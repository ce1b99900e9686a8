using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates.Orders;
using ExchangeNamespace.Certificates.Reduction;
using ExchangeNamespace.Certificates.Renewal;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Requests;

/// <summary>
/// Writes the certificate requests of a plan, or what completes them. Each certificate is requested on one server, the first that
/// carries it; where several are written, each file has the site in its name.
/// </summary>
public sealed class CertificateRequestBuilder
{
    private readonly NamespacePlan _plan;
    private readonly CertificateRequestOptions _options;
    private readonly RequestNotes _notes = new();

    private CertificateRequestBuilder(NamespacePlan plan, CertificateRequestOptions options)
    {
        _plan = plan;
        _options = options;
    }

    /// <summary>Writes the requests.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">What is wanted.</param>
    /// <returns>Requests, faults and findings.</returns>
    public static CertificateRequestSet Build(NamespacePlan plan, CertificateRequestOptions options) =>
        new CertificateRequestBuilder(plan, options).Build();

    private CertificateRequestSet Build()
    {
        IReadOnlyList<PlannedCertificate?> certificates = CertificateChanges.Apply(_plan, _options, _notes.Faults, _notes.Findings);
        IReadOnlyList<RequestJob> jobs = _options.Form == CertificateRequestForm.Exchange
            ? new ExchangeRequestJobs(_plan, _options, _notes).Choose(certificates)
            : [.. certificates.Select((c, i) => (Certificate: c, Index: i + 1)).Where(x => x.Certificate is not null)
                .Select(x => new RequestJob(x.Index, x.Certificate!, null))];
        List<RequestedCertificate> requests = [];
        IReadOnlyList<string?> suffixes = RequestJob.Suffixes(jobs);
        for (int i = 0; i < jobs.Count; i++)
        {
            if (CertificateSubject.Create(jobs[i].Certificate, _options, _notes.Faults) is { } subject
                && Write(jobs[i], subject, suffixes[i], several: jobs.Count > 1) is { } request)
            {
                requests.Add(request);
            }
        }

        if (requests.Count > 0 && !_options.Complete && _options.Order is null && !_options.Subject.Any(p => p.Key == "C"))
        {
            _notes.Findings.Add(
                Findings.Warning(CertificateFindingCodes.CountryMissing, "subject",
                    "The subject has no country, which some renewals of the certificate need.", "Add -Country, for example -Country US.",
                    "S36"));
        }

        return new CertificateRequestSet(requests, _notes.Faults, _notes.Findings) { Assumptions = _notes.Assumptions };
    }

    private RequestedCertificate? Write(RequestJob job, CertificateSubject subject, string? suffix, bool several)
    {
        WindowsFilePath request = _options.RequestFile(subject.CommonName, suffix);
        if (Text(job, subject, suffix, request, several) is not { } text)
        {
            return null;
        }

        if (!_options.Complete)
        {
            CompareWithState(job.Certificate, subject);
        }

        if (_options.Form != CertificateRequestForm.Exchange && job.Certificate.Issuer == CertificateAuthority.SelfSigned)
        {
            _notes.Findings.Add(
                Findings.Information(CertificateFindingCodes.SelfSignedAsRequest, subject.CommonName,
                    "The plan says self-signed, but this text makes a request.", "Have it signed by an authority, or use -As Exchange.",
                    "S16"));
        }

        return new RequestedCertificate
        {
            Index = job.Index,
            Certificate = job.Certificate,
            Server = job.Server,
            Commands = text.Commands,
            Lines = text.Lines,
        };
    }

    private RequestText? Text(RequestJob job, CertificateSubject subject, string? suffix, WindowsFilePath request, bool several)
    {
        switch (_options.Form)
        {
            case CertificateRequestForm.Exchange:
                return new ExchangeRequest(_plan, _options, _notes).Write(job, subject, suffix, request, several);
            case CertificateRequestForm.CertReqInf:
                Encoding(subject, "Save the file as Unicode (UTF-16).");
                return new([.. CertReqPolicy.Lines(subject, _options, job.Certificate.PrivateKeyExportable, request)], []);
            case CertificateRequestForm.OpenSsl:
                Encoding(subject, "Save the file as UTF-8.");
                return new([.. OpenSslConfig.Lines(subject, _options, request)], []);
            case CertificateRequestForm.PoshAcme:
            case CertificateRequestForm.WinAcme:
            case CertificateRequestForm.Lego:
            case CertificateRequestForm.Certbot:
                AcmeOrder asked = AcmeOrder.Of(subject, _options, suffix);
                return AcmeOrders.Write(_plan, job.Certificate, asked, _options.Form, _notes.Faults, _notes.Findings) is { } order
                    ? new(order, [])
                    : null;
            default:
                throw ClosedSet.Outside(_options.Form);
        }
    }

    /// <summary>Names of the certificates that the servers use today and the new one would lack.</summary>
    private void CompareWithState(PlannedCertificate certificate, CertificateSubject subject)
    {
        IEnumerable<StoreCertificate> present = _options.State is null ? [] : StartTlsState.Certificates(_options.State)
            .Where(c => c.IsSelfSigned != true && !c.IsPending && !(c.NotAfter < _plan.AsOf) && c.Services?.Any(s => s != "None") == true)
            .Where(c => certificate.InstallOn.Any(c.IsIn));
        foreach (IGrouping<string, StoreCertificate> one in present.GroupBy(c => c.ToString(), StringComparer.Ordinal))
        {
            string[] lost = [.. RenewalFindings.NamesBeyond(subject, one)];
            if (lost.Length > 0)
            {
                _notes.Findings.Add(Findings.Warning(CertificateFindingCodes.NamesInUse, subject.CommonName,
                    $"{one.Key}, which is in use, also carries {NameList.Describe(lost)}, and the request does not.",
                    "Add what is still used with -AdditionalName, or to the plan.", "S8", lost));
            }
        }
    }

    private void Encoding(CertificateSubject subject, string remedy)
    {
        if (!subject.IsAscii || !HostCharacters.AreAscii(_options.FriendlyName ?? string.Empty))
        {
            _notes.Findings.Add(
                Findings.Warning(CertificateFindingCodes.TextNeedsEncoding, subject.CommonName,
                    "The text has characters beyond ASCII; in the wrong encoding the subject would be another one.", remedy, "S36"));
        }
    }
}
