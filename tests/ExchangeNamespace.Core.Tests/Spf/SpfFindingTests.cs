using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Spf;

/// <summary>Every finding is raised by a record that deserves it, no other with it, and stands on the page of findings.</summary>
public class SpfFindingTests
{
    /// <summary>What a record is said to be, and the codes that follow.</summary>
    public static TheoryData<string, string> Records => new()
    {
        { "v=spf1 ip4:192.0.2.10 -all", "" },
        { "v=spf1 a mx ~all", "" },
        { "", "EXN310" },
        { "v=spf1 a -all|v=spf1 mx -all", "EXN311" },
        { "v=spf1 ipv4:192.0.2.10 -all", "EXN312" },
        { "v=spf1 a a a a a a a a a a a -all", "EXN313" },
        { "v=spf1 a a a a a a a a a -all", "EXN314" },
        { "v=spf1 a:x1.contoso.com a:x2.contoso.com a:x3.contoso.com -all", "EXN315" },
        { "v=spf1 a:x1.contoso.com -all", "EXN316" },
        { "v=spf1 +all", "EXN317" },
        { "v=spf1 ip4:0.0.0.0/0 -all", "EXN317" },
        { "v=spf1 ptr -all", "EXN318" },
        { "v=spf1 -all mx", "EXN319" },
        { "v=spf1 -all redirect=spf.contoso.com", "EXN320" },
        { "v=spf1 mx", "EXN321" },
        { "v=spf1 include:x1.contoso.com -all", "EXN322" },
        { "v=spf1 include:bad.contoso.com -all", "EXN322" },
        { "v=spf1 " + string.Concat(Enumerable.Range(10, 30).Select(i => $"ip4:192.0.2.{i} ")) + "-all", "EXN323" },
        { "v=spf1 default=deny -all", "EXN324" },
        { "v=spf1 a:silent.contoso.com -all", "EXN325 EXN325" },
        { "v=spf1 mx:many.contoso.com -all", "EXN322" },
        { "v=spf1 mx:three.contoso.com -all", "EXN326" },
    };

    /// <summary>Options of New-SpfRecord, the record that exists, and the codes or fault that follow.</summary>
    public static TheoryData<string, string, string> Made => new()
    {
        { "192.0.2.10", "", "EXN330" },
        { "10.0.0.1", "", "EXN327 EXN330" },
        { "192.0.0.0/12", "", "EXN328 EXN330" },
        { "192.0.2.10", "v=spf1 a -all|v=spf1 mx -all", "EXN329 EXN330" },
        { "192.0.2.10", "v=spf1 -all mx", "EXN333 EXN330" },
        { "192.0.2.10 SoftFail", "v=spf1 mx -all", "EXN332 EXN330" },
        { "192.0.2.10 Fail", "v=spf1 mx ~all", "EXN332 EXN330" },
        { "192.0.2.10 Fail", "v=spf1 mx +all", "EXN332 EXN330" },
        { "192.0.2.10", "v=spf1 ptr -all", "EXN318 EXN330" },
        { "192.0.2.10", "v=spf1 mx +all", FaultIds.SpfAllowsEveryone },
        { "192.0.2.10", "v=spf1 a/0 -all", FaultIds.SpfAllowsEveryone },
        { "192.0.2.10 Pass", "", FaultIds.SpfAllowsEveryone },
        { "0.0.0.0/0", "", FaultIds.SpfAllowsEveryone },
        { "192.0.2.10", "v=spf1 ipv4:1.2.3.4 -all", FaultIds.SpfRecordInvalid },
        { "192.0.2.10", "v=spf1 a a:h1.contoso.com mx:contoso.com ptr a/24 a/25 a/26 a/27 a/28 a/29 a/30 -all", FaultIds.SpfTooManyLookups },
        { "192.0.2.10", "v=spf1 include:x1.contoso.com -all", FaultIds.SpfOtherRecordUnusable },
        { "192.0.2.10", "v=spf1 a:x1.contoso.com a:x2.contoso.com a:x3.contoso.com -all", FaultIds.SpfTooManyLookups },
        { "192.0.2.10 Fail", "v=spf1 redirect=spf.contoso.com", FaultIds.InputContradiction },
        { "192.0.2.300", "", FaultIds.AddressInvalid },
        { "192.0.2.0/33", "", FaultIds.AddressInvalid },
        { "", "", FaultIds.SpfSenderMissing },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public async Task A_record_is_judged(string records, string codes)
    {
        SpfSenderResult result = await new SpfEvaluator(Zone(records).Spf, 0).EvaluateAsync(
            SpfSender.Of(IPAddress.Parse(codes.StartsWith("EXN326", StringComparison.Ordinal) ? "2001:db8::1" : "198.51.100.9"), "bob@contoso.com", null), null, CancellationToken.None);

        Assert.Equal(codes, string.Join(' ', result.Findings.Select(f => f.Code)));
    }

    [Theory]
    [MemberData(nameof(Made))]
    public async Task A_record_is_made_with_what_is_to_be_said(string senders, string existing, string expected)
    {
        string[] said = senders.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<InputFault> faults = [];
        SpfRecordOptions? options = SpfRecordInputReader.Read(
            new SpfRecordInput { Domains = ["contoso.com"], Addresses = [.. said.Take(1)], All = said.Length > 1 ? Enum.Parse<SpfQualifier>(said[1]) : null }, faults);
        SpfMade? made = options is null ? null : Assert.Single(await new SpfRecordMaker(options, Zone(existing).Spf).MakeAsync(CancellationToken.None));

        Assert.Equal(expected, made?.Result is { } result ? string.Join(' ', result.Findings.Select(f => f.Code)) : Assert.Single(faults.Concat(made?.Faults ?? [])).Id);
        Assert.Equal(made?.Result is null, faults.Count + (made?.Faults.Count ?? 0) > 0);
    }

    [Fact]
    public async Task What_nobody_looked_up_is_said()
    {
        List<InputFault> faults = [];
        SpfRecordOptions options = SpfRecordInputReader.Read(new SpfRecordInput { Domains = ["contoso.com"], Includes = ["spf.mailer.example"] }, faults)!;

        SpfRecordResult result = (await new SpfRecordMaker(options, null).MakeAsync(CancellationToken.None))[0].Result!;

        Assert.Equal(["EXN331", "EXN330"], result.Findings.Select(f => f.Code));
        Assert.False(result.LookupsAreComplete);
    }

    [Fact]
    public void Every_code_is_on_the_page_and_is_tried_here()
    {
        string page = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot(), "docs", "findings.md"));
        string tried = string.Concat(Records.Select(r => r.Data.Item2).Concat(Made.Select(m => m.Data.Item3))) + "EXN331";

        Assert.All(typeof(SpfFindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!), code =>
        {
            Assert.Contains($"| {code} | ", page, StringComparison.Ordinal);
            Assert.Contains(code, tried, StringComparison.Ordinal);
        });
    }

    private static ZoneDns Zone(string records)
    {
        ZoneDns zone = new ZoneDns()
            .Add("contoso.com", DnsRecordType.A, "203.0.113.1")
            .Add("contoso.com", DnsRecordType.MX, "h1.contoso.com", 10)
            .Add("h1.contoso.com", DnsRecordType.A, "203.0.113.2").Add("h1.contoso.com", DnsRecordType.AAAA, "2001:db8::2")
            .Add("spf.contoso.com", DnsRecordType.TXT, "v=spf1 -all")
            .Add("bad.contoso.com", DnsRecordType.TXT, "v=spf1 moo -all")
            .Add("silent.contoso.com", DnsRecordType.TXT, "x");
        for (int i = 0; i < 11; i++)
        {
            zone.Add("many.contoso.com", DnsRecordType.MX, $"m{i}.contoso.com", i).Add($"m{i}.contoso.com", DnsRecordType.A, "203.0.113.9");
        }

        Enumerable.Range(0, 3).ToList().ForEach(i => zone.Add("three.contoso.com", DnsRecordType.MX, $"m{i}.contoso.com", i));
        zone.Silence("silent.contoso.com", DnsRecordType.A);
        records.Split('|', StringSplitOptions.RemoveEmptyEntries).ToList().ForEach(r => zone.Add("contoso.com", DnsRecordType.TXT, r));
        return zone;
    }
}
