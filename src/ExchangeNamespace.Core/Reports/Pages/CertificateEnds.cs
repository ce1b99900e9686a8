using System;
using System.Linq;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>When certificates end, as captured or as checks found.</summary>
internal static class CertificateEnds
{
    /// <summary>A certificate is renewed so many days before its end.</summary>
    public const int SoonDays = 30;

    /// <summary>The first end; null where none is known.</summary>
    public static DateTime? First(ReportRequest request)
    {
        DateTime[] ends = [
            .. request.Certificates.Select(c => c.NotAfter), .. request.Results.Select(r => r.ValidUntil).OfType<DateTime>()];
        return ends.Length == 0 ? null : ends.Min();
    }
}
