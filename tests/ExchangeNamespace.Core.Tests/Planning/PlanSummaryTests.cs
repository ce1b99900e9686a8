using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>The page that shows a plan, and what stands among findings and among notes.</summary>
public class PlanSummaryTests
{
    [Fact]
    public void One_server_with_one_name_has_a_short_page()
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("DnsModel", "Split"), ("ExchangeVersion", "SERTM"));

        Assert.Equal(
            [
                "Outside: mail.contoso.com, autodiscover.contoso.com",
                "Inside: mail.contoso.com, autodiscover.contoso.com; service connection points: mail.contoso.com",
                "DNS: Split for contoso.com; 4 records, 4 of them without a stated address",
                "Site: Internet-facing as mail.contoso.com; EX01 (SERTM)",
                "Certificate: mail.contoso.com, autodiscover.contoso.com; public authority; on EX01",
                "Findings: 0 errors, 1 warning, 3 for information",
            ],
            Lines(plan));
        Assert.InRange(plan.Findings.Count, 1, 4);
    }

    [Fact]
    public void Sites_versions_mail_and_models_each_have_their_words()
    {
        NamespacePlan plan = Plans.Make(
            new object[]
            {
                Plans.Members(("Name", "A1"), ("Site", "A"), ("Version", "2016")),
                Plans.Members(("Name", "A2"), ("Site", "A"), ("Version", "2019")),
                Plans.Members(("Name", "B1"), ("Site", "B"), ("Version", "2019"), ("InternetFacing", false)),
            },
            ("ExternalHost", "mail.contoso.com"), ("DnsModel", "Pinpoint"), ("ExternalIPAddress", "192.0.2.1"), ("MailHost", "smtp.contoso.com"),
            ("SendingHost", "out.contoso.com"),
            ("Site", new object[] { Plans.Members(("Name", "A")), Plans.Members(("Name", "B"), ("InternalHost", "mail-b.contoso.com")) }));
        IReadOnlyList<string> lines = Lines(plan);

        Assert.Contains("Mail: smtp.contoso.com for contoso.com; sends as out.contoso.com", lines);
        Assert.Contains("Site: A: Internet-facing as mail.contoso.com; A1 (2016); A2 (2019)", lines);
        Assert.Contains("Site: B: not Internet-facing; inside mail-b.contoso.com; B1 (2019)", lines);
        Assert.Contains(lines, l => l.StartsWith("DNS: Pinpoint for contoso.com; ", System.StringComparison.Ordinal));
    }

    [Fact]
    public void Many_sites_stay_a_page()
    {
        NamespacePlan plan = Plans.Make(
            Enumerable.Range(1, 400).Select(i => (object)Plans.Members(("Name", $"EX{i:000}"), ("Site", $"Site{(i % 40) + 1:00}"))).ToArray(),
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019"));

        Assert.InRange(PlanSummary.Of(plan).Count, 10, 24);
        Assert.Contains("Site: 32 more", Lines(plan));
        Assert.All(PlanSummary.Of(plan), l => Assert.InRange(l.Text.Length, 1, 400));
    }

    [Theory]
    [InlineData("SE")]
    [InlineData("2019")]
    [InlineData("2016")]
    [InlineData("2013")]
    [InlineData("2010")]
    [InlineData("2007SP1")]
    public void What_every_plan_of_a_version_says_is_a_note(string version)
    {
        NamespacePlan one = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("DnsModel", "Split"), ("ExchangeVersion", version));
        NamespacePlan other = Plans.Make("EX99", ("ExternalHost", "post.fabrikam.com"), ("DnsModel", "Pinpoint"), ("ExchangeVersion", version));

        Assert.Contains(FindingCodes.ApplicationPoolRecycle, one.Notes.Select(n => n.Code));
        Assert.Equal(one.Notes.Select(n => n.Code), other.Notes.Select(n => n.Code));
        Assert.All(one.Notes, n => Assert.Equal(FindingSeverity.Information, n.Severity));
        Assert.Empty(one.Findings.Select(f => f.Code).Intersect(one.Notes.Select(n => n.Code)));
    }

    [Fact]
    public void A_warning_is_never_a_note()
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), ("CertificateAuthority", "SelfSigned"));

        Assert.Contains(plan.Findings, f => f is { Code: FindingCodes.OabNeedsTrustedCertificate, Severity: FindingSeverity.Warning });
        Assert.DoesNotContain(plan.Notes, f => f.Code == FindingCodes.OabNeedsTrustedCertificate);
    }

    private static IReadOnlyList<string> Lines(NamespacePlan plan) => [.. PlanSummary.Of(plan).Select(l => l.ToString())];
}
