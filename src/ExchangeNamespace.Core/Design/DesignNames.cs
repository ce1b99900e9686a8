using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Design;

/// <summary>The names of a design that clients on the Internet ask for.</summary>
internal static class DesignNames
{
    private const string External = ".External";

    public static IEnumerable<Fqdn> Public(NamespaceDesign design) => design.Members
        .Where(m => m.Name == "ExternalHost" || m.Name.EndsWith(External, StringComparison.Ordinal))
        .Select(m => Fqdn.Parse(m.Value))
        .Concat((design.Request?.SmtpDomains ?? []).Select(d => d.TryPrepend(AutodiscoverLabels.Host, out Fqdn? name) ? name : d))
        .Distinct();
}
