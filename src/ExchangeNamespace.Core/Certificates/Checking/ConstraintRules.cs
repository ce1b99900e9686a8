using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using ExchangeNamespace.Model;
using static ExchangeNamespace.Certificates.Checking.CertificateCheckFindingCodes;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>A name of the certificate that an authority of its chain may not issue.</summary>
/// <param name="Name">The name.</param>
/// <param name="Authority">The authority.</param>
/// <param name="Excluded">The subtree that forbids it; null where no permitted one allows it.</param>
internal sealed record ForbiddenName(AlternativeName Name, CertificateFacts Authority, NameConstraint? Excluded);

/// <summary>
/// May the authorities of the chain issue for the names of the certificate (RFC 5280, 4.2.1.10 and 6.1.4). Clients refuse a certificate as
/// a whole when one of its names is outside.
/// </summary>
internal static class ConstraintRules
{
    private const string Rule = "S36";

    public static ForbiddenName[] Forbidden(CertificateBundle bundle)
    {
        IReadOnlyList<AlternativeName> names = bundle.Leaf.AlternativeNames;
        return
        [
            .. bundle.Path().Skip(1).Select(p => bundle.Certificates[p])
                .Where(a => a.NameConstraints.Count > 0)
                .SelectMany(a => names.Select(n => Forbids(a, n)))
                .OfType<ForbiddenName>(),
        ];
    }

    public static IEnumerable<Finding> Check(CertificateCheck check)
    {
        foreach (ForbiddenName forbidden in check.Forbidden)
        {
            string why = forbidden.Excluded is { } excluded
                ? $"its name constraints exclude {Words(excluded)}"
                : "its name constraints permit " + NameList.Describe([.. forbidden.Authority.NameConstraints
                    .Where(c => c.Kind == forbidden.Name.Kind && !c.IsExcluded).Select(Words)]);
            yield return Findings.Error(NameConstrained, forbidden.Name.Value,
                $"The authority {forbidden.Authority.Subject} may not issue for {forbidden.Name.Value}: {why}. Clients refuse the whole certificate.",
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
                    $"Not judged: the name constraints of the authority on {NameList.Describe(open)}.",
                    "Look whether subject and names of the certificate fit them.", Rule, open);
            }
        }
    }

    private static ForbiddenName? Forbids(CertificateFacts authority, AlternativeName name)
    {
        NameConstraint[] ofKind = [.. authority.NameConstraints.Where(c => c.Kind == name.Kind)];
        Func<string, string, bool>? within = name.Kind switch
        {
            AlternativeNameKind.Dns => IsBelow,
            AlternativeNameKind.IPAddress => IsInNetwork,
            _ => null,
        };
        if (within is null)
        {
            return null;
        }

        return Array.Find(ofKind, c => c.IsExcluded && (within(name.Value, c.Value) || Reaches(name, c.Value))) is { } excluded
            ? new ForbiddenName(name, authority, excluded)
            : ofKind.Any(c => !c.IsExcluded) && !ofKind.Any(c => !c.IsExcluded && within(name.Value, c.Value))
                ? new ForbiddenName(name, authority, null)
            : null;
    }

    /// <summary>
    /// A domain stands for itself and everything below it; with a dot in front, as some authorities write it, only for what is below.
    /// </summary>
    private static bool IsBelow(string name, string domain) => domain.Length == 0
        || (domain[0] == '.'
            ? name.Length > domain.Length && name.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
            : string.Equals(name, domain, StringComparison.OrdinalIgnoreCase)
                || name.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));

    /// <summary>A wildcard also stands for the one excluded host below its domain.</summary>
    private static bool Reaches(AlternativeName name, string domain) => name.Kind == AlternativeNameKind.Dns
        && name.Value.StartsWith("*.", StringComparison.Ordinal)
        && domain.IndexOf('.', 1) is > 0 and int dot
        && string.Equals(domain.Substring(dot), name.Value.Substring(1), StringComparison.OrdinalIgnoreCase);

    private static bool IsInNetwork(string address, string network)
    {
        string[] parts = network.Split('/');
        if (parts.Length != 2 || !AddressSyntax.TryRead(address, out IPAddress? own) || !AddressSyntax.TryRead(parts[0], out IPAddress? net)
            || !AddressSyntax.TryRead(parts[1], out IPAddress? mask))
        {
            return false;
        }

        byte[] a = own.GetAddressBytes();
        byte[] n = net.GetAddressBytes();
        byte[] m = mask.GetAddressBytes();
        return a.Length == n.Length && a.Length == m.Length && Enumerable.Range(0, a.Length).All(i => (a[i] & m[i]) == (n[i] & m[i]));
    }

    private static string Words(NameConstraint constraint) => constraint.Value.Length == 0 ? "every name" : constraint.Value;
}
