using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>What a check came to, before it is put into words.</summary>
/// <param name="Result">The result.</param>
/// <param name="Reason">Why: the term that matched, or what is wrong.</param>
internal sealed record SpfOutcome(SpfResult Result, string Reason)
{
    /// <summary>The record that the result comes from, redirections followed; null without one.</summary>
    public SpfRecord? Record { get; init; }

    /// <summary>The domain of that record.</summary>
    public string Domain { get; init; } = string.Empty;

    /// <summary>The term that matched.</summary>
    public string? Term { get; init; }
}

/// <summary>One run of check_host() (RFC 7208 4).</summary>
/// <param name="dns">Answers questions.</param>
/// <param name="sender">Whom to judge.</param>
/// <param name="given">The record of the sender's domain, where it was pasted; null to ask for it.</param>
/// <param name="time">The time, as seconds since 1970.</param>
internal sealed class SpfCheck(SpfDns dns, SpfSender sender, string? given, long time)
{
    private readonly SpfTrace _trace = new();
    private readonly SpfHostTerms _hosts = new(dns, sender);

    public SpfTrace Trace => _trace;

    public int Lookups { get; private set; }

    /// <summary>How many terms asked in vain.</summary>
    public int VoidLookups { get; private set; }

    /// <summary>How many questions found nothing; a term may ask several.</summary>
    public int VoidQuestions => _hosts.VoidQuestions;

    /// <summary>The records found at the sender's domain itself.</summary>
    public IReadOnlyList<DnsAnswerRecord> OwnRecords { get; private set; } = [];

    public async Task<SpfOutcome> RunAsync(CancellationToken cancel) =>
        await CheckHostAsync(SpfDomain.Normalise(sender.Domain), 0, isFirst: true, cancel).ConfigureAwait(false);

    /// <summary>The explanation of a failure (6.2): an error on the way to it means no explanation.</summary>
    public async Task<string?> ExplainAsync(SpfOutcome outcome, CancellationToken cancel)
    {
        if (outcome.Result != SpfResult.Fail || outcome.Record?.Explanation is not { } modifier)
        {
            return null;
        }

        SpfMacroValues values = await ValuesAsync(outcome.Domain, modifier.Value, cancel).ConfigureAwait(false);
        SpfAnswer answer = await dns.AskAsync(SpfMacroExpander.ExpandDomain(modifier.Value, values), DnsRecordType.TXT, cancel)
            .ConfigureAwait(false);
        if (answer.IsError || answer.Records.Count != 1
            || SpfMacroString.Read(answer.Records[0].Value, SpfMacroUse.Explanation, out _) is not { } text)
        {
            return null;
        }

        return SpfMacroExpander.ExpandText(text, await ValuesAsync(outcome.Domain, text, cancel).ConfigureAwait(false));
    }

    private async Task<SpfOutcome> CheckHostAsync(string domain, int depth, bool isFirst, CancellationToken cancel)
    {
        if (!SpfDomain.IsDomain(domain))
        {
            return new SpfOutcome(SpfResult.None, $"'{VisibleText.Short(domain)}' is no domain that can have a record");
        }

        (SpfRecord? record, SpfOutcome? failed) = await FindRecordAsync(domain, isFirst, cancel).ConfigureAwait(false);
        if (record is null)
        {
            return failed!;
        }

        if (record.Fault is { } fault)
        {
            return new SpfOutcome(SpfResult.PermError, $"the record of {domain} cannot be read: {fault}") { Record = record,
                Domain = domain };
        }

        foreach (SpfMechanism mechanism in record.Mechanisms)
        {
            SpfMatch match = await MatchAsync(mechanism, domain, depth, cancel).ConfigureAwait(false);
            if (match.Outcome != SpfStepOutcome.NoMatch)
            {
                return new SpfOutcome(Result(match.Outcome, mechanism.Qualifier), match.Reason) { Record = record, Domain = domain,
                    Term = mechanism.Text };
            }
        }

        return record.Redirect is { } redirect
            ? await RedirectAsync(redirect, domain, depth, cancel).ConfigureAwait(false)
            : new SpfOutcome(SpfResult.Neutral,
                $"no term of the record of {domain} is about the sender, and it does not end in all") { Record = record, Domain = domain };
    }

    private async Task<(SpfRecord? Record, SpfOutcome? Failed)> FindRecordAsync(string domain, bool isFirst, CancellationToken cancel)
    {
        if (isFirst && given is not null)
        {
            return (SpfRecordReader.Read(given), null);
        }

        SpfAnswer answer = await dns.AskAsync(domain, DnsRecordType.TXT, cancel).ConfigureAwait(false);
        if (answer.IsError)
        {
            return (null,
                new SpfOutcome(SpfResult.TempError,
                    $"the text records of {domain} could not be had ({answer.Status})") { Domain = domain });
        }

        List<DnsAnswerRecord> records = [.. answer.Records.Where(r => SpfRecord.IsRecord(r.Value))];
        if (isFirst)
        {
            OwnRecords = records;
        }

        return records.Count switch
        {
            0 => (null, new SpfOutcome(SpfResult.None, $"{domain} has no SPF record") { Domain = domain }),
            1 => (SpfRecordReader.Read(records[0].Value), null),
            _ => (null, new SpfOutcome(SpfResult.PermError,
                $"{domain} has {records.Count.ToString(CultureInfo.InvariantCulture)} SPF records where one is "
                    + "allowed") { Domain = domain }),
        };
    }

    private async Task<SpfMatch> MatchAsync(SpfMechanism mechanism, string domain, int depth, CancellationToken cancel)
    {
        Lookups += mechanism.AsksDns ? 1 : 0;
        SpfTraceEntry entry = _trace.Begin(depth, domain, mechanism.Text, mechanism.AsksDns ? 1 : 0, Lookups);
        int voids = _hosts.VoidQuestions;
        entry.Match = Lookups > SpfRecord.MostLookups ? TooMany()
            : mechanism.Kind == SpfMechanismKind.Include ? await IncludeAsync(mechanism, domain, depth, cancel).ConfigureAwait(false)
            : await _hosts.MatchAsync(mechanism, await TargetAsync(mechanism.Target, domain, cancel).ConfigureAwait(false), cancel)
                .ConfigureAwait(false);
        if (mechanism.Kind != SpfMechanismKind.Include && _hosts.VoidQuestions > voids && ++VoidLookups > SpfRecord.MostVoidLookups)
        {
            entry.Match = SpfMatch.Permanent($"more than {SpfRecord.MostVoidLookups} terms found nothing in DNS");
        }

        return entry.Match;
    }

    private async Task<SpfMatch> IncludeAsync(SpfMechanism mechanism, string domain, int depth, CancellationToken cancel)
    {
        string target = await TargetAsync(mechanism.Target, domain, cancel).ConfigureAwait(false);
        SpfOutcome inner = await CheckHostAsync(target, depth + 1, isFirst: false, cancel).ConfigureAwait(false);
        return inner.Result switch
        {
            SpfResult.Pass => SpfMatch.Yes($"the record of {target} lets the sender pass"),
            SpfResult.TempError => SpfMatch.Temporary(inner.Reason),
            SpfResult.None or SpfResult.PermError => SpfMatch.Permanent(inner.Reason),
            SpfResult.Neutral or SpfResult.Fail or SpfResult.SoftFail =>
                SpfMatch.No($"the record of {target} says {inner.Result}, which is no match"),
            _ => throw ClosedSet.Outside(inner.Result),
        };
    }

    private async Task<SpfOutcome> RedirectAsync(SpfModifier redirect, string domain, int depth, CancellationToken cancel)
    {
        SpfTraceEntry entry = _trace.Begin(depth, domain, redirect.Text, 1, ++Lookups);
        if (Lookups > SpfRecord.MostLookups)
        {
            entry.Match = TooMany();
            return new SpfOutcome(SpfResult.PermError, entry.Match.Reason) { Domain = domain, Term = redirect.Text };
        }

        string target = await TargetAsync(redirect.Value, domain, cancel).ConfigureAwait(false);
        entry.Match = new SpfMatch(SpfStepOutcome.Redirected, $"the record of {target} counts");
        SpfOutcome outcome = await CheckHostAsync(target, depth, isFirst: false, cancel).ConfigureAwait(false);
        return outcome.Result == SpfResult.None ? outcome with { Result = SpfResult.PermError, Term = redirect.Text } : outcome;
    }

    private async Task<string> TargetAsync(SpfMacroString? macro, string domain, CancellationToken cancel) =>
        macro is null ? domain : SpfMacroExpander.ExpandDomain(macro, await ValuesAsync(domain, macro, cancel).ConfigureAwait(false));

    private async Task<SpfMacroValues> ValuesAsync(string domain, SpfMacroString macro, CancellationToken cancel)
    {
        SpfMacroValues values = new(sender, domain) { Time = time };
        return macro.UsesValidatedName
            ? values with {
                ValidatedName = await _hosts.ValidatedNameAsync(domain, cancel).ConfigureAwait(false) ?? SpfMacroValues.Unknown }
            : values;
    }

    private static SpfMatch TooMany() => SpfMatch.Permanent($"more than {SpfRecord.MostLookups} terms ask DNS");

    private static SpfResult Result(SpfStepOutcome outcome, SpfQualifier qualifier) => outcome switch
    {
        SpfStepOutcome.TempError => SpfResult.TempError,
        SpfStepOutcome.PermError => SpfResult.PermError,
        SpfStepOutcome.NoMatch or SpfStepOutcome.Match or SpfStepOutcome.Redirected => qualifier switch
        {
            SpfQualifier.Fail => SpfResult.Fail,
            SpfQualifier.SoftFail => SpfResult.SoftFail,
            SpfQualifier.Neutral => SpfResult.Neutral,
            SpfQualifier.Pass => SpfResult.Pass,
            _ => throw ClosedSet.Outside(qualifier),
        },
        _ => throw ClosedSet.Outside(outcome),
    };
}
