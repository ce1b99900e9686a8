using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>Which certificates, where, with which names, and what an authority says on which day (S8, S23 to S28, S33 to S36, S50).</summary>
public class CertificateTests
{
    private static readonly (string, object?) Host = ("ExternalHost", "mail.contoso.com");
    private static readonly (string, object?) Version = ("ExchangeVersion", "2019");
    private static readonly (string, object?) Split = ("DnsModel", "Split");

    [Fact]
    public void Sites_with_the_same_names_share_one_certificate_and_others_have_their_own()
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Server("A1", "A"), Server("A2", "A"), Server("B1", "B"), Server("C1", "C") },
            Host, Version, Split, Sites(
                Plans.Members(("Name", "A")),
                Plans.Members(("Name", "B")),
                Plans.Members(("Name", "C"), ("InternetFacing", false), ("InternalHost", "mail-c.contoso.com"))));

        Assert.Equal(["A1,A2,B1", "C1"], plan.Certificates.Select(c => string.Join(',', c.InstallOn)));
        Assert.Equal(["A,B", "C"], plan.Certificates.Select(c => string.Join(',', c.Sites)));
        Assert.Equal([true, false], plan.Certificates.Select(c => c.PrivateKeyExportable));
        Assert.Equal(["mail-c.contoso.com"], plan.Certificates[1].Names.Select(n => n.Name));
    }

    [Fact]
    public void One_certificate_for_all_sites_has_the_names_of_all_and_goes_to_every_server()
    {
        object[] servers = [Server("A1", "A"), Server("B1", "B"), Server("C1", "C")];
        (string, object?) sites = Sites(
            Plans.Members(("Name", "A")),
            Plans.Members(("Name", "B"), ("ExternalHost", "mail-b.contoso.com")),
            Plans.Members(("Name", "C"), ("InternetFacing", false), ("InternalHost", "mail-c.contoso.com")));

        NamespacePlan several = Plans.Make(servers, Host, Version, Split, sites);
        PlannedCertificate one = Assert.Single(Plans.Make(servers, Host, Version, Split, sites,
            ("CertificatePerSite", false)).Certificates);

        Assert.Equal(3, several.Certificates.Count);
        Assert.Equal(("A1,B1,C1", "A,B,C", true), (string.Join(',', one.InstallOn), string.Join(',', one.Sites), one.PrivateKeyExportable));
        Assert.Equal(several.Certificates.SelectMany(c => c.Names).Select(n => n.Name).Distinct(), one.Names.Select(n => n.Name));
    }

    [Theory]
    [InlineData("autodiscover.contoso.com", "autodiscover.contoso.com")]
    [InlineData("AUTODISCOVER.contoso.com", "autodiscover.contoso.com")]
    [InlineData("smtp.contoso.com", "smtp.contoso.com")]
    [InlineData(null, "mail.contoso.com")]
    public void The_common_name_is_the_one_that_was_chosen(string? chosen, string expected)
    {
        NamespacePlan plan = Plans.Make("CAS01", Host, Version, Split, ("MailHost", "smtp.contoso.com"),
            ("CertificateName", "*.contoso.com"), ("CommonName", chosen));

        PlannedCertificate certificate = Assert.Single(plan.Certificates);
        Assert.Equal(expected, certificate.CommonName);
        Assert.Contains(expected, certificate.Names.Select(n => n.Name));
    }

    [Fact]
    public void The_principal_name_follows_the_common_name_that_was_chosen() =>
        Assert.Equal("msstd:autodiscover.contoso.com",
            Plans.Make("CAS01", Host, ("ExchangeVersion", "2010"), Split,
                ("CommonName", "autodiscover.contoso.com")).OutlookProvider?.CertPrincipalName);

    [Theory]
    [InlineData("other.contoso.com", FaultIds.InputContradiction)]
    [InlineData("other_name.contoso.com", FaultIds.NameHasUnderscore)]
    [InlineData("a23456789012345678901234567890123456789012345678901234.contoso.com", FaultIds.ValueOutOfRange)]
    public void A_common_name_that_no_certificate_carries_is_refused(string name, string id)
    {
        PlanResult result = Plans.Try("CAS01", Host, Version, Split, ("CommonName", name));

        Assert.Null(result.Plan);
        Assert.Equal((id, "CommonName"), (Assert.Single(result.Faults).Id, result.Faults[0].Parameter));
    }

    [Fact]
    public void The_names_come_in_the_order_of_the_worksheet_each_once_and_with_a_reason()
    {
        PlannedCertificate certificate = Assert.Single(Plans.Make("CAS01", Host, Version, ("DnsModel", "Separate"), ("ADDomain", "corp.local"),
            ("SmtpDomain", new[] { "contoso.com", "contoso.de" }), ("MailHost", "smtp.contoso.com"), ("DownloadHost", "dl.contoso.com"), ("LegacyHost", "legacy.contoso.com"),
            ("ServiceHost", Plans.Members(("OWA", "owa.contoso.com"))), ("CertificateName", new[] { "Extra.contoso.com", "MAIL.contoso.com" }), ("ServerNameOnCertificate", "Both")).Certificates);

        Assert.Equal(
            [
                "mail.contoso.com", "owa.contoso.com", "autodiscover.contoso.com", "autodiscover.contoso.de", "legacy.contoso.com", "smtp.contoso.com", "dl.contoso.com",
                "mail.corp.local", "owa.corp.local", "extra.contoso.com", "CAS01", "CAS01.corp.local",
            ],
            certificate.Names.Select(n => n.Name));
        Assert.All(certificate.Names, n => Assert.Matches("^S[0-9]+$", n.Rule));
        Assert.All(certificate.Names, n => Assert.EndsWith(".", n.Reason));
    }

    [Fact]
    public void A_wildcard_takes_the_place_of_what_it_covers_but_not_of_the_common_name()
    {
        PlannedCertificate certificate = Assert.Single(Plans.Make("CAS01", Host, Version, Split, ("CertificateName", "*.contoso.com"), ("SmtpDomain", new[] { "contoso.com", "emea.contoso.com" })).Certificates);

        Assert.Equal(["mail.contoso.com", "autodiscover.emea.contoso.com", "*.contoso.com"], certificate.Names.Select(n => n.Name));
        Assert.Equal("mail.contoso.com", certificate.CommonName);
    }

    [Theory]
    [InlineData(64, null, null)]
    [InlineData(65, "autodiscover.contoso.com", FindingSeverity.Warning)]
    public void A_common_name_has_at_most_64_characters(int length, string? other, FindingSeverity? severity)
    {
        string host = LongHost(length);
        NamespacePlan plan = Plans.Make("CAS01", ("ExternalHost", host), Version, Split, ("SmtpDomain", new[] { "contoso.com" }));

        Assert.Equal(other ?? host, Assert.Single(plan.Certificates).CommonName);
        Assert.Equal(severity, plan.Findings.SingleOrDefault(f => f.Code == FindingCodes.CommonNameTooLong)?.Severity);
        Assert.Equal(severity is not null, plan.OutlookProvider?.CertPrincipalName == "msstd:" + other);
    }

    [Fact]
    public void Without_a_short_name_there_is_no_common_name_and_an_error()
    {
        NamespacePlan plan = Plans.Make("CAS01", ("ExternalHost", LongHost(65)), Version, Split, ("SmtpDomain", Array.Empty<string>()));

        Assert.Null(Assert.Single(plan.Certificates).CommonName);
        Assert.Equal(FindingSeverity.Error, plan.Findings.Single(f => f.Code == FindingCodes.CommonNameTooLong).Severity);
    }

    [Theory]
    [InlineData("2008-11-18", FindingSeverity.Information, null, null)]
    [InlineData("2015-10-31", FindingSeverity.Information, null, null)]
    [InlineData("2015-11-01", FindingSeverity.Warning, null, null)]
    [InlineData("2020-08-31", FindingSeverity.Warning, null, null)]
    [InlineData("2020-09-01", FindingSeverity.Warning, 398, "2026-03-15 it is 200")]
    [InlineData("2026-03-14", FindingSeverity.Warning, 398, "2026-03-15 it is 200")]
    [InlineData("2026-03-15", FindingSeverity.Warning, 200, "2027-03-15 it is 100")]
    [InlineData("2027-03-14", FindingSeverity.Warning, 200, "2027-03-15 it is 100")]
    [InlineData("2027-03-15", FindingSeverity.Warning, 100, "2029-03-15 it is 47")]
    [InlineData("2029-03-14", FindingSeverity.Warning, 100, "2029-03-15 it is 47")]
    [InlineData("2029-03-15", FindingSeverity.Warning, 47, null)]
    [InlineData("2040-01-01", FindingSeverity.Warning, 47, null)]
    public void What_a_public_authority_issues_depends_on_the_day(string day, FindingSeverity internalName, int? lifetime, string? next)
    {
        NamespacePlan plan = Plans.Make("CASServer", Host, ("ExchangeVersion", "2007SP1"), ("ADDomain", "corp.local"), ("AsOf", day));

        Finding name = plan.Findings.Single(f => f.Code == FindingCodes.InternalNameOnPublicCertificate);
        Assert.Equal(("mail.corp.local", internalName), (name.Subject, name.Severity));
        Assert.Contains("2015-11-01", name.Message);
        Finding? life = plan.Notes.SingleOrDefault(f => f.Code == FindingCodes.PublicCertificateLifetime);
        Assert.Equal(lifetime is not null, life is not null);
        Assert.Contains(lifetime is null ? string.Empty : $"at most {lifetime.Value.ToString(CultureInfo.InvariantCulture)} days", life?.Message ?? string.Empty);
        Assert.Equal(next is not null, life?.Message.Contains(" it is ", StringComparison.Ordinal) == true);
        Assert.Contains(next ?? string.Empty, life?.Message ?? string.Empty);
        Assert.Equal(lifetime, CertificateCalendar.LifetimeOn(DateTime.Parse(day, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("Internal")]
    [InlineData("SelfSigned")]
    public void Rules_of_public_authorities_do_not_bind_others(string authority)
    {
        NamespacePlan plan = Plans.Make("CAS01", Host, ("ExchangeVersion", "2010"), ("ADDomain", "corp.local"), ("CertificateAuthority", authority));

        Assert.DoesNotContain(plan.Findings.Concat(plan.Notes), f => f.Code is FindingCodes.InternalNameOnPublicCertificate or FindingCodes.PublicCertificateLifetime);
        Assert.All(plan.Certificates, c => Assert.Equal(authority, c.Issuer.ToString()));
    }

    [Fact]
    public void A_proxy_with_a_certificate_of_its_own_has_the_public_names_and_the_servers_the_inside_ones()
    {
        NamespacePlan plan = Plans.Make("CAS01", Host, Version, ("ADDomain", "corp.local"), ("DnsModel", "Separate"), ("ReverseProxy", "SeparateCertificate"), ("KeepInternalUrl", false), ("ServerNameOnCertificate", "None"));

        Assert.Equal(["Public: mail.contoso.com,autodiscover.contoso.com", "Internal: mail.corp.local"], plan.Certificates.Select(c => c.Issuer + ": " + string.Join(',', c.Names.Select(n => n.Name))));
    }

    [Fact]
    public void Behind_a_proxy_with_its_own_certificate_the_servers_answer_for_public_names_that_lead_to_them_inside()
    {
        NamespacePlan plan = Plans.Make("CAS01", Host, Version, ("DnsModel", "Split"), ("ADDomain", "corp.local"), ("ReverseProxy", "SeparateCertificate"), ("MailHost", "smtp.contoso.com"));

        Assert.Equal(["mail.contoso.com", "autodiscover.contoso.com", "CAS01", "CAS01.corp.local"], plan.Certificates[1].Names.Select(n => n.Name));
    }

    [Fact]
    public void Where_nothing_is_set_and_no_server_name_is_wanted_no_certificate_is_planned()
    {
        NamespacePlan plan = Plans.Make(new[] { "CAS01", "CAS02" }, Host, Version, ("DnsModel", "Separate"), ("ReverseProxy", "SeparateCertificate"), ("ServerNameOnCertificate", "None"));

        Assert.Equal([PlannedCertificate.ReverseProxyMachine], Assert.Single(plan.Certificates).InstallOn);
        Assert.Contains(plan.Findings, f => f.Code == FindingCodes.DefaultHostNotCovered);
    }

    [Fact]
    public void A_site_without_servers_needs_no_certificate()
    {
        NamespacePlan plan = Plans.Make(new object[] { Server("A1", "A") }, Host, Version, Split, Sites(Plans.Members(("Name", "A")), Plans.Members(("Name", "B"), ("ExternalHost", "mail-b.contoso.com"))));

        Assert.Single(plan.Certificates);
        Assert.Equal("A", Assert.Single(plan.Sites).Name);
        Assert.Contains(plan.Findings, f => f is { Code: FindingCodes.SiteWithoutServers, Subject: "B" });
    }

    [Fact]
    public void Outlook_needs_no_principal_name_where_its_host_is_the_common_name() =>
        Assert.Null(Plans.Make("CAS01", Host, Version, Split).OutlookProvider);

    [Fact]
    public void Outlook_is_told_the_principal_name_once_where_its_host_is_another()
    {
        NamespacePlan plan = Plans.Make(new[] { "CAS01", "CAS02" }, Host, Version, Split, ("ServiceHost", Plans.Members(("OutlookAnywhere", "oa.contoso.com"))));

        Assert.Equal("EXPR msstd:mail.contoso.com", plan.OutlookProvider!.ToString());
        Assert.Equal("Set-OutlookProvider -Identity EXPR -CertPrincipalName \"msstd:mail.contoso.com\"", Plans.Lines(plan)[^1]);
        Assert.Single(Plans.Lines(plan), l => l.StartsWith("Set-OutlookProvider", StringComparison.Ordinal));
        Assert.Equal(["msstd:mail.contoso.com"], plan.Findings.Single(f => f.Code == FindingCodes.OutlookProviderSet).Values);
    }

    [Fact]
    public void Where_sites_differ_there_is_a_finding_instead_of_a_line()
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Server("A1", "A"), Server("B1", "B") }, Host, Version, Split,
            Sites(
                Plans.Members(("Name", "A"), ("ServiceHost", Plans.Members(("OutlookAnywhere", "oa-a.contoso.com")))),
                Plans.Members(("Name", "B"), ("ExternalHost", "mail-b.contoso.com"))));

        Assert.Null(plan.OutlookProvider);
        Assert.DoesNotContain(Plans.Lines(plan), l => l.StartsWith("Set-OutlookProvider", StringComparison.Ordinal));
        Assert.Equal(["msstd:mail.contoso.com", "msstd:mail-b.contoso.com"], plan.Findings.Single(f => f.Code == FindingCodes.OutlookProviderDiffers).Values);
    }

    private static Dictionary<string, object?> Server(string name, string site) => Plans.Members(("Name", name), ("Site", site));

    private static (string, object?) Sites(params object[] sites) => ("Site", sites);

    private static string LongHost(int length) => new string('m', 40) + "." + new string('n', length - 40 - 1 - ".contoso.com".Length) + ".contoso.com";
}
