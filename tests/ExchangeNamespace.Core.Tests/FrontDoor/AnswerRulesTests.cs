using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.Services;
using ExchangeNamespace.Model;
using Xunit;
using static ExchangeNamespace.Tests.FrontDoor.ServiceParts;

namespace ExchangeNamespace.Tests.FrontDoor;

/// <summary>
/// What each answer to the first request of a client comes to. Sources: what servers of 2016 and 2019 were seen to answer; Microsoft's page on
/// troubleshooting 503 of IIS (a stopped application pool is answered by HTTP.sys); the challenge of TMG in OfficeDev/ews-managed-api#26.
/// </summary>
public class AnswerRulesTests
{
    private const string Windows = "WWW-Authenticate: Negotiate|WWW-Authenticate: NTLM";

    [Theory]
    [InlineData(ClientService.EWS, "401 Unauthorized|" + Windows, ServiceVerdict.Healthy, "")]
    [InlineData(ClientService.EWS, "401 Unauthorized|WWW-Authenticate: ntlm, NEGOTIATE", ServiceVerdict.Healthy, "")]
    [InlineData(ClientService.EWS, "401 Unauthorized|" + Windows + "|WWW-Authenticate: Bearer client_id=\"x, Basic\"", ServiceVerdict.Healthy, "")]
    [InlineData(ClientService.Autodiscover, "401 Unauthorized|" + Windows + "|WWW-Authenticate: Basic realm=\"mail.contoso.com\"", ServiceVerdict.Healthy, "")]
    [InlineData(ClientService.ActiveSync, "401 Unauthorized|WWW-Authenticate: Basic realm=\"x\"", ServiceVerdict.Healthy, "")]
    [InlineData(ClientService.OWA, "302 Found|Location: https://mail.contoso.com/owa/auth/logon.aspx?url=x&reason=0", ServiceVerdict.Healthy, "")]
    [InlineData(ClientService.OWA, "302 Found|Location: /owa/auth/Logon.aspx?replaceCurrent=1", ServiceVerdict.Healthy, "")]
    [InlineData(ClientService.ECP, "302 Found|Location: https://mail.contoso.com/owa/auth/logon.aspx?url=x", ServiceVerdict.Healthy, "")]
    [InlineData(ClientService.OWA, "401 Unauthorized|" + Windows, ServiceVerdict.Healthy, "")]
    [InlineData(ClientService.OWA, "200 OK|X-OWA-Version: 15.2.1544.9", ServiceVerdict.Healthy, "")]
    [InlineData(ClientService.OWA, "302 Found|Location: https://login.microsoftonline.com/common", ServiceVerdict.Healthy, "EXN869")]
    [InlineData(ClientService.OWA, "302 Found|Location: https://portal.contoso.com/adfs/ls/?wa=wsignin1.0", ServiceVerdict.Healthy, "EXN869")]
    [InlineData(ClientService.OWA, "302 Found|Location: https://other.contoso.com/owa/auth/logon.aspx", ServiceVerdict.SignOnPage, "EXN868")]
    [InlineData(ClientService.OWA, "302 Found", ServiceVerdict.SignOnPage, "EXN868")]
    [InlineData(ClientService.EWS, "302 Found|Location: https://mail.contoso.com/owa/auth/logon.aspx", ServiceVerdict.SignOnPage, "EXN868")]
    [InlineData(ClientService.MAPI, "302 Found|Location: https://sts.contoso.com/adfs/ls/", ServiceVerdict.SignOnPage, "EXN868")]
    [InlineData(ClientService.EWS, "302 Found|Location: /owa/auth/errorFE.aspx?httpCode=500", ServiceVerdict.ServerError, "EXN864")]
    [InlineData(ClientService.EWS, "500 Error|X-FEServer: EX01", ServiceVerdict.ServerError, "EXN864")]
    [InlineData(ClientService.EWS, "503 Unavailable|Server: Microsoft-HTTPAPI/2.0", ServiceVerdict.PoolDown, "EXN861")]
    [InlineData(ClientService.EWS, "503 Unavailable|X-FEServer: EX01", ServiceVerdict.ServerError, "EXN864")]
    [InlineData(ClientService.EWS, "503 Unavailable", ServiceVerdict.NoServerBehind, "EXN862")]
    [InlineData(ClientService.EWS, "504 Time-out|Server: nginx", ServiceVerdict.NoServerBehind, "EXN862")]
    [InlineData(ClientService.EWS, "403 Forbidden", ServiceVerdict.Forbidden, "EXN865")]
    [InlineData(ClientService.ECP, "403 Forbidden", ServiceVerdict.Healthy, "EXN866")]
    [InlineData(ClientService.EWS, "404 Not Found|Server: Microsoft-IIS/10.0", ServiceVerdict.DirectoryMissing, "EXN863")]
    [InlineData(ClientService.EWS, "413 Too large", ServiceVerdict.RequestRefused, "EXN867")]
    [InlineData(ClientService.EWS, "200 OK", ServiceVerdict.OtherSite, "EXN870")]
    [InlineData(ClientService.OWA, "200 OK", ServiceVerdict.OtherSite, "EXN870")]
    [InlineData(ClientService.EWS, "200 OK|request-id: 6f9619ff-8b86-d011-b42d-00cf4fc964ff", ServiceVerdict.NoChallenge, "EXN871")]
    [InlineData(ClientService.EWS, "401 Unauthorized|" + Windows + "|Proxy-Support: Session-Based-Authentication", ServiceVerdict.ProxyChallenge, "EXN872")]
    [InlineData(ClientService.EWS, "401 Unauthorized", ServiceVerdict.SchemesDiffer, "EXN873")]
    [InlineData(ClientService.MAPI, "401 Unauthorized|WWW-Authenticate: NTLM", ServiceVerdict.SchemesDiffer, "EXN873")]
    [InlineData(ClientService.EWS, "401 Unauthorized|WWW-Authenticate: Basic realm=\"x\"", ServiceVerdict.SchemesDiffer, "EXN874")]
    [InlineData(ClientService.EWS, "401 Unauthorized|" + Windows + "|X-FEServer: OTHER", ServiceVerdict.OtherServer, "EXN883")]
    [InlineData(ClientService.EWS, "401 Unauthorized|" + Windows + "|X-OWA-Version: 15.1.2507.6", ServiceVerdict.VersionDiffers, "EXN879")]
    [InlineData(ClientService.EWS, "418 Teapot", ServiceVerdict.NotKnown, "EXN891")]
    public void An_answer_has_one_meaning(ClientService service, string head, ServiceVerdict verdict, string code)
    {
        NamespaceServiceCheck check = Judge(Question(service), Answer(head));

        Assert.Equal((verdict, code), (check.Verdict, string.Join(" ", check.Findings.Select(f => f.Code))));
        Assert.Equal(verdict == ServiceVerdict.NotKnown, check.Outcome == CheckOutcome.Unknown);
    }

    [Fact]
    public void Nothing_follows_from_silence()
    {
        NamespaceServiceCheck check = Judge(Question(ClientService.EWS), new ServiceAnswer { Status = Probing.HttpStatus.Timeout });

        Assert.Equal((CheckOutcome.Unknown, ServiceVerdict.NotAnswered, "EXN860"), (check.Outcome, check.Verdict, check.Findings.Single().Code));
    }

    [Fact]
    public void One_bad_answer_of_three_is_counted_and_its_server_named()
    {
        ServiceAnswer good = Answer("401 Unauthorized|" + Windows + "|X-FEServer: EX01");
        NamespaceServiceCheck named = Judge(Question(ClientService.EWS), good, Answer("500 Error|X-FEServer: EX02"), good);
        NamespaceServiceCheck nameless = Judge(Question(ClientService.EWS), good, Answer("503 x|Server: Microsoft-HTTPAPI/2.0"), good);

        Assert.EndsWith(" 1 of 3 answers, from EX02.", named.Message, System.StringComparison.Ordinal);
        Assert.EndsWith(" 1 of 3 answers, which name no server; the others came from EX01.", nameless.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_scheme_that_the_server_offers_itself_is_taken_away_on_the_way()
    {
        ServiceQuestion host = Question(ClientService.EWS);
        ServiceQuestion server = Question(ClientService.EWS, isDirect: true);
        NamespaceServiceCheck[] checks = [.. new ServiceJudge(Plan, null).Judge([],
        [
            Seen(host, Answer("401 Unauthorized|WWW-Authenticate: NTLM")),
            Seen(server, Answer("401 Unauthorized|" + Windows)),
        ])];

        Assert.Equal(["EXN873"], checks[0].Findings.Select(f => f.Code));
        Assert.StartsWith("Negotiate is gone: EX01 offers it", checks[0].Message, System.StringComparison.Ordinal);
        Assert.Empty(checks[1].Findings);
    }

    [Theory]
    [InlineData("Basic realm=\"a, NTLM b\"", "Basic")]
    [InlineData("Negotiate, NTLM,Basic realm=\"x\", charset=\"UTF-8\"", "Negotiate NTLM Basic")]
    [InlineData("", "")]
    [InlineData("Bearer client_id=\"x\", trusted_issuers=\"y\"", "Bearer")]
    public void Schemes_are_told_from_their_parameters(string header, string schemes) =>
        Assert.Equal(schemes, string.Join(" ", ServiceAnswer.SchemesIn(header)));
}
