using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.SplitDns;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Verification;

/// <summary>What is concluded from the answers of two views.</summary>
public class SplitDnsVerdictTests
{
    private const string Zone = "contoso.com";
    private const string Label = "exn-0123456789abcdef";
    private const string OutRecords = "mail.contoso.com A 192.0.2.10; www.contoso.com A 192.0.2.80; autodiscover.contoso.com A 192.0.2.10; contoso.com MX 10:mail.contoso.com";
    private const string InRecords = "mail.contoso.com A 10.0.0.10; www.contoso.com A 192.0.2.80; autodiscover.contoso.com A 10.0.0.10; contoso.com MX 10:mail.contoso.com";

    public static TheoryData<string, string, string, SplitDnsStatus, string> NamesWithoutPlan => new()
    {
        { Zone, "mail.contoso.com A 10.0.0.10", "mail.contoso.com A 192.0.2.10", SplitDnsStatus.Split, "" },
        { Zone, "mail.contoso.com A 10.0.0.10", "", SplitDnsStatus.InternalOnly, "" },
        { Zone, "", "mail.contoso.com A 192.0.2.10", SplitDnsStatus.ExternalOnly, "" },
        { Zone, "", "", SplitDnsStatus.Unresolved, "EXN126" },
        { "", "", "mail.contoso.com A 192.0.2.10", SplitDnsStatus.SameAnswer, "" },
        { Zone, "mail.contoso.com A 192.0.2.10", "mail.contoso.com A 192.0.2.10", SplitDnsStatus.SameAnswer, "EXN130" },
        { Zone, "mail.contoso.com A 10.0.0.10", "mail.contoso.com A 10.0.0.10", SplitDnsStatus.SameAnswer, "EXN129" },
        { Zone, "mail.contoso.com AAAA fd00::1", "mail.contoso.com AAAA 2001:db8::1", SplitDnsStatus.Split, "" },
        { Zone, "mail.contoso.com A 10.0.0.10", "mail.contoso.com AAAA fd00::1", SplitDnsStatus.Split, "EXN129" },
        { "mail.contoso.com", "mail.contoso.com A 10.0.0.10", "mail.contoso.com A 192.0.2.10", SplitDnsStatus.Split, "" },
        { "mail.contoso.com", "mail.contoso.com CNAME ex.contoso.com", "mail.contoso.com A 192.0.2.10; ex.contoso.com A 192.0.2.11", SplitDnsStatus.Split, "EXN130 EXN134" },
        { Zone, "mail.contoso.com CNAME a.contoso.com; a.contoso.com CNAME mail.contoso.com", "mail.contoso.com A 192.0.2.10", SplitDnsStatus.ExternalOnly, "EXN132" },
        { Zone, "mail.contoso.com CNAME a.contoso.com", "mail.contoso.com A 192.0.2.10", SplitDnsStatus.ExternalOnly, "" },
    };

    public static TheoryData<string, string, SplitDnsStatus, bool?, string> NamesWithPlan => new()
    {
        { "mail.contoso.com A 10.0.0.10", "mail.contoso.com A 192.0.2.10", SplitDnsStatus.SplitAsPlanned, true, "" },
        { "mail.contoso.com A 192.0.2.10", "mail.contoso.com A 10.0.0.10", SplitDnsStatus.WrongAddress, false, "EXN128" },
        { "mail.contoso.com A 10.0.0.99", "mail.contoso.com A 192.0.2.10", SplitDnsStatus.WrongAddress, false, "EXN127" },
        { "mail.contoso.com A 10.0.0.10; mail.contoso.com A 10.0.0.99", "mail.contoso.com A 192.0.2.10", SplitDnsStatus.WrongAddress, false, "EXN127" },
        { "mail.contoso.com A 10.0.0.10", "mail.contoso.com A 192.0.2.99", SplitDnsStatus.WrongAddress, false, "EXN127" },
        { "mail.contoso.com A 10.0.0.10", "mail.contoso.com A 10.0.0.10", SplitDnsStatus.WrongAddress, false, "EXN129" },
        { "mail.contoso.com A 192.0.2.10", "mail.contoso.com A 192.0.2.10", SplitDnsStatus.WrongAddress, false, "EXN127" },
        { "", "mail.contoso.com A 192.0.2.10", SplitDnsStatus.ExternalOnly, false, "EXN124" },
        { "mail.contoso.com A 10.0.0.10", "", SplitDnsStatus.InternalOnly, false, "EXN125" },
        { "", "", SplitDnsStatus.Unresolved, false, "EXN126" },
    };

    [Theory]
    [MemberData(nameof(NamesWithoutPlan))]
    public async Task A_name_without_a_plan(string insideZones, string inside, string outside, SplitDnsStatus status, string codes)
    {
        SplitDnsName verdict = await Judge(new ScriptedDns().With(ScriptedDns.Inside, insideZones, inside).With(ScriptedDns.Outside, Zone, outside));

        Assert.Equal((status, codes, (bool?)null), (verdict.Status, Codes(verdict.Findings), verdict.AsPlanned));
        Assert.Equal(Zone, verdict.Zone.Value);
    }

    [Theory]
    [MemberData(nameof(NamesWithPlan))]
    public async Task A_name_with_a_plan(string inside, string outside, SplitDnsStatus status, bool? asPlanned, string codes)
    {
        SplitDnsName verdict = await Judge(new ScriptedDns().With(ScriptedDns.Inside, Zone, inside).With(ScriptedDns.Outside, Zone, outside), Planned());

        Assert.Equal((status, codes, asPlanned), (verdict.Status, Codes(verdict.Findings), verdict.AsPlanned));
    }

    [Theory]
    [InlineData("mail.contoso.com A 10.0.0.99", 301, "EXN127 EXN141")]
    [InlineData("mail.contoso.com A 10.0.0.99", 300, "EXN127")]
    [InlineData("mail.contoso.com A 10.0.0.99", 60, "EXN127 EXN142")]
    [InlineData("mail.contoso.com A 10.0.0.10", 86400, "")]
    [InlineData("mail.contoso.com A 10.0.0.10", 300, "")]
    [InlineData("mail.contoso.com A 10.0.0.10", 299, "EXN142 EXN142")]
    public async Task A_wrong_answer_that_caches_keep_for_long_is_said_beside_it(string inside, int seconds, string codes)
    {
        ScriptedDns dns = new ScriptedDns { TimeToLive = seconds }.With(ScriptedDns.Inside, Zone, inside)
            .With(ScriptedDns.Outside, Zone, "mail.contoso.com A 192.0.2.10");

        SplitDnsName verdict = await Judge(dns, Planned());

        Assert.Equal(codes, Codes(verdict.Findings));
    }

    /// <summary>The earliest cut-over is the lowering and the old time to live (RFC 1035 3.2.1: a cache may keep an answer that long).</summary>
    [Theory]
    [InlineData("10.0.0.99", 3600, 61, "EXN127 EXN143")]
    [InlineData("10.0.0.99", 3600, 60, "EXN127 EXN143")]
    [InlineData("10.0.0.99", 3600, 59, "EXN127 EXN144")]
    [InlineData("10.0.0.99", 86400, 1439, "EXN127 EXN144")]
    [InlineData("10.0.0.99", 300, 1, "EXN127")]
    [InlineData("10.0.0.10", 86400, 1, "")] // right already, so it does not change
    public async Task A_time_to_live_is_judged_for_the_cut_over(string inside, int seconds, int minutes, string codes)
    {
        ScriptedDns dns = new ScriptedDns { TimeToLive = seconds }.With(ScriptedDns.Inside, Zone, "mail.contoso.com A " + inside)
            .With(ScriptedDns.Outside, Zone, "mail.contoso.com A 192.0.2.10");
        DateTime now = new(2026, 12, 5, 19, 0, 0, DateTimeKind.Utc);

        SplitDnsName verdict = await Judge(dns, Planned(), new CutOver(now.AddMinutes(minutes), now, TimeZoneInfo.Utc));

        Assert.Equal(codes, Codes(verdict.Findings));
    }

    [Fact]
    public async Task The_cut_over_says_by_when_to_lower_and_until_when_caches_hold_and_without_a_plan_each_name_changes()
    {
        ScriptedDns dns = new ScriptedDns { TimeToLive = 3600 }.With(ScriptedDns.Inside, Zone, "mail.contoso.com A 10.0.0.10")
            .With(ScriptedDns.Outside, Zone, "mail.contoso.com A 192.0.2.10");
        DateTime now = new(2026, 12, 5, 19, 0, 0, DateTimeKind.Utc);

        SplitDnsName early = await Judge(dns, cutOver: new CutOver(now.AddHours(3), now, TimeZoneInfo.Utc));
        SplitDnsName late = await Judge(dns, cutOver: new CutOver(now.AddMinutes(10), now, TimeZoneInfo.Utc));

        Assert.Equal(
            ["The answer of the inside may be kept for 3600 seconds: for the cut-over of 2026-12-05 22:00 its time to live must be lowered by 2026-12-05 21:00."],
            early.Findings.Where(f => f.Code == "EXN143").Select(f => f.Message).Take(1));
        Assert.Equal(2, early.Findings.Count(f => f.Code == "EXN143"));
        Assert.Contains("until 2026-12-05 20:00", late.Findings.First(f => f.Code == "EXN144").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DnsAnswerStatus.Timeout, "EXN120")]
    [InlineData(DnsAnswerStatus.Unreachable, "EXN120")]
    [InlineData(DnsAnswerStatus.ServFail, "EXN121")]
    [InlineData(DnsAnswerStatus.Refused, "EXN121")]
    [InlineData(DnsAnswerStatus.ServerError, "EXN121")]
    [InlineData(DnsAnswerStatus.Lame, "EXN122")]
    [InlineData(DnsAnswerStatus.WrongId, "EXN123")]
    [InlineData(DnsAnswerStatus.Malformed, "EXN123")]
    [InlineData(DnsAnswerStatus.Truncated, "EXN123")]
    public async Task A_server_that_cannot_tell_says_nothing_against_the_name(DnsAnswerStatus failure, string code)
    {
        ScriptedDns dns = new ScriptedDns().With(ScriptedDns.Inside, Zone, "", failure).With(ScriptedDns.Outside, Zone, OutRecords);

        SplitDnsName verdict = await Judge(dns, Planned());
        SplitDnsZone zone = await JudgeZone(dns, DnsModel.Split);

        Assert.Equal((SplitDnsStatus.Inconclusive, code, (bool?)null), (verdict.Status, Codes(verdict.Findings), verdict.AsPlanned));
        Assert.Equal(((DnsModel?)null, (bool?)null, (bool?)null, code), (zone.Model, zone.HostedInside, zone.AsPlanned, Codes(zone.Findings)));
    }

    [Fact]
    public async Task A_wrong_answer_counts_though_the_other_view_is_silent()
    {
        SplitDnsName verdict = await Judge(new ScriptedDns().With(ScriptedDns.Inside, Zone, "", DnsAnswerStatus.Timeout).With(ScriptedDns.Outside, Zone, "mail.contoso.com A 192.0.2.99"), Planned());

        Assert.Equal((SplitDnsStatus.WrongAddress, false, "EXN120 EXN127"), (verdict.Status, verdict.AsPlanned, Codes(verdict.Findings)));
    }

    [Fact]
    public async Task A_name_that_the_plan_keeps_inside_may_be_refused_outside()
    {
        NameCheck check = new() { Name = Name, IsPlanned = true, Internal = new ViewExpectation { Addresses = ["10.0.0.10"] } };

        SplitDnsName verdict = await Judge(new ScriptedDns().With(ScriptedDns.Inside, Zone, InRecords).With(ScriptedDns.Outside, Zone, "", DnsAnswerStatus.Refused), check);

        Assert.Equal((SplitDnsStatus.InternalOnly, true, ""), (verdict.Status, verdict.AsPlanned, Codes(verdict.Findings)));
    }

    [Fact]
    public async Task A_second_server_tells_where_the_first_is_silent()
    {
        DnsServerAddress second = new("10.0.0.2", 53);
        ScriptedDns dns = new ScriptedDns().With(ScriptedDns.Inside, Zone, "", DnsAnswerStatus.Timeout).With(second, Zone, InRecords).With(ScriptedDns.Outside, Zone, OutRecords);

        SplitDnsName verdict = SplitDnsNameVerdict.Judge(Planned(), await dns.Observer(ScriptedDns.Inside, second).ObserveNameAsync(Name, CancellationToken.None));
        ZoneObservation zone = await dns.Observer(ScriptedDns.Inside, second).ObserveZoneAsync(Fqdn.Parse(Zone), Label, [], CancellationToken.None);

        Assert.Equal((SplitDnsStatus.SplitAsPlanned, ""), (verdict.Status, Codes(verdict.Findings)));
        Assert.Equal("EXN120", Codes(SplitDnsZoneVerdict.Judge(zone, new ZoneNames(), DnsModel.Split).Findings));
    }

    [Fact]
    public async Task Servers_of_one_view_that_disagree_are_named()
    {
        DnsServerAddress second = new("10.0.0.2", 53);
        ScriptedDns dns = new ScriptedDns().With(ScriptedDns.Inside, Zone, InRecords).With(second, Zone, "mail.contoso.com A 10.0.0.77").With(ScriptedDns.Outside, Zone, OutRecords);

        SplitDnsName verdict = SplitDnsNameVerdict.Judge(Planned(), await dns.Observer(ScriptedDns.Inside, second).ObserveNameAsync(Name, CancellationToken.None));

        Finding finding = Assert.Single(verdict.Findings);
        Assert.Equal(("EXN131", "10.0.0.1: 10.0.0.10|10.0.0.2: 10.0.0.77"), (finding.Code, string.Join('|', finding.Values)));
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(8, "")]
    [InlineData(9, "EXN133")]
    [InlineData(20, "EXN133")]
    public async Task Aliases_are_followed_to_the_end(int steps, string codes)
    {
        string chain = "mail.contoso.com CNAME s1.contoso.com; " + string.Concat(Enumerable.Range(1, steps - 1).Select(i => $"s{i}.contoso.com CNAME s{i + 1}.contoso.com; ")) + $"s{steps}.contoso.com A 10.0.0.10";

        SplitDnsName verdict = await Judge(new ScriptedDns().With(ScriptedDns.Inside, Zone, chain).With(ScriptedDns.Outside, Zone, OutRecords), Planned());

        Assert.Equal((SplitDnsStatus.SplitAsPlanned, codes, steps), (verdict.Status, Codes(verdict.Findings), verdict.Internal.AliasChain.Count));
    }

    [Fact]
    public async Task A_planned_alias_is_compared_by_its_target()
    {
        NameCheck check = new() { Name = Name, IsPlanned = true, Internal = new ViewExpectation { Alias = "ex01.contoso.com" } };
        ScriptedDns good = new ScriptedDns().With(ScriptedDns.Inside, Zone, "mail.contoso.com CNAME ex01.contoso.com; ex01.contoso.com A 10.0.0.10").With(ScriptedDns.Outside, Zone, OutRecords);
        ScriptedDns stale = new ScriptedDns().With(ScriptedDns.Inside, Zone, "mail.contoso.com CNAME old.contoso.com; old.contoso.com A 10.0.0.10").With(ScriptedDns.Outside, Zone, OutRecords);

        Assert.Equal("", Codes((await Judge(good, check)).Findings));
        Assert.Equal("EXN127", Codes((await Judge(stale, check)).Findings));
    }

    [Fact]
    public async Task A_public_address_inside_is_right_where_hairpin_is_declared()
    {
        ScriptedDns dns = new ScriptedDns().With(ScriptedDns.Inside, Zone, "mail.contoso.com A 192.0.2.10").With(ScriptedDns.Outside, Zone, OutRecords);

        Assert.Equal("", Codes((await Judge(dns, SplitDnsCheckPlanner.Plan(Name, hairpin: true))).Findings));
    }

    [Fact]
    public async Task A_full_copy_inside_is_split()
    {
        SplitDnsZone zone = await JudgeZone(new ScriptedDns().With(ScriptedDns.Inside, Zone, InRecords).With(ScriptedDns.Outside, Zone, OutRecords), DnsModel.Split);

        Assert.Equal((DnsModel.Split, true, true, ""), (zone.Model, zone.HostedInside, zone.AsPlanned, Codes(zone.Findings)));
        Assert.Equal(["10 mail.contoso.com"], zone.MailExchangers);
    }

    [Fact]
    public async Task No_copy_inside_is_separate()
    {
        SplitDnsZone zone = await JudgeZone(new ScriptedDns().With(ScriptedDns.Inside, "corp.local", "").With(ScriptedDns.Outside, Zone, OutRecords), DnsModel.Split);

        Assert.Equal((DnsModel.Separate, false, false, "EXN137"), (zone.Model, zone.HostedInside, zone.AsPlanned, Codes(zone.Findings)));
    }

    [Fact]
    public async Task Zones_of_single_hosts_inside_are_pinpoint()
    {
        SplitDnsZone zone = await JudgeZone(
            new ScriptedDns().With(ScriptedDns.Inside, "mail.contoso.com", "mail.contoso.com A 10.0.0.10").With(ScriptedDns.Outside, Zone, OutRecords), DnsModel.Pinpoint);

        Assert.Equal((DnsModel.Pinpoint, "mail.contoso.com", true, ""), (zone.Model, string.Join(' ', zone.PinpointZones), zone.AsPlanned, Codes(zone.Findings)));
    }

    [Fact]
    public async Task A_zone_that_the_outside_delegates_is_no_pinpoint_zone()
    {
        SplitDnsZone zone = await JudgeZone(new ScriptedDns().With(ScriptedDns.Inside, "", "").With(ScriptedDns.Outside, "contoso.com mail.contoso.com", OutRecords), planned: null);

        Assert.Equal((DnsModel.Separate, ""), (zone.Model, string.Join(' ', zone.PinpointZones)));
    }

    [Fact]
    public async Task What_the_copy_lacks_is_listed()
    {
        SplitDnsZone zone = await JudgeZone(
            new ScriptedDns().With(ScriptedDns.Inside, Zone, "").With(ScriptedDns.Outside, Zone, OutRecords + "; _autodiscover._tcp.contoso.com SRV mail.contoso.com:443"), DnsModel.Split);

        Assert.Equal(["autodiscover.contoso.com", "mail.contoso.com", "www.contoso.com", "MX contoso.com", "SRV _autodiscover._tcp.contoso.com"], zone.MissingInside);
        Assert.Equal("EXN138", Codes(zone.Findings));
    }

    [Fact]
    public async Task What_only_a_wildcard_answers_outside_is_not_missing_inside()
    {
        SplitDnsZone zone = await JudgeZone(
            new ScriptedDns().With(ScriptedDns.Inside, Zone, InRecords).With(ScriptedDns.Outside, Zone, OutRecords + "; *.contoso.com A 192.0.2.200"), DnsModel.Split);

        Assert.Equal(("EXN135", 0), (Codes(zone.Findings), zone.MissingInside.Count));
    }

    [Theory]
    [InlineData("443", "")]
    [InlineData("8443", "EXN136 EXN136")]
    public async Task The_service_record_must_lead_to_port_443(string port, string codes)
    {
        string srv = "; _autodiscover._tcp.contoso.com SRV mail.contoso.com:" + port;

        Assert.Equal(codes, Codes((await JudgeZone(new ScriptedDns().With(ScriptedDns.Inside, Zone, InRecords + srv).With(ScriptedDns.Outside, Zone, OutRecords + srv), DnsModel.Split)).Findings));
    }

    [Fact]
    public async Task Only_the_named_servers_are_asked_and_only_for_what_was_named()
    {
        ScriptedDns dns = new ScriptedDns().With(ScriptedDns.Inside, Zone, InRecords).With(ScriptedDns.Outside, Zone, OutRecords);

        await Judge(dns);
        Assert.Equal(6, dns.Asked.Count);
        await JudgeZone(dns, planned: null);

        Assert.Equivalent(new[] { ScriptedDns.Inside, ScriptedDns.Outside }, dns.Asked.Select(a => a.Server).Distinct(), strict: true);
        Assert.All(dns.Asked, a => Assert.EndsWith(Zone, a.Question.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_gives_the_names_of_both_views_with_what_they_are_to_answer()
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Plans.Members(("Name", "EX01"), ("IPAddress", "10.0.0.10")) },
            ("ExternalHost", "mail.exoip.com"), ("ADDomain", "exoip.local"), ("DnsModel", "Pinpoint"), ("ExchangeVersion", "2019"), ("ExternalIPAddress", "192.0.2.10"));

        IReadOnlyList<NameCheck> checks = SplitDnsCheckPlanner.Plan(plan, hairpin: false);

        Assert.Equal(["mail.exoip.com", "autodiscover.exoip.com"], checks.Select(c => c.Name.Value));
        Assert.All(checks, c => Assert.Equal((true, "exoip.com", "10.0.0.10", "192.0.2.10"), (c.IsPinpoint, c.Zone!.Value, c.Internal!.Addresses.Single(), c.External!.Addresses.Single())));
    }

    [Fact]
    public void One_model_for_all_zones_is_a_word_and_different_ones_are_a_map()
    {
        Fqdn a = Fqdn.Parse("a.com"), b = Fqdn.Parse("b.com");

        Assert.Equal("Split", SplitDnsModel.Of([(a, DnsModel.Split), (b, DnsModel.Split)])!.DnsModel);
        Assert.Equal("a.com=Split, b.com=Pinpoint", SplitDnsModel.Of([(a, DnsModel.Split), (b, DnsModel.Pinpoint)])!.ToString());
        Assert.Equal("a.com=Split", SplitDnsModel.Of([(a, DnsModel.Split), (b, null)])!.ToString());
        Assert.Null(SplitDnsModel.Of([(a, null)]));
    }

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1")]
    [InlineData(" 10.0.0.1:5353 ", "10.0.0.1:5353")]
    [InlineData("2001:DB8::1", "2001:db8::1")]
    [InlineData("[2001:db8::1]", "2001:db8::1")]
    [InlineData("[2001:db8::1]:5353", "[2001:db8::1]:5353")]
    public void A_server_is_an_address_with_or_without_a_port(string text, string expected)
    {
        Assert.True(DnsServerAddress.TryParse(text, "ExternalServer", out DnsServerAddress? server, out _));
        Assert.Equal(expected, server.ToString());
    }

    [Theory]
    [InlineData("", "AddressInvalid")]
    [InlineData("dns.contoso.com", "AddressInvalid")]
    [InlineData("10.1", "AddressInvalid")]
    [InlineData("10.0.0.1:", "ValueOutOfRange")]
    [InlineData("10.0.0.1:0", "ValueOutOfRange")]
    [InlineData("10.0.0.1:65536", "ValueOutOfRange")]
    [InlineData("10.0.0.1:+5", "ValueOutOfRange")]
    [InlineData("[2001:db8::1]53", "AddressInvalid")]
    public void Other_texts_are_no_server(string text, string id)
    {
        Assert.False(DnsServerAddress.TryParse(text, "ExternalServer", out _, out InputFault? fault));
        Assert.Equal((id, "ExternalServer"), (fault.Id, fault.Parameter));
    }

    [Theory]
    [InlineData("10.0.0.1", true)]
    [InlineData("172.15.255.255", false)]
    [InlineData("172.16.0.1", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.168.1.1", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("100.128.0.1", false)]
    [InlineData("169.254.0.1", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("192.0.2.1", false)]
    [InlineData("::1", true)]
    [InlineData("::", true)]
    [InlineData("fd00::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("2001:db8::1", false)]
    [InlineData("::ffff:10.0.0.1", true)]
    public void Private_addresses_are_known(string address, bool isPrivate) => Assert.Equal(isPrivate, AddressScope.IsPrivate(address));

    [Fact]
    public void Codes_are_numbered_without_a_gap_and_stand_on_the_page_of_findings()
    {
        string[] codes = [.. typeof(SplitDnsFindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];
        string page = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot(), "docs", "findings.md"));

        Assert.Equal(Enumerable.Range(120, codes.Length).Select(i => "EXN" + i.ToString(CultureInfo.InvariantCulture)), codes);
        Assert.All(codes, c => Assert.Single(Regex.Matches(page, $@"^\| {c} \|", RegexOptions.Multiline)));
    }

    private static readonly Fqdn Name = Fqdn.Parse("mail.contoso.com");

    private static NameCheck Planned() => new()
    {
        Name = Name,
        Zone = Fqdn.Parse(Zone),
        IsPlanned = true,
        Internal = new ViewExpectation { Addresses = ["10.0.0.10"] },
        External = new ViewExpectation { Addresses = ["192.0.2.10"] },
    };

    private static async Task<SplitDnsName> Judge(ScriptedDns dns, NameCheck? check = null, CutOver? cutOver = null) => SplitDnsNameVerdict.Judge(
        check ?? SplitDnsCheckPlanner.Plan(Name, hairpin: false), await dns.Observer().ObserveNameAsync(Name, CancellationToken.None), cutOver);

    private static async Task<SplitDnsZone> JudgeZone(ScriptedDns dns, DnsModel? planned)
    {
        Fqdn zone = Fqdn.Parse(Zone);
        NameCheck check = Planned();
        NameObservation seen = await dns.Observer().ObserveNameAsync(Name, CancellationToken.None);
        ZoneNames names = new();
        names.Add(zone, seen, SplitDnsNameVerdict.Judge(check, seen));
        return SplitDnsZoneVerdict.Judge(await dns.Observer().ObserveZoneAsync(zone, Label, [], CancellationToken.None), names, planned);
    }

    private static string Codes(IEnumerable<Finding> findings)
    {
        Finding[] all = [.. findings];
        Assert.All(all, f => Assert.Matches("[.]$", f.Message));
        Assert.All(all, f => Assert.NotEmpty(f.Remedy));
        Assert.All(all, f => Assert.Matches("^S[0-9]+$", f.Rule));
        return string.Join(' ', all.Select(f => f.Code).Order(StringComparer.Ordinal));
    }
}
