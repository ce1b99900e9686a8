using System;
using System.Globalization;
using System.Threading;
using ExchangeNamespace.Reports;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Reports;

/// <summary>
/// Whole reports without their drawings, compared byte for byte. Set EXN_UPDATE_GOLDEN=1 to write the files anew, and read the difference
/// before it is committed.
/// </summary>
public class ReportGoldenTests
{
    public static TheoryData<string, string> Files
    {
        get
        {
            TheoryData<string, string> files = [];
            foreach (string name in ReportSamples.All)
            {
                files.Add(name, ".html");
                files.Add(name, ".md");
                files.Add(name, ".de.md");
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_report_equals_its_golden_file(string name, string extension) =>
        GoldenText.Hold("Reports/Golden/" + name + extension, Report(name, extension));

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("de-CH")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("tr-TR")]
    public void A_report_is_the_same_in_every_culture(string culture)
    {
        foreach (string name in ReportSamples.All)
        {
            ReportRequest request = ReportSamples.Request(name);
            string html = ReportSamples.Html(request);
            string markdown = ReportSamples.Markdown(request);
            CultureInfo before = Thread.CurrentThread.CurrentCulture;
            try
            {
                Thread.CurrentThread.CurrentCulture = Thread.CurrentThread.CurrentUICulture = new CultureInfo(culture);
                Assert.Equal(html, ReportSamples.Html(ReportSamples.Request(name)));
                Assert.Equal(markdown, ReportSamples.Markdown(ReportSamples.Request(name)));
            }
            finally
            {
                Thread.CurrentThread.CurrentCulture = Thread.CurrentThread.CurrentUICulture = before;
            }
        }
    }

    private static string Report(string name, string extension)
    {
        ReportRequest request = ReportSamples.Request(name);
        return ReportSamples.WithoutDrawings(extension switch
        {
            ".html" => ReportSamples.Html(request),
            ".md" => ReportSamples.Markdown(request),
            _ => ReportSamples.Markdown(request with { Language = ReportLanguage.De }),
        });
    }
}
