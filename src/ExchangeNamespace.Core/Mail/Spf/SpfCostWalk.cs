using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>
/// Counts what a record costs as a whole. It follows every record that is named without a macro of the sender, and asks for the names of
/// <c>a</c>, <c>mx</c> and <c>exists</c> to see whether there is anything. A tree that has no end is left at a bound.
/// </summary>
/// <param name="dns">Answers questions.</param>
/// <param name="sender">Gives macros their values; only macros of the domain are expanded.</param>
internal sealed class SpfCostWalk(SpfDns dns, SpfSender sender)
{
    /// <summary>Far more than a usable record has, and little enough for one run.</summary>
    private const int MostTerms = 60;

    private const int LongestPart = 300;

    private readonly List<SpfCostLine?> _lines = [];
    private int _terms;
    private bool _isComplete = true;

    public static async Task<SpfCost> CountAsync(SpfDns dns, SpfSender sender, string domain, SpfRecord record, CancellationToken cancel)
    {
        SpfCostWalk walk = new(dns, sender);
        int lookups = await walk.CountAsync(record, domain, 0, [domain], cancel).ConfigureAwait(false);
        List<SpfCostLine> lines = [.. walk._lines.OfType<SpfCostLine>()];
        return new SpfCost
        {
            Lookups = lookups,
            VoidLookups = lines.Count(l => l.IsVoid),
            IsComplete = walk._isComplete,
            Length = record.Text.Length,
            Lines = lines,
        };
    }

    private async Task<int> CountAsync(SpfRecord record, string domain, int depth, IReadOnlyList<string> path, CancellationToken cancel)
    {
        int sum = 0;
        foreach (SpfMechanism mechanism in record.Mechanisms.TakeWhile(m => m.Kind != SpfMechanismKind.All).Where(m => m.AsksDns))
        {
            sum += await CountTermAsync(mechanism, mechanism.Target, domain, depth, path, cancel).ConfigureAwait(false);
        }

        return record.All is null && record.Redirect is { } redirect
            ? sum + await CountTermAsync(redirect, redirect.Value, domain, depth, path, cancel).ConfigureAwait(false)
            : sum;
    }

    private async Task<int> CountTermAsync(SpfTerm term, SpfMacroString? macro, string domain, int depth, IReadOnlyList<string> path,
        CancellationToken cancel)
    {
        if (++_terms > MostTerms)
        {
            _isComplete = false;
            return 1;
        }

        int place = _lines.Count;
        _lines.Add(null);
        Found found = macro is { DependsOnDomainOnly: false }
            ? new Found()
            : await LookAsync(term, macro is null ? domain : SpfMacroExpander.ExpandDomain(macro, new SpfMacroValues(sender, domain)),
                depth, path, cancel).ConfigureAwait(false);
        _isComplete &= macro is null or { DependsOnDomainOnly: true }
            || term is SpfMechanism { Kind: SpfMechanismKind.Exists or SpfMechanismKind.A or SpfMechanismKind.Mx or SpfMechanismKind.Ptr };
        _lines[place] = new SpfCostLine
        {
            Depth = depth,
            Domain = VisibleText.Of(domain, LongestPart),
            Term = VisibleText.Of(term.Text, LongestPart),
            Lookups = 1 + found.Below,
            IsVoid = found.IsVoid,
            IsUnanswered = found.IsUnanswered,
            Problem = VisibleText.Of(found.Problem, LongestPart),
        };
        return 1 + found.Below;
    }

    private Task<Found> LookAsync(SpfTerm term, string target, int depth, IReadOnlyList<string> path, CancellationToken cancel) =>
        term is SpfModifier or SpfMechanism { Kind: SpfMechanismKind.Include } ? FollowAsync(target, depth, path, cancel)
            : term is SpfMechanism { Kind: SpfMechanismKind.Ptr } ? Task.FromResult(new Found())
            : LookForHostsAsync(((SpfMechanism)term).Kind, target, cancel);

    private async Task<Found> FollowAsync(string target, int depth, IReadOnlyList<string> path, CancellationToken cancel)
    {
        if (path.Contains(target))
        {
            _isComplete = false;
            return new Found { Below = SpfRecord.MostLookups, Problem = $"{target} leads back to itself" };
        }

        SpfAnswer answer = await dns.AskAsync(target, DnsRecordType.TXT, cancel).ConfigureAwait(false);
        if (answer.IsError)
        {
            _isComplete = false;
            return Found.Unanswered(target, answer);
        }

        List<string> texts = [.. answer.Records.Select(r => r.Value).Where(SpfRecord.IsRecord)];
        if (texts.Count != 1)
        {
            return new Found { Problem = texts.Count == 0 ? $"{target} has no SPF record" : $"{target} has several SPF records" };
        }

        SpfRecord record = SpfRecordReader.Read(texts[0]);
        return record.Fault is { } fault
            ? new Found { Problem = $"the record of {target} cannot be read: {fault}" }
            : new Found { Below = await CountAsync(record, target, depth + 1, [.. path, target], cancel).ConfigureAwait(false) };
    }

    private async Task<Found> LookForHostsAsync(SpfMechanismKind kind, string target, CancellationToken cancel)
    {
        SpfAnswer answer = await dns.AskAsync(target, kind == SpfMechanismKind.Mx ? DnsRecordType.MX : DnsRecordType.A, cancel)
            .ConfigureAwait(false);
        if (kind == SpfMechanismKind.A && answer is { IsError: false, Records.Count: 0 })
        {
            answer = await dns.AskAsync(target, DnsRecordType.AAAA, cancel).ConfigureAwait(false);
        }

        if (answer.IsError)
        {
            _isComplete = false;
            return Found.Unanswered(target, answer);
        }

        return kind == SpfMechanismKind.Mx && answer.Records.Count > SpfRecord.MostNames
                ? new Found { Problem = $"{target} has more than {SpfRecord.MostNames} mail exchangers" }
            : answer.Records.Count == 0
                ? new Found { IsVoid = true, Problem = $"{target} has no {(kind == SpfMechanismKind.Mx ? "mail exchanger" : "address")}" }
            : new Found();
    }

    /// <summary>What a term leads to.</summary>
    private readonly record struct Found()
    {
        /// <summary>The look-ups of the record behind it.</summary>
        public int Below { get; init; }

        public bool IsVoid { get; init; }

        public bool IsUnanswered { get; init; }

        public string Problem { get; init; } = string.Empty;

        public static Found Unanswered(string target, SpfAnswer answer) =>
            new() { IsUnanswered = true, Problem = $"the records of {target} could not be had ({answer.Status})" };
    }
}
