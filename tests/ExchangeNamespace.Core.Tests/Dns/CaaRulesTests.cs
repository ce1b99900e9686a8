using System;
using System.Linq;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.SplitDns;
using ExchangeNamespace.Tests.Spf;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Dns;

/// <summary>CAA records by the sections of RFC 8659, and what RFC 8657 binds issuance to.</summary>
public class CaaRulesTests
{
    private static readonly Fqdn Issuer = Fqdn.Parse("letsencrypt.org");

    /// <summary>Records as owner, flags, tag and value; a bar stands between two of them.</summary>
    [Theory]
    [InlineData("3: none up to the root", "mail.contoso.com", "", "")]
    [InlineData("4.2: the authority is named", "mail.contoso.com", "contoso.com 0 issue letsencrypt.org", "")]
    [InlineData("4.2: case does not count", "mail.contoso.com", "contoso.com 0 ISSUE LetsEncrypt.org", "")]
    [InlineData("4.2: one of several", "mail.contoso.com", "contoso.com 0 issue ca.example|contoso.com 0 issue letsencrypt.org", "")]
    [InlineData("4.2: another authority", "mail.contoso.com", "contoso.com 0 issue ca.example", "EXN145")]
    [InlineData("4.2: none at all", "mail.contoso.com", "contoso.com 0 issue ;", "EXN145")]
    [InlineData("4.2: none at all, with space", "mail.contoso.com", "contoso.com 0 issue  ; x=y", "EXN145")]
    [InlineData("4.2: a name that only begins alike", "mail.contoso.com", "contoso.com 0 issue letsencrypt.org.evil.example", "EXN145")]
    [InlineData("4.2: without an issue record nothing is forbidden", "mail.contoso.com", "contoso.com 0 iodef mailto:a@contoso.com", "")]
    [InlineData("3: the nearest name decides", "mail.contoso.com", "mail.contoso.com 0 issue letsencrypt.org|contoso.com 0 issue ca.example", "")]
    [InlineData("3: the nearest name decides against", "mail.contoso.com", "mail.contoso.com 0 issue ca.example|contoso.com 0 issue letsencrypt.org", "EXN145")]
    [InlineData("3: nearest without an issue record", "mail.contoso.com", "mail.contoso.com 0 iodef mailto:a@b.example|contoso.com 0 issue ca.example", "")]
    [InlineData("3: a top-level domain counts too", "mail.contoso.com", "com 0 issue ca.example", "EXN145")]
    [InlineData("4.3: issuewild does not count for a host", "mail.contoso.com", "contoso.com 0 issuewild ca.example|contoso.com 0 issue letsencrypt.org", "")]
    [InlineData("4.3: issuewild counts for a wildcard", "*.contoso.com", "contoso.com 0 issuewild ca.example|contoso.com 0 issue letsencrypt.org", "EXN145")]
    [InlineData("4.3: issuewild allows a wildcard", "*.contoso.com", "contoso.com 0 issuewild letsencrypt.org|contoso.com 0 issue ca.example", "")]
    [InlineData("4.3: issue counts for a wildcard without issuewild", "*.contoso.com", "contoso.com 0 issue ca.example", "EXN145")]
    [InlineData("4.3: issuewild none", "*.contoso.com", "contoso.com 0 issuewild ;|contoso.com 0 issue letsencrypt.org", "EXN145")]
    [InlineData("4.1: an unknown tag", "mail.contoso.com", "contoso.com 0 future x|contoso.com 0 issue letsencrypt.org", "")]
    [InlineData("4.1: an unknown critical tag", "mail.contoso.com", "contoso.com 128 future x|contoso.com 0 issue letsencrypt.org", "EXN146")]
    [InlineData("4.1: a known critical tag", "mail.contoso.com", "contoso.com 128 issue letsencrypt.org", "")]
    [InlineData("4.1: critical and forbidden", "mail.contoso.com", "contoso.com 128 future x|contoso.com 0 issue ca.example", "EXN146 EXN145")]
    [InlineData("8657: an account", "mail.contoso.com", "contoso.com 0 issue letsencrypt.org;accounturi=https://acme.example/1", "EXN147")]
    [InlineData("8657: a method", "mail.contoso.com", "contoso.com 0 issue letsencrypt.org; validationmethods=dns-01", "EXN147")]
    [InlineData("8657: one record free", "mail.contoso.com", "contoso.com 0 issue letsencrypt.org;accounturi=https://a.example/1|contoso.com 0 issue letsencrypt.org", "")]
    [InlineData("8657: the account of another authority", "mail.contoso.com", "contoso.com 0 issue ca.example;accounturi=https://a.example/1|contoso.com 0 issue letsencrypt.org", "")]
    public async Task Each_section_decides(string section, string name, string records, string codes)
    {
        Finding[] findings = await Judge(name, Zone(records));

        Assert.True(codes == string.Join(' ', findings.Select(f => f.Code)), section);
        Assert.All(findings, f => Assert.Equal(f.Code == SplitDnsFindingCodes.CaaForbids ? FindingSeverity.Error : FindingSeverity.Warning, f.Severity));
    }

    [Fact]
    public async Task What_DNS_does_not_tell_is_open_even_above_the_name()
    {
        ZoneDns dns = Zone("com 0 issue ca.example");
        dns.Silence("contoso.com", DnsRecordType.CAA);

        Assert.Equal([SplitDnsFindingCodes.CaaNotTold], (await Judge("mail.contoso.com", dns)).Select(f => f.Code));
    }

    /// <summary>3: the records of the target of an alias count, and its parents do not.</summary>
    [Fact]
    public async Task An_alias_is_followed_for_its_own_name_alone()
    {
        ZoneDns dns = Zone("hoster.example 0 issue ca.example").Add("autodiscover.contoso.com", DnsRecordType.CNAME, "autodiscover.hoster.example");
        Assert.Empty(await Judge("autodiscover.contoso.com", dns));

        ZoneDns own = Zone("autodiscover.hoster.example 0 issue ca.example").Add("autodiscover.contoso.com", DnsRecordType.CNAME, "autodiscover.hoster.example");
        Assert.Equal([SplitDnsFindingCodes.CaaForbids], (await Judge("autodiscover.contoso.com", own)).Select(f => f.Code));
    }

    /// <summary>Whatever stands in a value: its authority is what stands before the first semicolon, and messages hold printable text.</summary>
    [Fact]
    public async Task Hostile_values_allow_nothing_and_are_shown_in_visible_form()
    {
        Random random = new(8659);
        string[] pieces = ["letsencrypt.org", ";", " ", "\t", "=", "accounturi", "\u001b[2J", "\0", "é", "x", "."];
        for (int i = 0; i < RandomCases.Of(usual: 500, full: 20_000); i++)
        {
            string value = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => pieces[random.Next(pieces.Length)]));
            ZoneDns dns = new ZoneDns().AddCaa("contoso.com", 0, "issue", value);
            Finding[] findings = await Judge("contoso.com", dns);
            bool isAllowed = value.Split(';')[0].Trim(' ', '\t') == "letsencrypt.org";

            Assert.Equal(!isAllowed, findings.Any(f => f.Code == SplitDnsFindingCodes.CaaForbids));
            Assert.All(findings, f => Assert.All(f.Message + f.Remedy + string.Concat(f.Values), c => Assert.InRange(c, ' ', '~')));
        }
    }

    private static ZoneDns Zone(string records)
    {
        ZoneDns dns = new();
        foreach (string[] parts in records.Split('|').Where(r => r.Length > 0).Select(r => r.Split([' '], 4)))
        {
            dns.AddCaa(parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), parts[2], parts[3]);
        }

        return dns;
    }

    private static async Task<Finding[]> Judge(string name, ZoneDns dns)
    {
        bool isWildcard = name[0] == '*';
        Fqdn host = Fqdn.Parse(isWildcard ? name.Substring(2) : name);
        CaaObservation seen = await CaaObservation.AskAsync(dns, [ZoneDns.Server], new CaaQuestion(host, isWildcard), TestContext.Current.CancellationToken);
        return [.. CaaRules.Judge(host, seen, Issuer)];
    }
}
