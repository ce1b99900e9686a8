using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Autodiscover;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Autodiscover;

public class PlannedWalkTests
{
    private const string Endpoint = "https://mail.contoso.com/autodiscover/autodiscover.xml";

    private static readonly (string, object?)[] OnlyMailOnCertificate = [("SmtpDomain", new List<object?>())];

    /// <summary>The four ways to publish of the white paper bb332063 (SC25); the way with two certificates is walked over the network.</summary>
    public static TheoryData<string, AutodiscoverClient, string, string?, string> Published => new()
    {
        { "SAN", AutodiscoverClient.Outlook2007Rtm, "Scp Skipped; Root NoName; Host Hit; Http NotReached", "https://autodiscover.contoso.com/autodiscover/autodiscover.xml", "" },
        { "SAN", AutodiscoverClient.Outlook2007, "Scp Skipped; Root NoName; Host Hit; Http NotReached; Srv NotReached", "https://autodiscover.contoso.com/autodiscover/autodiscover.xml", "" },
        { "SRV", AutodiscoverClient.Outlook2007, "Scp Skipped; Root NoName; Host NoName; Http NoName; Srv Hit", Endpoint, "EXN465" },
        { "SRV of the plan", AutodiscoverClient.Outlook2010, "Scp Skipped; Root NoName; Host NoName; Http NoName; Srv Hit", Endpoint, "EXN465" },
        { "SRV", AutodiscoverClient.Outlook2010, "Scp Skipped; Root NoName; Host NoName; Http NoName; Srv Hit", Endpoint, "EXN465" },
        { "SRV", AutodiscoverClient.Outlook2007Rtm, "Scp Skipped; Root NoName; Host NoName; Http NoName", null, "EXN470 EXN476" },
        { "HTTP redirect", AutodiscoverClient.Outlook2007Rtm, "Scp Skipped; Root NoName; Host Inconclusive; Http Redirect", Endpoint, "EXN465 EXN471" },
        { "HTTP redirect", AutodiscoverClient.Outlook2007, "Scp Skipped; Root NoName; Host Inconclusive; Http Redirect; Srv NoName", Endpoint, "EXN465 EXN471" },
        { "HTTP redirect", AutodiscoverClient.ActiveSync, "Root NoName; Host Inconclusive; Http Redirect; Srv NoName", Endpoint, "EXN465 EXN471" },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Each_way_to_publish_leads_to_Autodiscover(string way, AutodiscoverClient client, string steps, string? endpoint, string codes)
    {
        (NamespacePlan plan, (string, object?)[] known) = way switch
        {
            "SAN" => (Walk.Plan("CAS"), new (string, object?)[] { ("contoso.com", "NoName") }),
            "SRV of the plan" => (Walk.Plan("CAS", ("AutodiscoverSrvDomain", "contoso.com")), [("contoso.com", "NoName")]),
            "SRV" => (Walk.Plan("CAS", OnlyMailOnCertificate), [("contoso.com", "NoName"), ("autodiscover.contoso.com", "NoName"), ("_autodiscover._tcp.contoso.com", "mail.contoso.com:443")]),
            _ => (Walk.Plan("CAS", OnlyMailOnCertificate),
            [
                ("contoso.com", "NoName"), ("autodiscover.contoso.com", "Silent"), ("http://autodiscover.contoso.com", Endpoint), ("_autodiscover._tcp.contoso.com", "NoName"),
            ]),
        };

        AutodiscoverRoute route = Walk.Over(plan, Walk.By(client), known);

        Assert.Equal((steps, endpoint), (Walk.Print(route), route.Endpoint));
        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries), Walk.Codes(route));
        Assert.Equal(endpoint is null ? AutodiscoverVerdict.NoName : endpoint == Endpoint && !way.StartsWith("SRV", StringComparison.Ordinal) ? AutodiscoverVerdict.Redirect : AutodiscoverVerdict.Hit, route.Verdict);
    }

    [Theory]
    [InlineData("A", "Scp Hit; Scp NotReached; Scp NotReached")]
    [InlineData("b", "Scp Hit; Scp NotReached; Scp NotReached")]
    [InlineData("D", "Scp Hit; Scp Hit; Scp Hit")]
    [InlineData(null, "Scp Hit; Scp Hit; Scp Hit")]
    public void A_client_takes_the_connection_points_of_its_own_site_first(string? site, string expected)
    {
        NamespacePlan plan = ThreeSites();

        AutodiscoverRoute route = Walk.Over(plan, Walk.By(AutodiscoverClient.EwsClient, joined: true, site: site));

        Assert.Equal(expected, string.Join("; ", Walk.Print(route).Split("; ").Where(s => s.StartsWith("Scp", StringComparison.Ordinal))));
        Assert.Equal(site == "D", Walk.Codes(route).Contains(AutodiscoverFindingCodes.SiteUnclaimed));
        string? first = site switch { "A" => "https://a.contoso.com/Autodiscover/Autodiscover.xml", "b" => "https://b.contoso.com/Autodiscover/Autodiscover.xml", _ => null };
        Assert.Equal(first, route.Endpoint);
    }

    [Fact]
    public void Connection_points_of_equal_standing_share_a_rank()
    {
        AutodiscoverRoute route = Walk.Over(ThreeSites(), Walk.By(AutodiscoverClient.EwsClient, joined: true, site: "A"));

        Assert.Equal([1, 2, 2, 3, 4, 5, 5], route.Steps.Select(s => s.Rank));
    }

    [Theory]
    [InlineData(false, DnsView.Internal, AutodiscoverVerdict.Skipped)]
    [InlineData(true, DnsView.External, AutodiscoverVerdict.Skipped)]
    [InlineData(true, DnsView.Internal, AutodiscoverVerdict.Hit)]
    public void Only_a_member_of_the_domain_inside_reads_connection_points(bool joined, DnsView view, AutodiscoverVerdict expected)
    {
        AutodiscoverRoute route = Walk.Over(Walk.Plan("CAS"), Walk.By(AutodiscoverClient.Outlook2010, joined, view: view));

        Assert.Equal(expected, route.Steps[0].Verdict);
    }

    [Fact]
    public void Where_connection_points_are_cleared_a_member_of_the_domain_finds_Autodiscover_by_DNS()
    {
        AutodiscoverRoute route = Walk.Over(Walk.Plan("CAS", ("AutodiscoverHost", null)), Walk.By(AutodiscoverClient.Outlook2010, joined: true), ("contoso.com", "NoName"));

        Assert.StartsWith("Scp NoName; Root NoName; Host Hit", Walk.Print(route), StringComparison.Ordinal);
        Assert.Equal("No server has a service connection point with a URL.", route.Steps[0].Detail);
        Assert.DoesNotContain(AutodiscoverFindingCodes.ConnectionPointUnknown, Walk.Codes(route));
    }

    [Fact]
    public void Outlook_2013_asks_the_root_domain_although_a_connection_point_leads()
    {
        AutodiscoverRoute route = Walk.Over(Walk.Plan("CAS"), Walk.By(AutodiscoverClient.Outlook2013, joined: true), ("contoso.com", "OtherPage"));

        Assert.Equal("Scp Hit; Root NotAutodiscover; Host Hit; Http NotReached; Srv NotReached", Walk.Print(route));
        Assert.Equal([AutodiscoverFindingCodes.RootDomainPage], Walk.Codes(route));
        Assert.Equal(Endpoint, route.Endpoint, ignoreCase: true);
    }

    [Fact]
    public void A_connection_point_at_the_server_name_is_open_and_said_so()
    {
        AutodiscoverRoute route = Walk.Over(Walk.Plan("CAS", ("KeepInternalUrl", true)), Walk.By(AutodiscoverClient.Outlook2010, joined: true));

        Assert.Equal(AutodiscoverVerdict.Depends, route.Steps[0].Verdict);
        Assert.Contains(AutodiscoverFindingCodes.ConnectionPointUnknown, Walk.Codes(route));
    }

    [Fact]
    public void A_mail_domain_that_the_certificate_lacks_gets_a_warning()
    {
        NamespacePlan plan = Walk.Plan("CAS", ("SmtpDomain", new List<object?> { "contoso.com" }), ("CertificateName", new List<object?> { "mail.contoso.com" }));

        AutodiscoverRoute route = Walk.Over(plan, Walk.By(AutodiscoverClient.Outlook2010, domain: "fabrikam.com"), ("fabrikam.com", "NoName"), ("autodiscover.fabrikam.com", "Autodiscover"));

        Assert.Equal("Scp Skipped; Root NoName; Host WrongCertificate; Http Depends; Srv Depends", Walk.Print(route));
        Assert.Equal([AutodiscoverFindingCodes.WrongCertificate, AutodiscoverFindingCodes.NotFound, AutodiscoverFindingCodes.DomainNotPlanned], Walk.Codes(route));
        Assert.False(route.Steps[2].CertificateCovers);
    }

    [Fact]
    public void Redirect_and_service_record_to_different_places_are_not_put_in_an_order()
    {
        AutodiscoverRoute route = Walk.Over(
            Walk.Plan("CAS", OnlyMailOnCertificate),
            Walk.By(AutodiscoverClient.Outlook2010),
            ("contoso.com", "NoName"), ("autodiscover.contoso.com", "Silent"), ("http://autodiscover.contoso.com", "https://mail.contoso.com/autodiscover/autodiscover.xml"),
            ("_autodiscover._tcp.contoso.com", "other.contoso.com"), ("other.contoso.com", "https://mail.contoso.com/autodiscover/x/autodiscover.xml"));

        Assert.Equal("Scp Skipped; Root NoName; Host Inconclusive; Http Redirect; Srv Redirect", Walk.Print(route));
        Assert.Null(route.Endpoint);
        Assert.Contains(AutodiscoverFindingCodes.OrderDecides, Walk.Codes(route));
    }

    [Theory]
    [InlineData("http://mail.contoso.com/autodiscover/autodiscover.xml", "EXN468")]
    [InlineData("https://www.contoso.com/", "EXN469")]
    [InlineData("https://autodiscover.contoso.com/autodiscover/autodiscover.xml", "EXN467")]
    public void A_redirect_that_no_client_follows_is_refused(string target, string code)
    {
        AutodiscoverRoute route = Walk.Over(Walk.Plan("CAS"), Walk.By(AutodiscoverClient.EwsClient), ("contoso.com", "NoName"), ("autodiscover.contoso.com", target));

        AutodiscoverStep step = route.Steps.Single(s => s.Method == AutodiscoverMethod.AutodiscoverHost);
        Assert.Equal(AutodiscoverVerdict.RedirectRefused, step.Verdict);
        Assert.Contains(code, Walk.Codes(route));
        Assert.Equal(code == "EXN467" ? 11 : 1, step.Hops.Count);
    }

    [Fact]
    public void A_service_record_with_another_port_is_passed_over()
    {
        AutodiscoverRoute route = Walk.Over(Walk.Plan("CAS"), Walk.By(AutodiscoverClient.EwsClient, all: true), ("_autodiscover._tcp.contoso.com", "mail.contoso.com:8443"));

        Assert.Equal(AutodiscoverVerdict.NotAutodiscover, route.Steps[^1].Verdict);
        Assert.Contains(AutodiscoverFindingCodes.ServicePort, Walk.Codes(route));
    }

    [Theory]
    [InlineData("2007SP1", AutodiscoverClient.Outlook2007, "EXCH EWS OAB UM; EXPR OutlookAnywhere EWS OAB UM; WEB OWA OWA")]
    [InlineData("2010SP3", AutodiscoverClient.Outlook2010, "EXCH EWS OAB ECP; EXPR OutlookAnywhere EWS OAB ECP; WEB OWA OWA")]
    [InlineData("2016", AutodiscoverClient.Outlook2007, "EXCH EWS OAB ECP; EXPR OutlookAnywhere EWS OAB ECP; WEB OWA OWA")]
    [InlineData("2016", AutodiscoverClient.Outlook2016, "EXCH EWS OAB ECP; EXPR OutlookAnywhere EWS OAB ECP; EXHTTP OutlookAnywhere EWS OAB ECP OutlookAnywhere EWS OAB ECP; MapiHttp MAPI MAPI; WEB OWA OWA")]
    [InlineData("2013RTM", AutodiscoverClient.Outlook2013, "EXCH EWS OAB ECP; EXPR OutlookAnywhere EWS OAB ECP; EXHTTP OutlookAnywhere EWS OAB ECP OutlookAnywhere EWS OAB ECP; WEB OWA OWA")]
    [InlineData("2016", AutodiscoverClient.EwsClient, "EXCH EWS; EXPR EWS")]
    [InlineData("2016", AutodiscoverClient.ActiveSync, "MobileSync ActiveSync")]
    public void The_sections_follow_version_and_client(string version, AutodiscoverClient client, string expected)
    {
        AutodiscoverRoute route = Walk.Over(Plans.Make("CAS", ("ExternalHost", "mail.contoso.com"), ("DnsModel", "Split"), ("ExchangeVersion", version)), Walk.By(client));

        Assert.Equal(expected, string.Join("; ", route.Urls.GroupBy(u => u.Section).Select(g => g.Key + " " + string.Join(' ', g.Select(u => u.Service)))));
        Assert.All(route.Urls.Where(u => u.Url is not null), u => Assert.True(u.CertificateCovers));
    }

    [Fact]
    public void Clients_take_the_set_for_where_they_are_whatever_the_way_was()
    {
        NamespacePlan plan = Plans.Make("CAS", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.local"), ("DnsModel", "Separate"), ("ExchangeVersion", "2010SP3"), ("CertificateAuthority", "Internal"));

        AutodiscoverRoute inside = Walk.Over(plan, Walk.By(AutodiscoverClient.Outlook2010, joined: true));
        AutodiscoverRoute guest = Walk.Over(plan, Walk.By(AutodiscoverClient.Outlook2010, view: DnsView.Internal));

        Assert.Equal(["https://mail.corp.local/EWS/Exchange.asmx"], inside.Urls.Where(u => u.IsUsed && u.Service == ClientService.EWS).Select(u => u.Url));
        Assert.Equal("https://autodiscover.contoso.com/autodiscover/autodiscover.xml", guest.Endpoint);
        Assert.Equal(["https://mail.corp.local/EWS/Exchange.asmx"], guest.Urls.Where(u => u.IsUsed && u.Service == ClientService.EWS).Select(u => u.Url));
    }

    [Fact]
    public void A_site_without_external_URLs_leaves_clients_outside_without_them()
    {
        NamespacePlan plan = Walk.Plan(
            new List<object> { Plans.Members(("Name", "A1"), ("Site", "A")), Plans.Members(("Name", "B1"), ("Site", "B")) },
            ("Site", new List<object?> { Plans.Members(("Name", "A")), Plans.Members(("Name", "B"), ("InternetFacing", false), ("InternalHost", "b.contoso.com")) }));

        AutodiscoverRoute route = Walk.Over(plan, new AutodiscoverQuestion { EmailAddress = "a@contoso.com", Domain = Fqdn.Parse("contoso.com"), Client = AutodiscoverClient.Outlook2010, MailboxSite = "B" });

        Finding finding = Assert.Single(route.Findings, f => f.Code == AutodiscoverFindingCodes.UrlMissing);
        Assert.Contains("EWS", finding.Values);
    }

    private static NamespacePlan ThreeSites() => Walk.Plan(
        new List<object> { Plans.Members(("Name", "A1"), ("Site", "A")), Plans.Members(("Name", "B1"), ("Site", "B")), Plans.Members(("Name", "C1"), ("Site", "C")) },
        ("Site", new List<object?>
        {
            Plans.Members(("Name", "A"), ("InternalHost", "a.contoso.com"), ("SiteScope", new List<object?> { "A" })),
            Plans.Members(("Name", "B"), ("InternalHost", "b.contoso.com"), ("SiteScope", new List<object?> { "B" })),
            Plans.Members(("Name", "C"), ("InternalHost", "c.contoso.com"), ("SiteScope", new List<object?> { "C" })),
        }));
}
