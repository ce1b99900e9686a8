using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Reduction;

/// <summary>How a machine comes to its certificate.</summary>
public enum CertificateSource
{
    /// <summary>It is requested here, and the private key stays here.</summary>
    Request,

    /// <summary>It is imported with its private key from the machine that requested it.</summary>
    ImportWithKey,

    /// <summary>It is requested with the tools of the machine, not through Exchange.</summary>
    OwnRequest,

    /// <summary>It is made here and signed by itself.</summary>
    SelfSigned,
}

/// <summary>What one machine carries: the certificate set of a plan, machine by machine (S25 to S28).</summary>
public sealed class MachineCertificate
{
    /// <summary>The server, or <see cref="PlannedCertificate.ReverseProxyMachine"/>.</summary>
    public required string Machine { get; init; }

    /// <summary>Whether it is the reverse proxy.</summary>
    public required bool IsReverseProxy { get; init; }

    /// <summary>The number of the certificate in the plan, from 1.</summary>
    public required int Certificate { get; init; }

    /// <summary>The common name; null when no name is short enough.</summary>
    public string? CommonName { get; init; }

    /// <summary>The names.</summary>
    public required IReadOnlyList<string> Names { get; init => field = Indexable.Of(value); }

    /// <summary>Who issues it.</summary>
    public required CertificateAuthority Issuer { get; init; }

    /// <summary>How the machine comes to it.</summary>
    public required CertificateSource Source { get; init; }

    /// <summary>The machine from which it comes with its key; null for its own.</summary>
    public string? From { get; init; }

    /// <summary>
    /// Whether the machine must trust the root of the internal authority, because it opens connections to servers with its certificates.
    /// </summary>
    public required bool TrustsInternalRoot { get; init; }

    /// <summary>The rule, for example <c>S25</c>.</summary>
    public required string Rule { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Machine}: {CommonName}, {Source}";

    /// <summary>Lists the machines of a plan with what each carries.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="certificates">Its certificates as they are requested; one that cannot be is null.</param>
    /// <returns>One for each machine and certificate, in the order of the plan.</returns>
    internal static IEnumerable<MachineCertificate> Of(NamespacePlan plan, IReadOnlyList<PlannedCertificate?> certificates)
    {
        bool separate = plan.ReverseProxy == ReverseProxyStrategy.SeparateCertificate;
        for (int i = 0; i < certificates.Count; i++)
        {
            if (certificates[i] is not { } certificate)
            {
                continue;
            }

            string first = certificate.InstallOn[0];
            foreach (string machine in certificate.InstallOn)
            {
                bool proxy = machine == PlannedCertificate.ReverseProxyMachine;
                bool own = string.Equals(machine, first, StringComparison.OrdinalIgnoreCase);
                yield return new MachineCertificate
                {
                    Machine = machine,
                    IsReverseProxy = proxy,
                    Certificate = i + 1,
                    CommonName = certificate.CommonName,
                    Names = [.. certificate.Names.Select(n => n.Name)],
                    Issuer = certificate.Issuer,
                    Source = !own ? CertificateSource.ImportWithKey : proxy ? CertificateSource.OwnRequest
                        : certificate.Issuer == CertificateAuthority.SelfSigned ? CertificateSource.SelfSigned : CertificateSource.Request,
                    From = own ? null : first,
                    TrustsInternalRoot = proxy && separate,
                    Rule = plan.ReverseProxy switch
                    {
                        ReverseProxyStrategy.SharedCertificate => "S25",
                        ReverseProxyStrategy.SharedCertificateWithServerNames => "S26",
                        ReverseProxyStrategy.SeparateCertificate => "S27",
                        ReverseProxyStrategy.None => certificate.InstallOn.Count > 1 ? "S28" : "S35",
                        _ => throw ClosedSet.Outside(plan.ReverseProxy),
                    },
                };
            }
        }
    }
}
