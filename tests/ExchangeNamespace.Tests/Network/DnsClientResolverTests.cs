using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;
using ExchangeNamespace.SplitDns;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Network;

/// <summary>What a DNS server can do to its client, over real sockets.</summary>
public class DnsClientResolverTests
{
    private const string Name = "mail.contoso.com";
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    private static readonly Dictionary<string, (Func<DnsPacket, byte[]?> Answer, DnsAnswerStatus Status)> Cases = new()
    {
        ["address"] = (q => q.Answer(DnsPacket.Authoritative, [DnsPacket.Address(Name, "10.0.0.10")]), DnsAnswerStatus.Answered),
        ["no such record"] = (q => q.Answer(DnsPacket.Authoritative, authority: [DnsPacket.Start("contoso.com", "ns1.contoso.com")]), DnsAnswerStatus.NoData),
        ["no such record, no start of zone"] = (q => q.Answer(DnsPacket.Recursive), DnsAnswerStatus.NoData),
        ["no such name"] = (q => q.Answer(DnsPacket.Authoritative | 3, authority: [DnsPacket.Start("contoso.com", "ns1.contoso.com")]), DnsAnswerStatus.NxDomain),
        ["failure"] = (q => q.Answer(DnsPacket.Recursive | 2), DnsAnswerStatus.ServFail),
        ["refusal"] = (q => q.Answer(DnsPacket.Plain | 5), DnsAnswerStatus.Refused),
        ["not implemented"] = (q => q.Answer(DnsPacket.Plain | 4), DnsAnswerStatus.ServerError),
        ["referral"] = (q => q.Answer(DnsPacket.Plain, authority: [DnsPacket.NameServer("contoso.com", "ns1.contoso.com")]), DnsAnswerStatus.Lame),
        ["empty and not resolving"] = (q => q.Answer(DnsPacket.Plain), DnsAnswerStatus.Lame),
        ["wrong id"] = (q => q.Answer(DnsPacket.Authoritative, [DnsPacket.Address(Name, "10.0.0.66")], idOffset: 1), DnsAnswerStatus.WrongId),
        ["other name"] = (_ => new DnsPacket([.. _.Query[..12], .. DnsPacket.Encode("evil.contoso.com"), 0, 1, 0, 1], false).Answer(DnsPacket.Authoritative, [DnsPacket.Address(Name, "10.0.0.66")]), DnsAnswerStatus.WrongId),
        ["garbage"] = (_ => [.. Enumerable.Range(0, 40).Select(i => (byte)(i * 37))], DnsAnswerStatus.Malformed),
        ["garbage with the right id"] = (q => [q.Query[0], q.Query[1], 0x84, 0, 0, 1, 0, 9, 0, 0, 0, 0, 63, 1, 2], DnsAnswerStatus.Malformed),
        ["nothing in the packet"] = (_ => [], DnsAnswerStatus.Truncated),
        ["name that points to itself"] = (q => [.. q.Answer(DnsPacket.Authoritative)[..6], 0, 1, 0, 0, 0, 0, .. q.Answer(DnsPacket.Authoritative)[12..], 0xC0, (byte)q.Answer(DnsPacket.Authoritative).Length, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4], DnsAnswerStatus.Malformed),
        ["question sent back"] = (q => q.Query, DnsAnswerStatus.Lame),
        ["silence"] = (_ => null, DnsAnswerStatus.Timeout),
        ["cut short, TCP has it"] = (q => q.IsTcp ? Many(q) : q.Answer(DnsPacket.Truncated), DnsAnswerStatus.Answered),
        ["cut short, TCP closes"] = (q => q.IsTcp ? null : q.Answer(DnsPacket.Truncated), DnsAnswerStatus.Truncated),
        ["cut short over TCP too"] = (q => q.Answer(DnsPacket.Truncated), DnsAnswerStatus.Truncated),
        ["larger than announced"] = (q => q.Answer(DnsPacket.Authoritative, [.. Enumerable.Range(0, 300).Select(i => DnsPacket.Address(Name, $"10.0.{i / 256}.{i % 256}"))]), DnsAnswerStatus.Answered),
    };

    public static TheoryData<string> CaseNames => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public async Task Each_behaviour_has_its_status(string name)
    {
        using FakeDnsServer server = new(Cases[name].Answer);
        IDnsResolver resolver = DnsFactory.Create(Cases[name].Status == DnsAnswerStatus.Timeout ? Short : Long, 0);

        DnsAnswer answer = await resolver.AskAsync(At(server), new DnsQuestion(Name, DnsRecordType.A), CancellationToken.None);

        Assert.Equal(Cases[name].Status, answer.Status);
        Assert.Equal(At(server), answer.Server);
    }

    [Theory]
    [InlineData("mail.xn--mller-kva.example")]
    [InlineData("_autodiscover._tcp.contoso.com")]
    [InlineData("3.xn--fiqs8s")]
    public async Task Names_are_asked_and_read_in_their_ascii_form(string name)
    {
        using FakeDnsServer server = new(q => q.Answer(DnsPacket.Authoritative, [DnsPacket.Alias(q.Name, "a." + name), DnsPacket.Address("a." + name, "10.0.0.10")]));

        DnsAnswer answer = await DnsFactory.Create(Long, 0).AskAsync(At(server), new DnsQuestion(name, DnsRecordType.A), CancellationToken.None);

        Assert.Equal(
            (DnsAnswerStatus.Answered, name + "|a." + name, "a." + name + "|10.0.0.10"),
            (answer.Status, string.Join('|', answer.Records.Select(r => r.Owner)), string.Join('|', answer.Records.Select(r => r.Value))));
    }

    [Fact]
    public async Task An_answer_over_tcp_is_whole()
    {
        using FakeDnsServer server = new(Cases["cut short, TCP has it"].Answer);

        DnsAnswer answer = await DnsFactory.Create(Long, 0).AskAsync(At(server), new DnsQuestion(Name, DnsRecordType.A), CancellationToken.None);

        Assert.Equal(250, answer.Records.Count);
        Assert.True(answer.Authoritative);
    }

    [Fact]
    public async Task A_closed_port_is_unreachable_or_silent_but_no_fault_of_the_name()
    {
        int port;
        using (FakeDnsServer server = new(_ => null))
        {
            port = server.Port;
        }

        DnsAnswer answer = await DnsFactory.Create(Short, 0).AskAsync(new DnsServerAddress("127.0.0.1", port), new DnsQuestion(Name, DnsRecordType.A), CancellationToken.None);

        Assert.True(answer.Status is DnsAnswerStatus.Timeout or DnsAnswerStatus.Unreachable, answer.Status.ToString());
    }

    [Fact]
    public async Task A_retry_asks_again_and_takes_the_answer_in_time()
    {
        int asked = 0;
        using FakeDnsServer server = new(q => Interlocked.Increment(ref asked) == 1 ? null : q.Answer(DnsPacket.Authoritative, [DnsPacket.Address(Name, "10.0.0.10")]));

        DnsAnswer answer = await DnsFactory.Create(TimeSpan.FromSeconds(5), 1).AskAsync(At(server), new DnsQuestion(Name, DnsRecordType.A), CancellationToken.None);

        Assert.Equal((DnsAnswerStatus.Answered, 2), (answer.Status, server.Questions));
    }

    [Fact]
    public async Task Nothing_is_remembered()
    {
        using FakeDnsServer server = new(Cases["address"].Answer);
        IDnsResolver resolver = DnsFactory.Create(Long, 0);

        await resolver.AskAsync(At(server), new DnsQuestion(Name, DnsRecordType.A), CancellationToken.None);
        await resolver.AskAsync(At(server), new DnsQuestion(Name, DnsRecordType.A), CancellationToken.None);

        Assert.Equal(2, server.Questions);
    }

    [Fact]
    public async Task Cancelling_ends_a_wait_for_a_silent_server()
    {
        using CancellationTokenSource cancel = new();
        using FakeDnsServer server = new(_ =>
        {
            cancel.Cancel();
            return null;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            DnsFactory.Create(TimeSpan.FromMinutes(10), 0).AskAsync(At(server), new DnsQuestion(Name, DnsRecordType.A), cancel.Token));
    }

    [Fact]
    public async Task Aliases_without_end_come_to_an_end()
    {
        using FakeDnsServer server = new(q => q.Answer(DnsPacket.Authoritative, [DnsPacket.Alias(q.Name, "x" + (int.TryParse(q.Name.Split('.')[0][1..], out int n) ? n + 1 : 0) + ".contoso.com")]));

        HostLookup lookup = await HostLookup.AskAsync(DnsFactory.Create(Long, 0), At(server), Name, CancellationToken.None);

        Assert.Equal((DnsAnswerStatus.AliasEndless, RecordLookup.LongestChain + 1), (lookup.Status, lookup.Chain.Count));
    }

    [Trait("Takes", "Long")]
    [Fact]
    public async Task Mutated_packets_do_no_harm()
    {
        int packets = RandomCases.Of(1500, 20_000);
        int seed = 0;
        byte[]? Mutate(DnsPacket q)
        {
            Random random = new(Interlocked.Increment(ref seed));
            byte[] packet = q.Answer(DnsPacket.Authoritative,
                [DnsPacket.Alias(Name, "a.contoso.com"), DnsPacket.Address("a.contoso.com", "10.0.0.10"), DnsPacket.Record(Name, DnsPacket.Mx, [0, 10, 0xC0, 12]), DnsPacket.Record(Name, DnsPacket.Srv, [0, 0, 0, 0, 1, 0xBB, 0xC0, 12])],
                [DnsPacket.Start("contoso.com", "ns1.contoso.com"), DnsPacket.Record(Name, 16, [5, 65, 66, 67, 68, 69]), DnsPacket.Record(Name, 41, [0, 3, 0, 4, 1, 2, 3, 4])]);
            for (int i = random.Next(1, 6); i > 0; i--)
            {
                // The id stays mostly right, or nothing behind the header would be read.
                int at = random.Next(random.Next(8) == 0 ? 0 : 2, packet.Length);
                packet[at] = random.Next(3) switch { 0 => 0xC0, 1 => (byte)random.Next(256), _ => (byte)(packet[at] ^ (1 << random.Next(8))) };
            }

            return random.Next(4) == 0 ? packet[..random.Next(packet.Length)] : packet;
        }

        using FakeDnsServer server = new(Mutate);
        IDnsResolver resolver = DnsFactory.Create(Long, 0);
        DnsRecordType[] kinds = [.. Enum.GetValues<DnsRecordType>().Where(k => k != DnsRecordType.Address)];
        int unusable = 0;
        await Parallel.ForAsync(0, packets, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, cancel) =>
        {
            DnsAnswer answer = await resolver.AskAsync(At(server), new DnsQuestion(Name, kinds[i % kinds.Length]), cancel);
            if (answer.Status is DnsAnswerStatus.Malformed or DnsAnswerStatus.WrongId)
            {
                Interlocked.Increment(ref unusable);
            }
        });

        Assert.InRange(unusable, 30, packets);
        Assert.True(server.Questions >= packets);
    }

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 3, 0, 255, 46, 0 })]
    [InlineData(new byte[] { 4, 97, 46, 92, 32, 1, 10, 0 })]
    [InlineData(new byte[] { 8, 120, 110, 45, 45, 45, 45, 45, 45, 0 })]
    public async Task A_strange_alias_target_does_no_harm(byte[] target)
    {
        using FakeDnsServer server = new(q => q.Name == Name
            ? q.Answer(DnsPacket.Authoritative, [DnsPacket.Record(Name, DnsPacket.Cname, target)])
            : q.Answer(DnsPacket.Authoritative | 3));

        HostLookup lookup = await HostLookup.AskAsync(DnsFactory.Create(Long, 0), At(server), Name, CancellationToken.None);

        Assert.True(lookup.Status is DnsAnswerStatus.NxDomain or DnsAnswerStatus.Malformed or DnsAnswerStatus.WrongId, lookup.Status.ToString());
        Assert.Empty(lookup.Addresses);
    }

    [Trait("Takes", "Long")]
    [Fact]
    public async Task Mutated_packets_reach_a_verdict()
    {
        int seed = 0;
        using FakeDnsServer server = new(q =>
        {
            Random random = new(Interlocked.Increment(ref seed));
            byte[] packet = q.Answer(DnsPacket.Authoritative, [DnsPacket.Alias(q.Name, "a.contoso.com"), DnsPacket.Address("a.contoso.com", "10.0.0.10")], [DnsPacket.Start("contoso.com", "ns1.contoso.com")]);
            packet[random.Next(2, packet.Length)] = (byte)random.Next(256);
            return packet;
        });
        SplitDnsObserver observer = new(DnsFactory.Create(Long, 0), [At(server)], [At(server)]);

        for (int i = RandomCases.Of(40, 1000); i > 0; i--)
        {
            NameCheck check = SplitDnsCheckPlanner.Plan(Fqdn.Parse(Name), hairpin: false);
            SplitDnsName name = SplitDnsNameVerdict.Judge(check, await observer.ObserveNameAsync(check.Name, CancellationToken.None));
            SplitDnsZone zone = SplitDnsZoneVerdict.Judge(await observer.ObserveZoneAsync(name.Zone, "exn-0", [], CancellationToken.None), new ZoneNames(), planned: null);

            Assert.All(name.Findings.Concat(zone.Findings), f => Assert.Matches("^EXN1[23][0-9]$", f.Code));
        }
    }

    private static byte[] Many(DnsPacket q) => q.Answer(DnsPacket.Authoritative, [.. Enumerable.Range(0, 250).Select(i => DnsPacket.Address(Name, "10.0.1." + i))]);

    private static DnsServerAddress At(FakeDnsServer server) => new("127.0.0.1", server.Port);
}
