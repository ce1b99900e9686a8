using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>The findings about a record that was made.</summary>
internal static class SpfRecordAdvice
{
    private const string Rule = "S51";

    public static IEnumerable<Finding> OfMerge(string domain, IReadOnlyList<string> existing, SpfMerge merge, SpfQualifier? all)
    {
        if (existing.Count > 1)
        {
            yield return Findings.Warning(SpfFindingCodes.RecordsMerged, domain,
                "There are several SPF records, which is a permanent error for every sender. They were merged.",
                "Publish the one record, and take all others away.", Rule, [.. existing.Select(SpfFindings.Shown)]);
        }

        if (merge.LeftOut.Count > 0)
        {
            yield return Findings.Warning(SpfFindingCodes.TermsLeftOut, domain,
                "Terms that receivers do not read were left out: they stand after all, or beside it.",
                "Name the senders with -IPAddress or -Include if they are still needed.", Rule,
                [.. merge.LeftOut.Select(SpfFindings.Shown)]);
        }

        if (all is { } wanted && merge.Ends.Any() && merge.Ends.First() is var end && end != wanted)
        {
            bool weaker = SpfMerge.Strength(wanted) > SpfMerge.Strength(end);
            yield return weaker
                ? Findings.Warning(SpfFindingCodes.EndChanged, domain, "The end of the record becomes weaker than it was.",
                    "Leave -All out to keep it.", Rule)
                : Findings.Warning(SpfFindingCodes.EndChanged, domain,
                    "The end of the record becomes stronger than it was: a sender that is not named is refused from now on.",
                    "Be sure of all senders first, such as web servers, scanners and services that send for you.", Rule);
        }
    }

    public static IEnumerable<Finding> Of(SpfRecordName name, SpfDraft draft, IReadOnlyList<string>? existing, SpfRecordOptions options,
        bool isComplete, bool hasLooked)
    {
        string domain = name.Domain.Value;
        foreach (Finding finding in name.Role is SpfRecordRole.MailDomain or SpfRecordRole.HelloName ? options.Findings : [])
        {
            yield return finding;
        }

        foreach (Finding finding in SpfFindings.OfRecord(domain, SpfRecordReader.Read(draft.Text)))
        {
            yield return finding;
        }

        if (!isComplete && !hasLooked)
        {
            yield return Findings.Information(SpfFindingCodes.LookupsNotCounted, domain,
                "The look-ups of included records were not counted.", "Give -LookUp, or check with Test-SpfSender -Record.", Rule);
        }

        yield return Findings.Information(SpfFindingCodes.HowToPublish, domain,
            existing is null ? "Whether there is an SPF record already was not looked up. A second one beside it is a permanent error."
                : existing.Count == 0 ? "There is no SPF record yet. Until there is one, receivers cannot tell your servers from others."
                : existing.Count == 1 && existing[0] == draft.Text ? "The record that exists says this already."
                : "There is an SPF record already.",
            existing is null ? "Look with -LookUp, or paste it with -Existing, so that it is merged."
                : existing.Count == 0 ? "Make the record: one TXT record at the name."
                : existing.Count == 1 && existing[0] == draft.Text ? string.Empty
                : "Put this text in the place of the one that exists. Do not add a second record.",
            Rule, draft.Text);
    }
}
