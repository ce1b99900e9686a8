using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Planning;

public sealed class FindingOrderTests
{
    [Fact]
    public void What_matters_most_comes_first()
    {
        NamespacePlan plan = Branches(3);

        Assert.Contains(plan.Findings, f => f.Severity == FindingSeverity.Information);
        Assert.Contains(plan.Findings, f => f.Severity == FindingSeverity.Warning);
        Assert.Equal(plan.Findings.OrderByDescending(f => f.Severity), plan.Findings);
    }

    [Fact]
    public void What_is_said_of_servers_of_many_sites_is_said_once_with_all_of_them()
    {
        Finding cleared = Assert.Single(Branches(6).Findings, f => f.Code == FindingCodes.ExternalUrlCleared);

        Assert.Equal("EX1, EX2, EX3 and 3 more", cleared.Subject);
        Assert.Equal(["EX1", "EX2", "EX3", "EX4", "EX5", "EX6"], cleared.Servers);
    }

    /// <summary>A front site, and branches that clients outside do not reach.</summary>
    private static NamespacePlan Branches(int count) => Plans.Make(
        Enumerable.Range(1, count).Select(i => (object)Server("EX" + i, "Branch" + i, internetFacing: false)).Prepend(Server("FRONT", "Main")),
        ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2016"));

    private static Dictionary<string, object?> Server(string name, string site, bool internetFacing = true) =>
        Plans.Members(("Name", name), ("Site", site), ("InternetFacing", internetFacing));
}
