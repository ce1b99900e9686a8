using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>A sheet for each certificate, for who orders it.</summary>
internal static class CertificatePage
{
    public static ReportPage Of(ReportRequest request, ReportWords words) => new("certificates", words["certificates.title"],
    [
        new Paragraph(words["certificates.lead"]),
        .. request.Plan.Certificates.Select((c, i) => Sheet(c, i + 1, request, words)),
        new Remark(words.Fill("certificates.request", TextPart.Code("New-SanCertificateRequest"))),
    ]);

    private static Part Sheet(PlannedCertificate certificate, int number, ReportRequest request, ReportWords words) => new(
        words.Format("certificate.number", number),
        [
            new Terms([
                new Term(words["certificate.issuer"], words.Name(certificate.Issuer)),
                new Term(words["certificate.commonName"],
                    certificate.CommonName is null ? words["none"] : (ReportText)TextPart.Code(certificate.CommonName)),
                new Term(words["certificate.kind"], Kind(certificate, words)),
                .. Lifetime(certificate, request, words),
                new Term(words["certificate.machines"], ReportText.Joined(certificate.InstallOn.Select(m =>
                    m == PlannedCertificate.ReverseProxyMachine ? new TextPart(words["proxy"]) : TextPart.Code(m)))),
                new Term(words["certificate.key"],
                    words[certificate.PrivateKeyExportable ? "certificate.exportable" : "certificate.notExportable"]),
            ]),
            new Table(words.Format("certificate.caption", number), [words["column.alternativeName"], words["column.why"]],
                [.. certificate.Names.Select(n => (Cell[])[TextPart.Code(n.Name), TextPart.English(n.Reason)])]),
        ]);

    private static string Kind(PlannedCertificate certificate, ReportWords words)
    {
        int wildcards = certificate.Names.Count(n => n.Name.StartsWith("*.", System.StringComparison.Ordinal));
        return certificate.Names.Count == 1 && wildcards == 0 ? words["certificate.oneName"]
            : words.Format(wildcards > 0 ? "certificate.wildcard" : "certificate.san", certificate.Names.Count);
    }

    /// <summary>Only public authorities are bound by the calendar.</summary>
    private static IEnumerable<Term> Lifetime(PlannedCertificate certificate, ReportRequest request, ReportWords words)
    {
        if (certificate.Issuer == CertificateAuthority.Public && CertificateCalendar.LifetimeOn(request.AsOf) is { } days)
        {
            yield return new Term(words["certificate.lifetime"], words.Format("certificate.days",
                days.ToString(CultureInfo.InvariantCulture), DayText.Of(request.AsOf)));
        }
    }
}
