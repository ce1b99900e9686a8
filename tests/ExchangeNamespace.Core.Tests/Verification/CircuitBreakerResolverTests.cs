using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using Xunit;

namespace ExchangeNamespace.Tests.Verification;

/// <summary>A server that does not answer is asked no more, but with a rare probe; others are not concerned.</summary>
public class CircuitBreakerResolverTests
{
    private static readonly DnsServerAddress Dead = new("192.0.2.1", 53);
    private static readonly DnsServerAddress Alive = new("192.0.2.2", 53);

    [Fact]
    public async Task A_dead_server_is_given_up_and_probed_ever_more_rarely()
    {
        Script script = new();
        CircuitBreakerResolver guard = new(script);

        DnsAnswerStatus[] said = await AskAsync(guard, Dead, 20000);

        Assert.All(said, s => Assert.Equal(DnsAnswerStatus.Timeout, s));

        // 64, 128 ... 4096 held back, then 4096 each time.
        Assert.Equal(CircuitBreakerResolver.MostSilent + 9, script.Asked.Count(s => s == Dead));
    }

    [Fact]
    public async Task A_server_that_lives_is_always_asked()
    {
        Script script = new();
        CircuitBreakerResolver guard = new(script);

        await AskAsync(guard, Dead, 100);
        DnsAnswerStatus[] said = await AskAsync(guard, Alive, 500);

        Assert.All(said, s => Assert.Equal(DnsAnswerStatus.NoData, s));
        Assert.Equal(500, script.Asked.Count(s => s == Alive));
    }

    [Fact]
    public async Task An_answer_in_between_keeps_the_way_open_and_one_to_a_probe_opens_it()
    {
        Script script = new() { Answers = n => n % CircuitBreakerResolver.MostSilent == 0 };
        CircuitBreakerResolver guard = new(script);
        await AskAsync(guard, Dead, 1000);
        Assert.Equal(1000, script.Asked.Count);

        script = new() { Answers = n => n > CircuitBreakerResolver.MostSilent };
        DnsAnswerStatus[] said = await AskAsync(new CircuitBreakerResolver(script), Dead, 1000);
        Assert.Equal(CircuitBreakerResolver.MostSilent + CircuitBreakerResolver.FirstPause - 1, said.Count(s => s == DnsAnswerStatus.Timeout));
        Assert.All(said.Skip(CircuitBreakerResolver.MostSilent + CircuitBreakerResolver.FirstPause), s => Assert.Equal(DnsAnswerStatus.NoData, s));
    }

    [Fact]
    public async Task A_refusal_is_an_answer()
    {
        Script script = new() { Status = DnsAnswerStatus.Refused };
        await AskAsync(new CircuitBreakerResolver(script), Dead, 100);
        Assert.Equal(100, script.Asked.Count);
    }

    private static async Task<DnsAnswerStatus[]> AskAsync(CircuitBreakerResolver guard, DnsServerAddress server, int count)
    {
        List<DnsAnswerStatus> said = [];
        for (int i = 0; i < count; i++)
        {
            said.Add((await guard.AskAsync(server, new DnsQuestion($"n{i}.contoso.com", DnsRecordType.A), CancellationToken.None)).Status);
        }

        return [.. said];
    }

    private sealed class Script : IDnsResolver
    {
        public List<DnsServerAddress> Asked { get; } = [];

        public System.Func<int, bool> Answers { get; init; } = _ => false;

        public DnsAnswerStatus Status { get; init; } = DnsAnswerStatus.Timeout;

        public Task<DnsAnswer> AskAsync(DnsServerAddress server, DnsQuestion question, CancellationToken cancel)
        {
            Asked.Add(server);
            bool answers = server == Alive || Answers(Asked.Count);
            return Task.FromResult(new DnsAnswer { Server = server, Status = answers ? DnsAnswerStatus.NoData : Status });
        }
    }
}
