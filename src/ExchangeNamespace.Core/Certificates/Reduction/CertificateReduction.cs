using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates.Reduction;

/// <summary>One way for one name of a certificate, with its price, and whether it was chosen.</summary>
public sealed class CertificateNameChoice
{
    /// <summary>The number of the certificate in the plan, from 1.</summary>
    public required int Certificate { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The way.</summary>
    public required NameWay Way { get; init; }

    /// <summary>Whether it takes the name off the certificate.</summary>
    public required bool IsPossible { get; init; }

    /// <summary>What it counts in the comparison; 0 for keeping the name.</summary>
    public required int Cost { get; init; }

    /// <summary>What it means, in words.</summary>
    public required string Price { get; init; }

    /// <summary>Whether it belongs to the cheapest set under <c>-MaximumNames</c>.</summary>
    public bool IsChosen { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Way} ({Cost})";
}

/// <summary>Which names of one certificate of a plan can leave it, what that costs, and the cheapest set under a budget.</summary>
internal sealed class CertificateReduction
{
    private const string AutodiscoverRule = "S10";
    private const string ServerNameRule = "S23";
    private const string MailRule = "S50";
    private const int LabelsOfZone = 2;

    private readonly PlannedCertificate _certificate;
    private readonly IReadOnlyList<ReducibleName> _names;
    private readonly NameSolution? _solution;
    private readonly int _fixed;

    private CertificateReduction(NamespacePlan plan, PlannedCertificate certificate, CertificateRequestOptions options)
    {
        _certificate = certificate;
        string? common = certificate.CommonName ?? certificate.Names.FirstOrDefault()?.Name;
        HashSet<string> given = new(certificate.Names.Select(n => n.Name), StringComparer.OrdinalIgnoreCase);
        _fixed = options.AdditionalNames.Distinct(StringComparer.OrdinalIgnoreCase).Count(n => !given.Contains(n));
        _names = [.. certificate.Names.Select(
            n => string.Equals(n.Name, common, StringComparison.OrdinalIgnoreCase) || n.Name[0] == '*'
                || options.AdditionalNames.Contains(n.Name, StringComparer.OrdinalIgnoreCase)
            ? new ReducibleName(n.Name, [], null)
            : new ReducibleName(
                n.Name,
                [.. Ways(plan, n, options.AreHybrid(plan)).Where(w => options.ReduceBy.Contains(w)).Select(w => (w, Cost(plan, n, w)))],
                options.ReduceBy.Contains(NameWay.Wildcard) ? WildcardOf(plan, n.Name) : null))];
        _solution = options.MaximumNames is { } most ? NameSolver.Solve(_names, most - _fixed)
            : new NameSolution([.. _names.Select(_ => NameWay.Keep)], [], 0);
    }

    /// <summary>The certificate with the names that stay; null where the budget cannot be met.</summary>
    public PlannedCertificate? Result => _solution is null ? null : _solution.Cost == 0 ? _certificate : Copy(_certificate,
        [
            .. _certificate.Names.Where((_, i) => _solution.Ways[i] == NameWay.Keep),
            .. _solution.Wildcards.Select(
                w => new CertificateName { Name = w, Reason = "Stands for several names, so that the certificate has fewer.",
                    Rule = "S35" }),
        ]);

    /// <summary>The smallest number of names that can be reached.</summary>
    public int Least => NameSolver.Least(_names) + _fixed;

    /// <summary>The names that leave, with the way of each.</summary>
    public IEnumerable<(CertificateName Name, NameWay Way)> Leaving => _solution is null ? [] : _certificate.Names
        .Select((n, i) => (n, _solution.Ways[i]))
        .Where(x => x.Item2 != NameWay.Keep);

    /// <summary>The name that clients are led to instead.</summary>
    public string Target => _certificate.LeadingName;

    public static CertificateReduction Of(NamespacePlan plan, PlannedCertificate certificate, CertificateRequestOptions options) =>
        new(plan, certificate, options);

    /// <summary>Every way for every name, those among them that do not help.</summary>
    public IEnumerable<CertificateNameChoice> Choices(int index)
    {
        for (int i = 0; i < _names.Count; i++)
        {
            CertificateName name = _certificate.Names[i];
            yield return Choice(name, NameWay.Keep, 0, isPossible: true);
            foreach ((NameWay way, int cost) in _names[i].Ways)
            {
                yield return Choice(name, way, cost, isPossible: true);
            }

            if (_names[i].Wildcard is not null)
            {
                yield return Choice(name, NameWay.Wildcard, NameCosts.Of(NameWay.Wildcard), isPossible: true);
            }

            if (name.Rule == AutodiscoverRule)
            {
                yield return Choice(name, NameWay.Cname, 0, isPossible: false);
            }

            CertificateNameChoice Choice(CertificateName of, NameWay way, int cost, bool isPossible) => new()
            {
                Certificate = index,
                Name = of.Name,
                Way = way,
                IsPossible = isPossible,
                Cost = cost,
                Price = NameCosts.Price(way),
                IsChosen = _solution is not null && isPossible && _solution.Ways[i] == way,
            };
        }
    }

    /// <summary>A certificate that differs in names, or in its common name.</summary>
    public static PlannedCertificate Copy(PlannedCertificate certificate, IReadOnlyList<CertificateName> names,
        string? commonName = null) => new()
    {
        InstallOn = certificate.InstallOn,
        Sites = certificate.Sites,
        Issuer = certificate.Issuer,
        CommonName = commonName ?? certificate.CommonName,
        Names = names,
        PrivateKeyExportable = certificate.PrivateKeyExportable,
    };

    /// <summary>
    /// Hybrid Exchange reads no service record and wants the autodiscover host of every hybrid mail domain on the certificate.
    /// </summary>
    private static IEnumerable<NameWay> Ways(NamespacePlan plan, CertificateName name, bool isHybrid) => name.Rule switch
    {
        AutodiscoverRule when isHybrid => [],
        AutodiscoverRule when name.Name.StartsWith(AutodiscoverLabels.HostPrefix, StringComparison.OrdinalIgnoreCase) =>
            [NameWay.Srv, NameWay.HttpRedirect],
        ServerNameRule => [NameWay.InternalUrl],
        MailRule when plan.MailHost is { } mail
            && string.Equals(mail.Value, name.Name, StringComparison.OrdinalIgnoreCase) => [NameWay.MailHost],
        _ => [],
    };

    private static int Cost(NamespacePlan plan, CertificateName name, NameWay way)
    {
        bool first = name.Rule == AutodiscoverRule && plan.SmtpDomains.Count > 0
            && name.Name.EndsWith("." + plan.SmtpDomains[0].Value, StringComparison.OrdinalIgnoreCase);
        return NameCosts.Of(way) * (first ? NameCosts.FirstDomainFactor : 1);
    }

    /// <summary>A wildcard in a zone that the plan knows as the organisation's own: never above a suffix of another organisation.</summary>
    private static string? WildcardOf(NamespacePlan plan, string name)
    {
        if (!Fqdn.TryParse(name, "Plan", out Fqdn? host, out _) || host.Parent is not { } parent
            || parent.Value.Split('.').Length < LabelsOfZone)
        {
            return null;
        }

        return plan.SmtpDomains.Concat(plan.Zones.Select(z => z.Name)).Append(plan.ExternalZone).Any(parent.IsIn)
            ? "*." + parent.Value : null;
    }
}
