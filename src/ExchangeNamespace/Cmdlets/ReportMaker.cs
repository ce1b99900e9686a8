using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Model;
using ExchangeNamespace.Reports;
using ExchangeNamespace.Reports.Pages;
using ExchangeNamespace.Reports.Redaction;
using ExchangeNamespace.Reports.Writing;
using ExchangeNamespace.Serialization;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Makes the text of a report: certificates read, names replaced where that is wanted, inputs named by their hashes.</summary>
internal sealed class ReportMaker(ReportRequest request, bool redact)
{
    /// <summary>The names with their substitutes, a line each; empty before the report was made, or where nothing was replaced.</summary>
    public string MapText { get; private set; } = string.Empty;

    /// <summary>The text of the report.</summary>
    public string Make(ReportForm form, CancellationToken cancel)
    {
        ReportRequest whole = request.State is { } state
            ? request with { Certificates = ReportCertificate.Of(state, CertificateFactory.Create(), cancel) } : request;
        cancel.ThrowIfCancellationRequested();
        if (redact)
        {
            (whole, RedactionMap map) = ReportRedactor.Redact(whole);
            MapText = string.Join("\n", map.Lines) + "\n";
        }

        cancel.ThrowIfCancellationRequested();
        ReportDocument report = ReportBuilder.Build(whole with { Inputs = [.. Inputs(whole)] });
        cancel.ThrowIfCancellationRequested();
        return form == ReportForm.Html ? HtmlReport.Write(report) : MarkdownReport.Write(report);
    }

    /// <summary>Hashes of what the report shows, so that substitutes are not undone by guessing.</summary>
    private static IEnumerable<ReportInput> Inputs(ReportRequest whole)
    {
        yield return new ReportInput("plan", Fingerprint.Of(Json(whole.Plan)));
        if (whole.Reference is { } reference)
        {
            yield return new ReportInput("reference", Fingerprint.Of(Json(reference)));
        }

        if (whole.State is { } state)
        {
            yield return new ReportInput("state", Fingerprint.Of(state));
        }

        if (whole.Calendar.Count > 0)
        {
            yield return new ReportInput("calendar", Fingerprint.Of(whole.Calendar));
        }

        if (whole.Results.Count > 0)
        {
            yield return new ReportInput("results", Fingerprint.Of(whole.Results));
        }
    }

    private static string Json(NamespacePlan plan)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        JsonFactory.WritePlan(plan, text);
        return text.ToString();
    }
}
