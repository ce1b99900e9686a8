using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>A name of the certificate that an authority of its chain may not issue.</summary>
/// <param name="Name">The name.</param>
/// <param name="Authority">The authority.</param>
/// <param name="Excluded">The subtree that forbids it; null where no permitted one allows it.</param>
internal sealed record ForbiddenName(AlternativeName Name, CertificateFacts Authority, NameConstraint? Excluded)
{
    /// <summary>The names of a certificate that the authorities of its chain may not issue (RFC 5280, 4.2.1.10 and 6.1.4).</summary>
    public static ForbiddenName[] Of(CertificateBundle bundle, CancellationToken cancel)
    {
        IReadOnlyList<AlternativeName> names = bundle.Leaf.AlternativeNames;
        return
        [
            .. bundle.Path().Skip(1).Select(p => bundle.Certificates[p])
                .Where(a => a.NameConstraints.Count > 0)
                .SelectMany(a => names.Select(n => Forbids(a, n, cancel)))
                .OfType<ForbiddenName>(),
        ];
    }

    private static ForbiddenName? Forbids(CertificateFacts authority, AlternativeName name, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        NameConstraint[] ofKind = [.. authority.NameConstraints.Where(c => c.Kind == name.Kind)];
        Func<string, string, bool>? within = name.Kind switch
        {
            AlternativeNameKind.Dns => IsBelow,
            AlternativeNameKind.IPAddress => IsInNetwork,
            AlternativeNameKind.Email or AlternativeNameKind.Uri or AlternativeNameKind.Other => null,
            _ => throw ClosedSet.Outside(name.Kind),
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
}
