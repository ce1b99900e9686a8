using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>Puts what the rules say of one certificate together.</summary>
internal static class CertificateRules
{
    /// <summary>Judges a certificate.</summary>
    /// <param name="check">What is known of it.</param>
    /// <param name="live">What an endpoint adds: name, protocol and findings; null for a file.</param>
    /// <exception cref="System.OperationCanceledException">It was ended.</exception>
    public static NamespaceCertificate Judge(CertificateCheck check, LiveAnswer? live = null)
    {
        bool isForClients = check.Purpose == CertificatePurpose.Clients;
        bool isSeen = isForClients || check.Purpose == CertificatePurpose.Mail;
        string[] idle = HostRules.Unneeded(check);
        CertificateHost[] hosts = HostRules.Judge(check, idle);
        string[] unneeded = isForClients ? idle : [];
        Finding[] findings =
        [
            .. live?.Findings ?? [],
            .. PurposeRules.Check(check),
            .. isSeen ? HostRules.Check(check, hosts, unneeded) : [],
            .. isSeen ? ConstraintRules.Check(check) : [],
            .. LifetimeRules.Check(check),
            .. StrengthRules.Check(check, isSeen),
            .. isSeen ? IssuerRules.Check(check) : [],
            .. isForClients ? ServiceRules.Check(check) : [],
            .. isSeen ? ClientUsageRules.Check(check) : [],
            .. isSeen ? ChainRules.Check(check) : [],
        ];
        return new NamespaceCertificate
        {
            Source = check.Source,
            ServerName = live?.ServerName,
            Purpose = check.Purpose,
            Certificate = check.Certificate,
            Chain = check.Bundle.Certificates,
            Protocol = live?.Protocol,
            Hosts = hosts,
            UnneededNames = unneeded,
            Expiry = LifetimeRules.Judge(check.Certificate, check.Now),
            DaysLeft = LifetimeRules.DaysLeft(check.Certificate, check.Now),
            Findings = findings,
        };
    }
}
