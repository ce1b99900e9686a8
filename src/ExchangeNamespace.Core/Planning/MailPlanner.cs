using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;

namespace ExchangeNamespace.Planning;

/// <summary>Who receives and who sends: what was stated, else the addresses of the sites under the external host (S41, S47).</summary>
internal static class MailPlanner
{
    public static PlannedMail? Plan(NamespaceRequest request, IReadOnlyList<SiteDraft> sites)
    {
        if (request.MailHost is not { } host)
        {
            return null;
        }

        IReadOnlyList<string> addresses = request.MailAddresses.Count > 0 ? request.MailAddresses
            : [.. sites.Where(s => s.InternetFacing && s.IsPrimary).SelectMany(s => s.ExternalAddresses).Distinct(StringComparer.Ordinal)];
        return new PlannedMail
        {
            Addresses = addresses,
            SendingHost = request.SendingHost ?? host,
            SendingAddresses = request.SendingAddresses.Count > 0 ? request.SendingAddresses : addresses,
            HygieneHosts = request.HygieneHosts,
            HygieneRanges = request.HygieneRanges,
            ChildDomains = request.MailChildDomains,
        };
    }
}
