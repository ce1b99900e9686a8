using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Mail.Identity;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Tests.Spf;
using Xunit;

namespace ExchangeNamespace.Tests.MailChecks;

/// <summary>The MTA-STS policy as senders fetch it (RFC 8461 3.2, 3.3, 4.1, 5).</summary>
public class PolicyRulesTests
{
    private const string Enforced = "version: STSv1\nmode: enforce\nmx: smtp.contoso.com\nmax_age: 604800\n";

    private static readonly DateTime Now = new(2026, 6, 1, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(Enforced, "Passed ")]
    [InlineData("version: STSv1\nmode: enforce\nmx: *.contoso.com\nmax_age: 604800\n", "Passed ")]
    [InlineData("version: STSv1\nmode: testing\nmx: smtp.contoso.com\nmax_age: 600\n", "Passed ")]
    [InlineData("version: STSv1\nmode: none\nmax_age: 600\n", "Passed ")]
    [InlineData("version: STSv1\nmode: enforce\nmx: other.contoso.com\nmax_age: 604800\n", "Failed EXN345")]
    [InlineData("version: STSv1\nmode: testing\nmx: other.contoso.com\nmax_age: 604800\n", "Warning EXN345")]
    [InlineData("version: STSv1\nmode: enforce\nmx: smtp.contoso.com\nmax_age: 3600\n", "Warning EXN346")]
    [InlineData("<html></html>", "Failed EXN343")]
    [InlineData("", "Failed EXN343")]
    public async Task The_text_is_judged_against_the_exchangers(string text, string expected) => Assert.Equal(expected, Show(await Judge(body: text)));

    /// <summary>3.3: only status 200 counts, and no redirect is followed.</summary>
    [Theory]
    [InlineData(200, "Passed ")]
    [InlineData(204, "Failed EXN340")]
    [InlineData(301, "Failed EXN340")]
    [InlineData(302, "Failed EXN340")]
    [InlineData(404, "Failed EXN340")]
    [InlineData(500, "Failed EXN340")]
    public async Task Only_status_200_gives_a_policy(int status, string expected) => Assert.Equal(expected, Show(await Judge(status: status)));

    [Theory]
    [InlineData("text/plain", "Passed ")]
    [InlineData("TEXT/PLAIN; charset=utf-8", "Passed ")]
    [InlineData("text/plain; charset=\"us-ascii\"", "Passed ")]
    [InlineData("text/plain; charset=utf-16", "Warning EXN344")]
    [InlineData("text/html", "Warning EXN344")]
    [InlineData("application/octet-stream", "Warning EXN344")]
    [InlineData(null, "Warning EXN344")]
    [InlineData("text/plain\u001b[2J", "Warning EXN344")]
    public async Task The_media_type_is_text(string? type, string expected)
    {
        MailIdentityLink link = (await Judge(type: type))!;

        Assert.Equal(expected, Show(link));
        Assert.All(link.Findings, f => Assert.All(f.Message, c => Assert.InRange(c, ' ', '~')));
    }

    [Theory]
    [InlineData("mta-sts.contoso.com", 80, false, true, "Passed ")]
    [InlineData("*.contoso.com", 80, false, true, "Passed ")]
    [InlineData("mail.contoso.com", 80, false, true, "Failed EXN342")]
    [InlineData("mta-sts.contoso.com", -1, false, true, "Failed EXN342")]
    [InlineData("mta-sts.contoso.com", 400, false, true, "Failed EXN342")]
    [InlineData("mta-sts.contoso.com", 80, true, false, "Failed EXN342")]
    [InlineData("mta-sts.contoso.com", 80, false, false, "Warning EXN342")]
    public async Task The_certificate_of_the_web_server_counts(string name, int daysLeft, bool isSelfSigned, bool isTrusted, string expected) =>
        Assert.Equal(expected, Show(await Judge(certificate: new ShownCertificate(Facts(name, daysLeft, isSelfSigned), isTrusted))));

    /// <summary>4.2: what the exchanger itself shows counts too, as an error once the policy is enforced.</summary>
    [Theory]
    [InlineData("enforce", "smtp.contoso.com", 80, false, "Passed ")]
    [InlineData("enforce", "other.contoso.com", 80, false, "Failed EXN277")]
    [InlineData("enforce", "smtp.contoso.com", -1, false, "Failed EXN277")]
    [InlineData("enforce", "smtp.contoso.com", 80, true, "Failed EXN277")]
    [InlineData("testing", "smtp.contoso.com", 80, true, "Warning EXN277")]
    [InlineData("none", "smtp.contoso.com", 80, true, "Passed ")]
    public async Task The_certificate_of_the_exchanger_counts(string mode, string name, int daysLeft, bool isSelfSigned, string expected) =>
        Assert.Equal(expected, Show(await Judge(Enforced.Replace("enforce", mode), smtp: Facts(name, daysLeft, isSelfSigned))));

    /// <summary>No answer is no verdict: a huge answer is cut by the reader and is then no HTTP.</summary>
    [Theory]
    [InlineData(nameof(HttpStatus.Timeout))]
    [InlineData(nameof(HttpStatus.Unreachable))]
    [InlineData(nameof(HttpStatus.Closed))]
    [InlineData(nameof(HttpStatus.NoTls))]
    [InlineData(nameof(HttpStatus.Malformed))]
    public async Task A_server_that_gives_no_answer_leaves_the_link_open(string status) =>
        Assert.Equal("Inconclusive EXN341", Show(await Judge(failure: Enum.Parse<HttpStatus>(status))));

    [Fact]
    public async Task A_huge_file_is_no_policy() =>
        Assert.Equal("Failed EXN343", Show(await Judge(body: Enforced + new string('#', 200_000))));

    [Fact]
    public async Task A_host_without_an_address_is_a_fault_and_one_that_DNS_does_not_tell_is_open()
    {
        Assert.Equal("Failed EXN340", Show(await Judge(address: null)));
        Assert.Equal("Inconclusive EXN269", Show(await Judge(address: "silent")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("v=STSv1;")]
    [InlineData("v=STSv1; id=1|v=STSv1; id=2")]
    public async Task Without_one_good_record_no_web_server_is_asked(string records)
    {
        FakeHttp http = new(new HttpAnswer { Status = HttpStatus.Timeout });

        Assert.Null(await Judge(records: records, http: http));
        Assert.Empty(http.Asked);
    }

    [Fact]
    public async Task The_policy_is_asked_for_at_its_one_place_and_the_next_address_where_one_is_silent()
    {
        FakeHttp http = new(new HttpAnswer { Status = HttpStatus.Timeout });
        await Judge(http: http, address: "192.0.2.80 192.0.2.81");

        Assert.Equal(["192.0.2.80 True mta-sts.contoso.com /.well-known/mta-sts.txt", "192.0.2.81 True mta-sts.contoso.com /.well-known/mta-sts.txt"], http.Asked);
    }

    private static string Show(MailIdentityLink? link) => $"{link!.Status} {string.Join(' ', link.Findings.Select(f => f.Code))}";

    private static async Task<MailIdentityLink?> Judge(string body = Enforced, int status = 200, string? type = "text/plain",
        ShownCertificate? certificate = null, HttpStatus? failure = null, string? address = "192.0.2.80", string records = "v=STSv1; id=1", FakeHttp? http = null, CertificateFacts? smtp = null)
    {
        ZoneDns dns = new ZoneDns().Add("contoso.com", DnsRecordType.MX, "smtp.contoso.com", 10).Add("smtp.contoso.com", DnsRecordType.A, "192.0.2.25");
        foreach (string record in records.Split('|').Where(r => r.Length > 0))
        {
            dns.Add("_mta-sts.contoso.com", DnsRecordType.TXT, record);
        }

        if (address == "silent")
        {
            dns.Silence("mta-sts.contoso.com", DnsRecordType.A);
        }
        else
        {
            foreach (string one in (address ?? string.Empty).Split(' ').Where(a => a.Length > 0))
            {
                dns.Add("mta-sts.contoso.com", DnsRecordType.A, one);
            }
        }

        http ??= new FakeHttp(failure is { } failed ? new HttpAnswer { Status = failed } : new HttpAnswer
        {
            Status = HttpStatus.Answered,
            Certificate = certificate ?? new ShownCertificate(Facts("mta-sts.contoso.com", 80, isSelfSigned: false), IsTrustedHere: true),
            Response = new HttpResponse
            {
                StatusCode = status,
                Headers = type is null ? [] : [new KeyValuePair<string, string>("Content-Type", type)],
                Body = Encoding.UTF8.GetBytes(body),
            },
        });
        FakeSmtp mail = smtp is null ? new FakeSmtp() : new FakeSmtp().With("192.0.2.25", "smtp.contoso.com");
        MailObserver observer = new(new MailDns(dns, [ZoneDns.Server]), mail, (_, _) => new CertificateReading(
            smtp is null ? null : new CertificateBundle { Certificates = [smtp], SignedBy = [null], IsOrdered = true }, null),
            new MailObserverOptions(25, "client.example", TimeSpan.FromSeconds(1), 0), new SemaphoreSlim(4), http);
        MailObservation seen = await observer.ObserveAsync(new MailCheck { Domain = Fqdn.Parse("contoso.com") }, TestContext.Current.CancellationToken);
        return MailRules.Judge(seen, Now).SingleOrDefault(l => l.Link == MailLink.MtaStsPolicy);
    }

    private static CertificateFacts Facts(string name, int daysLeft, bool isSelfSigned) => new()
    {
        Subject = "CN=x", CommonNames = ["x"], Issuer = "CN=CA", AlternativeNames = [new AlternativeName(AlternativeNameKind.Dns, name)],
        NotBefore = Now.AddDays(daysLeft - 365), NotAfter = Now.AddDays(daysLeft), IsSelfSigned = isSelfSigned,
    };

    /// <summary>A web server that gives one answer at every address.</summary>
    private sealed class FakeHttp(HttpAnswer answer) : IHttpProbe
    {
        public List<string> Asked { get; } = [];

        public Task<HttpAnswer> GetAsync(HttpTarget target, string address, TimeSpan timeout, CancellationToken cancel)
        {
            Asked.Add($"{address} {target.IsSecure} {target.Host} {target.Path}");
            return Task.FromResult(answer);
        }
    }
}
