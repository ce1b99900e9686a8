using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;
using static ExchangeNamespace.Certificates.Checking.CertificateCheckFindingCodes;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>
/// May the authorities of the chain issue for the names of the certificate (RFC 5280, 4.2.1.10 and 6.1.4). Clients refuse a certificate as
/// a whole when one of its names is outside.
/// </summary>
internal static class ConstraintRules
{
    private const string Rule = "S36";

    public static IEnumerable<Finding> Check(CertificateCheck check)
    {
        foreach (ForbiddenName forbidden in check.Forbidden)
        {
            check.Cancel.ThrowIfCancellationRequested();
            string why = forbidden.Excluded is { } excluded
                ? $"its name constraints exclude {Words(excluded)}"
                : "its name constraints permit " + NameList.Describe([.. forbidden.Authority.NameConstraints
                    .Where(c => c.Kind == forbidden.Name.Kind && !c.IsExcluded).Select(Words)]);
            yield return Findings.Error(NameConstrained, forbidden.Name.Value,
                $"The authority {forbidden.Authority.Subject} may not issue for {forbidden.Name.Value}: {why}. Clients refuse the whole "
                    + "certificate.",
                "Request a certificate without the name, or from an authority that may issue it.", Rule, forbidden.Name.Value);
        }

        HashSet<AlternativeNameKind> judged = [AlternativeNameKind.Dns, AlternativeNameKind.IPAddress];
        foreach (CertificateFacts authority in check.Bundle.Path().Skip(1).Select(p => check.Bundle.Certificates[p]))
        {
            string[] open = [.. authority.NameConstraints
                .Where(c => !judged.Contains(c.Kind)
                    && (c.Kind == AlternativeNameKind.Other || check.Certificate.AlternativeNames.Any(n => n.Kind == c.Kind)))
                .Select(Words)];
            if (open.Length > 0)
            {
                yield return Findings.Information(ConstraintNotJudged, authority.Subject,
                    $"Not judged: name constraints of the authority ({NameList.Describe(open)}).",
                    "Look whether subject and names of the certificate fit them.", Rule, open);
            }
        }
    }

    private static string Words(NameConstraint constraint) => constraint.Value.Length == 0 ? "every name" : constraint.Value;
}
