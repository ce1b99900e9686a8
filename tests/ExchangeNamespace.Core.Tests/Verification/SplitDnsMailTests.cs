using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.SplitDns;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Verification;

/// <summary>The mail exchangers against the plan, and targets that are aliases.</summary>
public class SplitDnsMailTests
{
    private const string Zone = "contoso.com";
    private const string Base = "mail.contoso.com A 192.0.2.10;";

    [Theory]
    [InlineData("contoso.com MX 10:mail.contoso.com", true, "")]
    [InlineData("contoso.com MX 50:mail.contoso.com", true, "")]
    [InlineData("contoso.com MX 10:old.contoso.com", false, "EXN139")]
    [InlineData("contoso.com MX 10:mail.contoso.com;contoso.com MX 20:old.contoso.com", false, "EXN139")]
    [InlineData("contoso.com TXT x", false, "EXN139")]
    [InlineData("contoso.com MX 10:mail.contoso.com;_autodiscover._tcp.contoso.com SRV mail.contoso.com:443", true, "")]
    [InlineData("contoso.com MX 10:mail.contoso.com;_autodiscover._tcp.contoso.com SRV web.contoso.com:443;web.contoso.com CNAME mail.contoso.com", true, "EXN140 EXN140")]
    [InlineData("contoso.com MX 10:alias.contoso.com;alias.contoso.com CNAME mail.contoso.com", false, "EXN139 EXN140 EXN140")]
    public async Task Exchangers_are_compared_and_aliases_found(string records, bool asPlanned, string codes)
    {
        ScriptedDns dns = new ScriptedDns().With(ScriptedDns.Outside, Zone, Base + records).With(ScriptedDns.Inside, "", "");

        SplitDnsZone zone = await Judge(dns);

        Assert.Equal((asPlanned, codes), (zone.MailAsPlanned == true, string.Join(' ', zone.Findings.Select(f => f.Code))));
        Assert.Equal(asPlanned, zone.AsPlanned == true);
    }

    [Fact]
    public async Task A_view_that_cannot_tell_says_nothing_against_the_exchangers()
    {
        ScriptedDns dns = new ScriptedDns().With(ScriptedDns.Outside, Zone, Base, DnsAnswerStatus.Timeout).With(ScriptedDns.Inside, "", "", DnsAnswerStatus.Refused);

        SplitDnsZone zone = await Judge(dns);

        Assert.Null(zone.MailAsPlanned);
        Assert.All(zone.Findings, f => Assert.Contains(f.Code, new[] { SplitDnsFindingCodes.ServerSilent, SplitDnsFindingCodes.ServerRefuses }));
    }

    [Fact]
    public void The_plan_says_which_exchangers_a_zone_has()
    {
        NamespacePlan plan = Plans.Make(new object[] { "EX01" }, ("ExternalHost", "mail.contoso.com"), ("MailHost", "mail.contoso.com"), ("ExchangeVersion", "2019"), ("DnsModel", "Split"), ("MailChildDomain", new[] { "news.contoso.com" }));

        Assert.Equal(
            [
                "contoso.com External mail.contoso.com", "news.contoso.com External mail.contoso.com",
                "contoso.com Internal mail.contoso.com", "news.contoso.com Internal mail.contoso.com",
            ],
            SplitDnsCheckPlanner.PlanMail(plan)[Fqdn.Parse(Zone)].Select(m => $"{m.Domain} {m.View} {string.Join(",", m.Exchangers)}"));
    }

    private static async Task<SplitDnsZone> Judge(ScriptedDns dns)
    {
        MailExpectation[] mail = [new MailExpectation(Fqdn.Parse(Zone), DnsView.External, ["mail.contoso.com"])];
        return SplitDnsZoneVerdict.Judge(await dns.Observer().ObserveZoneAsync(Fqdn.Parse(Zone), "exn-0", mail, CancellationToken.None), new ZoneNames(), DnsModel.Separate);
    }
}
