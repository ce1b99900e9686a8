using System;
using System.Collections.Generic;

namespace ExchangeNamespace.Autodiscover;

/// <summary>What is assumed about a client where the user did not state it, in sentences.</summary>
internal static class AutodiscoverAssumptions
{
    public static IEnumerable<string> Of(AutodiscoverInput input, AutodiscoverQuestion question, IAutodiscoverTopology? topology)
    {
        if (input.View is null)
        {
            yield return input.DomainJoined
                ? "View: Internal, because of -DomainJoined, and -View was not given."
                : "View: External, because neither -View nor -DomainJoined was given.";
        }

        if (input.MailboxSite is null && topology?.AssumedMailboxSite(question) is { } site)
        {
            yield return MailboxSite(site, input.Site);
        }
    }

    private static string MailboxSite(string site, string? clientSite)
    {
        string name = site.Length == 0 ? "the site without a name" : site;
        return string.Equals(site, clientSite, StringComparison.OrdinalIgnoreCase)
            ? $"Site of the mailbox: {name}, that of the client, because -MailboxSite was not given."
            : clientSite is null
                ? $"Site of the mailbox: {name}, that of the first server, because neither -MailboxSite nor -Site was given."
                : $"Site of the mailbox: {name}, that of the first server, because -MailboxSite was not given and no server is in "
                    + $"the site {clientSite}.";
    }
}
