using System;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>
/// Two sites that stand in for each other (techcommunity 587472, Namespace Planning in Exchange 2013, which compares with 2010): failback
/// hosts of Outlook on the web, client access arrays, bound and unbound external hosts.
/// </summary>
public class SiteResilienceTests
{
    [Theory]
    [InlineData("2007SP3", false)]
    [InlineData("2010", true)]
    [InlineData("2013", true)]
    [InlineData("2016", true)]
    [InlineData("2019", true)]
    [InlineData("SE", true)]
    public void The_failback_host_is_set_where_the_version_has_it(string version, bool has)
    {
        NamespacePlan plan = Plan(version, [("FailbackHost", "back-a.contoso.com")]);

        Assert.Equal(has ? 1 : 0, Plans.Lines(plan).Count(l => l.EndsWith(" -FailbackUrl https://back-a.contoso.com/owa", StringComparison.Ordinal)));
        Assert.Equal(!has, plan.Findings.Any(f => f.Code == FindingCodes.SiteResilienceNotInVersion));
    }

    [Theory]
    [InlineData("rpc.contoso.com", false)]
    [InlineData("mail.contoso.com", true)]
    [InlineData("mail-b.contoso.com", true)]
    [InlineData("autodiscover.contoso.com", true)]
    [InlineData("smtp.contoso.com", true)]
    public void A_client_access_array_has_a_name_of_its_own_inside_only(string array, bool isAmbiguous)
    {
        NamespacePlan plan = Plan("2010", [("ClientAccessArray", array)], [("ExternalHost", "mail-b.contoso.com")]);

        Assert.Equal(isAmbiguous ? FindingCodes.ClientAccessArrayAmbiguous : FindingCodes.ClientAccessArray, Assert.Single(plan.Findings, f => f.Values.SequenceEqual([array]) && f.Code is FindingCodes.ClientAccessArrayAmbiguous or FindingCodes.ClientAccessArray).Code);
        Assert.Contains(plan.DnsRecords, r => r.View == DnsView.Internal && r.Name.Value == array);
        Assert.Equal(isAmbiguous, plan.Certificates.SelectMany(c => c.Names).Any(n => n.Name == array));
        Assert.Equal(isAmbiguous, plan.DnsRecords.Any(r => r.View == DnsView.External && r.Name.Value == array));
    }

    [Theory]
    [InlineData("2013")]
    [InlineData("SE")]
    public void A_client_access_array_is_of_2010_alone(string version) => Assert.Contains(
        Plan(version, [("ClientAccessArray", "rpc.contoso.com")]).Findings, f => f.Code == FindingCodes.SiteResilienceNotInVersion && f.Message.Contains("ClientAccessArray", StringComparison.Ordinal));

    [Theory]
    [InlineData(true, "(bound)")]
    [InlineData(false, "(unbound)")]
    public void Sites_with_and_without_external_hosts_of_their_own_are_told_apart(bool bound, string word) => Assert.Contains(
        word,
        Assert.Single(
            Plan("2010", [("FailbackHost", "back-a.contoso.com")], bound ? [("ExternalHost", "mail-b.contoso.com"), ("FailbackHost", "back-b.contoso.com")] : [("FailbackHost", "back-b.contoso.com")]).Findings,
            f => f.Code == FindingCodes.SiteResilience).Message,
        StringComparison.Ordinal);

    [Fact]
    public void The_failback_host_must_differ_from_the_external_host()
    {
        InputFault fault = Assert.Single(Plans.Try("A1", Members([("FailbackHost", "mail.contoso.com")], [])).Faults);
        Assert.Equal((FaultIds.InputContradiction, "Site.FailbackHost"), (fault.Id, fault.Parameter));
    }

    private static (string, object?)[] Members((string, object?)[] a, (string, object?)[] b) =>
    [
        ("ExternalHost", "mail.contoso.com"), ("DnsModel", "Split"), ("SmtpDomain", new[] { "contoso.com" }), ("MailHost", "smtp.contoso.com"), ("ExchangeVersion", "2010"),
        ("Site", new object[] { Plans.Members([("Name", "A"), .. a]), Plans.Members([("Name", "B"), .. b]) }),
    ];

    private static NamespacePlan Plan(string version, (string, object?)[] a, (string, object?)[]? b = null) => Plans.Make(
        new object[] { Plans.Members(("Name", "A1"), ("Site", "A"), ("Version", version)), Plans.Members(("Name", "B1"), ("Site", "B"), ("Version", version)) },
        [.. Members(a, b ?? []).Where(m => m.Item1 != "ExchangeVersion")]);
}
