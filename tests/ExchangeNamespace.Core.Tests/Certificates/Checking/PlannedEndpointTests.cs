using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates.Checking;

/// <summary>Which servers and hosts a plan has asked, at which port, for which name, and what each must cover.</summary>
public class PlannedEndpointTests
{
    private static readonly object Two = new object[]
    {
        Plans.Members(("Name", "EX01"), ("IPAddress", "10.0.0.1")),
        Plans.Members(("Name", "EX02")),
    };

    [Theory]
    [InlineData("", false, "10.0.0.1:443 (EX01)|ex02.contoso.com:443|mail.contoso.com:443|autodiscover.contoso.com:443")]
    [InlineData("", true, "10.0.0.1:443 (EX01)|ex02.contoso.com:443|mail.contoso.com:443|autodiscover.contoso.com:443|"
        + "10.0.0.1:25 (EX01)+|ex02.contoso.com:25+|smtp.contoso.com:25+")]
    [InlineData("IIS", true, "10.0.0.1:443 (EX01)|ex02.contoso.com:443|mail.contoso.com:443|autodiscover.contoso.com:443")]
    [InlineData("SMTP", true, "10.0.0.1:25 (EX01)+|ex02.contoso.com:25+|smtp.contoso.com:25+")]
    [InlineData("IMAP", false, "10.0.0.1:993 (EX01)|ex02.contoso.com:993|mail.contoso.com:993")]
    [InlineData("POP", false, "10.0.0.1:995 (EX01)|ex02.contoso.com:995|mail.contoso.com:995")]
    [InlineData("POP SMTP", true, "10.0.0.1:25 (EX01)+|ex02.contoso.com:25+|smtp.contoso.com:25+|10.0.0.1:995 (EX01)|ex02.contoso.com:995|"
        + "mail.contoso.com:995|10.0.0.1:587 (EX01)+|ex02.contoso.com:587+|mail.contoso.com:587+")]
    public void The_ports_are_those_of_the_services_that_the_plan_has_or_that_were_named(string services, bool hasMail, string expected) =>
        Assert.Equal(expected, Show(Endpoints(Plan(hasMail), services)));

    [Fact]
    public void Before_2013_a_plan_does_not_know_which_servers_take_mail()
    {
        NamespacePlan plan = Plans.Make(Two, ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "2010SP3"),
            ("MailHost", "smtp.contoso.com"));

        Assert.Equal("smtp.contoso.com:25+", Show(Endpoints(plan, "SMTP")));
    }

    [Fact]
    public void Each_endpoint_is_asked_for_a_name_of_its_certificate_and_must_cover_what_clients_of_the_port_use()
    {
        Dictionary<string, PlannedEndpoint> all = Endpoints(Plan(hasMail: true), "IIS SMTP POP").ToDictionary(e => e.Question.Source);

        Assert.Equal("mail.contoso.com", all["ex02.contoso.com:443"].Question.ServerName);
        Assert.Equal("smtp.contoso.com", all["10.0.0.1:25 (EX01)"].Question.ServerName);
        Assert.Equal("autodiscover.contoso.com", all["autodiscover.contoso.com:443"].Question.ServerName);
        Assert.Contains("autodiscover.contoso.com", all["10.0.0.1:443 (EX01)"].Needs.Hosts.Select(h => h.Name));
        Assert.Equal(["smtp.contoso.com"], all["10.0.0.1:25 (EX01)"].Needs.Hosts.Select(h => h.Name));
        Assert.Equal(["mail.contoso.com"], all["10.0.0.1:995 (EX01)"].Needs.Hosts.Select(h => h.Name));
    }

    [Fact]
    public void A_host_that_two_certificates_have_is_compared_with_neither()
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "2019"),
            ("ReverseProxy", "SeparateCertificate"), ("DnsModel", "Split"));
        PlannedEndpoint host = Endpoints(plan, "IIS").Single(e => e.Question.Source == "mail.contoso.com:443");

        Assert.Equal(2, plan.Certificates.Count);
        Assert.Null(host.Certificate);
    }

    [Fact]
    public void A_machine_leaves_the_endpoints_of_its_certificate()
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Plans.Members(("Name", "EX01"), ("Site", "Paris")), Plans.Members(("Name", "EX02"), ("Site", "Lyon")) },
            ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "2019"),
            ("Site", new object[] { Plans.Members(("Name", "Paris")), Plans.Members(("Name", "Lyon"), ("ExternalHost", "lyon.contoso.com")) }));
        List<InputFault> faults = [];

        Assert.Equal("ex02.contoso.com:443|lyon.contoso.com:443",
            Show(PlannedEndpoint.Of(plan, "ex02", [CertificateService.IIS], new PlannedPorts(), faults)));
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("UM", false, null, FaultIds.ValueNotListed)]
    [InlineData("Federation", false, null, FaultIds.ValueNotListed)]
    [InlineData("SMTP", false, null, FaultIds.MailNotPlanned)]
    [InlineData("IIS", false, "EX09", FaultIds.MachineNotInPlan)]
    public void What_has_no_endpoint_is_refused(string services, bool hasMail, string? installedOn, string id)
    {
        List<InputFault> faults = [];

        Assert.Empty(PlannedEndpoint.Of(Plan(hasMail), installedOn, Services(services), new PlannedPorts(), faults));
        Assert.Equal(id, Assert.Single(faults).Id);
    }

    private static NamespacePlan Plan(bool hasMail) => Plans.Make(Two,
        [("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "2019"),
            .. hasMail ? [("MailHost", (object?)"smtp.contoso.com")] : System.Array.Empty<(string, object?)>()]);

    private static CertificateService[] Services(string services) =>
        [.. services.Split(' ').Where(s => s.Length > 0).Select(System.Enum.Parse<CertificateService>)];

    private static IReadOnlyList<PlannedEndpoint> Endpoints(NamespacePlan plan, string services)
    {
        List<InputFault> faults = [];
        IReadOnlyList<PlannedEndpoint> found = PlannedEndpoint.Of(plan, null, Services(services), new PlannedPorts(), faults);
        Assert.Empty(faults);
        return found;
    }

    private static string Show(IEnumerable<PlannedEndpoint> endpoints) =>
        string.Join("|", endpoints.Select(e => e.Question.Source + (e.Question.StartTls ? "+" : "")));
}
