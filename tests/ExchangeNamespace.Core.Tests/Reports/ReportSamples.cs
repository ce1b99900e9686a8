using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Reports;
using ExchangeNamespace.Reports.Pages;
using ExchangeNamespace.Reports.Writing;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.State;
using ExchangeNamespace.Tests.Support;
using ExchangeNamespace.Tests.Verdicts;
using ExchangeNamespace.Verdicts;

namespace ExchangeNamespace.Tests.Reports;

/// <summary>What reports are made of: the article's example, three sites with twelve servers, a coexistence with captured settings.</summary>
internal static class ReportSamples
{
    public static readonly string[] All = ["article", "three-sites", "coexistence"];

    public static ReportRequest Request(string name) => name switch
    {
        "article" => Of(Article()),
        "three-sites" => Of(ThreeSites()),
        "coexistence" => Coexistence(),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    public static ReportRequest Of(NamespacePlan plan) => new()
    {
        Plan = plan,
        AsOf = Results.Now,
        ModuleVersion = "0.1.0",
        Inputs = [new ReportInput("plan", Fingerprint.Of("the plan"))],
    };

    public static string Html(ReportRequest request) => HtmlReport.Write(ReportBuilder.Build(request));

    public static string Markdown(ReportRequest request) => MarkdownReport.Write(ReportBuilder.Build(request));

    /// <summary>A report without its drawings and without the style sheet, which have tests of their own.</summary>
    public static string WithoutDrawings(string report) =>
        new[] { ("<svg.*?</svg>", "(drawing)"), ("```mermaid\n.*?```", "(drawing)"), ("<style>.*?</style>", "(style)"), ("style-src '.*?'", "(style)") }
            .Aggregate(report, (text, cut) => Regex.Replace(text, cut.Item1, cut.Item2, RegexOptions.Singleline));

    public static NamespacePlan Article() => Plans.Make("CASServer",
        ("ExternalHost", "webmail.shudnow.net"), ("ADDomain", "shudnow.local"), ("ExchangeVersion", "2007SP1"));

    public static NamespacePlan ThreeSites()
    {
        string[] sites = ["Zurich", "Paris", "Berlin"];
        string[] versions = ["2016CU23", "2019CU14", "2019CU14", "SE"];
        return Plans.Make(
            sites.SelectMany((site, s) => versions.Select((version, v) => (object)Plans.Members(
                ("Name", $"EX{s + 1}{v + 1}"), ("Fqdn", $"ex{s + 1}{v + 1}.corp.contoso.com"), ("Site", site), ("Version", version),
                ("IPAddress", $"10.{s + 1}.0.{v + 11}")))).ToArray(),
            ("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.contoso.com"), ("DnsModel", "Split"),
            ("SmtpDomain", new object[] { "contoso.com", "fabrikam.com" }), ("MailHost", "mx.contoso.com"),
            ("Site", new object[]
            {
                Plans.Members(("Name", "Zurich"), ("ExternalIPAddress", "203.0.113.10")),
                Plans.Members(("Name", "Paris"), ("ExternalHost", "paris.contoso.com"), ("ExternalIPAddress", "203.0.113.20")),
                Plans.Members(("Name", "Berlin"), ("InternetFacing", false)),
            }));
    }

    private static ReportRequest Coexistence()
    {
        object[] servers =
        [
            Plans.Members(("Name", "EX01"), ("Fqdn", "ex01.contoso.com"), ("Site", "Paris"), ("Version", "2019CU12")),
            Plans.Members(("Name", "EX02"), ("Fqdn", "ex02.contoso.com"), ("Site", "Paris"), ("Version", "2019CU12")),
            Plans.Members(("Name", "OLD01"), ("Fqdn", "old01.contoso.com"), ("Site", "Paris"), ("Version", "2010SP3")),
        ];
        NamespacePlan plan = Plans.Make(servers, ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("LegacyHost", "legacy.contoso.com"));
        ExchangeState state = Captures.ReadFolder(Path.Combine(SharedData.RepositoryRoot(), "docs", "examples", "capture"));
        return Of(plan) with
        {
            State = state,
            Reference = Plans.Make(servers, ("ExternalHost", "webmail.contoso.com"), ("ADDomain", "contoso.com")),
            Certificates = [new ReportCertificate
            {
                Servers = ["EX01", "EX02"],
                Names = ["mail.contoso.com", "autodiscover.contoso.com"],
                Thumbprint = "0123456789ABCDEF0123456789ABCDEF01234567",
                Services = ["IIS", "SMTP"],
                NotBefore = Results.Now.AddDays(-300),
                NotAfter = Results.Now.AddDays(20),
            }],
            Results = ReportResult.Of([Results.Verdict(
                Results.Of("EX01", CheckOutcome.Passed, NamespaceCheck.Comparison),
                Results.Of("EX02", CheckOutcome.Failed, NamespaceCheck.Comparison, "S7", "OWA InternalUrl is https://ex02.contoso.com/owa, planned https://mail.contoso.com/owa."),
                Results.Of("legacy.contoso.com", CheckOutcome.Failed, NamespaceCheck.Certificate, "S8", "The certificate 0123456789ABCDEF0123456789ABCDEF01234567 of EX01 does not cover legacy.contoso.com."),
                Results.Of("mail.contoso.com", CheckOutcome.Unknown, NamespaceCheck.SplitDns, "S1", "192.0.2.53 gave no answer about mail.contoso.com."),
                Results.Of("OLD01", CheckOutcome.Warning, NamespaceCheck.BuildSupport, "S63", "Exchange 2010 is out of support since 2020-10-13."))]),
            NotChecked = [nameof(NamespaceCheck.MailIdentity)],
        };
    }
}
