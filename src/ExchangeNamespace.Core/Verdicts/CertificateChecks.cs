using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Verdicts;

/// <summary>The captured certificates: what they cover, for the servers of the plan, and how long they are valid.</summary>
internal static class CertificateChecks
{
    private const string Captured = "(captured certificates)";

    /// <summary>Both checks.</summary>
    public static IEnumerable<NamespaceCheckResult> Of(CheckMaterial material, CancellationToken cancel)
    {
        ExchangeState state = material.State!;
        if (!state.Has(StateKind.Certificate))
        {
            yield return NamespaceCheckResult.Of(NamespaceCheck.CertificateLifetime, Captured, [],
                CheckSummary.Unknown("The captured settings hold no certificates.", "Capture Get-ExchangeCertificate too.", "S36"));
            yield break;
        }

        ICertificateReader reader = material.CertificateReader();
        List<InputFault> faults = [];
        List<FoundCertificate> found = [.. state.Certificates.Select(c => Read(c, reader, faults, cancel)).OfType<FoundCertificate>()];
        foreach (InputFault fault in faults)
        {
            yield return NamespaceCheckResult.Of(NamespaceCheck.CertificateLifetime, fault.Value?.ToString() ?? Captured, [],
                CheckSummary.Unknown(fault.Message, "Capture the certificate again.", "S36"));
        }

        foreach (FoundCertificate one in found)
        {
            CertificateNeeds? needs = Needs(material, one);
            FoundCertificates together = new(found) { Now = material.Now, Needs = needs ?? CertificateNeeds.Of([]), Services = [] };
            NamespaceCertificate verdict = together.Judge(one, Timeout.InfiniteTimeSpan, cancel);
            if (needs is null && material.Plan is not null && one.Captured is { Server.IsKnown: false })
            {
                yield return NamespaceCheckResult.Of(NamespaceCheck.Certificate, verdict.Subject, [], CheckSummary.Unknown(
                    "It was not captured which server has the certificate, so it is open which hosts it must cover.",
                    "Capture the state again with the script of Export-StateCaptureScript.", "S8"));
            }

            if (needs is not null)
            {
                yield return NamespaceCheckResult.Of(NamespaceCheck.Certificate, verdict.Subject,
                    verdict.Findings.Where(f => !LifetimeRules.IsAbout(f)),
                    CheckSummary.Passed("The certificate covers every host that is needed of it."));
            }

            if (verdict.Certificate is { NotAfter: { } end })
            {
                yield return NamespaceCheckResult.Of(NamespaceCheck.CertificateLifetime, verdict.Subject,
                    verdict.Findings.Where(LifetimeRules.IsAbout),
                    CheckSummary.Passed($"The certificate is valid until {DayText.Of(end)}."), end);
            }
        }
    }

    private static FoundCertificate? Read(CapturedCertificate captured, ICertificateReader reader, List<InputFault> faults,
        CancellationToken cancel)
    {
        CertificateReading reading = CapturedFacts.Read(captured, reader, cancel);
        FoundCertificate? found = FoundCertificate.Of(captured.ToString(), reading, captured);
        if (found is null)
        {
            faults.Add(new InputFault(reading.Fault!.Id, "State", captured, $"{captured}: {reading.Fault.Message}"));
        }

        return found;
    }

    /// <summary>What the plan needs of a certificate on its server; null where the plan puts none there.</summary>
    private static CertificateNeeds? Needs(CheckMaterial material, FoundCertificate one) =>
        material.Plan is { } plan && one.Captured is { } captured
            && CertificateNeeds.TryOf(plan, captured.Server.IsKnown ? captured.Server.Value : null, out CertificateNeeds? needs, out _)
            ? needs : null;
}
