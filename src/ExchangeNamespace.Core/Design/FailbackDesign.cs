using System.Linq;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Design;

/// <summary>The host of each site that Outlook on the web uses while clients go back to it.</summary>
internal static class FailbackDesign
{
    public static void Add(DesignDraft draft)
    {
        foreach (SiteHosts site in draft.Sites)
        {
            Vote? vote = Vote.Count(site.Servers
                .Select(s => (s.Name, Setting: s.Find(ClientService.OWA)?.Setting("FailbackUrl") ?? default))
                .Where(s => s.Setting.IsCaptured)
                .Select(s => (s.Name, s.Setting.Value is [{ Length: > 0 } url] && ExchangeUrl.HostOf(url) is { } host
                    ? Choice.Shared(ExchangeUrl.NormaliseHost(host)) : Choice.None)));
            if (vote is null)
            {
                continue;
            }

            bool isHost = Fqdn.TryParse(vote.Winner.Text, "FailbackHost", out Fqdn? host, out _);
            if (isHost && site.Name.Length > 0 && !host!.Equals(site.Main(Side.External) ?? draft.ExternalHost))
            {
                draft.Put("FailbackHost", host.Value, vote.Certainty, "failback URL of Outlook on the web on " + vote.Evidence,
                    site.Name);
            }
            else if (vote.Winner.Kind == ChoiceKind.Shared)
            {
                draft.Findings.Add(Findings.Warning(DesignFindingCodes.NotCarried, [.. vote.Supporters],
                    $"The failback host of Outlook on the web is {vote.Winner}. A design states it for a site with its name, as a full "
                        + "name that is not the external host of the site, so it is left out.",
                    "Capture the sites of the servers, or give the site a failback host of its own.", "S2"));
            }

            if (vote.Odd.Count > 0)
            {
                draft.Findings.Add(Findings.Warning(DesignFindingCodes.HostDiffers, [.. vote.Odd.Select(o => o.Server)],
                    $"Their failback host differs: {vote.DescribeOdd()}; {vote.DescribeWinner()}.",
                    "Set it on all servers of the site alike.", "S2"));
            }
        }
    }
}
