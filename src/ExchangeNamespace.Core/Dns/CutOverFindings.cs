using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Dns;

/// <summary>What a step before or after the cut-over has to say: when it is done, and whose addresses its lines hold.</summary>
internal static class CutOverFindings
{
    public static IEnumerable<Finding> Of(NamespacePlan plan, DnsScriptOptions options, IReadOnlyList<ZoneRecords> zones)
    {
        string seconds = options.TimeToLive!.Value.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        string side = options.View == DnsView.Internal ? "inside" : "outside";
        if (options.CutOverStep == DnsCutOverStep.RaiseTimeToLive)
        {
            yield return Findings.Information(DnsFindingCodes.RaiseAfterCutOver, plan.ExternalHost.Value,
                $"The lines give the records {side} a time to live of {seconds} seconds again: from then on, a way back takes that long.",
                "Run them days after the cut-over, when every client is right (Test-SplitDns).", "S2");
            yield break;
        }

        yield return Findings.Information(DnsFindingCodes.LowerBeforeCutOver, plan.ExternalHost.Value,
            $"The lines give the current records, {side}, a time to live of {seconds} seconds. A cache that took the answer just before "
                + "keeps it for the old time.",
            "Run them by the moment that Test-SplitDns -CutOver names, wait, and then change the records. -CutOverStep RaiseTimeToLive "
                + "brings the former time back.", "S2");
        string[] planned = [.. zones.SelectMany(z => z.Records).Where(r => r.Withheld is null && IsOfPlan(r, options)).Select(r => r.Name)
            .Distinct()];
        if (CutOverLines.NeedsData(options.Format) && planned.Length > 0)
        {
            yield return Findings.Warning(DnsFindingCodes.CurrentAddresses, NameList.Describe(planned),
                "The lines hold the addresses of the plan, and the step is for the current records. Where these have other addresses, "
                    + "dnscmd changes nothing, and a line of zone text moves the name too early.",
                "Give the current plan, or -Address with the current addresses; -Format DnsServer needs neither.", "S2", [.. planned]);
        }
    }

    private static bool IsOfPlan(ZoneRecord record, DnsScriptOptions options) => !options.Addresses.Keys.Any(h => h.Value == record.Name);
}
