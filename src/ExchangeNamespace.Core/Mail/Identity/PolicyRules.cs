using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Policies;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>The MTA-STS policy as senders see it (RFC 8461): its web server, its text, and whether the exchangers keep it.</summary>
internal static class PolicyRules
{
    private const string Rule = "S50";
    private const int Ok = 200;
    private const int Day = 24 * 60 * 60;

    /// <summary>The link of the policy; null where no record announces one.</summary>
    public static MailIdentityLink? Judge(MailObservation seen, DateTime now)
    {
        if (seen.Policy is not { } policy)
        {
            return null;
        }

        string host = MtaStsPolicy.HostPrefix + seen.Check.Domain.Value;
        if (policy.Answer is not { } answer)
        {
            return policy.Addresses.IsConclusive
                ? Link(seen, host, null, [NotFetched(host, $"the host has no address ({policy.Addresses.Status})")])
                : Link(seen, host, null, [MailLinks.NotTold(host, policy.Addresses.Status)], MailLinkStatus.Inconclusive);
        }

        if (answer.Response is not { } response)
        {
            return Link(seen, host, null, [Findings.Warning(MailIdentityFindingCodes.PolicyUnreachable, host,
                $"The web server of the policy gave no answer from which anything follows ({answer.Status}).",
                "Ask again from a place that reaches it; senders that have no policy yet deliver without one.", Rule)],
                MailLinkStatus.Inconclusive);
        }

        List<Finding> findings = [.. Certificate(host, answer, now)];
        if (response.StatusCode != Ok)
        {
            bool isRedirect = response.StatusCode is >= 300 and < 400;
            findings.Add(NotFetched(host, "the web server answers with status "
                + response.StatusCode.ToString(CultureInfo.InvariantCulture)
                + (isRedirect ? ", and senders follow no redirect" : string.Empty)));
            return Link(seen, host, null, findings);
        }

        findings.AddRange(MediaType(host, response));
        MtaStsPolicy? read = MtaStsReader.Read(response.Body, out string? fault);
        if (read is null)
        {
            findings.Add(Findings.Error(MailIdentityFindingCodes.PolicyInvalid, host, $"The file is no policy: {fault}.",
                "Correct the file; Export-DnsScript -AsPolicy writes one. Then publish the record with another id.", Rule));
            return Link(seen, host, null, findings);
        }

        findings.AddRange(Exchangers(seen, host, read));
        findings.AddRange(Certificates(seen, host, read, now));
        return Link(seen, host, string.Join(", ", read.Lines.Skip(1)), findings);
    }

    private static MailIdentityLink Link(MailObservation seen, string host, string? found, IReadOnlyList<Finding> findings,
        MailLinkStatus? status = null) => MailLinks.Of(seen.Check, MailLink.MtaStsPolicy, host, null, found, findings, status);

    private static Finding NotFetched(string host, string why) => Findings.Error(MailIdentityFindingCodes.PolicyNotFetched, host,
        $"Senders cannot fetch the policy that the record announces: {why} (RFC 8461 3.3).",
        $"Serve the file at https://{host}{MtaStsPolicy.Path} with status 200, or take the record away.", Rule);

    /// <summary>3.3: the certificate has the name of the host, is in its lifetime, and senders trust its chain.</summary>
    private static IEnumerable<Finding> Certificate(string host, HttpAnswer answer, DateTime now)
    {
        if (answer.Certificate is not { } shown)
        {
            yield break;
        }

        if (Fault(shown.Facts, host, now) is { } fault)
        {
            yield return Findings.Error(MailIdentityFindingCodes.PolicyCertificate, host,
                $"The certificate of the web server {fault}, so senders do not take the policy (RFC 8461 3.3).",
                "Serve the file with a certificate of a public authority that has the name.", Rule);
        }
        else if (!shown.IsTrustedHere)
        {
            yield return Findings.Warning(MailIdentityFindingCodes.PolicyCertificate, host,
                "This computer does not trust the chain of the web server; senders that do not either do not take the policy.",
                "Use a public authority, and let the server send the certificates of its authorities.", Rule);
        }
    }

    /// <summary>Why no sender takes a certificate for a name; null where nothing is known against it.</summary>
    private static string? Fault(CertificateFacts certificate, string name, DateTime now) =>
        CertificateNameMatcher.Match(certificate, name).Coverage is not (NameCoverage.Covered or NameCoverage.Wildcard)
            ? "does not carry the name"
            : now > certificate.NotAfter ? $"expired on {DayText.Of(certificate.NotAfter.Value)}"
            : now < certificate.NotBefore ? $"is valid from {DayText.Of(certificate.NotBefore.Value)} on"
            : certificate.IsSelfSigned ? "is self-signed" : null;

    /// <summary>4.2: each exchanger shows a certificate with its name, in its lifetime, of an authority that senders trust.</summary>
    private static IEnumerable<Finding> Certificates(MailObservation seen, string host, MtaStsPolicy policy, DateTime now)
    {
        string[] wrong = policy.Mode == MtaStsMode.None ? []
            : [.. seen.Exchangers.SelectMany(e => e.Servers
                .Select(s => s.Certificate is { } shown && Fault(shown, e.Name, now) is { } fault
                    ? $"{VisibleText.Of(e.Name)} ({s.Smtp.Target}) {fault}" : null).OfType<string>())];
        if (wrong.Length > 0)
        {
            const string Remedy = "Enable a certificate of a public authority with the name for SMTP there.";
            yield return policy.Mode == MtaStsMode.Enforce
                ? Findings.Error(MailIdentityFindingCodes.CertificateUnderPolicy, host,
                    $"The policy is enforced, and senders do not deliver where the certificate is not good: {NameList.Describe(wrong)} "
                        + "(RFC 8461 4.2).", Remedy, Rule, wrong)
                : Findings.Warning(MailIdentityFindingCodes.CertificateUnderPolicy, host,
                    $"Once the policy is enforced, senders do not deliver where the certificate is not good: {NameList.Describe(wrong)} "
                        + "(RFC 8461 4.2).", Remedy, Rule, wrong);
        }
    }

    /// <summary>3.2: text/plain; the text is ASCII, whatever charset is stated.</summary>
    private static IEnumerable<Finding> MediaType(string host, HttpResponse response)
    {
        string[] parts = [.. (response.Header("Content-Type") ?? string.Empty).Split(';').Select(p => p.Trim())];
        string? charset = parts.Skip(1).FirstOrDefault(p => p.StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        bool isText = parts[0].Equals("text/plain", StringComparison.OrdinalIgnoreCase);
        bool isAscii = charset is null
            || charset.Substring("charset=".Length).Trim('"').ToLowerInvariant() is "utf-8" or "us-ascii" or "iso-8859-1" or "windows-1252";
        if (!isText || !isAscii)
        {
            string stated = response.Header("Content-Type") is { Length: > 0 } type ? VisibleText.Short(type) : "no type";
            yield return Findings.Warning(MailIdentityFindingCodes.PolicyMediaType, host,
                $"The file comes as {stated}; senders may refuse all but text/plain (RFC 8461 3.2).",
                "Let the web server send Content-Type: text/plain.", Rule);
        }
    }

    private static IEnumerable<Finding> Exchangers(MailObservation seen, string host, MtaStsPolicy policy)
    {
        string[] outside = policy.Mode == MtaStsMode.None ? []
            : [.. seen.Exchangers.Where(e => !e.IsImplicit && e.Name.Trim('.').Length > 0 && !policy.Names(e.Name))
                .Select(e => VisibleText.Of(e.Name))];
        if (outside.Length > 0)
        {
            const string Remedy = "Add a line mx: for each exchanger, publish the record with another id, and wait for max_age before an "
                + "exchanger changes.";
            yield return policy.Mode == MtaStsMode.Enforce
                ? Findings.Error(MailIdentityFindingCodes.ExchangerNotInPolicy, host,
                    $"The policy is enforced and does not name {NameList.Describe(outside)}: senders do not deliver there (RFC 8461 4.1).",
                    Remedy, Rule, outside)
                : Findings.Warning(MailIdentityFindingCodes.ExchangerNotInPolicy, host,
                    $"The policy does not name {NameList.Describe(outside)}; once it is enforced, senders do not deliver there (RFC 8461 "
                        + "4.1).", Remedy, Rule, outside);
        }

        if (policy.Mode == MtaStsMode.Enforce && policy.MaxAge < Day)
        {
            yield return Findings.Warning(MailIdentityFindingCodes.PolicyAgeShort, host,
                "Senders keep the policy for less than a day, so it hardly protects from an attack on DNS (RFC 8461 3.2 asks for weeks).",
                "Set max_age to a week or more.", Rule);
        }
    }
}
