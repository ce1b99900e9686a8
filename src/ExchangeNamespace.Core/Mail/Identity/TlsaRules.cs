using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>Whether what an exchanger shows fits its TLSA records, as senders with DANE judge it (RFC 7672, RFC 7671).</summary>
internal static class TlsaRules
{
    private const string Rule = "S49";
    private const int Authority = 2;
    private const int EndEntity = 3;

    public static IEnumerable<MailIdentityLink> Judge(MailObservation seen) => seen.Keys.Select(k => Judge(seen.Check, k));

    private static MailIdentityLink Judge(MailCheck check, TlsaObservation keys)
    {
        string name = VisibleText.Of(keys.Exchanger.Name);
        if (!keys.Records.IsConclusive)
        {
            return MailLinks.Of(check, MailLink.Tlsa, name, null, null, [MailLinks.NotTold(name, keys.Records.Status)],
                MailLinkStatus.Inconclusive);
        }

        Association[] all = [.. keys.Records.Records.Select(r => Association.Of(r.Value))];
        string found = string.Join(", ", keys.Records.Records.Select(r => r.Value));
        if (!keys.IsProven)
        {
            return MailLinks.Of(check, MailLink.Tlsa, name, null, found, [Findings.Warning(MailIdentityFindingCodes.TlsaNotProven, name,
                "There are TLSA records, and it cannot be told whether senders use them: no DNS server that was named says that it has "
                    + "proved the records, the exchangers and the addresses by signatures (DNSSEC).",
                "Name a resolver that validates with -DnsServer. Where it says so too, a zone on the way is not signed, and no sender "
                    + "uses the records.", Rule)], MailLinkStatus.Inconclusive);
        }

        Association[] usable = [.. all.Where(a => a.IsUsable)];
        List<Finding> findings = [];
        if (usable.Length < all.Length)
        {
            findings.Add(Findings.Warning(MailIdentityFindingCodes.TlsaUnusable, name,
                $"Of {all.Length} TLSA records senders of mail use {usable.Length}: only the usages 2 and 3, with known selectors and "
                    + "digests, count for mail (RFC 7672 3.1).", "Publish 3 1 1, or 2 1 1.", Rule));
        }

        foreach (ServerObservation server in usable.Length == 0 ? [] : keys.Exchanger.Servers)
        {
            findings.AddRange(Judge(keys, server, usable));
        }

        findings.AddRange(findings.Exists(f => f.Severity == FindingSeverity.Error) ? [] : RollOver(keys, name, usable));
        bool isOpen = usable.Length > 0 && findings.All(f => f.Severity != FindingSeverity.Error)
            && keys.Exchanger.Servers.Any(s => s.Certificate is null && s.Smtp.StartTls != StartTlsStatus.NotOffered);
        return MailLinks.Of(check, MailLink.Tlsa, name, null, found, findings, isOpen ? MailLinkStatus.Inconclusive : null);
    }

    private static IEnumerable<Finding> Judge(TlsaObservation keys, ServerObservation server, Association[] usable)
    {
        string subject = server.Smtp.Target.ToString();
        if (server.Smtp is { Status: SmtpStatus.Answered, StartTls: StartTlsStatus.NotOffered })
        {
            yield return Findings.Error(MailIdentityFindingCodes.TlsaNotMatched, subject,
                "There are TLSA records, and the server does not offer STARTTLS: senders that use DANE do not deliver.",
                "Let the server offer STARTTLS, or take the records away.", Rule);
        }
        else if (server.Certificate is { } leaf && server.Smtp.Tls is { Chain.Count: > 0 } tls
            && !usable.Any(a => a.Fits(keys, server, leaf, tls.Chain)))
        {
            yield return Findings.Error(MailIdentityFindingCodes.TlsaNotMatched, subject,
                "The certificate fits none of the TLSA records: senders that use DANE do not deliver.",
                "Publish the record of this certificate beside the others (Export-DnsScript -TlsaCertificate). At the next renewal publish "
                    + "the record of the new key first, and wait for two times to live before the certificate is enabled.", Rule,
                leaf.PublicKeySha256.Length > 0 ? [new TlsaData(TlsaUsage.EndEntity, leaf.PublicKeySha256).Text] : []);
        }
    }

    /// <summary>
    /// When the record of the next key must stand: two times to live before the certificate is enabled (RFC 7671 8.4). Nothing where a
    /// second record, or that of an authority, makes it ready.
    /// </summary>
    private static IEnumerable<Finding> RollOver(TlsaObservation keys, string name, Association[] usable)
    {
        if (usable.Length == 1 && usable[0].Usage == EndEntity && keys.Records.Ttl is { } time
            && keys.Exchanger.Servers.Select(s => s.Certificate?.NotAfter).Where(e => e is not null).Min() is { } end)
        {
            TimeSpan wait = TimeSpan.FromSeconds(2L * time);
            yield return Findings.Information(MailIdentityFindingCodes.TlsaRollOver, name,
                $"One TLSA record holds the key of the present certificate, which ends on {DayText.Of(end)}. A certificate with "
                    + "another key must not be enabled before its record has stood beside this one for "
                    + $"{wait.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} seconds, two times to live: publish it by "
                    + $"{(end - wait).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC at the latest.",
                "Keep the key at renewals, or publish the record of the next key or of the authority first (Export-DnsScript "
                    + "-TlsaCertificate).", Rule);
        }
    }

    /// <summary>One record, read.</summary>
    private sealed record Association(int Usage, int Selector, int Matching, string Data)
    {
        /// <summary>Whether senders of mail use it.</summary>
        public bool IsUsable => Usage is Authority or EndEntity && Selector is 0 or 1 && Matching is 0 or 1 or 2 && Data.Length > 0;

        public static Association Of(string text)
        {
            string[] parts = text.Split([' '], 4);
            return parts.Length == 4 ? new Association(Number(parts[0]), Number(parts[1]), Number(parts[2]), parts[3])
                : new Association(-1, -1, -1, string.Empty);
        }

        public bool Fits(TlsaObservation keys, ServerObservation server, CertificateFacts leaf, IReadOnlyList<byte[]> chain)
        {
            if (Usage == EndEntity)
            {
                return Data == Digest(Selector == 1 ? leaf.PublicKeyInfo : chain[0]);
            }

            // With the key of an authority the name counts too (RFC 7672 3.1.2).
            bool isNamed = CertificateNameMatcher.Match(leaf, keys.Exchanger.Name).Coverage
                is NameCoverage.Covered or NameCoverage.Wildcard;
            return isNamed && (Selector == 1
                ? keys.Authorities.TryGetValue(server.Smtp.Target.Address, out IReadOnlyList<CertificateFacts>? authorities)
                    && authorities.Any(a => Digest(a.PublicKeyInfo) == Data)
                : chain.Skip(1).Any(der => Digest(der) == Data));
        }

        private string Digest(byte[] der)
        {
            if (Matching == 0)
            {
                return Hex(der);
            }

            using HashAlgorithm hash = Matching == 1 ? SHA256.Create() : SHA512.Create();
            return Hex(hash.ComputeHash(der));
        }

        private static int Number(string text) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;

        private static string Hex(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", string.Empty);
    }
}
