using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Kerberos;

/// <summary>Compares the names that a plan needs with what a directory answered: the accounts first, then each name.</summary>
internal static class DirectoryRules
{
    public static IEnumerable<SpnCheck> Judge(IReadOnlyList<PrincipalName> names, DirectoryAnswer answer, ServerEndpoint server)
    {
        SpnListing listing = new($"Ask the global catalogue of the forest: -Directory {server.Host}:3268.");
        foreach (DirectoryAccount holder in answer.Holders.Concat(answer.Accounts.Values.OfType<DirectoryAccount>()))
        {
            listing.Add(holder.DistinguishedName, holder.Names);
        }

        listing.Answered(answer.IsForest, answer.Accounts.ToDictionary(a => a.Key, a => a.Value?.DistinguishedName));
        return AccountRules.Judge(answer).Concat(SpnRules.Judge(names, listing));
    }
}
