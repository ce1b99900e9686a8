using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design;

/// <summary>Whether internal URLs and service connection points are left at the names of the servers, as setup writes them.</summary>
internal static class InsideNames
{
    public static void Decide(DesignDraft draft)
    {
        List<(ServerView Server, int Own, int Other)> counts = [.. draft.Servers.Select(Count).Where(c => c.Own + c.Other > 0)];
        string[] own = [.. counts.Where(c => c.Own > c.Other).Select(c => c.Server.Name)];
        string[] others = [.. counts.Where(c => c.Own <= c.Other).Select(c => c.Server.Name)];
        if (own.Length <= others.Length)
        {
            Publish(draft, [.. counts.Where(c => c.Other == 0).Select(c => c.Server)]);
            return;
        }

        draft.KeepsInternal = true;
        draft.Put("KeepInternalUrl", true, others.Length == 0 ? DesignCertainty.Certain : DesignCertainty.Majority,
            $"internal URLs at the name of the server on {NameList.Describe(own)}");
        if (others.Length > 0)
        {
            draft.Findings.Add(Findings.Warning(DesignFindingCodes.InternalNamesMixed, others,
                $"Their internal URLs have hosts of their own, while those of {NameList.Describe(own)} are at the names of the servers. "
                    + "The design leaves all of them alone.",
                "Write InternalHost into the design in place of KeepInternalUrl, and all servers get it.", DesignFindingCodes.Rule));
        }

        string[] kept = [.. counts.Where(c => c.Own > c.Other && c.Other > 0).Select(c => c.Server.Name)];
        if (kept.Length > 0)
        {
            draft.Findings.Add(new Finding
            {
                Code = DesignFindingCodes.InternalNamesMixed,
                Severity = FindingSeverity.Information,
                Subject = NameList.Describe(kept),
                Message = "Most of their internal URLs are at the name of the server, and these are not: "
                    + $"{NameList.Describe([.. draft.Servers.Where(s => kept.Contains(s.Name)).SelectMany(Others)])}. The design leaves "
                    + "all of them alone.",
                Remedy = "Write InternalHost into the design in place of KeepInternalUrl to set them.",
                Rule = DesignFindingCodes.Rule,
                Servers = kept,
            });
        }
    }

    /// <summary>
    /// A server that is as setup left it has no external URL yet. Beside servers that are reached from outside it is to become one of them,
    /// and what it lacks is told like every other difference.
    /// </summary>
    private static void Publish(DesignDraft draft, HashSet<ServerView> untouched)
    {
        foreach (SiteHosts site in draft.Sites.Where(s => s.IsFacing))
        {
            foreach (ServerView server in site.Servers.Where(s => s.InternetFacing == false && untouched.Contains(s)))
            {
                server.InternetFacing = true;
            }
        }
    }

    private static (ServerView Server, int Own, int Other) Count(ServerView server)
    {
        int own = 0;
        int other = 0;
        foreach (ClientService service in ServerView.Services.Append(ClientService.Autodiscover))
        {
            switch (server.Host(service, Side.Internal)?.Kind)
            {
                case ChoiceKind.Own:
                    own++;
                    break;
                case ChoiceKind.Shared:
                    other++;
                    break;
                case ChoiceKind.None or null:
                    break;
                case var kind:
                    throw ClosedSet.Outside(kind.Value);
            }
        }

        return (server, own, other);
    }

    private static IEnumerable<string> Others(ServerView server) => ServerView.Services.Append(ClientService.Autodiscover)
        .Where(s => server.Host(s, Side.Internal) is { Kind: ChoiceKind.Shared })
        .Select(s => $"{s} of {server.Name}");
}
