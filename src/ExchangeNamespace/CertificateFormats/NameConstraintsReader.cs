using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>Reads for which names an authority may issue (RFC 5280, 4.2.1.10).</summary>
internal static class NameConstraintsReader
{
    private const int LongestName = CertificateLimits.NameCharacters;
    private const string Unreadable = "an extension that cannot be read";

    public static NameConstraint[] Read(X509Extension? extension, CertificateWork work)
    {
        if (extension is null)
        {
            return [];
        }

        try
        {
            NameConstraints constraints = NameConstraints.GetInstance(Asn1Object.FromByteArray(work.Measured(extension.Value.GetOctets())));
            return [.. Subtrees(constraints.PermittedSubtreesValue?.Elements, isExcluded: false),
                .. Subtrees(constraints.ExcludedSubtreesValue?.Elements, isExcluded: true)];
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            // The certificate itself can be read; what its authority may issue is then not judged.
            return [new NameConstraint(AlternativeNameKind.Other, Unreadable, IsExcluded: false)];
        }
    }

    private static IEnumerable<NameConstraint> Subtrees(Asn1Sequence? subtrees, bool isExcluded) => subtrees is null ? []
        : subtrees.Count > CertificateLimits.NameConstraints ? throw CertificateWork.Over(
            CertificateLimitFindingCodes.ContentOverLimit,
            $"An authority has more than {CertificateLimits.NameConstraints} name constraints of one kind.")
        : subtrees.Select(s => GeneralSubtree.GetInstance(s).Base).Select(b => Of(b, isExcluded));

    private static NameConstraint Of(GeneralName subtree, bool isExcluded)
    {
        (AlternativeNameKind kind, string text) = subtree.TagNo switch
        {
            GeneralName.DnsName => (AlternativeNameKind.Dns, Text()),
            GeneralName.Rfc822Name => (AlternativeNameKind.Email, Text()),
            GeneralName.UniformResourceIdentifier => (AlternativeNameKind.Uri, Text()),
            GeneralName.IPAddress when Network(Asn1OctetString.GetInstance(subtree.Name).GetOctets()) is { } network =>
                (AlternativeNameKind.IPAddress, network),
            _ => (AlternativeNameKind.Other, subtree.Name.ToString() ?? string.Empty),
        };
        return new NameConstraint(kind, VisibleText.Of(text, LongestName), isExcluded);

        string Text() => DerIA5String.GetInstance(subtree.Name).GetString();
    }

    /// <summary>Address and mask; null for another length than they have.</summary>
    private static string? Network(byte[] octets)
    {
        int half = octets.Length / 2;
        return octets.Length is 8 or 32 ? new IPAddress([.. octets.Take(half)]) + "/" + new IPAddress([.. octets.Skip(half)]) : null;
    }
}
