using System;
using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using static ExchangeNamespace.Certificates.Checking.CertificateCheckFindingCodes;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>Is the key long enough, the signature sound, and the certificate one for servers.</summary>
internal static class StrengthRules
{
    private const string Rule = "S36";

    /// <summary>Windows refuses shorter ones since its update of 2012 (KB 2661254).</summary>
    private const int RefusedRsa = 1024;
    private const int GoodRsa = 2048;
    private const int GoodCurve = 256;

    /// <summary>Judges the strength, and, where others than this organisation see it, whether it is one for servers.</summary>
    public static IEnumerable<Finding> Check(CertificateCheck check, bool isSeen)
    {
        CertificateFacts certificate = check.Certificate;
        foreach (Finding finding in Key(check, certificate))
        {
            yield return finding;
        }

        if (!certificate.IsSelfSigned && Has(certificate.SignatureAlgorithm, "MD5", "MD2", "MD4"))
        {
            yield return Findings.Error(SignatureWeak, check.Subject,
                $"It is signed with {certificate.SignatureAlgorithm}, which is broken; clients refuse it.", "Renew it.", Rule);
        }
        else if (!certificate.IsSelfSigned && Has(certificate.SignatureAlgorithm, "SHA1"))
        {
            yield return Findings.Warning(SignatureWeak, check.Subject,
                $"It is signed with {certificate.SignatureAlgorithm}, which current clients refuse.", "Renew it with SHA-256.", Rule);
        }

        if (certificate.Version is { } version && version < 3)
        {
            yield return Findings.Error(VersionOld, check.Subject, $"It is X.509 version {version}; Exchange wants version 3.",
                "Request one with extensions.", "S49");
        }

        if (isSeen && certificate.AllowsServerAuthentication == false)
        {
            yield return Findings.Error(NotForServers, check.Subject, "Its extended key usage leaves servers out, so clients refuse it.",
                "Request a certificate for web servers.", Rule);
        }

        if (isSeen && certificate.IsAuthority == true && !certificate.IsSelfSigned)
        {
            yield return Findings.Warning(IsAuthority, check.Subject, "It is the certificate of an authority, not of a server.",
                "Give the certificate of the server first.", Rule);
        }

        if (certificate.HasPrivateKey == false)
        {
            yield return Findings.Error(PrivateKeyMissing, check.Subject, "The private key is not with it, so no server can use it.",
                "Import it on the machine that made the request, or export it with its key.", "S37");
        }
    }

    private static IEnumerable<Finding> Key(CertificateCheck check, CertificateFacts certificate)
    {
        switch (certificate.KeyAlgorithm)
        {
            case "RSA" when certificate.KeySize < RefusedRsa:
                yield return Findings.Error(KeyWeak, check.Subject,
                    $"The RSA key has {certificate.KeySize} bits; Windows refuses less than {RefusedRsa}.", $"Request one with {GoodRsa}.",
                    Rule);
                break;
            case "RSA" when certificate.KeySize < GoodRsa:
                yield return Findings.Warning(KeyWeak, check.Subject,
                    $"The RSA key has {certificate.KeySize} bits; authorities sign no less than {GoodRsa}.", $"Request one with {GoodRsa}.",
                    Rule);
                break;
            case "RSA":
                break;
            case "ECDSA" when certificate.KeySize < GoodCurve:
                yield return Findings.Warning(KeyWeak, check.Subject,
                    $"The curve has {certificate.KeySize} bits; {GoodCurve} are the current minimum.",
                    $"Request an RSA key with {GoodRsa}.", Rule);
                break;
            case "ECDSA":
                yield return Findings.Warning(KeyKind, check.Subject,
                    "The key is on an elliptic curve: Exchange can use such a certificate only from its updates of April 2024 for 2016 and "
                        + "2019, and not for everything.",
                    $"Where older servers carry it, request an RSA key with {GoodRsa}.", Rule);
                break;
            case { } other:
                yield return Findings.Error(KeyKind, check.Subject, $"Exchange cannot use a key of the kind {other}.",
                    $"Request an RSA key with {GoodRsa}.", Rule);
                break;
            default:
                break;
        }
    }

    private static bool Has(string? algorithm, params string[] hashes) =>
        algorithm is not null
            && Array.Exists(hashes, h => algorithm.Replace("-", string.Empty).IndexOf(h, StringComparison.OrdinalIgnoreCase) >= 0);
}
