using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates.Reduction;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates.Requests;

/// <summary>One name and the certificate that carries or covers it.</summary>
public sealed class CertificateNameEntry
{
    /// <summary>The number of the certificate in the plan, from 1.</summary>
    public required int Certificate { get; init; }

    /// <summary>Host, wildcard or server name.</summary>
    public required string Name { get; init; }

    /// <summary>Why the name is needed.</summary>
    public required string Reason { get; init; }

    /// <summary>The rule, for example <c>S35</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>
    /// The name on the certificate that covers it: itself, or a wildcard; for a name that was left off, the one that clients are led to.
    /// </summary>
    public required string CoveredBy { get; init; }

    /// <summary>What becomes of the name under <c>-MaximumNames</c>; else it is kept.</summary>
    public NameWay Way { get; init; }

    /// <summary>Whether the name is the common name of the certificate.</summary>
    public bool IsCommonName { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>The names of the certificates of a plan with the reason of each, and the hosts that a wildcard stands in for.</summary>
public static class CertificateNameList
{
    private const string CoverageRule = "S8";
    private const string WorksheetRule = "S35";

    /// <summary>Lists the names certificate by certificate, in their order.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">Options, for the names beyond the plan.</param>
    /// <returns>The entries.</returns>
    public static IEnumerable<CertificateNameEntry> Of(NamespacePlan plan, CertificateRequestOptions options)
    {
        IReadOnlyList<PlannedCertificate> certificates = HybridRule.Apply(plan, options, []);
        for (int i = 0; i < certificates.Count; i++)
        {
            CertificateReduction reduction = CertificateReduction.Of(plan, certificates[i], options);
            IEnumerable<CertificateNameEntry> kept = reduction.Result is { } result ? Of(plan, result, i + 1, options.AdditionalNames) : [];
            IEnumerable<CertificateNameEntry> left = reduction.Leaving.Where(x => x.Way != NameWay.Wildcard)
                .Select(x => new CertificateNameEntry
            {
                Certificate = i + 1,
                Name = x.Name.Name,
                Reason = x.Name.Reason,
                Rule = x.Name.Rule,
                CoveredBy = reduction.Target,
                Way = x.Way,
            });
            foreach (CertificateNameEntry entry in kept.Concat(left))
            {
                yield return entry;
            }
        }
    }

    private static IEnumerable<CertificateNameEntry> Of(NamespacePlan plan, PlannedCertificate certificate, int index,
        IEnumerable<string> additional)
    {
        HashSet<string> listed = new(StringComparer.OrdinalIgnoreCase);
        IEnumerable<CertificateName> asked = additional.Select(
            n => new CertificateName { Name = n, Reason = "Asked for with AdditionalName.", Rule = WorksheetRule });
        IReadOnlyList<CertificateName> names = [.. certificate.Names.Concat(asked).Where(n => listed.Add(n.Name))];
        foreach (CertificateName name in names)
        {
            yield return new CertificateNameEntry
            {
                Certificate = index,
                Name = name.Name,
                Reason = name.Reason,
                Rule = name.Rule,
                CoveredBy = name.Name,
                IsCommonName = name.Name == certificate.CommonName,
            };
        }

        IReadOnlyList<string> wildcards = [.. names.Select(n => n.Name).Where(n => n[0] == '*')];
        foreach (DnsRecord record in plan.DnsRecords)
        {
            if (record.Type != DnsRecordType.MX
                && wildcards.FirstOrDefault(w => CertificateNameMatcher.Covers(w, record.Name.Value)) is { } wildcard
                && listed.Add(record.Name.Value))
            {
                yield return new CertificateNameEntry { Certificate = index, Name = record.Name.Value, Reason = record.Reason,
                    Rule = CoverageRule, CoveredBy = wildcard, Way = NameWay.Wildcard };
            }
        }
    }
}
