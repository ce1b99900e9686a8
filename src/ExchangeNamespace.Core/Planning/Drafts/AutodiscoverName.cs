using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Planning.Drafts;

/// <summary>The label that clients put before a mail domain (S9).</summary>
internal static class AutodiscoverName
{
    /// <summary>The name of each mail domain; one with a service record has none, nor one that is too long for the label.</summary>
    public static IEnumerable<Fqdn> Of(PlanDraft draft) => draft.Zones.SmtpDomains
        .Where(d => !draft.Request.AutodiscoverSrvDomains.Contains(d))
        .Select(d => d.TryPrepend(AutodiscoverLabels.Host, out Fqdn? name) ? name : null)
        .OfType<Fqdn>();
}
