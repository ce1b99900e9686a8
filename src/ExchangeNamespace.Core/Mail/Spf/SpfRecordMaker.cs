using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>What came of a name: its record, or why it has no record.</summary>
internal sealed record SpfMade(SpfRecordResult? Result, IReadOnlyList<InputFault> Faults);

/// <summary>Makes the one record of each name.</summary>
/// <param name="options">What was said about the senders.</param>
/// <param name="dns">Looks for records that exist and counts what others cost; null asks no server.</param>
internal sealed class SpfRecordMaker(SpfRecordOptions options, SpfDns? dns)
{
    /// <summary>The most characters of one string of a TXT record.</summary>
    public const int LongestString = 255;

    private const string Silence = SpfRecord.Version + " -all";

    /// <summary>An MX record that leads nowhere (RFC 7505).</summary>
    private const string NoExchanger = "0 .";

    private readonly Dictionary<string, SpfDraft> _parents = new(StringComparer.Ordinal);

    /// <summary>Makes the records of all names, parents before their children.</summary>
    public async Task<IReadOnlyList<SpfMade>> MakeAsync(CancellationToken cancel)
    {
        List<SpfMade> made = [];
        foreach (SpfRecordName name in options.Names)
        {
            cancel.ThrowIfCancellationRequested();
            List<InputFault> faults = [];
            SpfRecordResult? result = await MakeAsync(name, faults, cancel).ConfigureAwait(false);
            made.Add(new SpfMade(result, faults));
        }

        return made;
    }

    private async Task<SpfRecordResult?> MakeAsync(SpfRecordName name, List<InputFault> faults, CancellationToken cancel)
    {
        string domain = name.Domain.Value;
        IReadOnlyList<string>? existing = await FindExistingAsync(name, faults, cancel).ConfigureAwait(false);
        if (faults.Count > 0 || Draft(name, existing ?? [], faults) is not { } draft)
        {
            return null;
        }

        (int lookups, int? voids, bool isComplete) = await CountAsync(name, draft, faults, cancel).ConfigureAwait(false);
        if (lookups > SpfRecord.MostLookups && name.Role == SpfRecordRole.ChildDomain && draft.IsHandedOver
            && _parents.TryGetValue(name.Parent!.Value, out SpfDraft? parent))
        {
            // One look-up too many for handing over: the child says the same by itself.
            faults.Clear();
            draft = draft with { Text = SpfRetarget.To(parent.Text, name.Parent.Value) };
            (lookups, voids, isComplete) = await CountAsync(name, draft, faults, cancel).ConfigureAwait(false);
        }

        if (draft.Text.Length > SpfRecord.Longest)
        {
            faults.Add(new InputFault(FaultIds.ValueOutOfRange, "IPAddress", domain,
                $"The record of {domain} would have {draft.Text.Length} characters, more than one TXT record can hold. Name networks "
                    + "instead of single addresses."));
        }

        if (faults.Count > 0)
        {
            return null;
        }

        _parents[domain] = draft;
        return new SpfRecordResult
        {
            Domain = name.Domain,
            Role = name.Role,
            Record = draft.Text,
            Strings = TextParts.Split(draft.Text, LongestString),
            NullMx = name.Role == SpfRecordRole.Silent ? NoExchanger : null,
            Existing = [.. (existing ?? []).Select(e => VisibleText.Of(e, SpfRecord.Longest))],
            NewRecord = draft.Fresh,
            Lookups = lookups,
            VoidLookups = voids,
            LookupsAreComplete = isComplete,
            Reason = Reason(name),
            Findings = [.. draft.Findings, .. SpfRecordAdvice.Of(name, draft, existing, options, isComplete, dns is not null)],
        };
    }

    /// <summary>The records that exist; null where DNS was not asked.</summary>
    private async Task<IReadOnlyList<string>?> FindExistingAsync(SpfRecordName name, List<InputFault> faults, CancellationToken cancel)
    {
        if (name.Role == SpfRecordRole.MailDomain && options.Existing is { } pasted)
        {
            return pasted;
        }

        if (dns is null)
        {
            return null;
        }

        SpfAnswer answer = await dns.AskAsync(name.Domain.Value, DnsRecordType.TXT, cancel).ConfigureAwait(false);
        if (answer.IsError)
        {
            faults.Add(new InputFault(FaultIds.SpfRecordNotTold, "LookUp", name.Domain,
                $"Whether {name.Domain} has an SPF record could not be told ({answer.Status}), so nothing was made for it. Ask again, name "
                    + "another -DnsServer, or paste the record with -Existing."));
        }

        return [.. answer.Records.Select(r => r.Value).Where(SpfRecord.IsRecord)];
    }

    private SpfDraft? Draft(SpfRecordName name, IReadOnlyList<string> existing, List<InputFault> faults)
    {
        if (name.Role == SpfRecordRole.Silent)
        {
            return new SpfDraft(Silence, Silence, []);
        }

        bool isHello = name.Role == SpfRecordRole.HelloName;
        bool isChild = name.Role == SpfRecordRole.ChildDomain;
        IReadOnlyList<string> asking = isHello ? (options.Networks.Count == 0 ? ["a"] : [])
            : isChild ? [.. options.AskingTerms.Select(t => SpfRetarget.Term(t, name.Parent!.Value))]
            : options.AskingTerms;
        SpfQualifier? all = isHello ? null : options.All;
        SpfQualifier end = all ?? SpfQualifier.Fail;
        string? fresh = isChild ? $"{SpfRecord.Version} redirect={name.Parent}"
            : SpfMerge.Read(name.Domain.Value, [], [], faults)!.With(options.Networks, asking, all, end, faults);
        if (existing.Count == 0)
        {
            return new SpfDraft(fresh!, fresh!, []) { IsHandedOver = isChild };
        }

        List<InputFault> own = [];
        SpfMerge? merge = SpfMerge.Read(name.Domain.Value, existing, name.Role == SpfRecordRole.MailDomain ? options.Remove : [], own);
        string? text = merge?.With(options.Networks, asking, all, end, own);
        faults.AddRange(own);
        return text is null ? null : new SpfDraft(text, fresh!, [.. SpfRecordAdvice.OfMerge(name.Domain.Value, existing, merge!, all)]);
    }

    private async Task<(int Lookups, int? Voids, bool IsComplete)> CountAsync(SpfRecordName name, SpfDraft draft, List<InputFault> faults,
        CancellationToken cancel)
    {
        string domain = name.Domain.Value;
        SpfRecord record = SpfRecordReader.Read(draft.Text);
        if (dns is null)
        {
            int own = record.Mechanisms.TakeWhile(m => m.Kind != SpfMechanismKind.All).Count(m => m.AsksDns)
                + (record.All is null && record.Redirect is not null ? 1 : 0);
            SpfDraft? parent = draft.IsHandedOver && _parents.TryGetValue(name.Parent!.Value, out SpfDraft? p) ? p : null;
            int lookups = own + (parent?.Lookups ?? 0);
            draft.Lookups = lookups;
            draft.IsComplete = (parent?.IsComplete ?? true) && !record.Mechanisms.Any(m => m.Kind == SpfMechanismKind.Include)
                && (record.Redirect is null || draft.IsHandedOver);
            RefuseCost(domain, lookups, 0, [], faults);
            return (lookups, null, draft.IsComplete);
        }

        SpfDns planned = dns.With(_parents.ToDictionary(p => p.Key, p => p.Value.Text, StringComparer.Ordinal));
        SpfCost cost = await SpfCostWalk.CountAsync(planned, SpfSender.Of(IPAddress.None, domain, domain), domain, record, cancel)
            .ConfigureAwait(false);
        draft.Findings = [.. draft.Findings, .. SpfFindings.OfCost(domain, cost).Where(f => f.Severity != FindingSeverity.Error)];
        RefuseCost(domain, cost.Lookups, cost.VoidLookups, [.. cost.Lines], faults);
        return (cost.Lookups, cost.VoidLookups, cost.IsComplete);
    }

    private static void RefuseCost(string domain, int lookups, int voids, IReadOnlyList<SpfCostLine> lines, List<InputFault> faults)
    {
        string detail = lines.Count == 0 ? string.Empty
            : $" ({string.Join(", ", lines.Where(l => l.Depth == 0).Select(l => l.ToString()))})";
        if (lookups > SpfRecord.MostLookups)
        {
            faults.Add(new InputFault(FaultIds.SpfTooManyLookups, "Domain", domain,
                $"The record of {domain} would take {lookups} look-ups, but receivers give up after {SpfRecord.MostLookups}{detail}. Put "
                    + "-IPAddress in place of -Mx, -A and -HostName, or leave terms of the existing record out with -Remove."));
        }
        else if (voids > SpfRecord.MostVoidLookups)
        {
            faults.Add(new InputFault(FaultIds.SpfTooManyLookups, "Domain", domain,
                $"{voids} terms of the record of {domain} would find nothing, but receivers give up after "
                    + $"{SpfRecord.MostVoidLookups}{detail}. Make their records, or leave the terms out."));
        }

        // No answer is no fault of the other record: that is a finding.
        foreach (SpfCostLine line in lines.Where(
            l => l is { IsVoid: false, IsUnanswered: false, Problem.Length: > 0 } && lookups <= SpfRecord.MostLookups))
        {
            faults.Add(new InputFault(FaultIds.SpfOtherRecordUnusable, "Domain", domain,
                $"The record of {domain} would end in a permanent error at {line.Term}: {line.Problem}. Leave the term out (-Remove for "
                    + "one of the existing record), or have the other record mended first."));
        }
    }

    private string Reason(SpfRecordName name) => name.Role switch
    {
        SpfRecordRole.ChildDomain => $"Records are not handed down, so a child of {name.Parent} that sends needs its own.",
        SpfRecordRole.HelloName => "Receivers also look for a record of the name that the server gives with HELO (RFC 7208 2.3).",
        SpfRecordRole.Silent =>
            "No server may send in its name; the MX record says that it takes no mail either (RFC 7505), and stands alone.",
        SpfRecordRole.MailDomain => "Receivers look at the domain of the sender of the envelope.",
        _ => throw ClosedSet.Outside(name.Role),
    };
}
