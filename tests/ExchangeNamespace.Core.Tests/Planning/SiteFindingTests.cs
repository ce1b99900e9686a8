using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>Servers of one site that differ, and sites that share a name.</summary>
public class SiteFindingTests
{
    [Theory]
    [InlineData(false, null, null, true)]
    [InlineData(false, null, true, false)]
    [InlineData(true, null, null, false)]
    [InlineData(null, null, null, false)]
    [InlineData(false, true, null, false)]
    [InlineData(false, false, null, false)]
    public void A_server_that_does_not_say_beside_one_that_is_not_Internet_facing_is_told(bool? first, bool? second, bool? site, bool told)
    {
        NamespacePlan plan = Make(
            [Server("A1", "2019", "A", ("InternetFacing", first)), Server("B1", "2019", "B", ("InternetFacing", second)),
                Server("A2", "2019", "A", ("InternetFacing", true))],
            Site("A"), Site("B", ("InternetFacing", site)));

        Assert.Equal(told ? ["B1"] : [], plan.Findings.Where(f => f.Code == FindingCodes.InternetFacingAssumed).Select(f => f.Subject));
        Assert.Equal(first == false, plan.Findings.Any(f => f.Code == FindingCodes.SiteServersDiffer && f.Values.SequenceEqual(["A1"])));
    }

    [Theory]
    [InlineData("2019CU12", "2019CU12", null)]
    [InlineData("2019CU12", "2019CU14", "Bring them to the same update")]
    [InlineData("2013", "2016", "Bring them to the same update")]
    [InlineData("2010", "2016", "Lead the names of the site to A2 alone")]
    public void Versions_that_differ_within_a_site_are_told_with_who_stands_in_front(string first, string second, string? remedy)
    {
        NamespacePlan plan = Make([Server("A1", first, "A"), Server("A2", second, "A")], Site("A"));

        Assert.Equal(remedy is not null,
            plan.Findings.Any(f => f.Code == FindingCodes.SiteVersionsDiffer
                && f.Remedy.StartsWith(remedy!, System.StringComparison.Ordinal)));
        Assert.DoesNotContain(Make([Server("A1", first, "A"), Server("B1", second, "B")], Site("A"), Site("B")).Findings,
            f => f.Code == FindingCodes.SiteVersionsDiffer);
    }

    /// <summary>bb310763: 2010 redirects to the ExternalUrl of the mailbox's site; from 2013 on servers proxy.</summary>
    [Theory]
    [InlineData("2007SP3", "2007SP3", FindingSeverity.Warning)]
    [InlineData("2010", "2010", FindingSeverity.Warning)]
    [InlineData("2010", "2013", FindingSeverity.Information)]
    [InlineData("2013", "2013", FindingSeverity.Information)]
    [InlineData("SE", "SE", FindingSeverity.Information)]
    public void The_same_external_host_in_two_sites_is_told_once(string first, string second, FindingSeverity severity)
    {
        object[] servers = [Server("A1", first, "A"), Server("B1", second, "B")];

        Assert.Equal(severity, Assert.Single(Make(servers, Site("A"), Site("B")).Findings,
            f => f.Code == FindingCodes.ExternalHostShared).Severity);
        Assert.DoesNotContain(Make(servers, Site("A"), Site("B", ("ExternalHost", "mail-b.contoso.com"))).Findings,
            f => f.Code == FindingCodes.ExternalHostShared);
        Assert.DoesNotContain(Make(servers, Site("A"), Site("B", ("InternetFacing", false))).Findings,
            f => f.Code == FindingCodes.ExternalHostShared);
    }

    [Fact]
    public void Sites_that_stand_in_for_each_other_need_the_same_certificate()
    {
        object[] servers = [Server("A1", "SE", "A"), Server("B1", "SE", "B")];
        Finding finding = Assert.Single(Make(servers, Site("A"), Site("B", ("InternalHost", "in-b.contoso.com"))).Findings,
            f => f.Code == FindingCodes.FailoverCertificatesDiffer);

        Assert.Equal(["in-b.contoso.com"], finding.Values);
        Assert.DoesNotContain(Make(servers, Site("A"), Site("B")).Findings, f => f.Code == FindingCodes.FailoverCertificatesDiffer);
    }

    private static NamespacePlan Make(object[] servers, params object[] sites) =>
        Plans.Make(servers, ("ExternalHost", "mail.contoso.com"), ("DnsModel", "Split"), ("Site", sites));

    private static Dictionary<string, object?> Site(string name, params (string Name, object? Value)[] more) =>
        Plans.Members([("Name", name), .. more]);

    private static Dictionary<string,
        object?> Server(string name, string version, string site, params (string Name, object? Value)[] more) =>
        Plans.Members([("Name", name), ("Version", version), ("Site", site), .. more]);
}
