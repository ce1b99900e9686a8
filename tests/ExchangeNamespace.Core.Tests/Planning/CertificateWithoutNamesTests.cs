using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Planning;

public class CertificateWithoutNamesTests
{
    [Fact]
    public void No_certificate_is_planned_where_nobody_asks_for_a_name()
    {
        NamespacePlan plan = Plans.Make(
            new object[]
            {
                Plans.Members(("Name", "EX01"), ("Version", "2016"), ("InternetFacing", false)),
                Plans.Members(("Name", "EX02"), ("Version", "2016"), ("InternetFacing", false)),
            },
            ("ExternalHost", "mail.contoso.com"), ("KeepInternalUrl", true), ("SmtpDomain", System.Array.Empty<string>()));

        Assert.Empty(plan.Certificates);
    }
}
