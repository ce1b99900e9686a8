using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>
/// Judges whether Outlook inside still reaches mailboxes on 2010 by RPC: the name of the client access array must lead to 2010 alone.
/// </summary>
internal static class ArrayJudge
{
    public static IEnumerable<(string Host, Judgement Judgement)> Of(Moment moment, MailboxGroup group)
    {
        foreach ((string host, string site) in moment.Arrays.Where(a => group is { Product: ExchangeProduct.Exchange2010, IsPilot: false }
            && (a.Site.Length == 0 || group.IsIn(a.Site))))
        {
            string[] servers = [.. moment.Names.Find(DnsView.Internal, host)?.Servers ?? []];
            SimulatedServer[] found = [.. servers.Select(moment.Find).OfType<SimulatedServer>()];
            yield return (host, servers.Length > 0 && found.Length == 0 ? Judgement.Unknown
                : found.Length > 0 && found.All(s => s is { Answers: true, Product: ExchangeProduct.Exchange2010 }) ? Judgement.Good
                : Judgement.Bad(Trouble.Error(SimulationFindingCodes.NotServed, host,
                    $"{host} is the client access array of 2010, and leads to "
                        + $"{(servers.Length == 0 ? "no server" : NameList.Describe(servers))}: 2010 mailboxes need 2010 servers there.",
                    "Give the array a name of its own before the cut-over, and keep it as long as a mailbox is on 2010.", "S30",
                    $"Outlook inside connects to {host} by RPC")));
        }
    }
}
