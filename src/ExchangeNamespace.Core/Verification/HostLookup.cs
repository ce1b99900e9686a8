using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Verification;

/// <summary>What one server says about the addresses of one name, aliases followed.</summary>
internal sealed class HostLookup
{
    /// <summary>A chain longer than this does not end; resolvers give up earlier.</summary>
    public const int LongestChain = 32;

    public required DnsServerAddress Server { get; init; }

    public required DnsAnswerStatus Status { get; init; }

    /// <summary>What became of the other address family where one answered: a failure there is worth knowing, no records are not.</summary>
    public DnsAnswerStatus OtherStatus { get; init; } = DnsAnswerStatus.NoData;

    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>The targets of the aliases, in order.</summary>
    public IReadOnlyList<string> Chain { get; init; } = [];

    public bool Authoritative { get; init; }

    public int? Ttl { get; init; }

    public bool IsConclusive => Conclusive(Status);

    public static bool Conclusive(DnsAnswerStatus status) => status <= DnsAnswerStatus.AliasEndless;

    public static async Task<HostLookup> AskAsync(IDnsResolver resolver, DnsServerAddress server, string name, CancellationToken cancel)
    {
        HostLookup[] both = await Task.WhenAll(
            FollowAsync(resolver, server, name, DnsRecordKind.A, cancel),
            FollowAsync(resolver, server, name, DnsRecordKind.AAAA, cancel)).ConfigureAwait(false);
        return Join(both[0], both[1]);
    }

    private static HostLookup Join(HostLookup four, HostLookup six)
    {
        HostLookup leading = four.Status == DnsAnswerStatus.Answered ? four
            : six.Status == DnsAnswerStatus.Answered ? six
            : !four.IsConclusive ? four
            : !six.IsConclusive ? six
            : four;
        HostLookup other = ReferenceEquals(leading, four) ? six : four;
        return new HostLookup
        {
            Server = leading.Server,
            Status = leading.Status,
            OtherStatus = other.Status,
            Addresses = [.. four.Addresses.OrderBy(a => a, StringComparer.Ordinal), .. six.Addresses.OrderBy(a => a, StringComparer.Ordinal)],
            Chain = leading.Chain,
            Authoritative = leading.Authoritative,
            Ttl = other.Ttl < leading.Ttl ? other.Ttl : leading.Ttl,
        };
    }

    private static async Task<HostLookup> FollowAsync(IDnsResolver resolver, DnsServerAddress server, string name, DnsRecordKind kind, CancellationToken cancel)
    {
        HashSet<string> seen = new(StringComparer.Ordinal) { name };
        List<string> chain = [];
        string current = name;
        int? ttl = null;
        bool? authoritative = null;
        while (true)
        {
            string asked = current;
            DnsAnswer answer = await resolver.AskAsync(server, new DnsQuestion(asked, kind), cancel).ConfigureAwait(false);
            authoritative ??= answer.Authoritative;
            while (answer.Of(DnsRecordKind.CNAME).FirstOrDefault(r => r.Owner == current) is { } alias)
            {
                ttl = Smaller(ttl, alias.Ttl);
                current = alias.Value;
                chain.Add(current);
                if (!seen.Add(current))
                {
                    return Result(DnsAnswerStatus.AliasLoop, []);
                }

                if (chain.Count > LongestChain)
                {
                    return Result(DnsAnswerStatus.AliasEndless, []);
                }
            }

            List<DnsAnswerRecord> found = [.. answer.Of(kind).Where(r => r.Owner == current)];
            if (found.Count > 0)
            {
                ttl = Smaller(ttl, found.Min(r => r.Ttl));
                return Result(DnsAnswerStatus.Answered, [.. found.Select(r => r.Value).Distinct(StringComparer.Ordinal)]);
            }

            // A server need not follow an alias for its client, and fails where it tires of a long chain, so the client does.
            if (current == asked || answer.Status is not (DnsAnswerStatus.Answered or DnsAnswerStatus.ServFail))
            {
                return Result(answer.Status == DnsAnswerStatus.Answered ? DnsAnswerStatus.NoData : answer.Status, []);
            }
        }

        HostLookup Result(DnsAnswerStatus status, IReadOnlyList<string> addresses) => new()
        {
            Server = server,
            Status = status,
            Addresses = addresses,
            Chain = chain,
            Authoritative = authoritative == true,
            Ttl = ttl,
        };
    }

    private static int Smaller(int? known, int value) => known < value ? known.Value : value;
}
