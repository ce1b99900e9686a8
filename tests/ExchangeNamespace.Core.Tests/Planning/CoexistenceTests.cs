using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>Several versions, sites and hosts in one plan.</summary>
public class CoexistenceTests
{
    private static readonly (string, object?) Host = ("ExternalHost", "mail.contoso.com");
    private static readonly (string, object?) Split = ("DnsModel", "Split");

    [Fact]
    public void A_server_that_is_not_reached_from_outside_answers_no_ActiveSync_for_2007()
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Server("OLD", "2007SP3"), Plans.Members(("Name", "NEW"), ("Version", "2010SP3"), ("InternetFacing", false)) }, Host, Split, ("LegacyHost", "legacy.contoso.com"));

        Assert.Equal("https://mail.contoso.com/Microsoft-Server-ActiveSync", plan.Servers[0].Services.Single(s => s.Service == ClientService.ActiveSync).External.Value);
        Assert.Equal("https://legacy.contoso.com/owa", plan.Servers[0].Services.Single(s => s.Service == ClientService.OWA).External.Value);
    }

    [Fact]
    public void Old_servers_get_the_legacy_name_except_where_clients_start()
    {
        NamespacePlan plan = Plans.Make(new object[] { Server("OLD", "2007SP3"), Server("NEW", "2010SP3") }, Host, Split, ("LegacyHost", "legacy.contoso.com"));

        Dictionary<ClientService, string?> old = plan.Servers[0].Services.ToDictionary(s => s.Service, s => s.External.Value);
        Assert.Equal("https://legacy.contoso.com/EWS/Exchange.asmx", old[ClientService.EWS]);
        Assert.Equal("https://legacy.contoso.com/owa", old[ClientService.OWA]);
        Assert.Equal("https://legacy.contoso.com/OAB", old[ClientService.OAB]);
        Assert.Equal("https://legacy.contoso.com/Microsoft-Server-ActiveSync", old[ClientService.ActiveSync]);
        Assert.Equal("mail.contoso.com", old[ClientService.OutlookAnywhere]);
        Assert.All(plan.Servers[1].Services, s => Assert.DoesNotContain("legacy", s.External.Value ?? string.Empty));
        Assert.Contains("legacy.contoso.com", Assert.Single(plan.Certificates).Names.Select(n => n.Name));
        Assert.DoesNotContain(plan.Findings, f => f.Code == FindingCodes.LegacyHostMissing);
    }

    [Theory]
    [InlineData(false, "https://legacy.contoso.com/owa")]
    [InlineData(true, "https://mail.contoso.com/owa")]
    public void An_internal_host_that_no_URL_has_hands_nothing_over(bool keepInternal, string owa)
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Server("OLD", "2007SP3", "A"), Server("NEW", "2013", "B") }, Host, Split, ("LegacyHost", "legacy.contoso.com"), ("KeepInternalUrl", keepInternal),
            ("Site", new object[] { Plans.Members(("Name", "A")), Plans.Members(("Name", "B"), ("InternetFacing", false)) }));

        Assert.Equal(owa, plan.Servers[0].Services.Single(s => s.Service == ClientService.OWA).External.Value);
    }

    /// <summary>
    /// 2007 sends clients on to the ExternalUrl of the mailbox's site (Exchange team blog 2007-09-10), so each site has a name of its own. The
    /// Internet does not reach the third site, and its name has a record inside only.
    /// </summary>
    [Fact]
    public void Old_servers_of_several_sites_get_the_legacy_name_of_their_site()
    {
        (string Name, object? Host, bool Facing)[] sites = [("A", null, true), ("B", "mail-b.contoso.com", true), ("C", null, false)];
        NamespacePlan plan = Plans.Make(
            sites.SelectMany(s => new object[] { Server("OLD" + s.Name, "2007SP3", s.Name), Server("NEW" + s.Name, "2013", s.Name) }).ToArray(), Host, Split,
            ("Site", sites.Select(s => (object)Plans.Members(("Name", s.Name), ("InternetFacing", s.Facing), ("ExternalHost", s.Host),
                ("InternalHost", s.Facing ? null : "inside-c.contoso.com"), ("LegacyHost", $"old-{s.Name}.contoso.com"))).ToArray()));

        foreach ((string name, _, bool facing) in sites)
        {
            string legacy = $"old-{name.ToLowerInvariant()}.contoso.com";
            ServiceAssignment owa = plan.Servers.Single(s => s.Name == "OLD" + name).Services.Single(s => s.Service == ClientService.OWA);
            Assert.Equal($"https://{legacy}/owa", owa.Internal.Value);
            Assert.Equal(facing ? $"https://{legacy}/owa" : null, owa.External.Value);
            Assert.Equal(legacy, plan.Sites.Single(s => s.Name == name).LegacyHost?.Value);
            Assert.Equal(facing ? [DnsView.External, DnsView.Internal] : [DnsView.Internal],
                plan.DnsRecords.Where(r => r.Name.Value == legacy).Select(r => r.View).Order());
            PlannedCertificate certificate = Assert.Single(plan.Certificates, c => c.InstallOn.Contains("OLD" + name));
            Assert.Contains(legacy, certificate.Names.Select(n => n.Name));
        }

        Assert.DoesNotContain(plan.Findings, f => f.Code == FindingCodes.LegacyHostMissing);
        Assert.Equal("old-a.contoso.com, old-b.contoso.com, old-c.contoso.com",
            Assert.Single(plan.Findings, f => f.Code == FindingCodes.LegacyHostTemporary).Subject);
    }

    [Theory]
    [InlineData("mail-b.contoso.com", true)]
    [InlineData(null, false)]
    public void A_site_of_2007_alone_needs_the_legacy_name_only_under_a_shared_host(string? host, bool isOwn)
    {
        NamespacePlan plan = Plans.Make(new object[] { Server("NEW", "2013", "A"), Server("OLD", "2007SP3", "B") }, Host, Split,
            ("Site", new object[] { Plans.Members(("Name", "A")), Plans.Members(("Name", "B"), ("ExternalHost", host)) }));

        Assert.Equal(!isOwn, plan.Findings.Any(f => f.Code == FindingCodes.LegacyHostMissing));
    }

    [Theory]
    [InlineData("mail.contoso.com")]
    [InlineData("in.contoso.com")]
    public void The_legacy_host_of_a_site_must_differ_from_its_hosts(string host)
    {
        InputFault fault = Assert.Single(Plans.Try("OLD", Host, Split, ("ExchangeVersion", "2007SP3"), ("Site", new object[]
            { Plans.Members(("Name", "A"), ("InternalHost", "in.contoso.com"), ("LegacyHost", host)) })).Faults);
        Assert.Equal((FaultIds.InputContradiction, "Site.LegacyHost"), (fault.Id, fault.Parameter));
    }

    /// <summary>
    /// 2010 answers ActiveSync of a 2007 mailbox with 451 and the 2007 ExternalUrl (Exchange team blog 2009-11-20, "Transitioning Client
    /// Access to
    /// Exchange Server 2010"); 2013 proxies it (OfficeDocs-Exchange, configuring-ssl-offloading-in-exchange-2013).
    /// </summary>
    [Theory]
    [InlineData("2010", null, "legacy.contoso.com")]
    [InlineData("2010SP3", null, "legacy.contoso.com")]
    [InlineData("2013", null, "mail.contoso.com")]
    [InlineData("2010", "2013", "mail.contoso.com")]
    public void ActiveSync_of_2007_is_where_the_server_in_front_sends_or_proxies_it(string newer, string? newest, string host)
    {
        object[] servers = [Server("OLD", "2007SP3"), Server("NEW", newer), .. newest is null ? [] : new[] { Server("NEWEST", newest) }];
        NamespacePlan plan = Plans.Make(servers, Host, Split, ("LegacyHost", "legacy.contoso.com"));

        Assert.Contains(Plans.Lines(plan), l => l.StartsWith("Set-ActiveSyncVirtualDirectory -Identity \"OLD\\", StringComparison.Ordinal)
            && l.EndsWith($"-ExternalURL https://{host}/Microsoft-Server-ActiveSync", StringComparison.Ordinal));
    }

    [Fact]
    public void A_site_with_a_name_of_its_own_follows_the_servers_behind_that_name()
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Server("OLDA", "2007SP3", "A"), Server("NEWA", "2013", "A"), Server("OLDB", "2007SP3", "B"),
                Server("NEWB", "2010", "B") },
            Host, Split, ("LegacyHost", "legacy.contoso.com"),
            ("Site", new object[] { Plans.Members(("Name", "A")), Plans.Members(("Name", "B"), ("ExternalHost", "mail-b.contoso.com")) }));

        Assert.Equal("https://mail.contoso.com/Microsoft-Server-ActiveSync", External(plan, "OLDA", ClientService.ActiveSync));
        Assert.Equal("https://legacy.contoso.com/Microsoft-Server-ActiveSync", External(plan, "OLDB", ClientService.ActiveSync));
    }

    /// <summary>Microsoft's pages set OWA and ECP together, to one host: the options page of OWA is ECP.</summary>
    [Theory]
    [InlineData("owa.contoso.com", null, null, "owa.contoso.com")]
    [InlineData("owa.contoso.com", "ecp.contoso.com", null, "ecp.contoso.com")]
    [InlineData(null, "ecp.contoso.com", null, "ecp.contoso.com")]
    [InlineData(null, null, null, "mail.contoso.com")]
    [InlineData("owa.contoso.com", null, "web.contoso.com", "web.contoso.com")]
    [InlineData(null, "ecp.contoso.com", "web.contoso.com", "web.contoso.com")]
    public void ECP_follows_OWA_unless_it_is_named_itself(string? owa, string? ecp, string? siteOwa, string host)
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Server("A", "2016", "S") }, Host, Split,
            ("ServiceHost", Hosts(("OWA", owa), ("ECP", ecp))),
            ("Site", new object[] { Plans.Members(("Name", "S"), ("ServiceHost", Hosts(("OWA", siteOwa)))) }));
        ServiceAssignment panel = plan.Servers[0].Services.Single(s => s.Service == ClientService.ECP);

        Assert.Equal(($"https://{host}/ecp", $"https://{host}/ecp"), (panel.Internal.Value, panel.External.Value));
        Assert.Equal(ecp is not null && siteOwa is null, plan.Findings.Any(f => f.Code == FindingCodes.OwaEcpHostsDiffer));

        static Dictionary<string, object?> Hosts(params (string Name, object? Value)[] hosts) =>
            Plans.Members([.. hosts.Where(h => h.Value is not null)]);
    }

    [Fact]
    public void Without_newer_servers_the_legacy_name_changes_no_URL()
    {
        NamespacePlan plan = Plans.Make(new object[] { Server("OLD", "2007SP3") }, Host, Split, ("LegacyHost", "legacy.contoso.com"));

        Assert.DoesNotContain(Plans.Lines(plan), l => l.Contains("legacy", StringComparison.Ordinal));
        Assert.Contains(plan.Findings, f => f.Code == FindingCodes.LegacyHostTemporary);
    }

    [Theory]
    [InlineData("2007SP3", "2010", false)]
    [InlineData("2007SP3", "2013", false)]
    [InlineData("2007SP3", "2016", true)]
    [InlineData("2007SP3", "SE", true)]
    [InlineData("2010", "2016", false)]
    [InlineData("2010", "2019", true)]
    [InlineData("2010", "SE", true)]
    [InlineData("2013", "2019", false)]
    [InlineData("2013", "SE", true)]
    [InlineData("2016", "SE", false)]
    [InlineData("2019", "SE", false)]
    public void Versions_that_cannot_coexist_are_told(string old, string newer, bool excluded)
    {
        NamespacePlan plan = Plans.Make(new object[] { Server("OLD", old), Server("NEW", newer) }, Host, Split);

        Assert.Equal(excluded, plan.Findings.Any(f => f.Code == FindingCodes.CoexistenceUnsupported));
        Assert.Equal(old.StartsWith("2007", StringComparison.Ordinal), plan.Findings.Any(f => f.Code == FindingCodes.LegacyHostMissing));
    }

    [Theory]
    [InlineData("2007RTM", "2013", "Exchange 2013 is supported beside 2007SP3 Update Rollup 10 and later. Older servers: OLD.")]
    [InlineData("2007SP1", "2010", "Exchange 2010 is supported beside 2007SP2 and later. Older servers: OLD.")]
    [InlineData("2007SP3", "2013RTM", "Only 2013CU2 and later are supported beside 2007. Older servers: NEW.")]
    [InlineData("2010SP2", "2016", "Exchange 2016 is supported beside 2010SP3 Update Rollup 11 and later. Older servers: OLD.")]
    [InlineData("2010SP3", "2016", null)] // its rollup is not known
    [InlineData("2013CU9", "2016", "Exchange 2016 is supported beside 2013CU10 and later. Older servers: OLD.")]
    [InlineData("2013CU10", "2016", null)]
    [InlineData("2013", "2019CU15", "Setup of 2019CU15 and later refuses an organisation with 2013. Servers with it: NEW.")]
    [InlineData("2013CU23", "2019CU14", null)]
    [InlineData("2016CU22", "SE", "Exchange SE is supported beside 2016CU23 and later. Older servers: OLD.")]
    [InlineData("2019CU13", "SE", "Exchange SE is supported beside 2019CU14 and later. Older servers: OLD.")]
    [InlineData("2019", "SE", null)] // its update is not known
    public void An_update_that_is_too_old_or_too_new_beside_the_other_version_is_told(string old, string newer, string? message) => Assert.Equal(
        message is null ? [] : [message],
        Plans.Make(new object[] { Server("OLD", old), Server("NEW", newer) }, Host, Split)
            .Findings.Where(f => f.Code == FindingCodes.CoexistenceUnsupported).Select(f => f.Message));

    [Fact]
    public void Each_server_has_the_lines_of_its_own_version_in_the_order_given()
    {
        NamespacePlan plan = Plans.Make(new object[] { Server("C", "2016"), Server("A", "2010"), Server("B", "2013"), Server("D", "2016") }, Host, Split);
        string[] connectionPoints = [.. Plans.Lines(plan).Where(l => l.Contains("AutoDiscoverServiceInternalUri", StringComparison.Ordinal)).Select(l => string.Join(' ', l.Split(' ')[0], l.Split(' ')[2]))];

        Assert.Equal(["Set-ClientAccessService C", "Set-ClientAccessServer A", "Set-ClientAccessServer B", "Set-ClientAccessService D"], connectionPoints);
    }

    [Fact]
    public void The_version_of_the_server_wins_over_that_of_the_plan()
    {
        NamespacePlan plan = Plans.Make(new object[] { "A", Server("B", "2010") }, Host, Split, ("ExchangeVersion", "2019CU12"));

        Assert.Equal(["2019CU12", "2010"], plan.Servers.Select(s => s.Version.ToString()));
    }

    [Fact]
    public void A_service_has_its_own_host_and_an_own_inside_one()
    {
        NamespacePlan plan = Plans.Make(new object[] { Server("A", "2016") }, Host, ("ADDomain", "corp.local"), ("DnsModel", "Separate"), ("ServiceHost", Plans.Members(
            ("OWA", "owa.contoso.com"),
            ("ECP", Plans.Members(("Internal", "ecp.corp.local"))),
            ("EWS", Plans.Members(("External", "ews.contoso.com"))),
            ("Autodiscover", "scp.contoso.com"))));
        Dictionary<ClientService, string> hosts = plan.Servers[0].Services.ToDictionary(s => s.Service, s => s.Internal + " | " + s.External);

        Assert.Equal("https://owa.corp.local/owa | https://owa.contoso.com/owa", hosts[ClientService.OWA]);
        Assert.Equal("https://ecp.corp.local/ecp | https://owa.contoso.com/ecp", hosts[ClientService.ECP]);
        Assert.Equal("https://mail.corp.local/EWS/Exchange.asmx | https://ews.contoso.com/EWS/Exchange.asmx", hosts[ClientService.EWS]);
        Assert.Equal("https://scp.contoso.com/Autodiscover/Autodiscover.xml | (leave)", hosts[ClientService.Autodiscover]);
        Assert.Contains(plan.Findings, f => f.Code == FindingCodes.OwaEcpHostsDiffer);
    }

    [Fact]
    public void The_hosts_of_a_site_win_over_those_of_the_plan()
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Plans.Members(("Name", "A1"), ("Site", "A")), Plans.Members(("Name", "B1"), ("Site", "B")) },
            Host, Split, ("ExchangeVersion", "2016"), ("ServiceHost", Plans.Members(("OWA", "owa.contoso.com"))),
            ("Site", new object[]
            {
                Plans.Members(("Name", "A")),
                Plans.Members(("Name", "B"), ("ExternalHost", "mail-b.contoso.com"), ("ServiceHost", Plans.Members(("EWS", "ews-b.contoso.com")))),
            }));

        Assert.Equal("https://owa.contoso.com/owa", External("A1", ClientService.OWA));
        Assert.Equal("https://mail-b.contoso.com/owa", External("B1", ClientService.OWA));
        Assert.Equal("https://mail.contoso.com/EWS/Exchange.asmx", External("A1", ClientService.EWS));
        Assert.Equal("https://ews-b.contoso.com/EWS/Exchange.asmx", External("B1", ClientService.EWS));

        string? External(string server, ClientService service) => plan.Servers.Single(s => s.Name == server).Services.Single(s => s.Service == service).External.Value;
    }

    [Theory]
    [InlineData("2016CU17", false)]
    [InlineData("2016CU18", true)]
    [InlineData("2016", false)]
    [InlineData("2019CU6", false)]
    [InlineData("2019CU7", true)]
    [InlineData("SE", true)]
    [InlineData("2013", false)]
    public void A_download_host_is_set_where_the_version_has_it(string version, bool able)
    {
        NamespacePlan plan = Plans.Make("A", Host, Split, ("ExchangeVersion", version), ("DownloadHost", "download.contoso.com"));

        Assert.Equal(able, plan.Findings.Any(f => f.Code == FindingCodes.DownloadHost && f.Values.SequenceEqual(["download.contoso.com"])));
        Assert.Equal(!able, plan.Findings.Any(f => f.Code == FindingCodes.DownloadHostNotInVersion));
        Assert.Equal(
            able ? [
                "Set-OwaVirtualDirectory -Identity \"A\\owa (Default Web Site)\" -InternalUrl https://mail.contoso.com/owa -ExternalUrl https://mail.contoso.com/owa "
                    + "-ExternalDownloadHostName download.contoso.com -InternalDownloadHostName download.contoso.com",
                "Set-OrganizationConfig -EnableDownloadDomains:$true"] : Array.Empty<string>(),
            Plans.Lines(plan).Where(l => l.Contains("download", StringComparison.OrdinalIgnoreCase)));
        Assert.Contains("download.contoso.com", plan.Certificates[0].Names.Select(n => n.Name));
        Assert.Equal(2, plan.DnsRecords.Count(r => r.Name.Value == "download.contoso.com"));
    }

    [Fact]
    public void An_external_value_is_cleared_only_where_the_server_or_its_site_says_so()
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Plans.Members(("Name", "A1"), ("Site", "A")), Plans.Members(("Name", "A2"), ("Site", "A"), ("InternetFacing", false)), Plans.Members(("Name", "B1"), ("Site", "B")) },
            Host, Split, ("ExchangeVersion", "2016"),
            ("Site", new object[] { Plans.Members(("Name", "A")), Plans.Members(("Name", "B"), ("InternetFacing", false), ("InternalHost", "mail-b.contoso.com")) }));

        Assert.Equal([true, false, false], plan.Servers.Select(s => s.InternetFacing));
        Assert.All(plan.Servers[0].Services, s => Assert.NotEqual(SettingAction.Clear, s.External.Action));
        Assert.All(plan.Servers.Skip(1).SelectMany(s => s.Services).Where(s => s.Service is not (ClientService.Autodiscover or ClientService.PowerShell)), s => Assert.Equal(SettingAction.Clear, s.External.Action));
        Assert.Equal(["A2", "B1"], Assert.Single(plan.Findings, f => f is { Code: FindingCodes.ExternalUrlCleared, Severity: FindingSeverity.Warning }).Servers);
    }

    private static Dictionary<string, object?> Server(string name, string version, string? site = null) =>
        Plans.Members(("Name", name), ("Version", version), ("Site", site));

    private static string? External(NamespacePlan plan, string server, ClientService service) =>
        plan.Servers.Single(s => s.Name == server).Services.Single(s => s.Service == service).External.Value;
}
