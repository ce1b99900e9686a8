using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>The outcome that findings lead to.</summary>
internal static class CertificateOutcomes
{
    /// <summary>The worst of the findings.</summary>
    public static CertificateOutcome Worst(IReadOnlyCollection<Finding> findings) =>
        findings.Any(f => f.Severity == FindingSeverity.Error) ? CertificateOutcome.Bad
        : findings.Any(f => f.Severity == FindingSeverity.Warning) ? CertificateOutcome.Warning
        : CertificateOutcome.Good;
}
