using System;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Design;

/// <summary>The host that Outlook on the web downloads attachments from, which is one for the organisation.</summary>
internal static class DownloadDesign
{
    public static void Add(DesignDraft draft)
    {
        Vote? vote = Vote.Count(draft.Servers.SelectMany(s => DownloadDomains.HostParameters
            .Select(name => s.Find(ClientService.OWA)?.Setting(name) ?? default)
            .Where(v => v.IsCaptured)
            .Select(v => (s.Name, v.Value is [{ Length: > 0 } host] ? Choice.Shared(ExchangeUrl.NormaliseHost(host)) : Choice.None))
            .Distinct()));
        if (vote is null || (vote.Winner.Kind == ChoiceKind.None && vote.Odd.Count == 0))
        {
            return;
        }

        bool isStated = Fqdn.TryParse(vote.Winner.Text, "DownloadHost", out Fqdn? winner, out _) && !winner.Equals(draft.ExternalHost)
            && !draft.Servers.Any(s => s.IsOwnName(winner.Value));
        if (isStated)
        {
            draft.Put("DownloadHost", winner!.Value, vote.Certainty, "download host of Outlook on the web on " + vote.Evidence);
        }
        else if (vote.Winner.Kind == ChoiceKind.Shared)
        {
            draft.Findings.Add(Findings.Warning(DesignFindingCodes.NotCarried,
                [.. vote.Supporters.Distinct(StringComparer.OrdinalIgnoreCase)],
                $"The download host of Outlook on the web is {vote.Winner}: it must be a full name of its own, so the design leaves it "
                    + "out.",
                "Give downloads a host that no other service uses, and write DownloadHost into the design.", "S8"));
        }

        if (vote.Odd.Count > 0)
        {
            draft.Findings.Add(Findings.Warning(DesignFindingCodes.HostDiffers,
                [.. vote.Odd.Select(o => o.Server).Distinct(StringComparer.OrdinalIgnoreCase)],
                $"Their download host of Outlook on the web differs: {vote.DescribeOdd()}; {vote.DescribeWinner()}.",
                "Set it on all servers alike, inside and outside.", "S8"));
        }
    }
}
