using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Autodiscover;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.State;
using ExchangeNamespace.Tests.Support;
using Xunit;
using Known = ExchangeNamespace.State.Captured;

namespace ExchangeNamespace.Tests.Autodiscover;

public class StateWalkTests
{
    private const string Url = "https://mail.contoso.com/Autodiscover/Autodiscover.xml";

    [Fact]
    public void A_captured_connection_point_is_covered_by_the_certificate_of_its_server()
    {
        ExchangeState state = State([Point("EX01", Known.Known(Url))], [Certificate("EX01", "IIS", "mail.contoso.com"), Certificate("EX01", "SMTP", "ex01.corp.local")]);

        AutodiscoverRoute route = Over(state, Walk.By(AutodiscoverClient.EwsClient, joined: true));

        Assert.Equal("Scp Hit; Root NotReached; Host NotReached; Http NotReached; Srv NotReached", Walk.Print(route));
        Assert.Equal((Url, true), (route.Endpoint, route.Steps[0].CertificateCovers));
    }

    [Fact]
    public void A_certificate_that_is_not_for_IIS_does_not_count()
    {
        ExchangeState state = State([Point("EX01", Known.Known(Url))], [Certificate("EX01", "IIS", "ex01.corp.local"), Certificate("EX01", "SMTP", "mail.contoso.com")]);

        Assert.Equal(AutodiscoverVerdict.WrongCertificate, Over(state, Walk.By(AutodiscoverClient.EwsClient, joined: true)).Steps[0].Verdict);
    }

    [Fact]
    public void A_certificate_whose_server_was_not_captured_leaves_the_matter_open()
    {
        AutodiscoverRoute route = Over(
            State([Point("EX01", Known.Known(Url))], [Certificate(null, "IIS", "mail.contoso.com")]), Walk.By(AutodiscoverClient.EwsClient, joined: true));

        Assert.Null(route.Steps[0].CertificateCovers);
    }

    [Fact]
    public void Without_certificates_or_their_services_the_matter_is_open()
    {
        Assert.Equal(AutodiscoverVerdict.Depends, Over(State([Point("EX01", Known.Known(Url))], []), Walk.By(AutodiscoverClient.EwsClient, joined: true)).Steps[0].Verdict);
        ExchangeState unclear = State([Point("EX01", Known.Known(Url))], [Certificate("EX01", null, "mail.contoso.com"), Certificate("EX01", null, "ex01.corp.local")]);
        Assert.Equal(AutodiscoverVerdict.Depends, Over(unclear, Walk.By(AutodiscoverClient.EwsClient, joined: true)).Steps[0].Verdict);
    }

    [Fact]
    public void A_connection_point_without_a_URL_leads_nobody_and_one_that_was_not_captured_is_open()
    {
        Assert.Equal(AutodiscoverVerdict.NoName, Over(State([Point("EX01", Known.Null<string>())], []), Walk.By(AutodiscoverClient.EwsClient, joined: true)).Steps[0].Verdict);
        AutodiscoverRoute open = Over(State([Point("EX01", Known.Absent<string>())], []), Walk.By(AutodiscoverClient.EwsClient, joined: true));
        Assert.Equal(AutodiscoverVerdict.Depends, open.Steps[0].Verdict);
        Assert.Contains(AutodiscoverFindingCodes.ConnectionPointUnknown, Walk.Codes(open));
    }

    /// <summary>Every server that serves clients has one, so a capture without it says nothing.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_connection_point_that_was_not_captured_is_open_and_never_missing(bool hasServers)
    {
        ExchangeState state = State(hasServers
            ? [Service("EX01", ClientService.EWS, Known.Known("https://mail.contoso.com/EWS/Exchange.asmx"))] : [], []);

        AutodiscoverRoute route = Over(state, Walk.By(AutodiscoverClient.EwsClient, joined: true));

        Assert.Equal(AutodiscoverVerdict.Depends, route.Steps[0].Verdict);
        Assert.StartsWith("Scope not known", route.Steps[0].Detail);
        Assert.Contains(AutodiscoverFindingCodes.ConnectionPointUnknown, Walk.Codes(route));
    }

    [Fact]
    public void One_server_that_was_not_captured_is_open_beside_one_that_was()
    {
        ExchangeState state = State([Point("EX01", Known.Known(Url)), Service("EX02", ClientService.EWS, Known.Absent<string>())], []);

        AutodiscoverStep[] points = [.. Over(state,
            Walk.By(AutodiscoverClient.EwsClient, joined: true)).Steps.Where(s => s.Method == AutodiscoverMethod.ServiceConnectionPoint)];

        Assert.Contains(points, p => p.Detail.Contains("EX02", System.StringComparison.Ordinal)
            && p.Verdict == AutodiscoverVerdict.Depends);
    }

    [Theory]
    [InlineData("Paris", "https://a.contoso.com/x", "Hit NotReached NotReached")]
    [InlineData("Rome", null, "Hit Hit NotReached")]
    public void Scopes_are_read_as_captured(string site, string? endpoint, string verdicts)
    {
        ExchangeState state = State(
            [
                Point("EX01", Known.Known("https://a.contoso.com/x"), Known.Known<IReadOnlyList<string>>(["PARIS"])),
                Point("EX02", Known.Known("https://b.contoso.com/x"), Known.Known<IReadOnlyList<string>>(["Rome"])),
                Point("EX03", Known.Known("https://c.contoso.com/x"), Known.Known<IReadOnlyList<string>>(["Rome"])),
            ],
            [.. new[] { "EX01", "EX02", "EX03" }.Select(s => Certificate(s, "IIS", "*.contoso.com"))]);

        AutodiscoverRoute route = Over(state, Walk.By(AutodiscoverClient.EwsClient, joined: true, site: site));

        AutodiscoverStep[] points = [.. route.Steps.Where(s => s.Method == AutodiscoverMethod.ServiceConnectionPoint)];
        Assert.Equal((endpoint, verdicts), (route.Endpoint, string.Join(' ', points.Select(p => p.Verdict))));
        Assert.Equal(site == "Paris" ? [1, 2, 2] : [1, 1, 2], points.Select(p => p.Rank));
    }

    [Fact]
    public void MAPI_over_HTTP_is_handed_out_unless_it_is_known_to_be_off()
    {
        CapturedService mapi = Service("EX01", ClientService.MAPI, Known.Known("https://mail.contoso.com/mapi"));
        Assert.Contains(Over(State([mapi], []), Walk.By(AutodiscoverClient.Outlook2016)).Urls, u => u.Section == AutodiscoverSection.MapiHttp);
        Assert.Contains(Over(State([mapi], [], mapi: true), Walk.By(AutodiscoverClient.Outlook2016)).Urls, u => u.Section == AutodiscoverSection.MapiHttp);
        Assert.DoesNotContain(Over(State([mapi], [], mapi: false), Walk.By(AutodiscoverClient.Outlook2016)).Urls, u => u.Section == AutodiscoverSection.MapiHttp);
    }

    [Fact]
    public void A_URL_that_is_none_is_shown_in_printable_characters()
    {
        ExchangeState state = State([Service("EX01", ClientService.EWS, Known.Known("https://a\u001b[2J\u202e/x")), Point("EX01", Known.Known("https://a b\u0007/x"))], []);

        AutodiscoverRoute route = Over(state, Walk.By(AutodiscoverClient.EwsClient, joined: true));

        Assert.All(route.Urls.Select(u => u.Line).Concat(route.Steps.Select(s => s.Line + s.Detail)), l => Assert.All(l, c => Assert.InRange(c, ' ', '~')));
        Assert.Equal(AutodiscoverVerdict.NoName, route.Steps[0].Verdict);
    }

    [Fact]
    public void Real_captures_are_walked()
    {
        ExchangeState state = Captures.ReadFiles(Captures.Real("GetExchangeServer.xml"), Captures.Real("GetWebServicesVirtualDirectory.xml"), Captures.Real("GetOwaVirtualDirectory.xml"), Captures.Real("GetExchangeCertificate.xml"), Captures.Real("GetAcceptedDomain.xml"));

        AutodiscoverRoute route = Over(state, Walk.By(AutodiscoverClient.Outlook2016, joined: true));

        Assert.Equal(11, route.Steps.Count);
        Assert.Contains(route.Urls, u => u is { Service: ClientService.EWS, Url: not null });
    }

    private static AutodiscoverRoute Over(ExchangeState state, AutodiscoverQuestion question)
    {
        StateTopology topology = new(state);
        return AutodiscoverWalker.WalkAsync(question, new PlannedFacts(topology, KnownAnswers.None), topology.Urls(question), live: false, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static ExchangeState State(CapturedService[] services, CapturedCertificate[] certificates, bool? mapi = null) => new()
    {
        Kinds = [],
        Servers = [.. services.Select(s => s.Server).Distinct().Select(n => new CapturedServer { Name = n, Version = Versions.Read("2019CU12") })],
        Services = services,
        AutodiscoverDirectories = [],
        Certificates = certificates,
        ReceiveConnectors = [],
        SendConnectors = [],
        AcceptedDomains = [],
        OutlookProviders = [],
        Organization = mapi is { } on ? new CapturedOrganization { MapiHttpEnabled = Known.Known(on) } : null,
        Findings = [],
    };

    private static CapturedService Point(string server, Captured<string> url, Captured<IReadOnlyList<string>> scope = default) => new()
    {
        Server = server,
        Service = ClientService.Autodiscover,
        Identity = server,
        IsDefault = true,
        Internal = url,
        SiteScope = scope,
        Settings = CapturedService.NoSettings,
    };

    private static CapturedService Service(string server, ClientService service, Captured<string> url) => new()
    {
        Server = server,
        Service = service,
        Identity = server + "\\" + service,
        IsDefault = true,
        Internal = url,
        External = url,
        Settings = CapturedService.NoSettings,
    };

    private static CapturedCertificate Certificate(string? server, string? services, params string[] names) => new()
    {
        Server = server is null ? default : Known.Known(server),
        Services = services is null ? default : Known.Known<IReadOnlyList<string>>([services]),
        CertificateDomains = Known.Known<IReadOnlyList<string>>(names),
    };
}
