using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>Zones, models and the records of both views (S1, S2, S10, S41, S42).</summary>
public class DnsModelTests
{
    [Theory]
    [InlineData("mail.contoso.com", null, "contoso.com")]
    [InlineData("mail.emea.contoso.com", null, "emea.contoso.com")]
    [InlineData("mail.emea.contoso.com", "contoso.com", "contoso.com")]
    [InlineData("mail.emea.contoso.com", "contoso.com,emea.contoso.com", "emea.contoso.com")]
    [InlineData("mail.emea.contoso.com", "emea.contoso.com,contoso.com", "emea.contoso.com")]
    [InlineData("mail.contoso.com", "fabrikam.com", "contoso.com")]
    [InlineData("mail.contoso.com", "toso.com", "contoso.com")]
    [InlineData("contoso.com", null, "contoso.com")]
    [InlineData("contoso.com", "contoso.com", "contoso.com")]
    public void The_external_zone_is_the_longest_mail_domain_above_the_host_else_the_host_without_its_label(string host, string? domains, string zone)
    {
        NamespacePlan plan = Plans.Make("CAS01", ("ExternalHost", host), ("ExchangeVersion", "2019"), ("SmtpDomain", domains?.Split(',')));

        Assert.Equal(zone, plan.ExternalZone.Value);
        Assert.Equal(domains ?? zone, string.Join(',', plan.SmtpDomains));
    }

    [Theory]
    [InlineData("2007SP1", "contoso.com", DnsModel.Split, "mail.contoso.com")]
    [InlineData("SE", "contoso.com", DnsModel.Split, "mail.contoso.com")]
    [InlineData("2007SP1", "contoso.local", DnsModel.Separate, "mail.contoso.local")]
    [InlineData("2010", "contoso.local", DnsModel.Separate, "mail.contoso.local")]
    [InlineData("2013RTM", "contoso.local", DnsModel.Pinpoint, "mail.contoso.com")]
    [InlineData("2016", "contoso.local", DnsModel.Pinpoint, "mail.contoso.com")]
    [InlineData("SE", "contoso.local", DnsModel.Pinpoint, "mail.contoso.com")]
    [InlineData("2010", "ad.contoso.com", DnsModel.Separate, "mail.ad.contoso.com")]
    [InlineData("2019", "ad.contoso.com", DnsModel.Pinpoint, "mail.contoso.com")]
    [InlineData("2007SP1", null, DnsModel.Split, "mail.contoso.com")]
    [InlineData("2019", null, DnsModel.Split, "mail.contoso.com")]
    public void Auto_follows_the_directory_domain_and_the_version(string version, string? directory, DnsModel model, string internalHost)
    {
        NamespacePlan plan = Plans.Make("CAS01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", version), ("ADDomain", directory), ("DnsModel", "Auto"));

        Assert.Equal((model, internalHost), (plan.DnsModel, Assert.Single(plan.Sites).InternalHost!.Value));
        Assert.Equal(internalHost, plan.Sites[0].AutodiscoverHost!.Value);
        Finding? assumed = plan.Findings.SingleOrDefault(f => f.Code == FindingCodes.DnsModelAssumed);
        Assert.Equal(directory is null, assumed is not null);
        Assert.Contains("run Test-SplitDns first", assumed?.Message ?? "run Test-SplitDns first");
    }

    [Fact]
    public void A_stated_model_is_not_assumed() => Assert.DoesNotContain(
        Plans.Make("CAS01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019"), ("DnsModel", "Split")).Findings, f => f.Code == FindingCodes.DnsModelAssumed);

    [Fact]
    public void The_directory_domain_is_the_common_end_of_the_full_server_names()
    {
        Assert.Equal("contoso.com", Domain("a.emea.contoso.com", "b.apac.contoso.com", "c"));
        Assert.Equal("emea.contoso.com", Domain("a.emea.contoso.com", "b.emea.contoso.com"));
        Assert.Equal("contoso.com", Domain("a.contoso.com", "b.emea.contoso.com"));
        Assert.Null(Domain("a.contoso.com", "b.fabrikam.net"));
        Assert.Null(Domain("a", "b"));

        static string? Domain(params string[] servers) =>
            Plans.Make(servers, ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019")).ADDomain?.Value;
    }

    [Fact]
    public void A_map_gives_each_zone_its_model()
    {
        NamespacePlan plan = Plans.Make("CAS01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019"), ("SmtpDomain", new[] { "contoso.com", "fabrikam.com" }),
            ("DnsModel", Plans.Members(("contoso.com", "Split"), ("fabrikam.com", "Pinpoint"))));

        Assert.Equal(["contoso.com Split", "fabrikam.com Pinpoint"], plan.Zones.Select(z => z.ToString()));
        Assert.Equal(DnsModel.Split, plan.DnsModel);
        Assert.Equal("autodiscover.fabrikam.com", Inside(plan, "autodiscover.fabrikam.com").Zone!.Value);
        Assert.Equal("contoso.com", Inside(plan, "autodiscover.contoso.com").Zone!.Value);
        Assert.Equal(["contoso.com"], plan.Findings.Where(f => f.Code == FindingCodes.SplitZoneNeedsAllRecords).Select(f => f.Subject));
    }

    [Fact]
    public void Auto_decides_for_each_public_zone()
    {
        NamespacePlan plan = Plans.Make("CAS01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019"), ("ADDomain", "contoso.com"), ("SmtpDomain", new[] { "contoso.com", "fabrikam.com" }));

        Assert.Equal(["contoso.com Split", "fabrikam.com Pinpoint"], plan.Zones.Select(z => z.ToString()));
        Assert.DoesNotContain(plan.Findings, f => f.Code == FindingCodes.SplitZoneNeedsAllRecords && f.Subject == "fabrikam.com");
    }

    [Fact]
    public void An_inside_name_lies_in_the_child_domain_of_the_public_zone()
    {
        NamespacePlan plan = Plans.Make("CAS01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2010"), ("ADDomain", "ad.contoso.com"));

        Assert.Equal("ad.contoso.com", Inside(plan, "mail.ad.contoso.com").Zone!.Value);
        Assert.Equal(["contoso.com Separate"], plan.Zones.Select(z => z.ToString()));
        Assert.DoesNotContain(plan.Findings, f => f.Code == FindingCodes.SplitZoneNeedsAllRecords);
    }

    [Fact]
    public void An_inside_name_is_never_a_pinpoint_zone()
    {
        NamespacePlan plan = Plans.Make("CAS01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019"), ("ADDomain", "ad.contoso.com"), ("InternalHost", "exchange.ad.contoso.com"));

        Assert.Equal("ad.contoso.com", Inside(plan, "exchange.ad.contoso.com").Zone!.Value);
        Assert.Equal("mail.contoso.com", Inside(plan, "mail.contoso.com").Zone!.Value);
    }

    [Fact]
    public void Separate_names_leave_the_public_names_to_the_Internet()
    {
        NamespacePlan plan = Plans.Make("CAS01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2007SP1"), ("ADDomain", "contoso.local"));

        Assert.Equal(["mail.contoso.local"], Names(plan, DnsView.Internal));
        Assert.Equal(["mail.contoso.com", "autodiscover.contoso.com"], Names(plan, DnsView.External));
    }

    [Fact]
    public void Separate_without_an_inside_domain_is_told() => Assert.Contains(
        Plans.Make("CAS01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2007SP1"), ("DnsModel", "Separate")).Findings, f => f.Code == FindingCodes.InsideDomainUnknown);

    [Fact]
    public void Addresses_are_those_stated_and_none_is_invented()
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Plans.Members(("Name", "CAS01"), ("IPAddress", "10.0.0.1")), Plans.Members(("Name", "CAS02"), ("IPAddress", new[] { "10.0.0.2", "2001:db8::2" })) },
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019"), ("DnsModel", "Split"), ("ExternalIPAddress", "192.0.2.1"), ("SmtpDomain", new[] { "contoso.com" }));

        Assert.Equal(["10.0.0.1", "10.0.0.2", "2001:db8::2"], Values(plan, DnsView.Internal, "mail.contoso.com"));
        Assert.Equal(["192.0.2.1"], Values(plan, DnsView.External, "mail.contoso.com"));
        Assert.Equal(["192.0.2.1"], Values(plan, DnsView.External, "autodiscover.contoso.com"));
        Assert.DoesNotContain(plan.Findings, f => f.Code == FindingCodes.AddressUnknown);

        NamespacePlan silent = Plans.Make("CAS01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019"), ("DnsModel", "Split"));
        Assert.All(silent.DnsRecords, r => Assert.Null(r.Value));
        Assert.Contains(silent.Findings, f => f.Code == FindingCodes.AddressUnknown);
    }

    [Fact]
    public void A_load_balancer_stands_before_the_servers()
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Plans.Members(("Name", "CAS01"), ("IPAddress", "10.0.0.1")) },
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019"), ("DnsModel", "Split"), ("Site", Plans.Members(("Name", "A"), ("InternalIPAddress", "10.0.0.100"))));

        Assert.Equal(["10.0.0.100"], Values(plan, DnsView.Internal, "mail.contoso.com"));
    }

    [Fact]
    public void The_mail_exchanger_is_never_an_alias_and_the_legacy_name_leads_elsewhere()
    {
        NamespacePlan plan = Plans.Make("CAS01.ad.contoso.com", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019"), ("DnsModel", "Split"), ("AliasRecord", "Both"),
            ("MailHost", "smtp.contoso.com"), ("LegacyHost", "legacy.contoso.com"), ("ExternalIPAddress", "192.0.2.1"), ("SmtpDomain", new[] { "contoso.com", "contoso.de" }));

        Assert.Equal(
            ["External contoso.com", "External contoso.de", "Internal contoso.com", "Internal contoso.de"],
            plan.DnsRecords.Where(r => r is { Type: DnsRecordType.MX, Value: "smtp.contoso.com", Preference: 10 }).Select(r => $"{r.View} {r.Name}"));
        Assert.Equal([null], Values(plan, DnsView.Internal, "smtp.contoso.com"));
        Assert.DoesNotContain(plan.DnsRecords, r => r.Type == DnsRecordType.CNAME && r.Name.Value == "smtp.contoso.com");
        Assert.Equal([null], Values(plan, DnsView.External, "legacy.contoso.com"));
        Assert.All(plan.DnsRecords.GroupBy(r => (r.View, r.Name)), g => Assert.True(g.All(r => r.Type != DnsRecordType.CNAME) || g.Count() == 1, g.Key.ToString()));
    }

    [Fact]
    public void Where_several_sites_answer_for_a_name_an_alias_leads_to_the_first_and_addresses_to_all()
    {
        (string, object?)[] members = [("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019"), ("DnsModel", "Split"), ("ADDomain", "ad.contoso.com")];
        object[] servers =
        [
            Plans.Members(("Name", "A1"), ("Site", "A")),
            Plans.Members(("Name", "B1"), ("Site", "B"), ("IPAddress", "10.0.0.2")),
        ];
        (string, object?) sites = ("Site", new object[] { Plans.Members(("Name", "A")), Plans.Members(("Name", "B")) });

        Assert.Equal(["a1.ad.contoso.com"], Values(Plans.Make(servers, [.. members, sites, ("AliasRecord", "Internal")]), DnsView.Internal, "autodiscover.contoso.com"));
        Assert.Equal(["10.0.0.2"], Values(Plans.Make(servers, [.. members, sites]), DnsView.Internal, "autodiscover.contoso.com"));
    }

    [Fact]
    public void The_top_of_a_zone_is_never_an_alias()
    {
        NamespacePlan plan = Plans.Make("CAS01.ad.contoso.com", ("ExternalHost", "contoso.com"), ("ExchangeVersion", "2019"), ("DnsModel", "Split"), ("AliasRecord", "Both"), ("MailHost", "contoso.com"));

        Assert.All(plan.DnsRecords.Where(r => r.Name.Value == "contoso.com"), r => Assert.NotEqual(DnsRecordType.CNAME, r.Type));
    }

    private static DnsRecord Inside(NamespacePlan plan, string name) => plan.DnsRecords.First(r => r.View == DnsView.Internal && r.Name.Value == name);

    private static IEnumerable<string> Names(NamespacePlan plan, DnsView view) => plan.DnsRecords.Where(r => r.View == view).Select(r => r.Name.Value);

    private static IEnumerable<string?> Values(NamespacePlan plan, DnsView view, string name) =>
        plan.DnsRecords.Where(r => r.View == view && r.Name.Value == name).Select(r => r.Value);
}
