using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Spf;

/// <summary>Records and senders that mean harm: the check ends, within its limits, and shows nothing raw.</summary>
public class HostileRecordTests
{
    private const int Mutations = 5000;

    public static TheoryData<string, string, SpfResult> Evil => new()
    {
        { "a megabyte", "v=spf1 " + new string('a', 1 << 20) + " -all", SpfResult.PermError },
        { "a text as long as a record can be", "v=spf1 " + string.Concat(Enumerable.Repeat("ip4:192.0.2.1 ", 4600)) + "-all", SpfResult.Fail },
        { "thousands of terms that ask", "v=spf1 " + string.Concat(Enumerable.Repeat("a ", 20000)) + "-all", SpfResult.PermError },
        { "an include of itself", "v=spf1 include:evil.example -all", SpfResult.PermError },
        { "a redirection to itself", "v=spf1 redirect=evil.example", SpfResult.PermError },
        { "an include that grows", "v=spf1 include:%{d}.%{d}.%{d}.evil.example -all", SpfResult.PermError },
        { "macros without end", "v=spf1 exists:" + string.Concat(Enumerable.Repeat("%{s}.%{l}.%{h}.", 2000)) + "evil.example -all", SpfResult.Fail },
        { "a macro of a huge number", "v=spf1 exists:%{d99999999999999999999r}.evil.example -all", SpfResult.Fail },
        { "an open macro", "v=spf1 exists:%{d", SpfResult.PermError },
        { "a percent sign at the end", "v=spf1 exists:evil.example%", SpfResult.PermError },
        { "control characters", "v=spf1 \u001b[31mip4:192.0.2.1\u0007 -all", SpfResult.PermError },
        { "a line break", "v=spf1 ip4:192.0.2.1\r\n-all", SpfResult.PermError },
        { "look-alike letters", "v=spf1 \u0456p4:192.0.2.1 -all", SpfResult.PermError },
        { "a prefix beyond numbers", "v=spf1 ip4:192.0.2.1/99999999999999999999 -all", SpfResult.PermError },
        { "an octal address", "v=spf1 ip4:192.0.2.010 -all", SpfResult.PermError },
        { "a zone in an address", "v=spf1 ip6:fe80::1%eth0 -all", SpfResult.PermError },
        { "only blanks", "v=spf1" + new string(' ', 60000), SpfResult.Neutral },
    };

    [Theory]
    [MemberData(nameof(Evil))]
    public async Task An_evil_record_ends_within_its_limits(string what, string record, SpfResult expected)
    {
        ZoneDns zone = new ZoneDns().Add("evil.example", DnsRecordType.TXT, record).Add("evil.example", DnsRecordType.A, "198.51.100.1");

        SpfSenderResult result = await Judge(zone, "198.51.100.9", "bob@evil.example");

        Assert.True(result.Result == expected, $"{what}: {result.Result}: {result.Reason}");
        Assert.InRange(result.Lookups, 0, SpfRecord.MostLookups + 1);
        Assert.InRange(zone.Questions, 1, 100);
        Assert.InRange(result.Trace.Count, 0, SpfTrace.MostSteps);
        AssertVisible(result);
    }

    [Fact]
    public async Task A_record_with_eleven_exchangers_and_a_sender_with_a_hundred_names_stay_within_bounds()
    {
        ZoneDns zone = new ZoneDns().Add("evil.example", DnsRecordType.TXT, "v=spf1 ptr mx -all");
        for (int i = 0; i < 100; i++)
        {
            zone.Add("9.100.51.198.in-addr.arpa", DnsRecordType.PTR, $"n{i}.evil.example").Add("evil.example", DnsRecordType.MX, $"m{i}.evil.example", i);
        }

        SpfSenderResult result = await Judge(zone, "198.51.100.9", "bob@evil.example");

        Assert.Equal(SpfResult.PermError, result.Result);
        Assert.InRange(zone.Questions, 1, 40);
        Assert.Contains(result.Findings, f => f.Code == SpfFindingCodes.UsesPtr);
    }

    [Fact]
    public async Task A_tree_of_includes_is_left_at_the_limit()
    {
        ZoneDns zone = new();
        for (int i = 0; i < 2000; i++)
        {
            zone.Add(i == 0 ? "evil.example" : $"r{i}.evil.example", DnsRecordType.TXT, $"v=spf1 include:r{(2 * i) + 1}.evil.example include:r{(2 * i) + 2}.evil.example ?all");
        }

        SpfSenderResult result = await Judge(zone, "198.51.100.9", "bob@evil.example");

        Assert.Equal(SpfResult.PermError, result.Result);
        Assert.InRange(zone.Questions, 1, 100);
        Assert.False(result.Cost!.IsComplete);
        Assert.Contains(result.Findings, f => f.Code == SpfFindingCodes.TooManyLookups);
    }

    [Theory]
    [InlineData("a'; Remove-Item / #@evil.example")]
    [InlineData("\"quoted @ part\"@evil.example")]
    [InlineData("\u001b]0;title\u0007@evil.example")]
    [InlineData("m\u00fcller@evil.example")]
    [InlineData("@@@evil.example")]
    [InlineData("a@b@evil.example")]
    [InlineData("%{s}%{l}%%@evil.example")]
    public async Task A_local_part_may_hold_anything(string mailFrom)
    {
        ZoneDns zone = new ZoneDns()
            .Add("evil.example", DnsRecordType.TXT, "v=spf1 exists:%{l}.%{s}.ok.example -all exp=why.evil.example")
            .Add("why.evil.example", DnsRecordType.TXT, "%{s} may not: http://evil.example/?%{S}");

        SpfSenderResult result = await Judge(zone, "198.51.100.9", mailFrom);

        Assert.Equal(SpfResult.Fail, result.Result);
        Assert.Contains("may not: http://evil.example/?", result.Explanation, StringComparison.Ordinal);
        AssertVisible(result);
    }

    [Theory]
    [InlineData("::ffff:192.0.2.10", SpfResult.Pass, "192.0.2.10")]
    [InlineData("192.0.2.10", SpfResult.Pass, "192.0.2.10")]
    [InlineData("2001:db8::10", SpfResult.Fail, "2001:db8::10")]
    public async Task An_address_that_came_mapped_is_an_IPv4_address(string sender, SpfResult expected, string shown)
    {
        ZoneDns zone = new ZoneDns().Add("contoso.com", DnsRecordType.TXT, "v=spf1 ip4:192.0.2.0/28 ip6:::ffff:0:0/96 -all");

        SpfSenderResult result = await Judge(zone, sender, "bob@contoso.com");

        Assert.Equal((expected, shown), (result.Result, result.IPAddress));
    }

    [Fact]
    public async Task An_internationalised_domain_is_asked_by_its_ascii_form()
    {
        ZoneDns zone = new ZoneDns().Add("xn--mller-kva.example", DnsRecordType.TXT, "v=spf1 ip4:192.0.2.10 -all");

        Assert.Equal(SpfResult.Pass, (await Judge(zone, "192.0.2.10", "bob@m\u00fcller.example")).Result);
    }

    [Fact]
    public async Task Mutated_records_neither_crash_nor_hang()
    {
        string[] seeds =
        [
            "v=spf1 ip4:192.0.2.0/28 ip6:2001:db8::/32 a:mail.evil.example/24//64 mx/28 include:i.evil.example -all exp=why.evil.example",
            "v=spf1 exists:%{l1r-}.%{ir}.%{v}._spf.%{d2} ptr:evil.example ?a ~mx:evil.example redirect=i.evil.example",
            "v=spf1 +a:%{h} -exists:%%%_%-.%{p}.evil.example unknown=%{c}%{r}%{t} -all",
        ];
        Random random = new(7208);
        for (int i = 0; i < Mutations; i++)
        {
            string record = Mutate(seeds[i % seeds.Length], random);
            ZoneDns zone = new ZoneDns().Add("evil.example", DnsRecordType.TXT, record).Add("evil.example", DnsRecordType.MX, "mail.evil.example", 10)
                .Add("mail.evil.example", DnsRecordType.A, "198.51.100.1").Add("i.evil.example", DnsRecordType.TXT, Mutate(seeds[0], random)).Add("why.evil.example", DnsRecordType.TXT, Mutate("%{s} %{p} no", random));

            SpfSenderResult result = await Judge(zone, i % 2 == 0 ? "198.51.100.9" : "2001:db9::9", "bob-x@evil.example");

            Assert.True(Enum.IsDefined(result.Result) && zone.Questions <= 200, record);
            AssertVisible(result);
        }
    }

    private static string Mutate(string text, Random random)
    {
        StringBuilder mutated = new(text);
        for (int n = random.Next(1, 6); n > 0; n--)
        {
            int at = random.Next(7, mutated.Length);
            switch (random.Next(4))
            {
                case 0:
                    mutated[at] = (char)random.Next(1, 300);
                    break;
                case 1:
                    mutated.Remove(at, Math.Min(random.Next(1, 8), mutated.Length - at));
                    break;
                case 2:
                    mutated.Insert(at, "%{}:/=.- "[random.Next(9)]);
                    break;
                default:
                    mutated.Insert(at, text.AsSpan(random.Next(text.Length / 2), random.Next(1, text.Length / 2)));
                    break;
            }

            if (mutated.Length < 8)
            {
                break;
            }
        }

        return mutated.ToString();
    }

    private static void AssertVisible(SpfSenderResult result)
    {
        IEnumerable<string?> texts = result.Trace.SelectMany(s => new[] { s.Domain, s.Term, s.Reason })
            .Concat(result.Findings.SelectMany(f => f.Values.Append(f.Message).Append(f.Subject)))
            .Concat([result.MailFrom, result.HelloName, result.Domain, result.Reason, result.Term, result.Record, result.Explanation]);
        Assert.All(texts.OfType<string>(), t => Assert.True(t.All(c => c is >= ' ' and <= '~'), t));
    }

    private static Task<SpfSenderResult> Judge(ZoneDns zone, string address, string mailFrom) =>
        new SpfEvaluator(zone.Spf, 0).EvaluateAsync(SpfSender.Of(IPAddress.Parse(address), mailFrom, "mail.evil.example"), null, CancellationToken.None);
}
