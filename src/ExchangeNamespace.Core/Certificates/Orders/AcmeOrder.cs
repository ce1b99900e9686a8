using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Certificates.Orders;

/// <summary>One certificate to order.</summary>
/// <param name="Names">The names, the common name first: clients take the first for it, and for the name of their files.</param>
/// <param name="KeySize">The length of the RSA key in bits.</param>
/// <param name="FriendlyName">The name that administrators see in lists; null for none.</param>
/// <param name="Options">What is wanted of the order.</param>
/// <param name="Word">What tells the order from the others of the plan; null where it is the only one. A client takes an order with the
/// first name, or the friendly name, of another one for a change of it, and the certificate of the other is lost.</param>
internal sealed record AcmeOrder(IReadOnlyList<string> Names, int KeySize, string? FriendlyName, AcmeOrderOptions Options,
    string? Word = null)
{
    private const string Prefix = "_acme-challenge.";

    /// <summary>The names at which the authority looks for a challenge record: a wildcard shares that of its base name.</summary>
    public IReadOnlyList<string> ChallengeNames =>
        [.. Names.Select(n => Prefix + (n[0] == '*' ? n.Substring(2) : n)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The provider as the client calls it.</summary>
    public string Provider => Options.DnsProvider ?? Options.Client.ManualProvider;

    /// <summary>What stands behind a name of the order; empty where it is the only one.</summary>
    public string Suffix => Word is null ? string.Empty : "-" + Word;

    public static AcmeOrder Of(CertificateSubject subject, CertificateRequestOptions options, string? word) => new(
        [.. new[] { subject.CommonName }.Concat(subject.Names).Distinct(StringComparer.OrdinalIgnoreCase)],
        options.KeySize, options.FriendlyName, options.Order!, word);
}
