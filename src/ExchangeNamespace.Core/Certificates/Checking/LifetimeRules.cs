using System;
using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;
using static ExchangeNamespace.Certificates.Checking.CertificateCheckFindingCodes;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>
/// Expiry in relation to the lifetime: fixed bounds of 60 and 30 days would never let a certificate of 47 days rest. A third and a sixth of
/// the lifetime are the bounds, at most those 60 and 30 days.
/// </summary>
internal static class LifetimeRules
{
    private const string Rule = "S36";
    private const int SoonPart = 3;
    private const int NowPart = 6;
    private static readonly TimeSpan SoonAtMost = TimeSpan.FromDays(60);
    private static readonly TimeSpan NowAtMost = TimeSpan.FromDays(30);

    public static CertificateExpiry Judge(CertificateFacts certificate, DateTime now)
    {
        if (certificate.NotBefore is not { } from || certificate.NotAfter is not { } to)
        {
            return CertificateExpiry.Unknown;
        }

        TimeSpan left = to - now;
        return now < from ? CertificateExpiry.NotYetValid
            : left < TimeSpan.Zero ? CertificateExpiry.Expired
            : left < Bound(to - from, NowPart, NowAtMost) ? CertificateExpiry.RenewNow
            : left < Bound(to - from, SoonPart, SoonAtMost) ? CertificateExpiry.RenewSoon
            : CertificateExpiry.Valid;
    }

    /// <summary>The whole days that are left, rounded down, so that half a day counts as zero.</summary>
    public static int? DaysLeft(CertificateFacts certificate, DateTime now) =>
        certificate.NotAfter is { } to ? (int)Math.Floor((to - now).TotalDays) : null;

    /// <summary>Whether a finding is about the lifetime and nothing else.</summary>
    public static bool IsAbout(Finding finding) => finding.Code is Expired or NotYetValid or RenewNow or RenewSoon;

    public static IEnumerable<Finding> Check(CertificateCheck check)
    {
        CertificateFacts certificate = check.Certificate;
        string days = (DaysLeft(certificate, check.Now) ?? 0).ToString(CultureInfo.InvariantCulture);
        CertificateExpiry expiry = Judge(certificate, check.Now);
        switch (expiry)
        {
            case CertificateExpiry.Expired:
                yield return Findings.Error(Expired, check.Subject, $"The lifetime ended on {DayText.Of(certificate.NotAfter!.Value)}.",
                    "Renew it.", Rule);
                break;
            case CertificateExpiry.NotYetValid:
                yield return Findings.Error(NotYetValid, check.Subject,
                    $"The lifetime begins on {DayText.Of(certificate.NotBefore!.Value)}.", "Wait, or look at the clock of this machine.",
                    Rule);
                break;
            case CertificateExpiry.RenewNow:
                yield return Findings.Warning(RenewNow, check.Subject, $"{days} days are left, less than a sixth of the lifetime.",
                    "Renew it now.", Rule);
                break;
            case CertificateExpiry.RenewSoon:
                yield return Findings.Warning(RenewSoon, check.Subject, $"{days} days are left, less than a third of the lifetime.",
                    "Plan the renewal.", Rule);
                break;
            case CertificateExpiry.Unknown or CertificateExpiry.Valid:
                break;
            default:
                throw ClosedSet.Outside(expiry);
        }
    }

    private static TimeSpan Bound(TimeSpan lifetime, int part, TimeSpan atMost)
    {
        TimeSpan share = TimeSpan.FromTicks(lifetime.Ticks / part);
        return share < atMost ? share : atMost;
    }
}
