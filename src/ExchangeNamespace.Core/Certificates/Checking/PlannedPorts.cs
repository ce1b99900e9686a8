using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>The ports at which the services of a plan are asked for their certificates.</summary>
/// <param name="Https">Of the web services.</param>
/// <param name="Smtp">Of mail from other servers.</param>
/// <param name="Imap">Of IMAP4 with TLS from the start.</param>
/// <param name="Pop">Of POP3 with TLS from the start.</param>
/// <param name="Submission">Of mail from programs that read it by POP or IMAP.</param>
internal sealed record PlannedPorts(int Https = 443, int Smtp = 25, int Imap = 993, int Pop = 995, int Submission = 587)
{
    /// <summary>What an endpoint is, for the server name and the hosts that it must cover.</summary>
    internal enum Kind
    {
        /// <summary>Clients of the web services.</summary>
        Web,

        /// <summary>Mail servers, by STARTTLS.</summary>
        Mail,

        /// <summary>Programs that read mail by POP or IMAP.</summary>
        MailProgram,

        /// <summary>The same programs where they send, by STARTTLS.</summary>
        Submission,
    }

    /// <summary>The services that have a port of their own; faults for the others.</summary>
    public static void Refuse(IEnumerable<CertificateService> services, ICollection<InputFault> faults)
    {
        foreach (CertificateService service in services.Where(s => s is CertificateService.UM or CertificateService.Federation
            or CertificateService.UMCallRouter))
        {
            faults.Add(new InputFault(FaultIds.ValueNotListed, "Service", service,
                $"{service} is not asked for its certificate by a plan. Give IIS, SMTP, POP or IMAP, or name its port with -Endpoint."));
        }
    }

    /// <summary>
    /// The ports of the services. A plan has web services, and mail where a mail host was stated; it knows nothing of POP and IMAP, so
    /// these are asked where they are named.
    /// </summary>
    /// <param name="services">The services that were named; empty for those of the plan.</param>
    /// <param name="hasMail">Whether the plan has a mail host.</param>
    public IEnumerable<(Kind Kind, int Port)> Of(IReadOnlyCollection<CertificateService> services, bool hasMail)
    {
        bool Is(CertificateService service, bool planned) => services.Count == 0 ? planned : services.Contains(service);
        bool pop = Is(CertificateService.POP, planned: false);
        bool imap = Is(CertificateService.IMAP, planned: false);
        bool smtp = Is(CertificateService.SMTP, hasMail);
        (bool Is, Kind Kind, int Port)[] all =
        [
            (Is(CertificateService.IIS, planned: true), Kind.Web, Https),
            (smtp && hasMail, Kind.Mail, Smtp),
            (imap, Kind.MailProgram, Imap),
            (pop, Kind.MailProgram, Pop),
            (smtp && (pop || imap), Kind.Submission, Submission),
        ];
        return all.Where(p => p.Is).Select(p => (p.Kind, p.Port));
    }
}
