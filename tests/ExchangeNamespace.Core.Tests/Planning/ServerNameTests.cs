using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>An external host that is the name of a server ties every client to one machine; inside such a name is no fault (S2, S7).</summary>
public class ServerNameTests
{
    private static readonly string[] Servers = ["EX01", "EX02"];

    [Theory]
    [InlineData("ExternalHost", "ex01.contoso.com", "ex01.contoso.com")]
    [InlineData("ExternalHost", "EX02.fabrikam.com", "ex02.fabrikam.com")]
    [InlineData("ExternalHost", "ex01a.contoso.com", null)]
    [InlineData("InternalHost", "ex01.contoso.com", null)]
    [InlineData("AutodiscoverHost", "ex01.contoso.com", null)]
    public void A_host_that_the_Internet_uses_is_told(string member, string host, string? told) =>
        Assert.Equal(told, Told((member, host)));

    [Theory]
    [InlineData("Internal", null)]
    [InlineData("External", "ex02.contoso.com")]
    public void So_is_the_host_of_one_service(string side, string? told) =>
        Assert.Equal(told, Told(("ServiceHost", Plans.Members(("OWA", Plans.Members((side, "ex02.contoso.com")))))));

    private static string? Told((string Name, object? Value) member)
    {
        (string Name, object? Value)[] members =
            [("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "2019CU12")];
        NamespacePlan plan = Plans.Make(Servers, [.. members.Where(m => m.Name != member.Name), member]);
        return plan.Findings.SingleOrDefault(f => f.Code == FindingCodes.ExternalHostIsServer)?.Subject;
    }
}
