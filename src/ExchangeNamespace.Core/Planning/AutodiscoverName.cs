using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Planning;

/// <summary>The label that clients put before a mail domain (S9).</summary>
internal static class AutodiscoverName
{
    public const string Label = "autodiscover";

    /// <summary>The name of each mail domain; a domain that is too long for the label has none.</summary>
    public static IEnumerable<Fqdn> Of(IEnumerable<Fqdn> smtpDomains) => smtpDomains
        .Select(d => d.TryPrepend(Label, out Fqdn? name) ? name : null)
        .OfType<Fqdn>();
}
