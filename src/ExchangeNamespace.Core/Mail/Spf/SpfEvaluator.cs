using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>Judges senders as a receiver does, and says what it saw on the way.</summary>
/// <param name="dns">Answers questions.</param>
/// <param name="time">The time for the macro <c>t</c>, as seconds since 1970.</param>
internal sealed class SpfEvaluator(SpfDns dns, long time)
{
    /// <summary>Judges one sender.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="record">The record of its domain where it is not to be asked for; null to ask.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<SpfSenderResult> EvaluateAsync(SpfSender sender, string? record, CancellationToken cancel)
    {
        SpfCheck check = new(dns, sender, record, time);
        SpfOutcome outcome = await check.RunAsync(cancel).ConfigureAwait(false);
        string? explanation = await check.ExplainAsync(outcome, cancel).ConfigureAwait(false);
        string domain = SpfDomain.Normalise(sender.Domain);
        string shown = VisibleText.Of(domain);
        List<Finding> findings = [];
        SpfCost? cost = await JudgeRecordAsync(check, sender, domain, record, findings, cancel).ConfigureAwait(false);
        if (record is null && outcome.Result == SpfResult.None && SpfDomain.IsDomain(domain))
        {
            findings.Add(SpfFindings.NoRecord(shown));
        }

        if (outcome.Result == SpfResult.TempError)
        {
            findings.Add(SpfFindings.NotTold(shown, outcome.Reason));
        }

        if (check.VoidQuestions > SpfRecord.MostVoidLookups && check.VoidLookups <= SpfRecord.MostVoidLookups)
        {
            findings.Add(SpfFindings.VoidCountsDiffer(shown, check.VoidQuestions));
        }

        return new SpfSenderResult
        {
            IPAddress = AddressSyntax.Write(sender.Address),
            MailFrom = VisibleText.Of(sender.MailFrom),
            HelloName = VisibleText.Of(sender.Hello),
            Identity = sender.IsHello ? SpfIdentity.Helo : SpfIdentity.MailFrom,
            Domain = shown,
            Result = outcome.Result,
            Reason = VisibleText.Of(outcome.Reason),
            Term = outcome.Term is null ? null : VisibleText.Of(outcome.Term),
            Explanation = explanation is null ? null : VisibleText.Of(explanation),
            Record = outcome.Record is null ? null : VisibleText.Of(outcome.Record.Text, SpfRecord.Longest),
            Lookups = check.Lookups,
            VoidLookups = check.VoidLookups,
            Cost = cost,
            Trace = check.Trace.Steps(),
            Findings = findings,
        };
    }

    private async Task<SpfCost?> JudgeRecordAsync(SpfCheck check, SpfSender sender, string domain, string? given, List<Finding> findings,
        CancellationToken cancel)
    {
        string shown = VisibleText.Of(domain);
        IReadOnlyList<string> texts = given is not null ? [given] : [.. check.OwnRecords.Select(r => r.Value)];
        if (texts.Count != 1)
        {
            findings.AddRange(texts.Count > 1 ? [SpfFindings.SeveralRecords(shown, texts)] : []);
            return null;
        }

        SpfRecord record = SpfRecordReader.Read(texts[0]);
        findings.AddRange(SpfFindings.OfRecord(shown, record));
        if (record.Fault is not null)
        {
            return null;
        }

        SpfCost cost = await SpfCostWalk.CountAsync(dns, sender, domain, record, cancel).ConfigureAwait(false);
        findings.AddRange(SpfFindings.OfCost(shown, cost));
        return cost;
    }
}
