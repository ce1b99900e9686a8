using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;
using static ExchangeNamespace.Certificates.Checking.CertificateCheckFindingCodes;

namespace ExchangeNamespace.Tests.Certificates.Checking;

/// <summary>What a plan wants of a certificate, and how a certificate stands against it.</summary>
public sealed class CertificateNeedsTests
{
    private static object[] TwoSites => [Plans.Members(("Name", "A1"), ("Site", "A")), Plans.Members(("Name", "B1"), ("Site", "B"))];

    [Fact]
    public void A_certificate_with_the_names_of_the_plan_is_good()
    {
        NamespacePlan plan = Checks.Plan();
        PlannedCertificate planned = Assert.Single(plan.Certificates);

        NamespaceCertificate verdict = Checks.Judge(
            Checks.Sound with { CommonNames = [planned.CommonName!], AlternativeNames = Checks.Names([.. planned.Names.Select(n => n.Name)]) }, Checks.Needs(plan));

        Assert.Empty(verdict.Findings);
        Assert.Equal(planned.Names.Select(n => n.Name), verdict.Hosts.Select(h => h.Host));
        Assert.All(verdict.Hosts, h => Assert.NotEmpty(h.Reason));
    }

    [Fact]
    public void One_final_dot_of_a_host_is_ignored()
    {
        List<InputFault> faults = [];

        CertificateNeeds? needs = CertificateNeeds.Read(null, null, ["mail.contoso.com.", "owa.contoso.com..", "."], null, faults);

        Assert.Equal(["mail.contoso.com"], needs!.Hosts.Select(h => h.Name));
        Assert.All(faults, f => Assert.Equal(FaultIds.NameTrailingDot, f.Id));
        Assert.Equal(2, faults.Count);
    }

    [Fact]
    public void Each_name_of_the_plan_that_is_left_out_is_missed()
    {
        NamespacePlan plan = Checks.Plan(("MailHost", "smtp.contoso.com"), ("SmtpDomain", new[] { "contoso.com", "fabrikam.com" }));
        string[] names = [.. plan.Certificates[0].Names.Select(n => n.Name)];
        Assert.True(names.Length >= 3);

        foreach (string left in names)
        {
            NamespaceCertificate verdict = Checks.Judge(Checks.Sound with { CommonNames = [], AlternativeNames = Checks.Names([.. names.Where(n => n != left)]) }, Checks.Needs(plan));

            Assert.Equal([left], verdict.Findings.Where(f => f.Code == HostNotCovered).Select(f => f.Subject));
            Assert.Equal(CheckOutcome.Failed, verdict.Outcome);
        }
    }

    [Fact]
    public void A_wildcard_of_the_plan_stands_for_the_names_of_its_records()
    {
        NamespacePlan plan = Checks.Plan(("CertificateName", new[] { "*.contoso.com" }));

        string[] hosts = [.. Checks.Needs(plan).Hosts.Select(h => h.Name)];

        Assert.Contains("autodiscover.contoso.com", hosts);
        Assert.DoesNotContain("*.contoso.com", hosts);
        Assert.DoesNotContain(HostNotCovered, Checks.Codes(Checks.Judge(Checks.Sound with { AlternativeNames = Checks.Names("*.contoso.com") }, Checks.Needs(plan))));
    }

    [Fact]
    public void Among_several_certificates_one_must_be_chosen()
    {
        NamespacePlan plan = Plans.Make(TwoSites, ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "2019"),
            ("Site", new object[] { Plans.Members(("Name", "A")), Plans.Members(("Name", "B"), ("ExternalHost", "mail-b.contoso.com")) }));

        Assert.False(CertificateNeeds.TryOf(plan, null, out _, out InputFault? open));
        Assert.False(CertificateNeeds.TryOf(plan, "C1", out _, out InputFault? unknown));
        Assert.Equal((FaultIds.CertificateNotChosen, FaultIds.MachineNotInPlan), (open.Id, unknown.Id));
        Assert.Contains("mail-b.contoso.com", Checks.Needs(plan, "b1").Hosts.Select(h => h.Name));
        Assert.DoesNotContain("mail-b.contoso.com", Checks.Needs(plan, "A1").Hosts.Select(h => h.Name));
    }

    [Fact]
    public void The_certificate_of_a_separate_proxy_carries_the_outside_names_only()
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.local"), ("ExchangeVersion", "2010"), ("ReverseProxy", "SeparateCertificate"), ("DnsModel", "Separate"));

        string[] proxy = [.. Checks.Needs(plan, PlannedCertificate.ReverseProxyMachine).Hosts.Select(h => h.Name)];
        string[] server = [.. Checks.Needs(plan, "EX01").Hosts.Select(h => h.Name)];

        Assert.Contains("mail.contoso.com", proxy);
        Assert.All(proxy, h => Assert.EndsWith("contoso.com", h, StringComparison.Ordinal));
        Assert.DoesNotContain("mail.contoso.com", server);
        Assert.Contains("EX01.contoso.local", server);
    }

    [Fact]
    public void A_self_signed_certificate_breaks_an_address_book_on_https()
    {
        NamespaceCertificate verdict = Checks.Judge(Checks.Sound with { IsSelfSigned = true }, Checks.Needs(Checks.Plan()));

        Finding finding = verdict.Findings.Single(f => f.Code == SelfSigned);
        Assert.Equal((FindingSeverity.Error, "S16"), (finding.Severity, finding.Rule));
        Assert.Contains("https://mail.contoso.com/OAB", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_does_not_where_the_address_book_stays_on_http()
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "2010"), ("CertificateAuthority", "SelfSigned"));

        Assert.Equal(FindingSeverity.Warning, Checks.Judge(Checks.Sound with { IsSelfSigned = true }, Checks.Needs(plan)).Findings.Single(f => f.Code == SelfSigned).Severity);
    }

    [Theory]
    [InlineData("*.contoso.com", "Set-OutlookProvider -Identity EXPR -CertPrincipalName \"msstd:*.contoso.com\"")]
    [InlineData("a b", "Set-OutlookProvider -Identity EXPR -CertPrincipalName \"msstd:a b\"")]
    [InlineData("x';calc;'$(calc)", "Set-OutlookProvider -Identity EXPR -CertPrincipalName 'msstd:x'';calc;''$(calc)'")]
    public void The_line_that_mends_the_principal_name_takes_the_subject_as_a_value_only(string subject, string line)
    {
        NamespaceCertificate verdict = Checks.Judge(Checks.Sound with { CommonNames = [subject] }, Checks.Needs(Checks.Plan()));

        Assert.Equal([line], verdict.Findings.Single(f => f.Code == PrincipalNameDiffers).Values);
    }

    [Fact]
    public void The_principal_name_that_the_plan_sets_is_what_counts()
    {
        NamespacePlan plan = Checks.Plan(("ServiceHost", Plans.Members(("OutlookAnywhere", "oa.contoso.com"))));
        Assert.NotNull(plan.OutlookProvider);
        string subject = plan.OutlookProvider.CertPrincipalName["msstd:".Length..];

        Assert.DoesNotContain(PrincipalNameDiffers, Checks.Codes(Checks.Judge(Checks.Sound with { CommonNames = [subject] }, Checks.Needs(plan))));
        Assert.Contains(PrincipalNameDiffers, Checks.Codes(Checks.Judge(Checks.Sound with { CommonNames = ["oa.contoso.com"] }, Checks.Needs(plan))));
    }
}
