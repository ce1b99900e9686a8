using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Tests.Dns;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>Who receives, who sends, and which records follow (S41 to S43, S47, S50; SC05).</summary>
public class MailIdentityTests
{
    [Fact]
    public void SC05_the_article_has_one_name_for_everything()
    {
        NamespacePlan plan = Plans.Make("SHUD-EXC1", ("ExternalHost", "webmail.shudnow.net"), ("SmtpDomain", "shudnow.net"), ("ExchangeVersion", "2007SP1"),
            ("MailHost", "smtp.shudnow.net"), ("MailIPAddress", "203.0.113.25"));

        Assert.Equal(["203.0.113.25"], plan.Mail!.SendingAddresses);
        Assert.Equal("smtp.shudnow.net", plan.Mail.SendingHost.Value);
        Assert.Contains("smtp.shudnow.net", plan.Certificates[0].Names.Select(n => n.Name));
        Assert.Equal(
            ["smtp.shudnow.net A 203.0.113.25", "shudnow.net MX 10 smtp.shudnow.net", "25.113.0.203.in-addr.arpa PTR smtp.shudnow.net"],
            Records(plan));
    }

    [Fact]
    public void Without_mail_addresses_the_mail_host_lies_at_the_external_addresses()
    {
        NamespacePlan plan = Make(("MailHost", "smtp.contoso.com"), ("ExternalIPAddress", new[] { "198.51.100.1", "2001:db8::1" }));

        Assert.Equal(["198.51.100.1", "2001:db8::1"], plan.Mail!.Addresses);
        Assert.Equal(plan.Mail.Addresses, plan.Mail.SendingAddresses);
    }

    [Fact]
    public void Mail_that_is_sent_under_another_name_makes_a_second_chain()
    {
        NamespacePlan plan = Make(("MailHost", "smtp.contoso.com"), ("MailIPAddress", "198.51.100.1"), ("SendingHost", "out.contoso.com"), ("SendingIPAddress", "198.51.100.2"));

        Assert.Equal(
            ["smtp.contoso.com A 198.51.100.1", "contoso.com MX 10 smtp.contoso.com", "out.contoso.com A 198.51.100.2", "2.100.51.198.in-addr.arpa PTR out.contoso.com"],
            Records(plan));
        Assert.Contains("out.contoso.com", plan.Certificates[0].Names.Select(n => n.Name));
        Assert.DoesNotContain(plan.Findings, f => f.Code == FindingCodes.SendingAddressNotConfirmed);
    }

    [Fact]
    public void A_hygiene_service_receives_for_every_domain_and_child_domain_in_its_order()
    {
        NamespacePlan plan = Make(
            ("MailHost", "smtp.contoso.com"), ("MailIPAddress", "198.51.100.1"), ("HygieneHost", new[] { "a.hygiene.example", "b.hygiene.example" }), ("MailChildDomain", "sales.contoso.com"));

        Assert.Equal(
            [
                "smtp.contoso.com A 198.51.100.1", "contoso.com MX 10 a.hygiene.example", "contoso.com MX 20 b.hygiene.example",
                "sales.contoso.com MX 10 a.hygiene.example", "sales.contoso.com MX 20 b.hygiene.example", "1.100.51.198.in-addr.arpa PTR smtp.contoso.com",
            ],
            Records(plan));
        Assert.All(plan.DnsRecords.Where(r => r.Type == DnsRecordType.MX), r => Assert.Equal("contoso.com", r.Zone!.Value));
    }

    [Theory]
    [InlineData("MailIPAddress", "192.0.2.1")]
    [InlineData("SendingHost", "out.contoso.com")]
    [InlineData("SendingIPAddress", "192.0.2.1")]
    [InlineData("HygieneHost", "mx.hygiene.example")]
    [InlineData("HygieneIPRange", "192.0.2.0/24")]
    [InlineData("MailChildDomain", "sales.contoso.com")]
    public void What_belongs_to_mail_needs_the_mail_host(string member, string value)
    {
        InputFault fault = Assert.Single(Plans.Try("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), (member, value)).Faults);

        Assert.Equal((FaultIds.InputContradiction, member, value), (fault.Id, fault.Parameter, fault.Value));
    }

    [Theory]
    [InlineData("HygieneHost", "smtp.contoso.com", FaultIds.InputContradiction)]
    [InlineData("MailChildDomain", "contoso.com", FaultIds.InputContradiction)]
    [InlineData("MailChildDomain", "fabrikam.com", FaultIds.InputContradiction)]
    [InlineData("HygieneIPRange", "192.0.2.0/33", FaultIds.AddressInvalid)]
    [InlineData("HygieneIPRange", "192.0.2.9-192.0.2.1", FaultIds.AddressInvalid)]
    [InlineData("HygieneIPRange", "192.0.2.9-2001:db8::1", FaultIds.AddressInvalid)]
    [InlineData("HygieneIPRange", "hygiene.example", FaultIds.AddressInvalid)]
    [InlineData("SendingIPAddress", "192.0.2.256", FaultIds.AddressInvalid)]
    public void A_wrong_value_is_refused(string member, string value, string id)
    {
        InputFault fault = Assert.Single(Plans.Try("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), ("MailHost", "smtp.contoso.com"), (member, value)).Faults);

        Assert.Equal((id, member, value), (fault.Id, fault.Parameter, fault.Value));
    }

    [Fact]
    public void One_name_cannot_lie_at_two_places()
    {
        InputFault fault = Assert.Single(Plans.Try("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), ("MailHost", "mail.contoso.com"),
            ("ExternalIPAddress", "192.0.2.1"), ("MailIPAddress", "192.0.2.2")).Faults);

        Assert.Equal((FaultIds.InputContradiction, "MailIPAddress", "192.0.2.2"), (fault.Id, fault.Parameter, fault.Value));
    }

    private static NamespacePlan Make(params (string, object?)[] members) =>
        Plans.Make("EX01", [("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), .. members]);

    /// <summary>The records about mail, as a script for the outside has them.</summary>
    private static string[] Records(NamespacePlan plan) =>
    [
        .. DnsScripts.Make(plan, DnsScripts.Input(DnsView.External, DnsScriptFormat.DnsServer)).Zones.SelectMany(z => z.Records)
            .Where(r => r.Name != plan.ExternalHost.Value && !r.Name.StartsWith("autodiscover", System.StringComparison.Ordinal))
            .Select(r => r.ToString()),
    ];
}
