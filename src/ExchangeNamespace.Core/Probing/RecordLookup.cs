using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Probing;

/// <summary>What one server says about one kind of record of one name, aliases followed.</summary>
internal sealed class RecordLookup
{
    /// <summary>A chain longer than this does not end; resolvers give up earlier.</summary>
    public const int LongestChain = 32;

    public required DnsServerAddress Server { get; init; }

    public required DnsAnswerStatus Status { get; init; }

    /// <summary>The records at the end of the aliases.</summary>
    public IReadOnlyList<DnsAnswerRecord> Records { get; init; } = [];

    /// <summary>The targets of the aliases, in order.</summary>
    public IReadOnlyList<string> Chain { get; init; } = [];

    public bool Authoritative { get; init; }

    public int? Ttl { get; init; }

    /// <summary>Whether the server has proved every answer on the way by signatures.</summary>
    public bool IsAuthenticated { get; init; }

    public bool IsConclusive => Status <= DnsAnswerStatus.AliasEndless;

    /// <summary>Asks one server.</summary>
    /// <param name="resolver">Who asks.</param>
    /// <param name="server">The server.</param>
    /// <param name="name">The name: lower case, no final dot.</param>
    /// <param name="kind">The kind of record.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="isSigned">Whether signatures are asked for too.</param>
    public static async Task<RecordLookup> AskAsync(IDnsResolver resolver, DnsServerAddress server, string name, DnsRecordType kind,
        CancellationToken cancel, bool isSigned = false)
    {
        bool isAuthenticated = true;
        List<string> chain = [];
        string current = name;
        int? ttl = null;
        bool? authoritative = null;
        while (true)
        {
            string asked = current;
            DnsAnswer answer = await resolver.AskAsync(server, new DnsQuestion(asked, kind, isSigned), cancel).ConfigureAwait(false);
            isAuthenticated &= answer.IsAuthenticated;
            authoritative ??= answer.Authoritative;
            while (answer.Of(DnsRecordType.CNAME).FirstOrDefault(r => r.Owner == current) is { } alias)
            {
                ttl = Smaller(ttl, alias.Ttl);
                current = alias.Value;
                bool isLoop = current == name || chain.Contains(current);
                chain.Add(current);
                if (isLoop)
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
                return Result(DnsAnswerStatus.Answered, found);
            }

            // A server need not follow an alias for its client, and fails where it tires of a long chain, so the client does.
            if (current == asked || answer.Status is not (DnsAnswerStatus.Answered or DnsAnswerStatus.ServFail))
            {
                return Result(answer.Status == DnsAnswerStatus.Answered ? DnsAnswerStatus.NoData : answer.Status, []);
            }
        }

        RecordLookup Result(DnsAnswerStatus status, IReadOnlyList<DnsAnswerRecord> records) => new()
        {
            Server = server,
            Status = status,
            Records = records,
            Chain = chain,
            Authoritative = authoritative == true,
            Ttl = ttl,
            IsAuthenticated = isAuthenticated,
        };
    }

    private static int Smaller(int? known, int value) => known < value ? known.Value : value;
}
