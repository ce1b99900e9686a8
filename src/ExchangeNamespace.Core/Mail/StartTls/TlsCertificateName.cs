using System;
using System.Diagnostics.CodeAnalysis;

namespace ExchangeNamespace.Mail.StartTls;

/// <summary>Issuer and subject of a certificate in the form of a connector: <c>&lt;I&gt;issuer&lt;S&gt;subject</c>.</summary>
/// <param name="Issuer">The issuer.</param>
/// <param name="Subject">The subject.</param>
internal sealed record TlsCertificateName(string Issuer, string Subject)
{
    private const string IssuerMark = "<I>";
    private const string SubjectMark = "<S>";

    public static bool TryParse(string text, [NotNullWhen(true)] out TlsCertificateName? name)
    {
        int subject = text.StartsWith(IssuerMark, StringComparison.OrdinalIgnoreCase)
            ? text.IndexOf(SubjectMark, StringComparison.OrdinalIgnoreCase) : -1;
        name = subject < 0
            ? null
            : new TlsCertificateName(text.Substring(IssuerMark.Length, subject - IssuerMark.Length).Trim(),
                text.Substring(subject + SubjectMark.Length).Trim());
        return name is { Issuer.Length: > 0, Subject.Length: > 0 };
    }

    /// <summary>Whether a certificate has this issuer and subject; null where it was not stated which it has.</summary>
    public bool? Fits(StoreCertificate certificate) => (certificate.Issuer, certificate.Subject) switch
    {
        ({ } issuer, { } subject) => DistinguishedName.AreEqual(issuer, Issuer) && DistinguishedName.AreEqual(subject, Subject),
        ({ } issuer, null) when !DistinguishedName.AreEqual(issuer, Issuer) => false,
        (null, { } subject) when !DistinguishedName.AreEqual(subject, Subject) => false,
        _ => null,
    };

    public override string ToString() => IssuerMark + Issuer + SubjectMark + Subject;
}
