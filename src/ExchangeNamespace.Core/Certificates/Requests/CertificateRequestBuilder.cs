using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Certificates.Orders;
using ExchangeNamespace.Certificates.Reduction;
using ExchangeNamespace.Certificates.Renewal;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
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
    private readonly List<InputFault> _faults = [];
    private readonly List<Finding> _findings = [];
    private readonly List<string> _assumptions = [];
    private IReadOnlyList<PlannedCertificate?> _certificates = [];
    private bool _several;

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
        _certificates = CertificateChanges.Apply(_plan, _options, _faults, _findings);
        List<Job> jobs = _options.Form == CertificateRequestForm.Exchange
            ? ExchangeJobs()
            : [.. _certificates.Select((c, i) => (Certificate: c, Index: i + 1)).Where(x => x.Certificate is not null)
                .Select(x => new Job(x.Index, x.Certificate!, null))];
        List<RequestedCertificate> requests = [];
        IReadOnlyList<string?> suffixes = Suffixes(jobs);
        _several = jobs.Count > 1;
        for (int i = 0; i < jobs.Count; i++)
        {
            if (CertificateSubject.Create(jobs[i].Certificate, _options, _faults) is { } subject
                && Write(jobs[i], subject, suffixes[i]) is { } request)
            {
                requests.Add(request);
            }
        }

        if (requests.Count > 0 && !_options.Complete && _options.Order is null && !_options.Subject.Any(p => p.Key == "C"))
        {
            _findings.Add(
                Findings.Warning(CertificateFindingCodes.CountryMissing, "subject",
                    "The subject has no country, which some renewals of the certificate need.", "Add -Country, for example -Country US.",
                    "S36"));
        }

        return new CertificateRequestSet(requests, _faults, _findings) { Assumptions = _assumptions };
    }

    private List<Job> ExchangeJobs()
    {
        List<Job> jobs = [];
        Dictionary<string, PlannedServer> byName = _plan.Servers.ToDictionary(s => s.Name, StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < _certificates.Count; i++)
        {
            if (_certificates[i] is not { } certificate)
            {
                continue;
            }

            IReadOnlyList<PlannedServer> servers = [.. certificate.InstallOn.Where(byName.ContainsKey).Select(n => byName[n])];
            if (servers.Count == 0)
            {
                _findings.Add(
                    Findings.Warning(CertificateFindingCodes.RequestedOutsideExchange, Subject(certificate),
                        "No Exchange server carries this certificate, so it is not requested through Exchange.",
                    "Use -As CertReqInf or -As OpenSsl for the machine that carries it.", "S27"));
            }
            else if (Choose(servers, certificate) is { } server)
            {
                jobs.Add(new Job(i + 1, certificate, server));
            }
        }

        if (jobs.Count == 0 && _faults.Count == 0 && _options.Shell is { } asked)
        {
            _faults.Add(new InputFault(FaultIds.InputContradiction, "ExchangeVersion", _options.VersionText,
                $"The plan has no certificate on a server with the shell of {ShellGenerations.Describe(asked)}."));
        }

        return jobs;
    }

    private PlannedServer? Choose(IReadOnlyList<PlannedServer> servers, PlannedCertificate certificate)
    {
        if (_options.Shell is { } wanted)
        {
            IReadOnlyList<PlannedServer> fitting = [.. servers.Where(s => ShellGenerations.Of(s.Version) == wanted)];
            if (fitting.Count == 0)
            {
                _findings.Add(Findings.Information(CertificateFindingCodes.LeftOutByVersion, Subject(certificate),
                    $"No server with the shell of {ShellGenerations.Describe(wanted)} carries this certificate.",
                    "Leave -ExchangeVersion out, or name the version of its servers.", "S36"));
            }

            return fitting.FirstOrDefault(s => s.Version.Product == _options.Product) ?? fitting.FirstOrDefault();
        }

        IReadOnlyList<ShellGeneration> shells = [.. servers.Select(s => ShellGenerations.Of(s.Version)).Distinct()];
        if (shells.Count == 1)
        {
            return servers[0];
        }

        _faults.Add(new InputFault(FaultIds.VersionAmbiguous, "ExchangeVersion", null,
            $"The certificate {Subject(certificate)} for {NameList.Describe([.. servers.Select(s => s.Name)])} is for servers of "
                + $"{string.Join("; ", shells.Select(ShellGenerations.Describe))}. Its request is made on one of them: say with "
                + "-ExchangeVersion in which shell."));
        return null;
    }

    private RequestedCertificate? Write(Job job, CertificateSubject subject, string? suffix)
    {
        WindowsFilePath request = WithSuffix(_options.RequestPath ?? WindowsFilePath.AtRoot(subject.CommonName, ".req"), suffix);
        IReadOnlyList<ExchangeCommand> commands = [];
        IReadOnlyList<RenewalStep> others = [];
        IReadOnlyList<string>? lines = null;
        switch (_options.Form)
        {
            case CertificateRequestForm.Exchange:
                if (Services(job, subject) is not { } services)
                {
                    return null;
                }

                WindowsFilePath issued = _options.CertificatePath is { } given ? WithSuffix(given, suffix) : request.WithExtension(".cer");
                commands = Commands(job, subject, request, services, issued);
                if (_options.Complete && job.Certificate.Issuer != CertificateAuthority.SelfSigned)
                {
                    if (Others(job, services, issued) is not { } rest)
                    {
                        return null;
                    }

                    others = rest;
                }

                break;
            case CertificateRequestForm.CertReqInf:
                lines = [.. CertReqPolicy.Lines(subject, _options, job.Certificate.PrivateKeyExportable, request)];
                Encoding(subject, "Save the file as Unicode (UTF-16).");
                break;
            case CertificateRequestForm.OpenSsl:
                lines = [.. OpenSslConfig.Lines(subject, _options, request)];
                Encoding(subject, "Save the file as UTF-8.");
                break;
            case CertificateRequestForm.PoshAcme:
            case CertificateRequestForm.WinAcme:
            case CertificateRequestForm.Lego:
            case CertificateRequestForm.Certbot:
                AcmeOrder asked = AcmeOrder.Of(subject, _options, suffix);
                if (AcmeOrders.Write(_plan, job.Certificate, asked, _options.Form, _faults, _findings) is not { } order)
                {
                    return null;
                }

                lines = order;
                break;
            default:
                throw ClosedSet.Outside(_options.Form);
        }

        if (!_options.Complete)
        {
            CompareWithState(job.Certificate, subject);
        }

        if (lines is not null && job.Certificate.Issuer == CertificateAuthority.SelfSigned)
        {
            _findings.Add(
                Findings.Information(CertificateFindingCodes.SelfSignedAsRequest, subject.CommonName,
                    "The plan says self-signed, but this text makes a request.", "Have it signed by an authority, or use -As Exchange.",
                    "S16"));
        }

        return new RequestedCertificate
        {
            Index = job.Index,
            Certificate = job.Certificate,
            Server = job.Server,
            Commands = [.. commands,
                .. others.SelectMany(s => s.Commands.Where(c => !c.IsByHand).Concat(s.Checks).Concat(s.Commands.Where(c => c.IsByHand)))],
            Lines = lines ?? [.. Heading(job, subject), .. commands.SelectMany(c => c.WithCaution()), .. RenewalText.Lines(others)],
        };
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
                _findings.Add(Findings.Warning(CertificateFindingCodes.NamesInUse, subject.CommonName,
                    $"{one.Key}, which is in use, also carries {NameList.Describe(lost)}, and the request does not.",
                    "Add what is still used with -AdditionalName, or to the plan.", "S8", lost));
            }
        }
    }

    /// <summary>
    /// A certificate for several machines is completed on one of them; each of the others gets it with its key. Null where one of them
    /// lacks a service that it would be enabled for.
    /// </summary>
    private IReadOnlyList<RenewalStep>? Others(Job job, IReadOnlyList<CertificateService> services, WindowsFilePath issued)
    {
        List<string> machines = [.. job.Certificate.InstallOn
            .Where(m => !string.Equals(m, job.Server!.Name, StringComparison.OrdinalIgnoreCase))];
        if (machines.Count == 0)
        {
            return [];
        }

        KeySpread spread = new(job.Server!, issued, _ => services);
        PlannedServer[] servers = [.. _plan.Servers.Where(s => machines.Contains(s.Name, StringComparer.OrdinalIgnoreCase))];
        if (servers.Count(s => Refuses(s, services)) > 0)
        {
            return null;
        }

        _findings.Add(RenewalFindings.KeyFile(spread.KeyFile.Text, machines));
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
    private IEnumerable<string> Heading(Job job, CertificateSubject subject)
    {
        if (_several)
        {
            yield return ScriptComment.Line($"On {job.Server!.Name}, which keeps the private key:");
        }

        if (_options.Complete)
        {
            yield return StepByStep.Head($"Completes the certificate {subject.CommonName}", ShellGenerations.Of(job.Server!.Version));
            yield return ScriptComment.Line(StepByStep.GoOn);
        }
    }

    private IReadOnlyList<ExchangeCommand> Commands(Job job, CertificateSubject subject, WindowsFilePath request,
        IReadOnlyList<CertificateService> services, WindowsFilePath issued)
    {
        CertificateCommands commands = new(job.Server!, subject, _options);
        bool exportable = job.Certificate.PrivateKeyExportable;
        bool selfSigned = job.Certificate.Issuer == CertificateAuthority.SelfSigned;
        if (!_options.Complete)
        {
            return [selfSigned ? commands.SelfSigned(exportable, services) : commands.Request(request, exportable)];
        }

        List<ExchangeCommand> complete = [];
        if (selfSigned)
        {
            _findings.Add(
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

    private IReadOnlyList<CertificateService>? Services(Job job, CertificateSubject subject)
    {
        IReadOnlyList<CertificateService> services = _options.Services ?? Assumed(job, subject);
        if (Refuses(job.Server!, services))
        {
            return null;
        }

        if (subject.Names.FirstOrDefault(n => n[0] == '*') is { } wildcard
            && services.Any(s => s is CertificateService.POP or CertificateService.IMAP))
        {
            _findings.Add(
                Findings.Warning(CertificateFindingCodes.WildcardForPopOrImap, wildcard,
                    "POP and IMAP do not take a certificate with a wildcard.",
                "Leave them out of -Service, and set the name with Set-PopSettings and Set-ImapSettings -X509CertificateName.", "S37"));
        }

        return services;
    }

    private IReadOnlyList<CertificateService> Assumed(Job job, CertificateSubject subject)
    {
        bool smtp = _plan.MailHost is { } mail && CertificateNameMatcher.Covers(subject.Names, mail.Value);
        string why = smtp
            ? $"IIS and SMTP, because the certificate has the mail host {_plan.MailHost}"
            : _plan.MailHost is null
                ? "IIS alone, because the plan has no mail host"
                : $"IIS alone, because the certificate does not have the mail host {_plan.MailHost}";
        _assumptions.Add($"Services of {Subject(job.Certificate)}: {why}, and -Service was not stated.");
        return smtp ? [CertificateService.IIS, CertificateService.SMTP] : [CertificateService.IIS];
    }

    private bool Refuses(PlannedServer server, IReadOnlyList<CertificateService> services)
    {
        if (CertificateServices.Refuse(server, services) is not { } fault)
        {
            return false;
        }

        _faults.Add(fault);
        return true;
    }

    private void Encoding(CertificateSubject subject, string remedy)
    {
        if (!subject.IsAscii || !HostCharacters.AreAscii(_options.FriendlyName ?? string.Empty))
        {
            _findings.Add(
                Findings.Warning(CertificateFindingCodes.TextNeedsEncoding, subject.CommonName,
                    "The text has characters beyond ASCII; in the wrong encoding the subject would be another one.", remedy, "S36"));
        }
    }

    /// <summary>Nothing for a lone request, else a word of its own for each: the site, the proxy, or the number.</summary>
    private static IReadOnlyList<string?> Suffixes(IReadOnlyList<Job> jobs)
    {
        if (jobs.Count < 2)
        {
            return [.. jobs.Select(_ => (string?)null)];
        }

        IReadOnlyList<string> words = [.. jobs.Select(j => Word(j.Certificate))];
        ILookup<string, string> same = words.ToLookup(w => w, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. jobs.Select((job, i) =>
            {
                string number = job.Index.ToString(CultureInfo.InvariantCulture);
                bool alone = same[words[i]].Count() == 1;
                return words[i].Length == 0 ? number : alone ? words[i] : words[i] + "-" + number;
            }),
        ];

        static string Word(PlannedCertificate certificate) => WindowsFilePath.Sanitise(
            certificate.Sites.FirstOrDefault(s => s.Length > 0)
            ?? (certificate.Sites.Count == 0 ? PlannedCertificate.ReverseProxyMachine : string.Empty));
    }

    private static WindowsFilePath WithSuffix(WindowsFilePath path, string? suffix) => suffix is null ? path : path.WithSuffix(suffix);

    private static string Subject(PlannedCertificate certificate) => certificate.CommonName ?? certificate.Names[0].Name;

    private sealed record Job(int Index, PlannedCertificate Certificate, PlannedServer? Server);
}
