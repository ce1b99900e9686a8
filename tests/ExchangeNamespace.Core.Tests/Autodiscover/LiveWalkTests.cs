using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Autodiscover;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Tests.Verification;
using Xunit;

namespace ExchangeNamespace.Tests.Autodiscover;

/// <summary>What each kind of answer comes to; the walks themselves run against real servers.</summary>
public class LiveWalkTests
{
    private static readonly DateTime Now = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string, string, string> Answers => new()
    {
        { "401", "Hit", "" },
        { "401 untrusted", "Hit", "EXN480" },
        { "401 unreadable", "WrongCertificate", "EXN466" },
        { "401 old", "WrongCertificate", "EXN466" },
        { "401 young", "WrongCertificate", "EXN466" },
        { "401 other", "WrongCertificate", "EXN466" },
        { "200", "NotAutodiscover", "" },
        { "200 <Autodiscover xmlns='http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006'><Response><Error><ErrorCode>600</ErrorCode></Error></Response></Autodiscover>", "Hit", "EXN479" },
        { "200 <Autodiscover xmlns='http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006'><Response><Account><RedirectUrl>https://b.contoso.com/autodiscover/autodiscover.xml</RedirectUrl></Account></Response></Autodiscover>", "Redirect", "" },
        { "200 <Autodiscover xmlns='http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006'><Response><Account><RedirectUrl>http://b.contoso.com/autodiscover/autodiscover.xml</RedirectUrl></Account></Response></Autodiscover>", "RedirectRefused", "EXN468" },
        { "301 https://b.contoso.com/autodiscover/autodiscover.xml", "Redirect", "" },
        { "302 //b.contoso.com/autodiscover/autodiscover.xml", "Redirect", "" },
        { "303 https://b.contoso.com/Autodiscover/x/AutoDiscover.xml?a=b", "Redirect", "" },
        { "307 https://b.contoso.com/autodiscover/autodiscover.xml", "Redirect", "" },
        { "308 https://b.contoso.com/autodiscover/autodiscover.xml", "NotAutodiscover", "" },
        { "302 https://b.contoso.com/autodiscover/autodiscover.xml.evil/", "RedirectRefused", "EXN469" },
        { "302 https://b.contoso.com/x/autodiscover/autodiscover.xml", "RedirectRefused", "EXN469" },
        { "302 javascript:alert(1)", "RedirectRefused", "EXN469" },
        { "302", "RedirectRefused", "EXN469" },
        { "302 https://10.0.0.9/autodiscover/autodiscover.xml", "RedirectRefused", "EXN483" },
        { "302 https://192.0.2.9/autodiscover/autodiscover.xml", "RedirectRefused", "EXN483" },
        { "302 https://[2001:db8::1]/autodiscover/autodiscover.xml", "RedirectRefused", "EXN483" },
        { "302 https://intranet/autodiscover/autodiscover.xml", "RedirectRefused", "EXN483" },
        { "302 https://b.contoso.com:8443/autodiscover/autodiscover.xml", "RedirectRefused", "EXN482" },
        { "302 https://b.contoso.com:443/autodiscover/autodiscover.xml", "Redirect", "" },
        { "403", "NotAutodiscover", "" },
        { "500", "NotAutodiscover", "" },
        { "Timeout", "Inconclusive", "EXN471" },
        { "Unreachable", "Inconclusive", "EXN471" },
        { "Closed", "Inconclusive", "EXN471" },
        { "NoTls", "Inconclusive", "EXN471" },
        { "Malformed", "NotAutodiscover", "" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_of_the_autodiscover_host_is_what_it_is(string answer, string verdict, string codes)
    {
        AutodiscoverRoute route = await WalkAsync(answer, "autodiscover.contoso.com A 192.0.2.1;b.contoso.com A 192.0.2.2");

        AutodiscoverStep step = route.Steps.Single(s => s.Method == AutodiscoverMethod.AutodiscoverHost);
        Assert.Equal(verdict, step.Verdict.ToString());
        Assert.Equal(codes, string.Join(' ', route.Findings.Where(f => f.Code != "EXN470" && !(f.Code == "EXN471" && f.Subject.StartsWith("http:", StringComparison.Ordinal))).Select(f => f.Code)));
    }

    [Fact]
    public async Task The_next_address_is_asked_only_where_one_does_not_answer()
    {
        ScriptedHttp http = new("401", dead: "192.0.2.1");

        AutodiscoverRoute route = await WalkAsync(http, "autodiscover.contoso.com A 192.0.2.1;autodiscover.contoso.com A 192.0.2.2;autodiscover.contoso.com A 192.0.2.3");

        Assert.Equal(AutodiscoverVerdict.Hit, route.Verdict);
        Assert.Equal(["192.0.2.1", "192.0.2.2"], http.Asked);
    }

    [Fact]
    public async Task At_most_four_addresses_of_a_host_are_asked()
    {
        ScriptedHttp http = new("Timeout");

        await WalkAsync(http, string.Join(';', Enumerable.Range(1, 20).Select(i => $"autodiscover.contoso.com A 192.0.2.{i}")));

        Assert.Equal(8, http.Asked.Count);
        Assert.All(http.Times, t => Assert.Equal(TimeSpan.FromSeconds(2.5), t));
    }

    [Theory]
    [InlineData("10.0.0.9", false, "EXN484")]
    [InlineData("127.0.0.1", false, "EXN484")]
    [InlineData("169.254.169.254", false, "EXN484")]
    [InlineData("fe80::1", false, "EXN484")]
    [InlineData("10.0.0.9", true, null)]
    [InlineData("192.0.2.9", false, null)]
    public async Task A_private_address_that_a_redirect_or_record_names_is_not_asked_from_outside(string address, bool allow, string? code)
    {
        string type = address.Contains(':', StringComparison.Ordinal) ? "AAAA" : "A";
        ScriptedHttp redirect = new("302 https://b.contoso.com/autodiscover/autodiscover.xml");
        ScriptedHttp record = new("Unreachable");

        AutodiscoverRoute redirected = await WalkAsync(redirect, $"autodiscover.contoso.com A 192.0.2.1;b.contoso.com {type} {address}", allow);
        AutodiscoverRoute led = await WalkAsync(record, $"_autodiscover._tcp.contoso.com SRV b.contoso.com:443;b.contoso.com {type} {address}", allow);

        Assert.All(new[] { (redirect, redirected), (record, led) }, walk =>
        {
            Assert.Equal(code is null, walk.Item1.Asked.Contains(address));
            Assert.Equal(code is not null, walk.Item2.Findings.Any(f => f.Code == AutodiscoverFindingCodes.PrivateTarget));
        });
    }

    private static Task<AutodiscoverRoute> WalkAsync(string answer, string records) => WalkAsync(new ScriptedHttp(answer), records);

    private static Task<AutodiscoverRoute> WalkAsync(ScriptedHttp http, string records, bool allowPrivate = false)
    {
        ScriptedDns dns = new ScriptedDns().With(ScriptedDns.Outside, "contoso.com", records);
        LiveOptions options = new() { Timeout = TimeSpan.FromSeconds(10), Now = Now, UnknownLabel = "exn-0123456789abcdef", AllowPrivate = allowPrivate };
        LiveFacts facts = new(new NameFinder(dns, [ScriptedDns.Outside]), http, options, topology: null);
        return AutodiscoverWalker.WalkAsync(Walk.By(AutodiscoverClient.ActiveSync), facts, [], live: true, CancellationToken.None);
    }

    /// <summary>Answers at autodiscover as told, and with 401 at any other host; no service listens on port 80.</summary>
    private sealed class ScriptedHttp(string script, string? dead = null) : IHttpProbe
    {
        public List<string> Asked { get; } = [];

        public List<TimeSpan> Times { get; } = [];

        public Task<HttpAnswer> GetAsync(HttpTarget target, string address, TimeSpan timeout, CancellationToken cancel)
        {
            Asked.Add(address);
            Times.Add(timeout);
            Assert.Matches("(?i)^/autodiscover/(x/)?autodiscover.xml", target.Path);
            string answer = address == dead || !target.IsSecure ? "Unreachable" : target.Host.StartsWith("autodiscover", StringComparison.Ordinal) ? script : "401";
            string[] words = answer.Split(' ', 2);
            string rest = words.Length > 1 ? words[1] : string.Empty;
            return Task.FromResult(!int.TryParse(words[0], System.Globalization.CultureInfo.InvariantCulture, out int code)
                ? new HttpAnswer { Status = Enum.Parse<HttpStatus>(words[0]) }
                : new HttpAnswer
                {
                    Status = HttpStatus.Answered,
                    Certificate = rest == "unreadable" ? null : new ShownCertificate(
                        new CertificateFacts
                        {
                            Subject = "CN=server",
                            CommonNames = ["server"],
                            Issuer = "CN=authority",
                            AlternativeNames = [new AlternativeName(AlternativeNameKind.Dns, rest == "other" ? "www.contoso.com" : target.Host)],
                            NotBefore = rest == "young" ? Now.AddDays(1) : Now.AddDays(-30),
                            NotAfter = rest == "old" ? Now.AddDays(-1) : Now.AddDays(30),
                        },
                        IsTrustedHere: rest != "untrusted"),
                    Response = new HttpResponse
                    {
                        StatusCode = code,
                        Headers = code is >= 300 and < 400 && rest.Length > 0 ? [new("Location", rest)] : [],
                        Body = code == 200 ? Encoding.UTF8.GetBytes(rest) : [],
                    },
                });
        }
    }
}
