using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.LoadBalancer;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.FrontDoor.LoadBalancer;

/// <summary>
/// What follows from a plan. Sources: learn.microsoft.com, Load balancing in Exchange Server (health pages, no persistence from 2013 on,
/// scenarios of one and several names); technet ff625248 (persistence of 2010); Microsoft KB 905013 (time-outs of ActiveSync); Configure
/// Windows Extended Protection (certificates of proxy and servers).
/// </summary>
public class LoadBalancerPlannerTests
{
    private static readonly (string, object?) Shared = ("ReverseProxy", "SharedCertificate");

    public static TheoryData<string, string, string, Persistence, int> Directories => new()
    {
        { "2019CU15", "MAPI", "/mapi/healthcheck.htm", Persistence.None, 20 },
        { "2019CU15", "OWA", "/owa/healthcheck.htm", Persistence.None, 20 },
        { "2019CU15", "ECP", "/ecp/healthcheck.htm", Persistence.None, 20 },
        { "2019CU15", "EWS", "/EWS/healthcheck.htm", Persistence.None, 30 },
        { "2019CU15", "ActiveSync", "/Microsoft-Server-ActiveSync/healthcheck.htm", Persistence.None, 30 },
        { "2019CU15", "OutlookAnywhere", "/rpc/healthcheck.htm", Persistence.None, 20 },
        { "2019CU15", "OAB", "/OAB/healthcheck.htm", Persistence.None, 20 },
        { "2019CU15", "Autodiscover", "/Autodiscover/healthcheck.htm", Persistence.None, 20 },
        { "2019CU15", "PowerShell", "/ecp/healthcheck.htm", Persistence.None, 20 },
        { "2010SP3", "OWA", "/owa/auth/logon.aspx", Persistence.Cookie, 20 },
        { "2010SP3", "ECP", "/owa/auth/logon.aspx", Persistence.Cookie, 20 },
        { "2010SP3", "EWS", "", Persistence.SourceAddress, 30 },
        { "2010SP3", "ActiveSync", "", Persistence.AuthorizationHeader, 30 },
        { "2010SP3", "OutlookAnywhere", "", Persistence.SourceAddress, 20 },
        { "2010SP3", "OAB", "", Persistence.None, 20 },
        { "2010SP3", "Autodiscover", "", Persistence.None, 20 },
        { "2007SP3", "OWA", "/owa/auth/logon.aspx", Persistence.Cookie, 20 },
        { "2007SP3", "UM", "", Persistence.SourceAddress, 20 },
    };

    [Theory]
    [MemberData(nameof(Directories))]
    public void Each_directory_has_its_probe_persistence_and_time(string version, string service, string page, Persistence persistence, int minutes)
    {
        FrontPool pool = Bridge(Balancers.One(version, Shared)).Model.Pools.Single(p => p.Service == service);

        Assert.Equal(page, pool.Monitor.Text);
        Assert.Equal(page.Length > 0 ? MonitorKind.Page : MonitorKind.Handshake, pool.Monitor.Kind);
        Assert.Equal((persistence, TimeSpan.FromMinutes(minutes)), (pool.Persistence, pool.Idle));
    }

    [Theory]
    [InlineData("2013RTM", "MAPI", false)]
    [InlineData("2013SP1", "MAPI", true)]
    [InlineData("2010SP3", "MAPI", false)]
    [InlineData("2007SP3", "ECP", false)]
    [InlineData("2010SP3", "UM", false)]
    public void Only_services_of_the_version_have_a_pool(string version, string service, bool has) =>
        Assert.Equal(has, Bridge(Balancers.One(version, Shared)).Model.Pools.Any(p => p.Service == service));

    [Fact]
    public void A_server_is_in_no_pool_of_a_service_that_it_lacks()
    {
        FrontModel model = Bridge(Balancers.Of([Balancers.Server("OLD", "2013RTM", null, "10.1.0.1"), Balancers.Server("NEW", "2016CU23", null, "10.1.0.2")], Shared)).Model;

        Assert.Equal(["NEW"], model.Pools.Single(p => p.Service == "MAPI").Members.Select(m => m.Name));
        Assert.Equal(["OLD", "NEW"], model.Pools.Single(p => p.Service == "EWS").Members.Select(m => m.Name));
    }

    [Theory]
    [InlineData("2010SP3", "2016CU23", "NEW")]
    [InlineData("2013CU23", "2019CU15", "OLD,NEW")]
    [InlineData("2016CU23", "SERTM", "OLD,NEW")]
    public void Older_servers_stand_behind_newer_ones_that_proxy_for_them(string old, string @new, string members)
    {
        LoadBalancerScript script = Balancers.Make(new LoadBalancerInput
        {
            Plan = Balancers.Of([Balancers.Server("OLD", old, null, "10.1.0.1"), Balancers.Server("NEW", @new, null, "10.1.0.2")]),
        });

        Assert.Equal(members.Split(','), script.Model.Pools[0].Members.Select(m => m.Name));
        Assert.Equal(members.Length == 3, script.Findings.Any(f => f.Code == LoadBalancerFindingCodes.OlderLeftOut));
    }

    [Fact]
    public void Servers_of_2007_keep_the_legacy_name_beside_newer_ones()
    {
        FrontModel model = Balancers.Make(new LoadBalancerInput
        {
            Plan = Balancers.Of(
                [Balancers.Server("OLD", "2007SP3", null, "10.1.0.1"), Balancers.Server("NEW", "2010SP3", null, "10.1.0.2")], ("LegacyHost", "legacy.contoso.com")),
        }).Model;

        Assert.Equal(["OLD"], model.Pools.Single(p => p.Name == "legacy").Members.Select(m => m.Name));
        Assert.Equal(["NEW"], model.Pools.Single(p => p.Name == "mail").Members.Select(m => m.Name));
    }

    public static TheoryData<string, string, string?> Certificates => new()
    {
        { "SharedCertificate", "Public", "mail.contoso.com" },
        { "SharedCertificateWithServerNames", "Internal", "ex01.corp.contoso.com" },
        { "SeparateCertificate", "Public", "ex01.corp.contoso.com" },
    };

    [Theory]
    [MemberData(nameof(Certificates))]
    public void The_name_asked_of_a_server_is_on_its_certificate(string strategy, string authority, string? name)
    {
        NamespacePlan plan = Balancers.One("2016CU23", ("ReverseProxy", strategy), ("CertificateAuthority", authority));
        LoadBalancerScript script = Bridge(plan);

        Assert.All(script.Model.Pools.Select(p => p.Members[0]), m => Assert.Equal(name, m.CertificateHost!.Value));
        Assert.All(script.Model.Pools.Select(p => p.Members[0]), m => Assert.True(CertificateNameMatcher.Covers(
            plan.Certificates.First(c => c.InstallOn.Contains("EX01")).Names.Select(n => n.Name), m.CertificateHost!.Value)));
        Assert.Equal(
            authority == "Internal" || strategy == "SeparateCertificate" ? "/etc/haproxy/exchange-ca.pem" : "@system-ca",
            script.Model.Pools[0].CaFile);
    }

    [Fact]
    public void The_certificate_of_the_balancer_has_every_host_of_the_plan()
    {
        FrontModel model = Bridge(Balancers.One("2016CU23", Shared, Balancers.HostPerService)).Model;
        FrontListener https = model.Listeners.Single(l => l.Kind == ListenerKind.Bridge);

        Assert.Equal(["/etc/haproxy/certs/mail.contoso.com.pem"], https.Certificates.Select(c => c.Path));
        Assert.All(https.Routes.SelectMany(r => r.Hosts), h => Assert.Contains(h.Value, https.Certificates[0].Names));
    }

    public static TheoryData<bool, bool, string?, string> Closing => new()
    {
        { false, false, null, "/ecp,/PowerShell" },
        { true, false, null, "/PowerShell" },
        { false, true, null, "/ecp" },
        { true, true, null, "" },
        { false, false, "External", "/ecp,/PowerShell" },
        { false, false, "Internal", "/PowerShell" },
        { false, true, "Internal", "" },
    };

    [Theory]
    [MemberData(nameof(Closing))]
    public void Administration_is_closed_outside_unless_it_is_asked_for(bool admin, bool shell, string? view, string closed)
    {
        FrontModel model = Balancers.Make(new LoadBalancerInput
        {
            Plan = Balancers.One("2016CU23", Shared), Mode = LoadBalancerMode.Bridge, AdminCenter = admin, RemotePowerShell = shell,
            Views = view is null ? null : [(DnsView)Enum.Parse(typeof(DnsView), view)],
        }).Model;
        FrontListener https = model.Listeners.Single(l => l.Kind == ListenerKind.Bridge);

        Assert.Equal(closed, string.Join(",", https.ClosedPaths));
        Assert.Equal(!closed.Contains("/ecp"), https.Routes.Any(r => r.Paths.Contains("/ecp")));
        Assert.Equal(!closed.Contains("/PowerShell"), https.Routes.Any(r => r.Paths.Contains("/PowerShell")));
    }

    [Fact]
    public void Servers_of_other_sites_under_the_same_host_stand_by()
    {
        LoadBalancerScript chosen = Balancers.Make(new LoadBalancerInput { Plan = Balancers.TwoSites(), Sites = ["zurich"] });
        LoadBalancerScript all = Balancers.Make(new LoadBalancerInput { Plan = Balancers.TwoSites() });

        Assert.Equal(["ZRH-EX01", "ZRH-EX02"], chosen.Model.Pools[0].Members.Where(m => !m.IsBackup).Select(m => m.Name));
        Assert.Equal(["BRN-EX01", "BRN-EX02"], chosen.Model.Pools[0].Members.Where(m => m.IsBackup).Select(m => m.Name));
        Assert.Contains(chosen.Findings, f => f.Code == LoadBalancerFindingCodes.StandBy && f.Servers.SequenceEqual(["BRN-EX01", "BRN-EX02"]));
        Assert.DoesNotContain(all.Model.Pools[0].Members, m => m.IsBackup);
    }

    [Fact]
    public void A_site_with_hosts_of_its_own_is_not_on_the_balancer_of_another()
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Balancers.Server("A", "2016CU23", "Zurich", "10.1.0.1"), Balancers.Server("B", "2016CU23", "Bern", "10.2.0.1") },
            ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("DnsModel", "Split"),
            ("Site", new object[] { Plans.Members(("Name", "Zurich")), Plans.Members(("Name", "Bern"), ("ExternalHost", "bern.contoso.com")) }));
        FrontModel bern = Balancers.Make(new LoadBalancerInput { Plan = plan, Sites = ["Bern"] }).Model;
        FrontModel both = Balancers.Make(new LoadBalancerInput { Plan = plan }).Model;

        Assert.Equal(["bern.contoso.com"], bern.Listeners[0].Routes.SelectMany(r => r.Hosts).Select(h => h.Value));
        Assert.Equal([("mail", "A"), ("bern", "B")], both.Pools.Select(p => (p.Name, Assert.Single(p.Members).Name)));
    }

    [Fact]
    public void Hosts_of_the_same_services_share_a_pool_where_each_service_has_its_own()
    {
        LoadBalancerScript script = Balancers.Make(new LoadBalancerInput { Plan = Balancers.One("2019CU15", Balancers.HostPerService), PerService = true });

        Assert.Equal(
            ["eas:/Microsoft-Server-ActiveSync/healthcheck.htm", "ews:/EWS/healthcheck.htm", "mail:/Autodiscover/healthcheck.htm", "mapi:/mapi/healthcheck.htm",
             "oa:/rpc/healthcheck.htm", "oab:/OAB/healthcheck.htm", "owa:/owa/healthcheck.htm"],
            script.Model.Pools.Select(p => p.Name + ":" + p.Monitor.Text).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(script.Findings, f => f.Code == LoadBalancerFindingCodes.HostsShared);
    }

    [Fact]
    public void One_host_for_all_services_is_said_to_have_one_probe()
    {
        Assert.Contains(
            Balancers.Make(new LoadBalancerInput { Plan = Balancers.One(), PerService = true }).Findings,
            f => f is { Code: LoadBalancerFindingCodes.HostsShared, Severity: FindingSeverity.Warning, Subject: "mail.contoso.com" });
        Assert.Contains(
            Balancers.Make(new LoadBalancerInput { Plan = Balancers.One() }).Findings,
            f => f is { Code: LoadBalancerFindingCodes.OneProbe } && f.Message.Contains("/mapi/healthcheck.htm", StringComparison.Ordinal));
    }

    [Fact]
    public void An_address_that_is_not_stated_is_never_made_up()
    {
        LoadBalancerScript named = Balancers.Make(new LoadBalancerInput { Plan = Balancers.Of([Balancers.Server("EX01", "SERTM")]) });
        LoadBalancerScript partly = Balancers.Make(new LoadBalancerInput
        {
            Plan = Balancers.Of([Balancers.Server("EX01", "SERTM"), Balancers.Server("EX02", "SERTM", null, "10.1.0.2")], ("ADDomain", null)),
        });

        Assert.Equal("ex01.corp.contoso.com", named.Model.Pools[0].Members.Single().Address);
        Assert.Contains(LoadBalancerFindingCodes.AddressNotStated, Balancers.Codes(named));
        Assert.Equal(["EX02"], partly.Model.Pools[0].Members.Select(m => m.Name));
        Assert.Contains(partly.Findings, f => f is { Code: LoadBalancerFindingCodes.ServerLeftOut } && f.Servers.SequenceEqual(["EX01"]));
        Assert.Equal(FaultIds.MemberMissing, Balancers.Refused(new LoadBalancerInput { Plan = Balancers.Of([Balancers.Server("EX01", "SERTM")], ("ADDomain", null)) }).Id);
    }

    [Theory]
    [InlineData("2016CU23", false)]
    [InlineData("2019CU15", true)]
    public void Bridging_with_another_certificate_is_judged_by_the_finding_of_the_plan(string version, bool refused)
    {
        LoadBalancerInput input = new() { Plan = Balancers.One(version, ("ReverseProxy", "SeparateCertificate")), Mode = LoadBalancerMode.Bridge };
        if (refused)
        {
            Assert.Contains("Extended Protection", Balancers.Refused(input).Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains("EXN017", Balancers.Codes(Balancers.Make(input)));
        }
    }

    [Fact]
    public void Passing_on_the_certificate_of_an_internal_authority_is_warned_of() => Assert.Contains(
        LoadBalancerFindingCodes.InternalCertificateOutside,
        Balancers.Codes(Balancers.Make(new LoadBalancerInput { Plan = Balancers.One("2019CU15", ("ReverseProxy", "SeparateCertificate")) })));

    public static TheoryData<string, LoadBalancerInput, string> Refusals
    {
        get
        {
            NamespacePlan none = Balancers.One();
            NamespacePlan shared = Balancers.One("2019CU15", Shared);
            return new()
            {
                { "nginx and NTLM", new() { Plan = shared, Mode = LoadBalancerMode.Bridge, Format = LoadBalancerFormat.Nginx }, FaultIds.InputContradiction },
                { "no certificate", new() { Plan = none, Mode = LoadBalancerMode.Bridge }, FaultIds.InputContradiction },
                { "per service", new() { Plan = shared, Mode = LoadBalancerMode.Bridge, PerService = true }, FaultIds.InputContradiction },
                { "admin centre", new() { Plan = none, AdminCenter = true }, FaultIds.InputContradiction },
                { "PowerShell", new() { Plan = none, RemotePowerShell = true }, FaultIds.InputContradiction },
                { "HSTS", new() { Plan = none, HstsMaxAge = 300 }, FaultIds.InputContradiction },
                { "certificates", new() { Plan = none, CertificateFolder = "/x" }, FaultIds.InputContradiction },
                { "table with files", new() { Plan = shared, Mode = LoadBalancerMode.Bridge, Format = LoadBalancerFormat.Table, CertificateFolder = "/x" }, FaultIds.InputContradiction },
                { "nginx with authorities", new() { Plan = none, Format = LoadBalancerFormat.Nginx, CaFile = "/x" }, FaultIds.InputContradiction },
                { "no such site", new() { Plan = none, Sites = ["Zurich"] }, FaultIds.ServerSiteUnknown },
                { "another site", new() { Plan = Balancers.TwoSites(), Sites = ["Zurich", "Basel\n"] }, FaultIds.ServerSiteUnknown },
                { "no address", new() { Plan = none, ListenAddresses = ["10.1"] }, FaultIds.AddressInvalid },
                { "hostile address", new() { Plan = none, ListenAddresses = ["10.1.0.1\n    user root"] }, FaultIds.AddressInvalid },
                { "HSTS too long", new() { Plan = shared, Mode = LoadBalancerMode.Bridge, HstsMaxAge = 100_000_000 }, FaultIds.ValueOutOfRange },
                { "HSTS negative", new() { Plan = shared, Mode = LoadBalancerMode.Bridge, HstsMaxAge = -1 }, FaultIds.ValueOutOfRange },
                { "hostile folder", new() { Plan = shared, Mode = LoadBalancerMode.Bridge, CertificateFolder = "/x\nglobal" }, FaultIds.TextHasControlCharacter },
                { "hostile file", new() { Plan = none, CaFile = "/\u00e4" }, FaultIds.TextHasControlCharacter },
                { "empty file", new() { Plan = none, CaFile = "" }, FaultIds.TextHasControlCharacter },
                { "only server names", new() { Plan = Balancers.Of([Balancers.Server("EX01", "SERTM")], ("InternalHost", "ex01.corp.contoso.com"), ("AutodiscoverHost", "ex01.corp.contoso.com"), ("DnsModel", "Separate"), ("SmtpDomain", Array.Empty<string>())), Views = [DnsView.Internal] }, FaultIds.InputContradiction },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_honoured_is_refused(string what, LoadBalancerInput input, string id)
    {
        Assert.NotEmpty(what);
        Assert.Equal(id, Balancers.Refused(input).Id);
    }

    [Fact]
    public void The_order_of_names_and_the_width_of_lines_have_limits_that_HAProxy_keeps()
    {
        string[] domains = [.. Enumerable.Range(1, 150).Select(i => $"a-rather-long-mail-domain-{i}.example.com")];
        foreach (LoadBalancerMode mode in new[] { LoadBalancerMode.Passthrough, LoadBalancerMode.Bridge })
        {
            LoadBalancerScript script = Balancers.Make(new LoadBalancerInput
            {
                Plan = Balancers.One("2019CU15", Shared, ("SmtpDomain", domains)), Mode = mode,
            });

            Assert.All(script.Lines, l => Assert.InRange(l.Length, 0, 2000));
            Assert.All(script.Lines.Where(l => !l.StartsWith("#", StringComparison.Ordinal)), l => Assert.InRange(l.Split(' ').Length, 0, 60));
            Assert.All(domains, d => Assert.Contains(script.Lines, l => l.Contains("autodiscover." + d) && !l.StartsWith("#", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void The_service_of_hybrid_calendars_is_routed_with_web_services_from_2016_on()
    {
        Assert.Equal(["/EWS", "/api"], Paths("2016CU23", "Coexistence"));
        Assert.Equal(["/EWS"], Paths("2016CU23", "None"));
        Assert.Equal(["/EWS"], Paths("2013CU23", "Coexistence"));

        static IReadOnlyList<string> Paths(string version, string hybrid) =>
            Bridge(Balancers.One(version, Shared, ("Hybrid", hybrid))).Model.Listeners[0].Routes.Single(r => r.Pool == "mail_ews").Paths;
    }

    private static LoadBalancerScript Bridge(NamespacePlan plan) =>
        Balancers.Make(new LoadBalancerInput { Plan = plan, Mode = LoadBalancerMode.Bridge, AdminCenter = true, RemotePowerShell = true });
}
