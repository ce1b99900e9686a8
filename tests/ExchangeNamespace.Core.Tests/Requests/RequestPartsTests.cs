using System;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Requests;
using Xunit;

namespace ExchangeNamespace.Tests.Requests;

public class RequestPartsTests
{
    private static readonly DateTime Today = new(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc);

    private readonly RequestParts _parts = new();

    [Fact]
    public void A_later_value_of_a_member_replaces_an_earlier_one_whatever_its_letter_case()
    {
        _parts.Add(Server("EX1"));
        _parts.State("externalHost", "design.contoso.com");
        _parts.State("ExternalHost", "mail.contoso.com");
        Assert.Equal("mail.contoso.com", Request().ExternalHost.Value);
    }

    [Fact]
    public void Captured_mail_domains_count_once_each_where_none_are_stated()
    {
        _parts.Add(Server("EX1"));
        _parts.State("ExternalHost", "mail.contoso.com");
        _parts.AddCapturedDomains(["contoso.com", "Contoso.com"]);
        _parts.AddCapturedDomains(["fabrikam.com"]);
        Assert.Equal(
            "The mail domains are the accepted domains of the captured state: contoso.com, Contoso.com, fabrikam.com.",
            _parts.AssumeCapturedDomains());
        Assert.Equal(["contoso.com", "fabrikam.com"], Request().SmtpDomains!.Select(d => d.Value));
    }

    [Fact]
    public void Captured_mail_domains_give_way_to_stated_ones()
    {
        _parts.Add(Server("EX1"));
        _parts.State("ExternalHost", "mail.contoso.com");
        _parts.State("smtpDomain", "tailspin.com");
        _parts.AddCapturedDomains(["contoso.com"]);
        Assert.Null(_parts.AssumeCapturedDomains());
        Assert.Equal(["tailspin.com"], Request().SmtpDomains!.Select(d => d.Value));
    }

    [Fact]
    public void Without_captured_mail_domains_nothing_is_assumed()
    {
        Assert.Null(_parts.AssumeCapturedDomains());
    }

    [Fact]
    public void Refused_servers_alone_are_told_from_no_servers_and_from_a_good_one()
    {
        Assert.False(_parts.HasRefusedServersOnly);
        _parts.Add(new ServerReading(null, null, [new InputFault(FaultIds.ServerNotRecognised, "Server", 1, "Refused.")]));
        Assert.True(_parts.HasRefusedServersOnly);
        _parts.Add(Server("EX1"));
        Assert.False(_parts.HasRefusedServersOnly);
    }

    [Fact]
    public void What_the_reader_refuses_is_told_and_there_is_no_request()
    {
        _parts.Add(Server("EX1"));
        (NamespaceRequest? request, FaultList faults) = _parts.Read(Today);
        Assert.Null(request);
        Assert.Equal([FaultIds.MemberMissing], faults.Select(f => f.Id));
    }

    private NamespaceRequest Request()
    {
        (NamespaceRequest? request, FaultList faults) = _parts.Read(Today);
        Assert.Empty(faults);
        return request!;
    }

    private static ServerReading Server(string name) => new(new ServerRequest { Name = name }, null, []);
}
