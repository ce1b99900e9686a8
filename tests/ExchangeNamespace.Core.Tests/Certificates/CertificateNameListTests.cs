using System.Linq;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Requests;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates;

/// <summary>The object view of the names.</summary>
public class CertificateNameListTests
{
    [Fact]
    public void Each_name_has_its_reason_rule_and_certificate()
    {
        CertificateNameEntry[] names = Of(Plans.Make(
            "CASServer", ("ExternalHost", "webmail.shudnow.net"), ("ADDomain", "shudnow.local"), ("ExchangeVersion", "2007SP1"), ("ReverseProxy", "SeparateCertificate"), ("MailHost", "smtp.shudnow.net")));

        Assert.Equal(
            [(1, "webmail.shudnow.net", "S35", true), (1, "autodiscover.shudnow.net", "S10", false), (1, "smtp.shudnow.net", "S50", false), (2, "CASServer", "S23", true), (2, "CASServer.shudnow.local", "S23", false)],
            names.Select(n => (n.Certificate, n.Name, n.Rule, n.IsCommonName)));
        Assert.All(names, n => Assert.NotEmpty(n.Reason));
        Assert.All(names, n => Assert.Equal(n.Name, n.CoveredBy));
    }

    [Fact]
    public void A_host_that_a_wildcard_stands_in_for_is_listed_with_it_and_no_other()
    {
        CertificateNameEntry[] names = Of(
            CertificatePlans.Plan("2016", ("SmtpDomain", new object[] { "contoso.com", "northamerica.contoso.com", "fabrikam.com" })), "*.contoso.com", "*.fabrikam.com");

        Assert.Equal("*.contoso.com", names.Single(n => n.Name == "*.contoso.com").CoveredBy);
        Assert.Equal("mail.contoso.com", names.Single(n => n.Name == "mail.contoso.com").CoveredBy);

        names = Of(CertificatePlans.Plan("2016", ("CertificateName", new object[] { "*.contoso.com" }), ("SmtpDomain", new object[] { "contoso.com", "northamerica.contoso.com", "fabrikam.com" })));
        Assert.Equal("*.contoso.com", names.Single(n => n.Name == "autodiscover.contoso.com").CoveredBy);
        Assert.Equal("autodiscover.northamerica.contoso.com", names.Single(n => n.Name == "autodiscover.northamerica.contoso.com").CoveredBy);
        Assert.Equal("autodiscover.fabrikam.com", names.Single(n => n.Name == "autodiscover.fabrikam.com").CoveredBy);
    }

    private static CertificateNameEntry[] Of(NamespacePlan plan, params string[] additional) =>
        [.. CertificateNameList.Of(plan, CertificateRequestReader.Read(new CertificateRequestInput { AdditionalNames = additional }, [])!)];
}
