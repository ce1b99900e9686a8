using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using DnsClient;
using DnsClient.Protocol;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;
using WireQuestion = DnsClient.DnsQuestion;

namespace ExchangeNamespace.Probes;

/// <summary>DNS on the wire: UDP with EDNS, TCP where an answer is cut short, no cache, no other server than the one asked.</summary>
internal sealed class DnsClientResolver : IDnsResolver
{
    /// <summary>What every path of the Internet carries unbroken (DNS flag day 2020).</summary>
    private const int UdpSize = 1232;

    /// <summary>The library does not publish the type.</summary>
    private const string WrongIdException = "DnsXidMismatchException";

    private static readonly IReadOnlyDictionary<DnsResponseCode, DnsAnswerStatus> Codes = new Dictionary<DnsResponseCode, DnsAnswerStatus>
    {
        [DnsResponseCode.NotExistentDomain] = DnsAnswerStatus.NxDomain,
        [DnsResponseCode.ServerFailure] = DnsAnswerStatus.ServFail,
        [DnsResponseCode.Refused] = DnsAnswerStatus.Refused,
    };

    private readonly ConcurrentDictionary<DnsServerAddress, NameServer[]> _servers = new();
    private readonly LookupClient _client;
    private readonly DnsQueryOptions _udp;
    private readonly DnsQueryOptions _tcp;
    private readonly DnsQueryOptions _signed;
    private readonly DnsQueryOptions _signedTcp;

    public DnsClientResolver(TimeSpan timeout, int retries)
    {
        _client = new LookupClient(new LookupClientOptions { AutoResolveNameServers = false });
        _udp = Options(timeout, retries, tcp: false);
        _tcp = Options(timeout, retries, tcp: true);
        _signed = Options(timeout, retries, tcp: false, isSigned: true);
        _signedTcp = Options(timeout, retries, tcp: true, isSigned: true);
    }

    public async Task<DnsAnswer> AskAsync(DnsServerAddress server, Probing.DnsQuestion question, CancellationToken cancel)
    {
        NameServer[] servers = _servers.GetOrAdd(server, s => [new NameServer(AddressSyntax.Read(s.Address), s.Port)]);
        DnsAnswer answer = await AskAsync(server, servers, question, question.IsSigned ? _signed : _udp, cancel).ConfigureAwait(false);
        if (answer.Status != DnsAnswerStatus.Truncated)
        {
            return answer;
        }

        DnsAnswer whole = await AskAsync(server, servers, question, question.IsSigned ? _signedTcp : _tcp, cancel).ConfigureAwait(false);
        return whole.Status is DnsAnswerStatus.Timeout or DnsAnswerStatus.Unreachable ? answer : whole;
    }

    private async Task<DnsAnswer> AskAsync(
        DnsServerAddress server, NameServer[] servers, Probing.DnsQuestion question, DnsQueryOptions options, CancellationToken cancel)
    {
        try
        {
            // In here, because the name may be the target of an alias, which a server chose.
            WireQuestion wire = new(question.Name, Type(question.Kind));
            return Read(server, question, await _client.QueryServerAsync(servers, wire, options, cancel).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            cancel.ThrowIfCancellationRequested();

            // A server must not be able to end the run: whatever its packet did to the library says that the packet is bad.
            return new DnsAnswer { Server = server, Status = Status(exception) };
        }
    }

    private static DnsQueryOptions Options(TimeSpan timeout, int retries, bool tcp, bool isSigned = false) => new()
    {
        UseCache = false,
        CacheFailedResults = false,

        // Done here, so that an answer cut short can be told from no answer.
        UseTcpFallback = false,
        UseTcpOnly = tcp,
        ThrowDnsErrors = false,
        ContinueOnDnsError = false,
        ContinueOnEmptyResponse = false,
        UseRandomNameServer = false,
        EnableAuditTrail = false,
        Recursion = true,
        ExtendedDnsBufferSize = UdpSize,

        // A resolver that validates says so to a client that asks for signatures (RFC 6840 5.8).
        RequestDnsSecRecords = isSigned,
        Timeout = timeout,
        Retries = retries,
    };

    internal static DnsAnswerStatus Status(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e.GetType().Name == WrongIdException)
            {
                return DnsAnswerStatus.WrongId;
            }

            switch (e)
            {
                case SocketException { SocketErrorCode: SocketError.TimedOut }:
                case OperationCanceledException or TimeoutException:
                    return DnsAnswerStatus.Timeout;
                case SocketException:
                    return DnsAnswerStatus.Unreachable;
                case DnsResponseParseException:
                    return DnsAnswerStatus.Malformed;
                case DnsResponseException { Code: DnsResponseCode.ConnectionTimeout, InnerException: null }:
                    return DnsAnswerStatus.Timeout;
                case DnsResponseException { InnerException: null }:
                    // What is left without a cause: marked as cut short, or over UDP ending too early.
                    return DnsAnswerStatus.Truncated;
                default:
                    break;
            }
        }

        return DnsAnswerStatus.Malformed;
    }

    private static DnsAnswer Read(DnsServerAddress server, Probing.DnsQuestion question, IDnsQueryResponse response)
    {
        DnsResponseCode code = (DnsResponseCode)response.Header.ResponseCode;
        IReadOnlyList<DnsAnswerRecord> records = Read(response.Answers);
        IReadOnlyList<DnsAnswerRecord> authority = Read(response.Authorities);
        if (response.Header.ResultTruncated)
        {
            return new DnsAnswer { Server = server, Status = DnsAnswerStatus.Truncated };
        }

        if (response.Questions.Count != 1 || Text(response.Questions[0].QueryName) != question.Name
            || response.Questions[0].QuestionType != Type(question.Kind))
        {
            return new DnsAnswer { Server = server,
                Status = response.Questions.Count == 1 || code == DnsResponseCode.NoError ? DnsAnswerStatus.WrongId : Failed(code) };
        }

        if (code == DnsResponseCode.NoError)
        {
            return DnsAnswer.WithoutError(server, response.Header.HasAuthorityAnswer, response.Header.RecursionAvailable, records,
                authority, response.Header.IsAuthenticData);
        }

        return new DnsAnswer
        {
            Server = server,
            Status = Failed(code),
            Authoritative = response.Header.HasAuthorityAnswer,
            Records = records,
            Authority = authority,
            IsAuthenticated = response.Header.IsAuthenticData,
        };
    }

    private static DnsAnswerStatus Failed(DnsResponseCode code) =>
        Codes.TryGetValue(code, out DnsAnswerStatus status) ? status : DnsAnswerStatus.ServerError;

    private static IReadOnlyList<DnsAnswerRecord> Read(IReadOnlyList<DnsResourceRecord> answered)
    {
        if (answered.Count == 0)
        {
            return [];
        }

        List<DnsAnswerRecord> records = new(answered.Count);
        RRSigRecord[] signatures = [.. answered.OfType<RRSigRecord>()];
        foreach (DnsResourceRecord record in answered)
        {
            if (Read(record) is { } read)
            {
                records.Add(read with { Ttl = TimeToLive(record, signatures) });
            }
        }

        return records;
    }

    /// <summary>
    /// That of the zone where a signature states it (RFC 4034 3.1.4): a resolver counts down what it gives.
    /// </summary>
    private static int TimeToLive(DnsResourceRecord record, RRSigRecord[] signatures)
    {
        long original = signatures
            .Where(s => s.CoveredType == record.RecordType && Text(s.DomainName) == Text(record.DomainName))
            .Select(s => s.OriginalTtl).DefaultIfEmpty(record.InitialTimeToLive).Max();
        return (int)Math.Min(Math.Max(original, 0), int.MaxValue);
    }

    private static DnsAnswerRecord? Read(DnsResourceRecord record)
    {
        (DnsRecordType kind, string value)? read = record switch
        {
            ARecord a => (DnsRecordType.A, AddressSyntax.Write(a.Address)),
            AaaaRecord a => (DnsRecordType.AAAA, AddressSyntax.Write(a.Address)),
            CNameRecord c => (DnsRecordType.CNAME, Text(c.CanonicalName)),
            SoaRecord s => (DnsRecordType.SOA, Text(s.MName)),
            NsRecord n => (DnsRecordType.NS, Text(n.NSDName)),
            MxRecord m => (DnsRecordType.MX, Text(m.Exchange)),
            SrvRecord s => (DnsRecordType.SRV, Text(s.Target)),
            TxtRecord t => (DnsRecordType.TXT, string.Concat(t.Text)),
            PtrRecord p => (DnsRecordType.PTR, Text(p.PtrDomainName)),
            TlsaRecord t => (DnsRecordType.TLSA, Association(t)),
            CaaRecord c => (DnsRecordType.CAA, c.Value),
            _ => null,
        };
        return read is not { } found ? null
            : new DnsAnswerRecord(Text(record.DomainName), found.kind, record.InitialTimeToLive, found.value)
        {
            Preference = (record as MxRecord)?.Preference ?? (record as SrvRecord)?.Priority ?? 0,
            Weight = (record as SrvRecord)?.Weight ?? 0,
            Port = (record as SrvRecord)?.Port ?? 0,
            Strings = record is TxtRecord text ? [.. text.Text] : [],
            Tag = (record as CaaRecord)?.Tag ?? string.Empty,
            Flags = (record as CaaRecord)?.Flags ?? 0,
        };
    }

    /// <summary>The name in its ASCII form, which the library keeps now as the value, now as the original.</summary>
    private static string Text(DnsString name)
    {
        string text = HostCharacters.AreAscii(name.Value) ? name.Value : name.Original;
        return (text.Length > 1 && text[text.Length - 1] == '.' ? text.Substring(0, text.Length - 1) : text).ToLowerInvariant();
    }

    /// <summary>The data as zone text has it, the digest in capitals.</summary>
    private static string Association(TlsaRecord record) => string.Format(
        CultureInfo.InvariantCulture, "{0} {1} {2} {3}", (int)record.CertificateUsage, (int)record.Selector, (int)record.MatchingType,
        record.CertificateAssociationDataAsString.ToUpperInvariant());

    private static QueryType Type(DnsRecordType kind) => kind switch
    {
        DnsRecordType.A => QueryType.A,
        DnsRecordType.AAAA => QueryType.AAAA,
        DnsRecordType.CNAME => QueryType.CNAME,
        DnsRecordType.SOA => QueryType.SOA,
        DnsRecordType.NS => QueryType.NS,
        DnsRecordType.MX => QueryType.MX,
        DnsRecordType.TXT => QueryType.TXT,
        DnsRecordType.PTR => QueryType.PTR,
        DnsRecordType.SRV => QueryType.SRV,
        DnsRecordType.TLSA => QueryType.TLSA,
        DnsRecordType.CAA => QueryType.CAA,
        DnsRecordType.Address or _ => throw ClosedSet.Outside(kind),
    };
}
