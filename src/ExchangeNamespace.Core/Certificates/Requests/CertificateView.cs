using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates.Reduction;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates.Requests;

/// <summary>The certificates of a plan as tables: names, choices, machines. Nothing is computed before it is asked for.</summary>
internal sealed class CertificateView
{
    private readonly NamespacePlan _plan;
    private readonly CertificateRequestOptions _options;
    private readonly IReadOnlyList<PlannedCertificate?> _certificates;
    private readonly List<InputFault> _faults = [];
    private readonly List<Finding> _findings = [];

    private CertificateView(NamespacePlan plan, CertificateRequestOptions options)
    {
        _plan = plan;
        _options = options;
        _certificates = CertificateChanges.Apply(plan, options, _faults, _findings);
    }

    /// <summary>Why a certificate is left out.</summary>
    public IReadOnlyList<InputFault> Faults => _faults;

    /// <summary>What follows from the budget and the rule of hybrid mail.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The names with their reasons.</summary>
    public IEnumerable<CertificateNameEntry> Names => CertificateNameList.Of(_plan, _options);

    /// <summary>Every way for every name.</summary>
    public IEnumerable<CertificateNameChoice> Choices =>
        HybridRule.Apply(_plan, _options, []).SelectMany((c, i) => CertificateReduction.Of(_plan, c, _options).Choices(i + 1));

    /// <summary>What each machine carries.</summary>
    public IEnumerable<MachineCertificate> Machines => MachineCertificate.Of(_plan, _certificates);

    public static CertificateView Of(NamespacePlan plan, CertificateRequestOptions options) => new(plan, options);
}
