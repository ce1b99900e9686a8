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

    [Theory]
    [InlineData("mail", "ex01", true)]
    [InlineData("Mail", "ex0", true)]
    [InlineData("mail", "ex9", true)]
    [InlineData("mail", "ex01a", false)]
    [InlineData("mail", "owa", false)]
    [InlineData("ex01", "ex02", false)]
    [InlineData("autodiscover", "ex01", true)]
    [InlineData("email", "ex01", true)]
    [InlineData("imap", "ex01", true)]
    [InlineData("legacy", "ex01", true)]
    [InlineData("mx", "ex01", true)]
    [InlineData("outlook", "ex01", true)]
    [InlineData("owa", "ex01", true)]
    [InlineData("pop", "ex01", true)]
    [InlineData("remote", "ex01", true)]
    [InlineData("smtp", "ex01", true)]
    [InlineData("webmail", "ex01", true)]
    public void Two_names_that_were_exchanged_are_told(string server, string host, bool told)
    {
        NamespacePlan plan = Plans.Make($"{server}.corp.contoso.com", ("ExternalHost", $"{host}.contoso.com"), ("ExchangeVersion", "2019CU12"));
        Assert.Equal(told ? $"{host}.contoso.com" : null, plan.Findings.SingleOrDefault(f => f.Code == FindingCodes.ServerAndHostExchanged)?.Subject);
    }

    private static string? Told((string Name, object? Value) member)
    {
        (string Name, object? Value)[] members =
            [("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "2019CU12")];
        NamespacePlan plan = Plans.Make(Servers, [.. members.Where(m => m.Name != member.Name), member]);
        return plan.Findings.SingleOrDefault(f => f.Code == FindingCodes.ExternalHostIsServer)?.Subject;
    }
}
