using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>A captured certificate with its facts.</summary>
/// <param name="Captured">What was captured.</param>
/// <param name="Facts">What it says.</param>
internal sealed record KnownCertificate(CapturedCertificate Captured, CertificateFacts Facts);

/// <summary>
/// Tells what Exchange uses a captured certificate for: by the names that setup gives to its own, and by the services else.
/// </summary>
internal static class CapturedPurpose
{
    private const string OAuthName = "Microsoft Exchange Server Auth Certificate";
    private const string ManagementName = "WMSvc-";
    private const string FederationName = "Federation";
    private const string Smtp = "SMTP";
    private const string Iis = "IIS";

    /// <summary>The purpose of one certificate among those of the same run.</summary>
    public static CertificatePurpose Of(KnownCertificate certificate, IReadOnlyCollection<KnownCertificate> all)
    {
        CertificateFacts facts = certificate.Facts;
        string name = facts.CommonNames.FirstOrDefault() ?? string.Empty;
        IReadOnlyList<string> services = facts.Services ?? [];
        if (facts.IsSelfSigned)
        {
            if (string.Equals(name, OAuthName, StringComparison.OrdinalIgnoreCase))
            {
                return CertificatePurpose.ServerAuthentication;
            }

            if (name.StartsWith(ManagementName, StringComparison.OrdinalIgnoreCase))
            {
                return CertificatePurpose.WebManagement;
            }

            if (string.Equals(name, FederationName, StringComparison.OrdinalIgnoreCase))
            {
                return CertificatePurpose.Federation;
            }

            if (IsOfSetup(facts, name) && all.Any(o => IsForClientsOf(certificate, o)))
            {
                return CertificatePurpose.BackEnd;
            }
        }

        return services.Count > 0 && services.All(s => string.Equals(s, Smtp, StringComparison.OrdinalIgnoreCase)) ? CertificatePurpose.Mail
            : CertificatePurpose.Clients;
    }

    /// <summary>Whether a service is known to use it; a request cannot be used yet.</summary>
    public static bool IsNotInUse(CertificateFacts facts) =>
        !facts.IsRequest && facts.Services is { } services
            && services.All(s => string.Equals(s, "None", StringComparison.OrdinalIgnoreCase));

    /// <summary>Setup gives the server's own name, bare and in full, and no other.</summary>
    private static bool IsOfSetup(CertificateFacts facts, string name) => name.Length > 0 && name.IndexOf('.') < 0
        && facts.DnsNames.All(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase)
            || n.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase));

    /// <summary>Without another one for the web, clients get the one of setup, and it is judged as what they see.</summary>
    private static bool IsForClientsOf(KnownCertificate own, KnownCertificate other) => !other.Facts.IsSelfSigned && !other.Facts.IsRequest
        && (!own.Captured.Server.IsKnown || !other.Captured.Server.IsKnown
            || string.Equals(own.Captured.Server.Value, other.Captured.Server.Value, StringComparison.OrdinalIgnoreCase))
        && (other.Facts.Services is null || other.Facts.Services.Contains(Iis, StringComparer.OrdinalIgnoreCase));
}
