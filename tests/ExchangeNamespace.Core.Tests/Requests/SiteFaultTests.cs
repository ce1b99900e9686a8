using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Requests;

public class SiteFaultTests
{
    [Theory]
    [InlineData("Zurich\nBern")]
    [InlineData("Zurich\u2028Bern")]
    [InlineData("Zurich\0")]
    public void A_site_scope_that_no_line_can_carry_is_refused(string scope)
    {
        PlanResult result = WithSite(("Name", "Zurich"), ("SiteScope", scope));

        Assert.Null(result.Plan);
        Assert.Contains(result.Faults, f => f is { Id: FaultIds.SiteNameInvalid, Parameter: "Site[0].SiteScope" });
    }

    [Fact]
    public void A_site_whose_name_is_null_is_refused_and_not_dropped()
    {
        PlanResult result = WithSite(("Name", null), ("InternalHost", "mail-chur.contoso.com"));

        Assert.Null(result.Plan);
        Assert.Contains(result.Faults, f => f is { Id: FaultIds.MemberMissing, Parameter: "Site[0].Name" });
    }

    private static PlanResult WithSite(params (string Name, object? Value)[] site) => Plans.Try(
        "EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019"), ("Site", new object[] { Plans.Members(site) }));
}
