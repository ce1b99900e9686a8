using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Autodiscover;

/// <summary>The findings of single steps.</summary>
internal static class StepFindings
{
    public static StepOutcome With(StepOutcome outcome, string target, string detail, IEnumerable<Finding>? more = null) => new()
    {
        Target = target,
        Verdict = outcome.Verdict,
        Detail = detail,
        Endpoint = outcome.Endpoint,
        CertificateCovers = outcome.CertificateCovers,
        Hops = outcome.Hops,
        Group = outcome.Group,
        Findings = [.. outcome.Findings, .. more ?? []],
    };

    public static StepOutcome WrongPort(string record, string[] targets) => new()
    {
        Target = record,
        Verdict = AutodiscoverVerdict.NotAutodiscover,
        Detail = "The record leads to a port other than 443, which clients pass over.",
        Findings = [Findings.Warning(AutodiscoverFindingCodes.ServicePort, record,
            "The service record leads to a port other than 443, which clients pass over.", "Set port 443.", "S10", targets)],
    };

    /// <summary>Adds what the verdict of a step has to say.</summary>
    public static StepOutcome Judge(AutodiscoverMethod method, StepOutcome outcome)
    {
        string subject = outcome.Hops.Count > 0 ? outcome.Hops[outcome.Hops.Count - 1].Url : outcome.Target;
        Finding? finding = (outcome.Verdict, method) switch
        {
            (AutodiscoverVerdict.WrongCertificate, AutodiscoverMethod.RootDomain) =>
                Findings.Warning(AutodiscoverFindingCodes.RootDomainTrap, subject,
                "The mail domain itself answers on https with a certificate for something else, so users get a warning before the client "
                    + "goes on, although all else may be right.",
                "Close port 443 there, give the web site a certificate with the mail domain, or exclude the step by policy "
                    + "(ExcludeHttpsRootDomain).", "S9"),
            (AutodiscoverVerdict.NotAutodiscover, AutodiscoverMethod.RootDomain) =>
                Findings.Information(AutodiscoverFindingCodes.RootDomainPage, subject,
                "The mail domain itself answers on https with something else than Autodiscover; clients go on.",
                "Nothing, as long as its certificate is right and it answers fast.", "S9"),
            (AutodiscoverVerdict.WrongCertificate, _) => Findings.Error(AutodiscoverFindingCodes.WrongCertificate, subject,
                outcome.Detail, "Put the name on the certificate that answers there, or renew it where its time is over.", "S8"),
            (AutodiscoverVerdict.Inconclusive, _) => Findings.Information(AutodiscoverFindingCodes.StepInconclusive, subject,
                outcome.Detail, "A client goes on to the next step. Where a service must answer, check the server and the network between.",
                "1G"),
            _ => null,
        };
        return finding is null ? outcome : With(outcome, outcome.Target, outcome.Detail, [finding]);
    }
}
