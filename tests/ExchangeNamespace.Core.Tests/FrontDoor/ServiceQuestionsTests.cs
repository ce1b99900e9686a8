using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.Services;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Tests.Support;
using Xunit;
using static ExchangeNamespace.Tests.FrontDoor.ServiceParts;

namespace ExchangeNamespace.Tests.FrontDoor;

/// <summary>What is asked, where, and with which expectations.</summary>
public class ServiceQuestionsTests
{
    [Fact]
    public void Hosts_are_asked_where_clients_ask_and_servers_under_the_same_host() => Assert.Equal(
        [
            "Autodiscover autodiscover.contoso.com at autodiscover.contoso.com", "Autodiscover mail.contoso.com at mail.contoso.com",
            "Autodiscover autodiscover.contoso.com at ex01.contoso.com", "Autodiscover autodiscover.contoso.com at ex02.contoso.com",
        ],
        Questions(services: ClientService.Autodiscover).Select(q => $"{q.Service} {q.Host} at {q.Name}"));

    [Fact]
    public void Outside_no_server_is_asked_that_was_not_named() =>
        Assert.All(Questions(view: DnsView.External), q => Assert.Null(q.Server));

    [Theory]
    [InlineData("2010", false)]
    [InlineData("2013", true)]
    [InlineData("SE", true)]
    public void Schemes_and_health_pages_are_those_of_the_version(string version, bool isKnown)
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", version));
        ServiceQuestion question = Questions(plan, services: ClientService.EWS).First(q => q.Server is not null);

        Assert.Equal(isKnown ? ["Negotiate", "NTLM"] : [], question.Schemes.Usual);
        Assert.Equal(isKnown ? "/EWS/healthcheck.htm" : null, question.Expectation.HealthPage(question.Server!.Version));
    }

    [Theory]
    [InlineData("2016", true)]
    [InlineData("2016CU2", false)]
    [InlineData("2016CU3", true)]
    [InlineData("2019", true)]
    [InlineData("2013", false)]
    public void Json_is_as_old_as_2016_cu3(string version, bool has)
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", version));

        Assert.Equal(has, ServiceExpectation.HasJson(plan.Servers[0].Version));
    }

    [Theory]
    [InlineData(ClientService.PowerShell, null, "Service")]
    [InlineData(ClientService.EWS, "other.contoso.com", "Resolve")]
    public void What_cannot_be_honoured_is_refused(ClientService service, string? resolved, string parameter)
    {
        List<InputFault> faults = [];
        Dictionary<string, IReadOnlyList<string>> addresses = resolved is null ? [] : new() { [resolved] = ["192.0.2.1"] };
        IReadOnlyList<ServiceQuestion> questions = new ServiceQuestions
        {
            Plan = Plan, View = DnsView.Internal, Services = [service], Resolve = addresses,
        }.Of(faults);

        Assert.Empty(questions);
        Assert.Equal(parameter, Assert.Single(faults).Parameter);
    }

    [Theory]
    [InlineData("mail.contoso.com=192.0.2.1", "mail.contoso.com 192.0.2.1")]
    [InlineData(" MAIL.contoso.com = 2001:DB8::1 ", "mail.contoso.com 2001:db8::1")]
    [InlineData("mail.contoso.com", null)]
    [InlineData("mail.contoso.com=other.contoso.com", null)]
    [InlineData("=192.0.2.1", null)]
    [InlineData("a b=192.0.2.1", null)]
    public void A_pair_of_host_and_address_is_read_or_refused(string text, string? pair)
    {
        List<InputFault> faults = [];
        IReadOnlyDictionary<string, IReadOnlyList<string>> read = HostAddresses.Read([text], "Resolve", faults);

        Assert.Equal(pair, read.Count == 0 ? null : read.Single().Key + " " + read.Single().Value.Single());
        Assert.Equal(pair is null, faults.Count == 1);
    }

    [Fact]
    public async Task A_service_is_asked_by_fixed_requests_one_after_the_other()
    {
        List<string> asked = [];
        ServiceObserver observer = new(form => new CountingProbe(form, asked, "HTTP/1.1 401 x\r\nWWW-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n"),
            new ServiceObserverOptions { Timeout = TimeSpan.FromSeconds(1), Count = 2, MailAddresses = ["a+b@contoso.com"] });
        ServiceQuestion question = Questions(services: ClientService.Autodiscover).First(q => q.Server is not null);
        await observer.AskAsync(question, new ServicePlace(question.Host, question.Name, question.Server, "10.0.0.11"), CancellationToken.None);

        Assert.Equal(
            [
                "GET https://autodiscover.contoso.com/Autodiscover/Autodiscover.xml 10.0.0.11",
                "GET https://autodiscover.contoso.com/Autodiscover/Autodiscover.xml 10.0.0.11",
                "GET http://autodiscover.contoso.com/Autodiscover/Autodiscover.xml 10.0.0.11",
                "GET https://autodiscover.contoso.com/Autodiscover/healthcheck.htm 10.0.0.11",
                "GET https://autodiscover.contoso.com/autodiscover/autodiscover.json?Email=a%2Bb%40contoso.com&Protocol=ActiveSync&RedirectCount=3 10.0.0.11",
            ],
            asked);
        Assert.Equal(1, CountingProbe.MostOpen);
    }

    [Fact]
    public async Task The_first_message_of_ntlm_is_sent_where_it_is_asked_for_alone()
    {
        List<string> asked = [];
        ServiceObserver observer = new(form => new CountingProbe(form, asked, "HTTP/1.1 401 x\r\nWWW-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n"),
            new ServiceObserverOptions { Timeout = TimeSpan.FromSeconds(1), Handshake = true });
        ServiceQuestion question = Question(ClientService.EWS);
        await observer.AskAsync(question, new ServicePlace(question.Host, question.Name, null, "10.0.0.11"), CancellationToken.None);

        string sent = Assert.Single(asked, a => a.Contains("NTLM "));
        byte[] message = Convert.FromBase64String(sent.Substring(sent.LastIndexOf(' ') + 1));
        Assert.Equal(32, message.Length);
        Assert.Equal(new byte[16], message.Skip(16));
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_asked_nothing_more()
    {
        List<string> asked = [];
        ServiceObserver observer = new(form => new CountingProbe(form, asked, "nothing"), new ServiceObserverOptions { Timeout = TimeSpan.FromSeconds(1), Handshake = true });
        ServiceQuestion question = Question(ClientService.OWA);
        ServiceObservation seen = await observer.AskAsync(question, new ServicePlace(question.Host, question.Name, null, "10.0.0.11"), CancellationToken.None);

        Assert.Single(asked);
        Assert.Equal(HttpStatus.Timeout, seen.Answers.Single().Status);
    }
}
