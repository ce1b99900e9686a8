using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using Xunit;
using static ExchangeNamespace.Integration.Tests.FrontEnd.FrontEndFault;
using static ExchangeNamespace.Integration.Tests.FrontEnd.FrontEndService;
using static ExchangeNamespace.Integration.Tests.FrontEnd.ServiceFault;

namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>
/// The command against the organisation, through HAProxy and around it: nothing where all is well, and each fault by its code, service, host
/// and server.
/// </summary>
public sealed class ServiceFaultTests(ServiceOrganisation organisation) : IClassFixture<ServiceOrganisation>, IDisposable
{
    private static readonly ServiceFault[] All =
    [
        At("a stopped application pool", "EX2", "EWS", PoolDown, Ews, "EXN861|EWS|mail.contoso.com|EX1 EX3", "EXN861|EWS|EX2|"),
        At("a missing directory", "EX1", "OAB", Missing, Oab, "EXN863|OAB|mail.contoso.com|EX2 EX3", "EXN863|OAB|EX1|"),
        At("a broken back end", "EX3", "MAPI", BackEndBroken, Mapi, "EXN864|MAPI|mail.contoso.com|EX1 EX2 EX3", "EXN864|MAPI|EX3|EX3"),
        At("the error page", "EX3", "OWA", ErrorPage, Owa, "EXN864|OWA|mail.contoso.com|EX1 EX2", "EXN864|OWA|EX3|"),
        Everywhere("a sign-on page before Autodiscover", "Autodiscover", Portal, FrontEndService.Autodiscover, "EXN868|Autodiscover|autodiscover.contoso.com|", "EXN868|Autodiscover|mail.contoso.com|", "EXN868|Autodiscover|EX1|", "EXN868|Autodiscover|EX2|", "EXN868|Autodiscover|EX3|"),
        At("a sign-on page before EWS at one server", "EX2", "EWS", Portal, Ews, "EXN868|EWS|mail.contoso.com|EX1 EX3", "EXN868|EWS|EX2|"),
        At("another site in place of ActiveSync", "EX1", "ActiveSync", OtherSite, FrontEndService.ActiveSync, "EXN870|ActiveSync|mail.contoso.com|EX2 EX3", "EXN870|ActiveSync|EX1|"),
        At("another device", "EX1", "EWS", OtherDevice, Ews, "EXN865|EWS|mail.contoso.com|EX2 EX3", "EXN865|EWS|EX1|"),
        At("a filter", "EX2", "MAPI", Forbidden, Mapi, "EXN865|MAPI|mail.contoso.com|EX1 EX3", "EXN865|MAPI|EX2|"),
        At("a host that is not bound", "EX3", "EWS", HostNotBound, Ews, "EXN867|EWS|mail.contoso.com|EX1 EX2", "EXN867|EWS|EX3|"),
        At("502 of a second proxy", "EX3", "EWS", BadGateway, Ews, "EXN862|EWS|mail.contoso.com|EX1 EX2", "EXN862|EWS|EX3|"),
        At("504 of a second proxy", "EX3", "OAB", GatewayTimeout, Oab, "EXN862|OAB|mail.contoso.com|EX1 EX2", "EXN862|OAB|EX3|"),
        At("no Negotiate at one server", "EX2", "EWS", NoNegotiate, Ews, "EXN873|EWS|mail.contoso.com|EX1 EX2 EX3", "EXN874|EWS|EX2|EX2"),
        Everywhere("no NTLM anywhere", "MAPI", NoNtlm, Mapi, "EXN873|MAPI|mail.contoso.com|EX1 EX2 EX3", "EXN873|MAPI|EX1|EX1", "EXN873|MAPI|EX2|EX2", "EXN873|MAPI|EX3|EX3"),
        Everywhere("Basic in place of everything", "EWS", BasicOnly, Ews, "EXN874|EWS|mail.contoso.com|EX1 EX2 EX3", "EXN874|EWS|EX1|EX1", "EXN874|EWS|EX2|EX2", "EXN874|EWS|EX3|EX3"),
        At("no scheme at all", "EX1", "EWS", NoScheme, Ews, "EXN873|EWS|mail.contoso.com|EX1 EX2 EX3", "EXN873|EWS|EX1|EX1"),
        At("the challenge of TMG", "EX1", "EWS", ProxyChallenge, Ews, "EXN872|EWS|mail.contoso.com|EX2 EX3", "EXN872 EXN878|EWS|EX1|"),
        At("no question who is there", "EX1", "OAB", Open, Oab, "EXN871|OAB|mail.contoso.com|EX1 EX2 EX3", "EXN871|OAB|EX1|EX1"),
        At("plain http at one server", "EX1", "EWS", OpenOverHttp, Ews, "EXN877|EWS|EX1|EX1"),
        At("a component in maintenance", "EX2", "OWA", Inactive, Owa, "EXN878|OWA|EX2|EX2"),
        At("a silent server", "EX2", "OAB", Silent, Oab, "EXN860|OAB|mail.contoso.com|EX1 EX3", "EXN860|OAB|EX2|") with { Timeout = 4 },
        At("a server that hangs up", "EX2", "OAB", Closed, Oab, "EXN862|OAB|mail.contoso.com|EX1 EX3", "EXN860|OAB|EX2|"),
        At("NTLM is dropped after its first message", "EX1", "EWS", DroppedAfterFirstLeg, Ews, "EXN884|EWS|mail.contoso.com|EX1 EX2 EX3", "EXN884|EWS|EX1|EX1") with { Parameters = "-Handshake" },
        At("NTLM begins anew", "EX1", "EWS", FirstLegForgotten, Ews, "EXN884|EWS|mail.contoso.com|EX1 EX2 EX3", "EXN884|EWS|EX1|EX1") with { Parameters = "-Handshake" },
        At("NTLM loses its connection", "EX1", "EWS", ClosedAfterFirstLeg, Ews, "EXN884|EWS|EX1|EX1") with { Parameters = "-Handshake" },
        new("another product", "OWA", o => o.Servers[2].Build = "15.1.2507.39", "EXN879|OWA|mail.contoso.com|EX1 EX2 EX3", "EXN879|OWA|EX3|EX3"),
        new("uneven updates", "OWA", o => o.Servers[1].Build = "15.1.2507.6", "EXN881|OWA|mail.contoso.com|EX1 EX2 EX3"),
        new("another update than planned", "OWA", o => o.Servers.Take(2).ToList().ForEach(s => s.Build = "15.1.2375.7"), "EXN880 EXN880|OWA|mail.contoso.com|EX1 EX2 EX3", "EXN880|OWA|EX1|EX1", "EXN880|OWA|EX2|EX2") { Version = "2016CU23" },
        new("a server that is not planned", "EWS", o => o.Servers[2].ShownName = "EX9", "EXN883|EWS|mail.contoso.com|EX1 EX2 EX9", "EXN882|EWS|EX3|EX9"),
        At("plain http to the world", "EX1", "EWS", OpenOverHttp, Ews, "EXN876|EWS|mail.contoso.com|EX1", "EXN877|EWS|EX1|EX1") with { Proxy = "127.0.20.11" },
        new("nothing listens", "EWS", _ => { }, "EXN181|TLS|mail.contoso.com|", "EXN860|EWS|mail.contoso.com|") { Proxy = "127.0.20.19" },
        new("a certificate with other names", "EWS", o => o.Servers.ToList().ForEach(s => s.Certificate = o.WrongCertificate), "EXN885|TLS|mail.contoso.com|EX1 EX2 EX3", "EXN150 EXN150 EXN170|TLS|EX1|EX1", "EXN150 EXN150 EXN170|TLS|EX2|EX2", "EXN150 EXN150 EXN170|TLS|EX3|EX3"),
        new("a certificate that differs by plan", "EWS", o => o.Servers.ToList().ForEach(s => s.Certificate = o.OtherCertificate)) { Plan = "-ReverseProxy SeparateCertificate" },
        new("another certificate at one server", "EWS", o => o.Servers[1].Certificate = o.OtherCertificate, "EXN885|TLS|mail.contoso.com|EX1 EX2 EX3"),
        new("a proxy that is not planned", "EWS", o => o.Servers.ToList().ForEach(s => s.Certificate = o.OtherCertificate), "EXN887|TLS|mail.contoso.com|EX1 EX2 EX3") { Plan = "-ReverseProxy None" },
        new("Strict-Transport-Security at one server", "EWS", o => o.Servers[0].TransportSecurity = "max-age=300", "EXN888|TLS|mail.contoso.com|EX1 EX2 EX3"),
        new("Strict-Transport-Security that browsers cannot read", "EWS", o => o.Servers.ToList().ForEach(s => s.TransportSecurity = "300"), "EXN888|TLS|mail.contoso.com|EX1 EX2 EX3", "EXN888|TLS|EX1|EX1", "EXN888|TLS|EX2|EX2", "EXN888|TLS|EX3|EX3"),
        new("a swapped address", "EWS", _ => { }, "EXN882|EWS|EX1|EX3") { Parameters = "-Server EX1", Resolve = ", 'ex1.corp.contoso.com=127.0.20.13'" },
        new("phones that are sent elsewhere", "Autodiscover", o => o.Servers.ToList().ForEach(s => s.MobileHost = "outlook.office.com"), "EXN890|Autodiscover|autodiscover.contoso.com|EX1 EX2 EX3", "EXN890|Autodiscover|mail.contoso.com|EX1 EX2 EX3", "EXN890|Autodiscover|EX1|EX1", "EXN890|Autodiscover|EX2|EX2", "EXN890|Autodiscover|EX3|EX3") { Parameters = "-EmailAddress anna@contoso.com" },
        Everywhere("answers without the headers of Exchange, from which nothing follows", "OAB", HeadersStripped, Oab),
    ];

    public static TheoryData<string> Faults => [.. All.Select(f => f.Name)];

    public void Dispose() => organisation.Servers.ToList().ForEach(s => s.Mend());

    [Fact]
    public void Nothing_is_found_where_all_is_well()
    {
        Assert.Empty(organisation.Judge(parameters: "-Count 3 -Handshake -EmailAddress anna@contoso.com"));
        Assert.Equal(["EX1", "EX2", "EX3"], organisation.Servers.Where(s => s.Requests.Count > 50).Select(s => s.Settings.Name));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_has_its_name(string name)
    {
        ServiceFault fault = All.Single(f => f.Name == name);
        fault.Break(organisation);
        string[] found = organisation.Judge(fault.Services, $"-Count 3 {fault.Parameters}", fault.Plan, fault.Resolve, fault.Timeout, fault.Version, fault.Proxy);
        Assert.Equal(fault.Expected, found);
    }
}
