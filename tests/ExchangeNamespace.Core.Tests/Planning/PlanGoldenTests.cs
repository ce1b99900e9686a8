using System;
using System.Linq;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>Whole plans with every reason, assumption and finding, and the refusals of requests, compared letter by letter.</summary>
public class PlanGoldenTests
{
    public static TheoryData<string> Samples => new(PlanSamples.Names);

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_plan_equals_its_golden_file(string name) =>
        GoldenText.Hold($"Planning/Golden/{name}.golden.txt", PlanText.Of(PlanSamples.Of(name)));

    [Fact]
    public void Every_refusal_of_a_request_equals_the_golden_file()
    {
        (string What, PlanResult Result)[] cases =
        [
            ("no server", Plans.Try(Array.Empty<object>(), ("ExternalHost", "mail.contoso.com"))),
            ("no version", Plans.Try("EX01", ("ExternalHost", "mail.contoso.com"))),
            ("a common name that no certificate has", Plans.Try("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), ("CommonName", "owa.contoso.com"))),
            ("offloading with Extended Protection", Plans.Try("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019CU14"), ("SslOffloading", true))),
            ("sites that contradict themselves", Sites(
                Plans.Members(("Name", "A"), ("InternetFacing", false), ("ExternalHost", "a.contoso.com")),
                Plans.Members(("Name", "B"), ("InternetFacing", false), ("ExternalIPAddress", "203.0.113.1")),
                Plans.Members(("Name", "C"), ("InternetFacing", false), ("ServiceHost", Plans.Members(("EWS", Plans.Members(("External", "ews.contoso.com")))))))),
            ("hosts of sites that are the same", Sites(
                Plans.Members(("Name", "A"), ("FailbackHost", "mail.contoso.com"), ("LegacyHost", "mail.contoso.com")),
                Plans.Members(("Name", "B"), ("ExternalHost", "b.contoso.com"), ("FailbackHost", "b.contoso.com"), ("InternalHost", "in-b.contoso.com"), ("LegacyHost", "in-b.contoso.com")))),
            ("a connection point that is named and cleared", Sites(
                Plans.Members(("Name", "A"), ("AutodiscoverHost", null), ("ServiceHost", Plans.Members(("Autodiscover", "auto.contoso.com")))))),
            ("internal URLs that are kept and named", Try(("KeepInternalUrl", true), ("InternalHost", "in.contoso.com"))),
            ("a connection point that is kept and named", Try(("KeepInternalUrl", true), ("AutodiscoverHost", "auto.contoso.com"))),
            ("a legacy host that is the external host", Try(("LegacyHost", "mail.contoso.com"))),
            ("a download host that is the external host", Try(("DownloadHost", "MAIL.contoso.com"))),
            ("connection points that are named and cleared", Try(("AutodiscoverHost", null), ("ServiceHost", Plans.Members(("Autodiscover", "auto.contoso.com"))))),
            ("mail without a mail host", Try(
                ("MailIPAddress", "203.0.113.1"), ("SendingHost", "out.contoso.com"), ("SendingIPAddress", "203.0.113.2"), ("HygieneHost", "mx.example.net"),
                ("HygieneIPRange", "198.51.100.0/24"), ("MailChildDomain", "news.contoso.com"))),
            ("a hygiene host that is the mail host", Try(("MailHost", "smtp.contoso.com"), ("HygieneHost", "smtp.contoso.com"))),
            ("two addresses of one name", Try(("MailHost", "mail.contoso.com"), ("MailIPAddress", new[] { "203.0.113.1", "203.0.113.2" }), ("ExternalIPAddress", "203.0.113.1"))),
            ("domains that are none of the plan", Try(
                ("MailHost", "smtp.contoso.com"), ("SmtpDomain", "contoso.com"), ("AutodiscoverSrvDomain", new[] { "contoso.com", "fabrikam.com" }),
                ("MailChildDomain", new[] { "contoso.com", "news.fabrikam.com", "news.contoso.com" }))),
        ];

        GoldenText.Hold("Planning/Golden/refusals.golden.txt", cases.SelectMany(c => c.Result.Faults.Select(f => "  " + PlanText.Fault(f)).Prepend(c.What)));
        Assert.All(cases, c => Assert.Null(c.Result.Plan));
    }

    private static PlanResult Try(params (string Name, object? Value)[] members) =>
        Plans.Try("EX01", [("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019"), .. members]);

    private static PlanResult Sites(params object[] sites) => Try(("Site", sites));
}
