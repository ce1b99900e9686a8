using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates.Checking;

public class EndpointNeedsTests
{
    private static readonly NamespacePlan Plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("InternalHost", "in.contoso.com"),
        ("ExchangeVersion", "SE"), ("DnsModel", "Split"));

    [Theory]
    [InlineData(DnsView.External, "mail.contoso.com:443 autodiscover.contoso.com:443")]
    [InlineData(DnsView.Internal, "in.contoso.com:443 autodiscover.contoso.com:443")]
    public void Only_the_hosts_of_the_view_are_contacted(DnsView view, string hosts) =>
        Assert.Equal(hosts, string.Join(" ", EndpointNeeds.Hosts(Plan, view, 443)));

    [Theory]
    [InlineData("mail.contoso.com:443", "mail.contoso.com autodiscover.contoso.com in.contoso.com")]
    [InlineData("smtp.contoso.com:25", "smtp.contoso.com")]
    [InlineData("other.contoso.com:443", "other.contoso.com")]
    public void A_web_server_must_cover_its_certificate_and_any_other_its_name(string endpoint, string hosts)
    {
        List<InputFault> faults = [];
        EndpointQuestion question = Assert.Single(EndpointQuestion.ReadAll([endpoint], [], startTls: false, faults));

        Assert.Equal(hosts.Split(' ').OrderBy(h => h), EndpointNeeds.Of(Plan, question).Hosts.Select(h => h.Name).OrderBy(h => h));
    }
}
