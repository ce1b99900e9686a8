using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates.Renewal;

/// <summary>The renewal of one certificate: who requests it, where the files lie, and who gets it.</summary>
internal sealed class RenewalCertificate(
    PlannedCertificate certificate,
    CertificateSubject subject,
    CertificateRequestOptions options,
    PlannedServer keeper,
    IReadOnlyList<PlannedServer> servers,
    WindowsFilePath request,
    WindowsFilePath issued,
    OldCertificates old,
    Func<PlannedServer, IReadOnlyList<CertificateService>> servicesOf,
    DateTime asOf)
{
    private readonly KeySpread _spread = new(keeper, issued, servicesOf);
    private readonly RenewalCommands _commands = new(keeper);
    private readonly CertificateCommands _request = new(keeper, subject, options);

    public CertificateSubject Subject => subject;

    public PlannedServer Keeper => keeper;

    public WindowsFilePath Issued => issued;

    public bool IsSelfSigned => certificate.Issuer == CertificateAuthority.SelfSigned;

    /// <summary>Whether the server that requests it enables it for SMTP.</summary>
    public bool HasSmtp { get; private set; }

    /// <summary>Whether a server carries it.</summary>
    public bool IsOn(string server) => servers.Any(s => string.Equals(s.Name, server, StringComparison.OrdinalIgnoreCase));

    private bool GoesToProxy => certificate.InstallOn.Contains(PlannedCertificate.ReverseProxyMachine);

    private IEnumerable<PlannedServer> Others => servers.Where(s => s.Name != keeper.Name);

    public IEnumerable<RenewalStep> Steps(ICollection<RenewalStep> removals, ICollection<Finding> findings)
    {
        yield return Look();
        IReadOnlyList<CertificateService> services = servicesOf(keeper);
        HasSmtp = services.Contains(CertificateService.SMTP);
        if (IsSelfSigned)
        {
            yield return Step(RenewalStepKind.SelfSign,
                $"Make the self-signed certificate {subject.CommonName} with the services {CertificateServices.Describe(services)}.",
                [_request.SelfSigned(certificate.PrivateKeyExportable, services), .. Reset(services)],
                    $"The new certificate has {CertificateServices.Describe(services)}.", [_request.Look()]);
        }
        else
        {
            foreach (RenewalStep step in Issue(services))
            {
                yield return step;
            }
        }

        List<string> machines = [.. Others.Select(s => s.Name)];
        if (GoesToProxy)
        {
            machines.Add(PlannedCertificate.ReverseProxyMachine);
        }

        if (machines.Count > 0 && !IsSelfSigned)
        {
            findings.Add(RenewalFindings.KeyFile(_spread.KeyFile.Text, machines));
            yield return _spread.Export(machines);
        }

        foreach (RenewalStep step in IsSelfSigned ? [] : _spread.Steps(Others))
        {
            yield return step;
        }

        foreach (RenewalStep removal in Removals(machines))
        {
            removals.Add(removal);
        }

        Compare(findings);
    }

    public IEnumerable<RenewalStep> Proxy()
    {
        if (GoesToProxy)
        {
            yield return _spread.Proxy(IsSelfSigned ? "Give the reverse proxy the certificate." : null);
        }
    }

    public IEnumerable<RenewalStep> Verify(NamespacePlan plan)
    {
        string host = certificate.Sites.Select(s => plan.Sites.FirstOrDefault(p => p.Name == s)?.ExternalHost?.Value).OfType<string>()
            .FirstOrDefault() ?? subject.CommonName;
        yield return Step(RenewalStepKind.Verify, $"Look at {subject.CommonName} from outside, before anything is removed.", [],
            "Every host presents the new certificate, and mail with TLS arrives.", [],
            $"Test-NamespaceCertificate -Endpoint {host}:443, and the mail host on port 25.",
            "Get-StartTlsCertificate with the connectors and certificates as they are now.");
    }

    private IEnumerable<RenewalStep> Issue(IReadOnlyList<CertificateService> services)
    {
        yield return Step(RenewalStepKind.Request, $"Request the certificate {subject.CommonName}; {keeper.Name} keeps the private key.",
            [_request.Request(request, certificate.PrivateKeyExportable)],
            "A pending request stands beside the old certificate.", [_request.Look()]);
        yield return Step(RenewalStepKind.Wait, $"Send {request} to the authority, and save its answer on {keeper.Name} as {issued}.", [],
            string.Empty, [],
            "The file must hold the certificate alone, DER or Base64, not a chain: later lines read thumbprint, issuer and subject "
                + "from it.",
            "Install new intermediate certificates of the authority on every server first.");
        yield return Step(RenewalStepKind.Enable,
            $"Import the certificate and enable it for {CertificateServices.Describe(services)} in the same line.",
                [_request.Import(issued, services), .. Reset(services)],
            $"It shows {CertificateServices.Describe(services)}, with the names of the plan.", [_commands.Get(issued, keeper)],
            "Where a connector names it by issuer and subject and these stay the same, it counts from its import on.");
    }

    private RenewalStep Look()
    {
        List<ExchangeCommand> checks = [.. old.ThumbprintsOn(keeper.Name).Select(t => _commands.Get(t, keeper))];
        return Step(RenewalStepKind.Look, $"Look at the certificate that is replaced, and note its services.", [],
            checks.Count == 0 ? "Its thumbprint and services are noted." : "It is there, with the services that follow.",
            checks.Count == 0 ? [_request.Look()] : checks);
    }

    private IEnumerable<RenewalStep> Removals(IReadOnlyList<string> machines)
    {
        foreach (PlannedServer server in servers)
        {
            RenewalCommands commands = new(server);
            IReadOnlyList<string> thumbprints = old.ThumbprintsOn(server.Name);
            List<string> notes = thumbprints.Count > 0
                ? ["Where Exchange says that a connector still uses it although the new one has the same issuer and subject, leave it "
                    + "until it expires."]
                : ["Which certificate is the old one was not stated. Read its thumbprint, and remove it by that: Get-ExchangeCertificate, "
                    + "then Remove-ExchangeCertificate -Thumbprint."];
            if (machines.Count > 0 && server.Name == keeper.Name && !IsSelfSigned)
            {
                notes.Add($"Delete {_spread.KeyFile} and its copies.");
            }

            yield return new RenewalStep
            {
                Kind = RenewalStepKind.Remove,
                Title = $"Days later, when nothing uses it any more: remove the old certificate from {server.Name}.",
                Target = server.Name,
                Shell = ShellGenerations.Of(server.Version),
                Commands = [.. thumbprints.Select(t => commands.Remove(t, server))],
                Notes = notes,
            };
        }
    }

    private void Compare(ICollection<Finding> findings)
    {
        if (old.Thumbprints.Count == 0)
        {
            findings.Add(RenewalFindings.OldCertificateNotStated(subject.CommonName));
        }

        foreach (StoreCertificate expired in servers.SelectMany(s => old.On(s.Name))
            .Where(c => c.NotAfter < asOf).GroupBy(c => c.Thumbprint, StringComparer.Ordinal).Select(g => g.First()))
        {
            findings.Add(RenewalFindings.OldCertificateExpired(expired));
        }

        List<string> lost = [.. RenewalFindings.NamesBeyond(subject, servers.SelectMany(s => old.On(s.Name)))];
        if (lost.Count > 0)
        {
            findings.Add(RenewalFindings.NamesLost(subject.CommonName, lost));
        }
    }

    private IEnumerable<ExchangeCommand> Reset(IReadOnlyList<CertificateService> services) =>
        services.Contains(CertificateService.IIS) ? [_request.ResetIis()] : [];

    private RenewalStep Step(RenewalStepKind kind, string title, IReadOnlyList<ExchangeCommand> commands, string expect,
        IReadOnlyList<ExchangeCommand> checks, params string[] notes) => new()
    {
        Kind = kind,
        Title = title,
        Target = keeper.Name,
        Shell = ShellGenerations.Of(keeper.Version),
        Commands = commands,
        Expect = expect,
        Checks = checks,
        Notes = notes,
    };
}
